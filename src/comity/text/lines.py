"""The lines of a source, told apart: text, blank lines, addresses, page furniture, footnotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from comity.text.patterns import TextPatterns

__all__ = ["Line", "LineKind", "classify_lines", "is_double_spaced"]

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")
_RULE = re.compile(r"^\s*[_‗─—-]{5,}\s*$")
_URL = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$")
_FOOTNOTE = re.compile(r"^\s*(\d{1,3}|\*{1,3})\s+\S")
_FIRST_LETTER = re.compile(r"[^\w]*([^\W\d_])")
_WRAPPED_SHARE = 0.5
_FILLED_SHARE = 0.8
_LONGEST_WRAPPED = 120


class LineKind(Enum):
    """What a physical line is."""

    BLANK = auto()
    TEXT = auto()
    RULE = auto()
    URL = auto()
    FURNITURE = auto()
    FOOTNOTE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """Code points `start` to `end` of the source, without the line break."""

    kind: LineKind
    start: int
    end: int

    def text(self, source: str) -> str:
        """Return the line as it stands in the source."""
        return source[self.start : self.end]


def classify_lines(text: str, patterns: TextPatterns) -> list[Line]:
    """Return every line of a source with its kind.

    After a footnote rule, lines are footnotes from a mark on, until an address or page furniture, or until a line
    without a mark follows a finished note.
    """
    lines: list[Line] = []
    notes = finished = False
    for match in _LINE.finditer(text):
        if match.start() == match.end():
            break
        content = match[0].rstrip("\r\n\x0b\x0c\x85\u2028\u2029")
        kind = _kind(content, patterns)
        if notes and kind is LineKind.TEXT:
            notes = not finished or _FOOTNOTE.match(content) is not None
            kind = LineKind.FOOTNOTE if notes else LineKind.TEXT
        elif kind is not LineKind.BLANK:
            notes = kind is LineKind.RULE
        if kind is not LineKind.BLANK:
            finished = kind is LineKind.RULE or content.rstrip().endswith(".")
        lines.append(Line(kind, match.start(), match.start() + len(content)))
    return lines


def _kind(content: str, patterns: TextPatterns) -> LineKind:
    if not content.strip("\ufeff \t\u00a0"):
        return LineKind.BLANK
    if _RULE.match(content):
        return LineKind.RULE
    if _URL.match(content):
        return LineKind.URL
    if any(pattern.match(content) for pattern in patterns.furniture):
        return LineKind.FURNITURE
    return LineKind.TEXT


def is_double_spaced(lines: list[Line], text: str) -> bool:
    """Return whether single blank lines part the lines of a paragraph, as in text taken out of PDF pages.

    A wrapped line is unfinished, fills the width of the page and goes on in lower case. Lines that end with a comma
    tell nothing: clauses do, too.
    """
    width = max((_length(line, text) for line in lines if line.kind is LineKind.TEXT), default=0)
    if width > _LONGEST_WRAPPED:
        return False
    pairs = [
        _is_wrapped(upper.text(text).rstrip(), lower.text(text), width)
        for upper, lower in _parted_by_one_blank(lines)
        if not upper.text(text).rstrip().endswith(",")
    ]
    return len(pairs) > 4 and sum(pairs) >= _WRAPPED_SHARE * len(pairs)  # noqa: PLR2004 - fewer pairs show nothing


def _length(line: Line, text: str) -> int:
    return len(line.text(text).strip())


def _parted_by_one_blank(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    for upper, blank, lower in zip(lines, lines[1:], lines[2:], strict=False):
        if (upper.kind, blank.kind, lower.kind) == (LineKind.TEXT, LineKind.BLANK, LineKind.TEXT):
            yield upper, lower


def _is_wrapped(upper: str, lower: str, width: int) -> bool:
    letter = _FIRST_LETTER.match(lower)
    goes_on = letter is not None and not letter[1].isupper()
    return goes_on and not upper.endswith((".", ";", ":", "!", "?")) and len(upper.lstrip()) >= _FILLED_SHARE * width
