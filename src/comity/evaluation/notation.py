"""The golden notation: a text with its mentions marked in it, and what must and must not be said of it.

`data/gold/README.md` describes it for those who write such texts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from comity.errors import GoldError
from comity.model import Source, Span
from comity.sources import read_source

__all__ = ["Gold", "parse_gold", "read_gold"]

_MARK = re.compile(r"\[\[(?P<reference>[^|\[\]]+)\||\]\]")
_NOTE = re.compile(r"^[>!] ")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated text: the places of its marks are code points of `text`, which has no notation in it.

    `said` and `unsaid` are the fields of the statements that must and must not be made; `silent` are rules that must
    not fire.
    """

    name: str
    text: str
    marks: tuple[tuple[Span, str], ...]
    said: tuple[tuple[str, ...], ...]
    unsaid: tuple[tuple[str, ...], ...]
    silent: frozenset[str]

    @property
    def source(self) -> Source:
        """The text as a document."""
        return read_source(self.text.encode(), f"gold-{self.name}", name=self.name)


def read_gold(folder: Path) -> dict[str, Gold]:
    """Return every text of a folder by its name, in the order of the files.

    Raises:
        GoldError: the folder has no texts, two have the same name, or the notation is broken.
    """
    try:
        files = [(file, file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.txt"))]
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{folder}: {error}") from error
    named: dict[str, Gold] = {}
    for file, data in files:
        try:
            golds = list(parse_gold(data))
        except GoldError as error:
            raise GoldError(f"{file}: {error}") from error
        for gold in golds:
            if gold.name in named:
                raise GoldError(f"{file}: two texts are called {gold.name!r}")
            named[gold.name] = gold
    if not named:
        raise GoldError(f"{folder}: no golden text was found; expected files *.txt with texts that begin '== name'")
    return named


def parse_gold(data: str) -> Iterator[Gold]:
    """Yield the texts of a file.

    Raises:
        GoldError: a mark is not closed, or closed before it was opened.
    """
    for part in re.split(r"(?m)^== ", data)[1:]:
        name, _, rest = part.partition("\n")
        lines = rest.splitlines()
        rows = [(line[0], tuple(field.strip() for field in line[2:].split("|"))) for line in lines if _NOTE.match(line)]
        text, marks = _unmarked("\n".join(line for line in lines if not _NOTE.match(line)).strip("\n") + "\n")
        said = tuple(row for sign, row in rows if sign == ">")
        unsaid = tuple(row for sign, row in rows if sign == "!" and len(row) > 1)
        silent = frozenset(row[0] for sign, row in rows if sign == "!" and len(row) == 1)
        yield Gold(name.strip(), text, tuple(marks), said, unsaid, silent)


def _unmarked(annotated: str) -> tuple[str, list[tuple[Span, str]]]:
    text, position = "", 0
    marks: list[tuple[Span, str]] = []
    opened: list[tuple[int, str]] = []
    for found in _MARK.finditer(annotated):
        text += annotated[position : found.start()]
        position = found.end()
        if found["reference"]:
            opened.append((len(text), found["reference"]))
        elif not opened:
            raise GoldError(f"a mark is closed that was not opened, after {text!r}")
        else:
            start, reference = opened.pop()
            marks.append((Span(start, len(text)), reference))
    if opened:
        raise GoldError(f"a mark is not closed: {opened[-1][1]!r}")
    return text + annotated[position:], marks
