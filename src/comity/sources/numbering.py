"""The numbers that Word computes for its paragraphs (ECMA-376 Part 1, 17.9, Numbering)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from comity.sources.xml import parse

__all__ = ["Numbering"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LATIN, _RUSSIAN = "abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя"
_LEVELS = 9
_MOST = 4_000
"""From here on Roman figures and letters are no longer used."""


class _Level(NamedTuple):
    """How a level of a list is numbered: from where, in which form, with what around the number."""

    start: int
    form: str
    text: str


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted.

    `lists` gives the abstract list of each list and its levels, `styles` the list and level of a style of paragraphs.
    """

    lists: dict[str, tuple[str, dict[int, _Level]]]
    styles: dict[str, tuple[str, int]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, name: str) -> "Numbering":
        """Return the numbering of a document that has not counted yet; `name` is how errors speak of the file."""
        relations = document.part.rels.values()
        part = next((found.target_part for found in relations if found.reltype == RELATIONSHIP_TYPE.NUMBERING), None)
        root = None if part is None else parse(part.blob, name)
        return cls({} if root is None else dict(_lists(root)), dict(_styles(document.styles.element)))

    def next(self, paragraph: etree._Element) -> str:
        """Return the number or bullet of the next paragraph, "" where it has none."""
        number, level = self._place(paragraph)
        abstract, levels = self.lists.get(number, ("", {}))
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)
        return _written(level, levels, counts)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        number, level = self.styles.get(_value(style) or "", ("0", 0))
        if own is None:
            return number, level
        return _value(own.find(f"{_W}numId")) or number, int(_value(own.find(f"{_W}ilvl")) or level)


def _written(level: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    if levels[level].form == "bullet":
        return "-"
    if levels[level].form == "none":
        return ""

    def place(found: re.Match[str]) -> str:
        outer = int(found[1]) - 1
        return _formed(counts.get(outer, levels[outer].start), levels[outer].form) if outer in levels else ""

    return _PLACE.sub(place, levels[level].text).strip()


def _formed(count: int, form: str) -> str:
    if not 0 < count < _MOST:
        return str(count)
    if form in {"lowerRoman", "upperRoman"}:
        written = ""
        for value, letters in _ROMAN:
            written += letters * (count // value)
            count %= value
        return written.upper() if form == "upperRoman" else written
    alphabet = {"lowerLetter": _LATIN, "upperLetter": _LATIN.upper(), "russianLower": _RUSSIAN}.get(form)
    alphabet = _RUSSIAN.upper() if form == "russianUpper" else alphabet
    if alphabet:
        return alphabet[(count - 1) % len(alphabet)] * ((count - 1) // len(alphabet) + 1)
    return str(count)


def _lists(root: etree._Element) -> Iterator[tuple[str, tuple[str, dict[int, _Level]]]]:
    abstracts = {
        abstract.get(f"{_W}abstractNumId", ""): dict(map(_level, abstract.iter(f"{_W}lvl")))
        for abstract in root.iter(f"{_W}abstractNum")
    }
    for number in root.iter(f"{_W}num"):
        abstract = _value(number.find(f"{_W}abstractNumId")) or ""
        levels = dict(abstracts.get(abstract, {}))
        restarts = False
        for override in number.iter(f"{_W}lvlOverride"):
            place = int(override.get(f"{_W}ilvl", "0"))
            inner, start = override.find(f"{_W}lvl"), _value(override.find(f"{_W}startOverride"))
            if inner is not None:
                levels[place] = _level(inner)[1]
            if start is not None and place in levels:
                levels[place] = levels[place]._replace(start=int(start))
                restarts = True
        identifier = number.get(f"{_W}numId", "")
        yield identifier, (f"{abstract}/{identifier}" if restarts else abstract, levels)


def _level(element: etree._Element) -> tuple[int, _Level]:
    start, form, text = (_value(element.find(f"{_W}{tag}")) for tag in ("start", "numFmt", "lvlText"))
    return int(element.get(f"{_W}ilvl", "0")), _Level(int(start or 1), form or "decimal", text or "")


def _styles(root: etree._Element) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield the styles that number their paragraphs, those included that are based on others."""
    styles = {style.get(f"{_W}styleId", ""): style for style in root.iter(f"{_W}style")}
    for identifier in styles:
        found, seen = identifier, set[str]()
        while found in styles and found not in seen:
            seen.add(found)
            own = styles[found].find(f"{_W}pPr/{_W}numPr")
            if own is not None:
                yield identifier, (_value(own.find(f"{_W}numId")) or "0", int(_value(own.find(f"{_W}ilvl")) or 0))
                break
            found = _value(styles[found].find(f"{_W}basedOn")) or ""


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(f"{_W}val")
