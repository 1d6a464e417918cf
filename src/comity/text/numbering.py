"""The numbers of paragraphs, put together from what stands before each: "1", "1a", "4gi", "annex-II-1", "2-1"."""

from dataclasses import dataclass, field
from itertools import chain, count

from comity.model import Block, BlockKind

__all__ = ["Leads", "Numbering"]

_CYRILLIC_ORDER = "абвгдежзиклмнопрст"
_CYRILLIC_LOOKS, _LATIN_LOOKS = "асеорхуі", "aceopxyi"
_LOOKS = str.maketrans(_CYRILLIC_LOOKS, _LATIN_LOOKS)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")


@dataclass(slots=True)
class Numbering:
    """The paragraph, the letter and the annex that one pass over a document has come to."""

    _paragraph: str | None = None
    _letter: str = ""
    _romans: int = 0
    _part: str = ""
    _section: int = 1
    _given: set[str] = field(default_factory=set)

    @property
    def has_begun(self) -> bool:
        """Whether a numbered paragraph came before, in the same annex."""
        return self._paragraph is not None

    def annex(self, number: str | None) -> None:
        """Number what follows anew: a paragraph of an annex is "annex-1", or "annex-II-1"."""
        self._part = f"annex-{number}-" if number else "annex-"
        self._section, self._paragraph, self._letter, self._romans = 1, None, "", 0

    def paragraph(self, number: str) -> str:
        """Return the number of a paragraph in its annex; one that was there before is of a further section: "2-1"."""
        while (whole := self._in_section(number)) in self._given:
            self._section += 1
        self._given.add(whole)
        self._paragraph, self._letter, self._romans = whole, "", 0
        return whole

    def _in_section(self, number: str) -> str:
        return f"{self._part}{number}" if self._section == 1 else f"{self._part}{self._section}-{number}"

    def is_roman(self, enumerator: str, *, introduced: bool) -> bool:
        """Tell "i)", "ii)" of a list from the letter that follows "h)", unless "h)" introduced a list."""
        latin = enumerator.translate(_LOOKS)
        expected = self._romans < len(_ROMANS) and latin == _ROMANS[self._romans]
        return expected and (introduced or not _follows(latin, self._letter))

    def subparagraph(self, enumerator: str, *, roman: bool) -> str | None:
        """Return the number of a sub-paragraph, None where its paragraph has none.

        One that its paragraph has had before is of a further list: "1a-2".
        """
        if roman:
            enumerator = self._letter + _ROMANS[self._romans]
            self._romans += 1
        else:
            self._letter, self._romans = enumerator, _ = _latin(enumerator, self._letter), 0
        if self._paragraph is None:
            return None
        whole = f"{self._paragraph}{enumerator}"
        lists = chain((whole,), (f"{whole}-{further}" for further in count(2)))
        number = next(number for number in lists if number not in self._given)
        self._given.add(number)
        return number


@dataclass(slots=True)
class Leads:
    """Which block introduces the items and sub-paragraphs that follow: `last` of all, `outer` of the lettered ones."""

    last: int | None = None
    outer: int | None = None
    opens_list: bool = False
    _goes_on: bool = False
    _count: int = 0

    def after(self, block: Block, text: str) -> None:
        """Take note of a block that has been read, and of the text of its paragraph."""
        self.opens_list, self._goes_on = text.endswith(":"), text.endswith((":", ";"))
        if self.opens_list:
            self.last = self._count
            if block.kind is not BlockKind.SUBPARAGRAPH:
                self.outer = self._count
        elif block.kind not in {BlockKind.ITEM, BlockKind.SUBPARAGRAPH}:
            self.end()
        self._count += 1

    def end(self) -> None:
        """Take nothing that follows for an item of what came before."""
        self.last = self.outer = None

    def of_sublist(self, *, roman: bool) -> int | None:
        """Return what introduces a sub-paragraph; a lettered one closes the list inside the one before it."""
        if not roman:
            self.last = self.outer
        return self.last

    def continues(self, text: str) -> bool:
        """Return whether a paragraph without number goes on in the list that another one introduced."""
        return self.last is not None and text[:1].islower() and self._goes_on


def _latin(letter: str, previous: str) -> str:
    """Return the Latin letter of a sub-paragraph; one typed in the other alphabet is told by the letter before it."""
    other = letter.translate(str.maketrans(_LATIN_LOOKS, _CYRILLIC_LOOKS))
    readings = [_by_order(letter), letter.translate(_LOOKS), _by_order(other)]
    return next((reading for reading in readings if _follows(reading, previous)), readings[0])


def _by_order(letter: str) -> str:
    position = _CYRILLIC_ORDER.find(letter)
    return letter if position < 0 else chr(ord("a") + position)


def _follows(letter: str, previous: str) -> bool:
    return len(letter) == len(previous) == 1 and ord(letter) == ord(previous) + 1
