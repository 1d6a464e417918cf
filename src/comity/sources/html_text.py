"""The elements of a web page become paragraphs, lists, rows of tables and footnotes of a plain text."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from comity.sources.manuscript import raised
from comity.sources.prose import prose

__all__ = ["BLOCKS", "inner_text", "page_text"]

BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
"""The elements that begin a line of their own."""

_CELLS = frozenset(("td", "th"))
_MARK = re.compile(r"\[?(\d{1,3}|\*{1,3})\]?")
_NOTE = re.compile(r"(?:[\^↑↩]\s*)*\[?([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}|\*{1,3})(?:\]|[.)](?=\s)|(?=\s|[^\W\d]))\s*")
_NOTE_ADDRESS = re.compile(r"note|ftn|fn|cite|sdfoot", re.IGNORECASE)
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CONTROL = re.compile(r"[\x02-\x08\x0e-\x1f\x7f]")
_LINE, _CELL = "\x00", "\x01"
_SAME_TITLE = 1500


def page_text(main: etree._Element, title: str | None = None) -> str:
    """Return the text of an element: blank lines between paragraphs, footnotes after a rule, a title it lacks first."""
    writer = _Writer(_notes(main))
    for event, element in etree.iterwalk(main, events=("start", "end")):
        if event == "start":
            writer.start(element)
        else:
            writer.end(element, outermost=element is main)
    writer.finish()
    body = writer.paragraphs
    loose = len(body)
    while loose and _NOTE.match(body[loose - 1]) and body[loose - 1][0] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        loose -= 1
    notes = [*writer.notes, *(_note(paragraph) for paragraph in body[loose:])]
    if title and _plain(title) not in _plain(" ".join(body)[:_SAME_TITLE]):
        body = [title, *body]
        loose += 1
    return prose(body[:loose], notes)


def inner_text(element: etree._Element) -> str:
    """Return the text inside an element, whatever elements it has."""
    return "".join(str(piece) for piece in element.itertext())


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _note(text: str, number: str | None = None) -> str:
    """Return a footnote that begins with its number, which may stand there already, raised or in brackets."""
    mark = _NOTE.match(text)
    written = mark[1].translate(_LOWERED) if mark else None
    rest = text[mark.end() :] if mark and number in {None, written} else text
    return f"{number or written} {rest}"


def _notes(main: etree._Element) -> dict[etree._Element, str]:
    """Return the blocks of footnotes, to which the links of marks above them lead, with their numbers."""
    order = {element: place for place, element in enumerate(main.iter(etree.Element))}
    places = {element.get(key): element for element in order for key in ("id", "name") if element.get(key)}
    notes: dict[etree._Element, str] = {}
    for link in main.iter("a"):
        block = places.get(link.get("href", "")[1:]) if _is_mark(link) else None
        while block is not None and block.tag not in BLOCKS:
            block = block.getparent()
        if block is not None and order.get(block, 0) > order[link]:
            notes.setdefault(block, _mark(link))
    return notes


def _is_mark(element: etree._Element) -> bool:
    """Tell a raised number, or a link to a footnote, from other words and links."""
    text = inner_text(element).strip()
    if element.tag not in {"sup", "a"} or not _MARK.fullmatch(text):
        return False
    if element.tag == "sup":
        return True
    address, parent = element.get("href", ""), element.getparent()
    raised_link = element.find("sup") is not None or (parent is not None and parent.tag == "sup")
    return address.startswith("#") and (raised_link or not text.isdigit() or _NOTE_ADDRESS.search(address) is not None)


def _mark(element: etree._Element) -> str:
    return inner_text(element).strip().strip("[]")


@dataclass(slots=True)
class _Writer:
    """Collects the words of the elements that begin and end; `notes` of the page are written apart."""

    marked: dict[etree._Element, str]
    paragraphs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _counts: list[int] = field(default_factory=list)
    _sign: str = ""
    _note: list[str] = field(default_factory=list)
    _silent: etree._Element | None = None

    def start(self, element: etree._Element) -> None:
        """Begin an element: its block, its sign in a list, its first words."""
        if self._silent is not None:
            return
        if element.tag in BLOCKS and element.tag not in _CELLS:
            self.finish()
        if element in self.marked:
            self.finish()
            self._note = [self.marked[element]]
        self._begin(element)
        self._words.append(self._first(element))

    def _first(self, element: etree._Element) -> str:
        """Return the words of an element before its first child; those of a mark are the mark, and nothing follows."""
        if not _is_mark(element):
            return element.text or ""
        self._silent = element
        return raised(_mark(element))

    def _begin(self, element: etree._Element) -> None:
        if element.tag == "br":
            self._words.append(_LINE)
        elif element.tag in {"ol", "ul"}:
            self._counts.append(_number(element.get("start")) - 1 if element.tag == "ol" else -1)
        elif element.tag == "li":
            self._sign = "- "
            if self._counts and self._counts[-1] >= 0:
                self._counts[-1] += 1
                self._sign = f"{self._counts[-1]}. "
        elif element.tag in _CELLS and "".join(self._words).strip():
            self._words.append(_CELL)

    def end(self, element: etree._Element, *, outermost: bool) -> None:
        """End an element and write the words after it."""
        if self._silent is not None and self._silent is not element:
            return
        self._silent = None
        if element.tag in BLOCKS and element.tag not in _CELLS:
            self.finish()
        if element.tag == "li":
            self._sign = ""
        elif element.tag in {"ol", "ul"}:
            self._counts.pop()
        if element in self.marked:
            self.finish()
            self.notes.append(_note(" ".join(self._note[1:]), self._note[0]))
            self._note = []
        if not outermost:
            self._words.append(element.tail or "")

    def finish(self) -> None:
        """End the paragraph; a line that is broken by hand stays broken, and an empty line ends the paragraph."""
        words = _CONTROL.sub("", "".join(self._words))
        lines = (" ".join(line.split()) for line in words.split(_LINE))
        self._words = []
        for written, group in groupby(lines, bool):
            if written:
                text = self._sign + "\n".join(group).replace(f" {_CELL} ", "\t").replace(_CELL, "\t")
                (self._note or self.paragraphs).append(text)
                self._sign = ""


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 1
