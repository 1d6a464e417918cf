"""Lines of printed pages become paragraphs: what was broken to fit the page is joined, hyphenated words made whole."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from comity.sources.layout import NOTE, Fragment

__all__ = ["join_notes", "join_paragraphs"]

_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ENUMERATOR = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-zа-я]\)|\(?[ivx]{1,5}\)|[-–—•●▪*])(?:\s+\S|$)")
_FINISHED = re.compile(r"[.;:!?…,\]][\])»”\"]*[⁰¹²³⁴⁵⁶⁷⁸⁹*]*$")
_WORD = re.compile(r"[\w’'-]+")
_HYPHENS = ("-", "\u00ad", "\u2010")
_OPEN = re.compile(r"(?:[^\W_][-\u00ad\u2010]|\d[–—/])$")
_HYPHENATING_SHARE = 0.03
_SAME_SIZE = 0.08
_INDENT = 0.8
_DEEPEST_INDENT = 6.0
_RETURNING = 0.5
_MARGIN = 0.4
_FULL = 4.0
_SPACED = 0.12
_SPACED_ROOM = 0.25
_WIDE_GAP = 1.3
_USUAL_LEADING = 1.25


@dataclass(frozen=True, slots=True)
class _Measures:
    """How the text is set: the edges of its columns, the usual distance of lines as a share of their size, the manner.

    `spaced` says that blanks part the paragraphs, `indented` that first lines are set in.
    """

    left: dict[tuple[int, int], float]
    right: dict[tuple[int, int], float]
    leading: float
    spaced: bool
    indented: bool

    @classmethod
    def of(cls, lines: Sequence[Fragment]) -> "_Measures":
        lefts: dict[tuple[int, int], Counter[float]] = {}
        right: dict[tuple[int, int], float] = {}
        for line in lines:
            lefts.setdefault(line.column, Counter())[round(line.left)] += 1
            right[line.column] = max(line.right, right.get(line.column, 0.0))
        left = {column: found.most_common(1)[0][0] for column, found in lefts.items()}
        below = [(above, line) for above, line in pairwise(lines) if _is_below(above, line)]
        distances = [(above, (above.base - line.base) / above.size) for above, line in below]
        full = [distance for above, distance in distances if right[above.column] - above.right < _FULL * above.size]
        leading = median(full) if full else _USUAL_LEADING
        wide = sum(distance > _WIDE_GAP * leading for _, distance in distances)
        set_in = [(above, line) for above, line in below if _is_set_in(above, left)]
        returning = sum(not _is_set_in(line, left) for _, line in set_in)
        return cls(left, right, leading, wide > _SPACED * len(distances), returning > _RETURNING * len(set_in))

    def room(self, above: Fragment, line: Fragment) -> float:
        """Return how much of the width is left at the end of a line after the first word of the next, or 0."""
        room = self.right[above.column] - above.right - line.head - _MARGIN * above.size
        return max(room, 0.0) / max(self.right[above.column] - self.left[above.column], above.size)

    def is_set_in(self, line: Fragment) -> bool:
        return self.indented and _is_set_in(line, self.left)

    def is_centred(self, line: Fragment) -> bool:
        middle = (self.left[line.column] + self.right[line.column]) / 2
        return line.left - self.left[line.column] > line.size and abs((line.left + line.right) / 2 - middle) < line.size


def _is_set_in(line: Fragment, left: dict[tuple[int, int], float]) -> bool:
    return _INDENT * line.size < line.left - left[line.column] < _DEEPEST_INDENT * line.size


def _is_below(above: Fragment, line: Fragment) -> bool:
    return above.page == line.page and above.column == line.column and above.base > line.base


def join_paragraphs(lines: Sequence[Fragment]) -> list[str]:
    """Return the paragraphs that lines in reading order are the wraps of."""
    if not lines:
        return []
    measures = _Measures.of(lines)
    words = _Words.of(lines)
    return [words.join(group) for group in _paragraphs(lines, measures)]


def join_notes(lines: Sequence[Fragment]) -> list[str]:
    """Return footnotes, each beginning with its mark and a space; lines without a mark belong to the note before.

    A plain number is a mark only if it is the next one, or the first of a page.
    """
    groups: list[list[Fragment]] = []
    number = 0
    for line in lines:
        mark = NOTE.match(line.text)
        plain = int(mark[1]) if mark and mark[1].isascii() and mark[1].isdigit() else 0
        begins = mark is not None and (not plain or plain in {1, number + 1})
        if begins or not groups:
            groups.append([])
            number = int(mark[1].translate(_PLAIN_DIGITS)) if mark and "*" not in mark[1] else number
        groups[-1].append(line)
    words = _Words.of(lines)
    return [NOTE.sub(_plain_mark, words.join(group), count=1) for group in groups]


def _plain_mark(mark: re.Match[str]) -> str:
    return f"{mark[1].translate(_PLAIN_DIGITS)} "


def _paragraphs(lines: Iterable[Fragment], measures: _Measures) -> Iterator[list[Fragment]]:
    group: list[Fragment] = []
    for line in lines:
        if group and _begins(group, line, measures):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(group: list[Fragment], line: Fragment, measures: _Measures) -> bool:
    """Tell whether a line begins a paragraph, from its place first and from the words around the break last."""
    above = group[-1]
    if _OPEN.search(above.text):
        return False
    if _is_set_apart(above, line, measures):
        return True
    finished = _FINISHED.search(above.text) is not None
    room = measures.room(above, line)
    if _ENUMERATOR.match(line.text):
        return finished or room > 0 or measures.is_set_in(line)
    if line.text[:1].islower() and not finished:
        return False
    return _is_moved(group, line, measures) or _ends_early(above, line, room, measures)


def _ends_early(above: Fragment, line: Fragment, room: float, measures: _Measures) -> bool:
    """Tell a last line by the room after it; the lines of a heading in bold or in the middle end where they like."""
    finished = _FINISHED.search(above.text) is not None
    if room <= (_SPACED_ROOM if measures.spaced else 0):
        return above.bold != line.bold and finished
    return finished or not ((above.bold and line.bold) or (measures.is_centred(above) and measures.is_centred(line)))


def _is_moved(group: list[Fragment], line: Fragment, measures: _Measures) -> bool:
    """Tell a first line by its indent, and the line after an indented paragraph by the lack of one."""
    above = group[-1]
    if above.column != line.column or (len(group) == 1 and above.page != line.page):
        return measures.is_set_in(line)
    margin = group[1].left if len(group) > 1 and group[1].column == line.column else above.left
    moved = line.left - margin
    if len(group) == 1:
        hangs = _ENUMERATOR.match(above.text) is not None
        twice = moved > -_INDENT * line.size and measures.is_set_in(line) and _FINISHED.search(above.text) is not None
        return not hangs and (moved > _INDENT * line.size or twice)
    return abs(moved) > _INDENT * line.size


def _is_set_apart(above: Fragment, line: Fragment, measures: _Measures) -> bool:
    """Tell lines of other sizes, on one line with a wide gap, or with a blank between them."""
    if abs(above.size - line.size) > _SAME_SIZE * above.size:
        return True
    if above.page != line.page or above.column != line.column:
        return above.bold != line.bold
    distance = (above.base - line.base) / above.size
    return distance <= 0 or distance > _WIDE_GAP * measures.leading


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a document, by which it is known which hyphens at the end of a line belong to the word."""

    known: Counter[str]
    hyphenates: bool

    @classmethod
    def of(cls, lines: Sequence[Fragment]) -> "_Words":
        known = Counter(word.lower() for line in lines for word in _WORD.findall(line.text)[1:-1])
        broken = sum(line.text.endswith(_HYPHENS) for line in lines)
        return cls(known, broken > _HYPHENATING_SHARE * len(lines))

    def join(self, lines: Sequence[Fragment]) -> str:
        """Return lines as one; a hyphen goes where the whole word is known, or where nothing tells and many do."""
        text = lines[0].text.strip()
        for line in lines[1:]:
            following = line.text.strip()
            if text.endswith(_HYPHENS) and text[-2:-1].isalpha() and following[:1].islower():
                before, after = _WORD.findall(text)[-1].rstrip("-"), _WORD.findall(following)[0]
                text = text[:-1] + ("" if self._is_whole(before, after, text[-1]) else "-") + following
            else:
                text += following if _OPEN.search(text) else f" {following}"
        return text

    def _is_whole(self, before: str, after: str, hyphen: str) -> bool:
        whole, parts = self.known[(before + after).lower()], self.known[f"{before}-{after}".lower()]
        return hyphen not in "-\u2010" or (self.hyphenates and not parts) or whole > parts
