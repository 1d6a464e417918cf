"""Lines become paragraphs: wrapped lines are joined, artefacts set apart, every piece remembers its offset."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from comity.model import Segment
from comity.text.lines import Line, LineKind, classify_lines, is_double_spaced
from comity.text.patterns import TextPatterns

__all__ = ["Paragraph", "Role", "paragraphs"]

_ENUMERATOR = re.compile(r"^\s*(?:\(?\d{1,3}[.)]|\(?[a-zа-я]\)|[ivx]{1,5}\)|[-–—•●▪*]|#{1,4})\s+(?=\S)")
_SCRAPE_HEADER = re.compile(r"^\s*(?:date|published|дата|опубликовано):?\s*\d{4}-\d{2}-\d{2}\s*", re.IGNORECASE)
_DELETED = re.compile(r"\*{1,3}|[\u00ad\u200b-\u200d\u2060\ufeff]|(?<=[ \t\u00a0\u202f])[ \t\u00a0\u202f]+|^\s+|\s+$")
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\t": " ", "\u2010": "-", "\u2011": "-", "\u2212": "-"})
_FINISHED = (".", ";", ":", "!", "?", '."', ".»", ".”", "…")
_WRAP_LENGTH = 60


class Role(Enum):
    """Which stream of the document a paragraph belongs to."""

    BODY = auto()
    FOOTNOTE = auto()
    FURNITURE = auto()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Cleaned text whose `segments` count from its own start; `gap` blank lines stood before it."""

    role: Role
    text: str
    segments: tuple[Segment, ...]
    gap: int
    marks: tuple[str, ...] = ()


def paragraphs(text: str, patterns: TextPatterns) -> list[Paragraph]:
    """Return the paragraphs of a source: the body in order, then its footnotes, then page furniture."""
    lines = classify_lines(text, patterns)
    notes = [_assemble(group, text, Role.FOOTNOTE, patterns) for group in _group_notes(lines, text)]
    furniture = [_assemble([line], text, Role.FURNITURE, patterns) for line in lines if _is_furniture(line)]
    body: list[Paragraph] = []
    for group, gap in _group_body(lines, text, patterns):
        header = _SCRAPE_HEADER.match(group[0].text(text)) if not body else None
        if header:
            split = group[0].start + header.end()
            furniture.append(_assemble([replace(group[0], end=split)], text, Role.FURNITURE, patterns))
            group[0] = replace(group[0], start=split)
        body.append(replace(_assemble(group, text, Role.BODY, patterns), gap=gap))
    body = _without_marks(body, [note.text.split(maxsplit=1)[0] for note in notes])
    return [paragraph for paragraph in (*body, *notes, *furniture) if paragraph.text]


def _is_furniture(line: Line) -> bool:
    return line.kind in {LineKind.URL, LineKind.FURNITURE}


def _group_notes(lines: Iterable[Line], text: str) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.kind is not LineKind.FOOTNOTE:
            continue
        if group and re.match(r"\s*(?:\d{1,3}|\*+)\s+\S", line.text(text)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _group_body(lines: list[Line], text: str, patterns: TextPatterns) -> Iterator[tuple[list[Line], int]]:
    double = is_double_spaced(lines, text)
    group: list[Line] = []
    blanks = gap = 0
    interrupted = False
    for line in lines:
        if line.kind is LineKind.BLANK:
            blanks += 1
        elif line.kind is not LineKind.TEXT:
            interrupted = True
        else:
            if group and _begins_paragraph(
                line.text(text), group[-1].text(text), _Gap(blanks, interrupted, double), patterns
            ):
                yield group, gap
                group, gap = [], blanks
            group.append(line)
            blanks, interrupted = 0, False
    if group:
        yield group, gap


@dataclass(frozen=True, slots=True)
class _Gap:
    """What lies between two lines of text."""

    blanks: int
    interrupted: bool
    double_spaced: bool


def _begins_paragraph(line: str, before: str, gap: _Gap, patterns: TextPatterns) -> bool:
    if _ENUMERATOR.match(line) or any(p.match(text) for p in patterns.closing for text in (line, before)):
        return True
    before = before.rstrip(" \t\u00a0*")
    word = re.match(r"[\s*_]*([^\W\d_]+)", line)
    opens_clause = word is not None and word[1].lower() in patterns.clause_openers
    if before.endswith(_FINISHED) or (before.endswith(",") and opens_clause and line[:1] in " \t*"):
        return True
    continues = word is not None and word[1][0].islower()
    if gap.double_spaced:
        return gap.blanks > 1 and not (gap.interrupted and continues)
    if gap.blanks:
        return not (gap.interrupted and continues)
    return not (continues or len(before) >= _WRAP_LENGTH)


def _assemble(lines: list[Line], text: str, role: Role, patterns: TextPatterns) -> Paragraph:
    """Join lines by one space and take out mark-up, repeated spaces and invisible characters."""
    raw, segments = "", []
    for line in lines:
        if raw and not re.search(r"\w-\s*$", raw):
            raw += " "
        segments.append(Segment(len(raw), line.start, line.end - line.start))
        raw += line.text(text)
    raw = raw.translate(_PLAIN)
    paragraph = Paragraph(role, raw, tuple(segments), 0)
    if role is Role.BODY and patterns.joined:
        paragraph = _join_words(paragraph, patterns.joined)
    return paragraph if role is Role.BODY else _without(paragraph, _DELETED.finditer(paragraph.text))


def _join_words(paragraph: Paragraph, pattern: re.Pattern[str]) -> Paragraph:
    """Write "государств – членов" as one hyphenated word."""
    text, cuts = paragraph.text, []
    for match in pattern.finditer(paragraph.text):
        start, end = match.end(1), match.start(2)
        dash = start + len(text[start:end]) - len(text[start:end].lstrip())
        text = f"{text[:dash]}-{text[dash + 1 :]}"
        cuts += [(start, dash), (dash + 1, end)]
    return _cut(replace(paragraph, text=text), cuts)


def _without_marks(body: list[Paragraph], numbers: list[str]) -> list[Paragraph]:
    """Take the footnote marks out of the body, in their order, and note which paragraph bears them."""
    remaining = list(numbers)
    cleaned = []
    for paragraph in body:
        marks, cuts, position = [], [], 0
        while remaining and (match := _mark(remaining[0]).search(paragraph.text, position)):
            marks.append(remaining.pop(0))
            cuts.append(match.span())
            position = match.end()
        rest = replace(_cut(paragraph, cuts), marks=tuple(marks))
        cleaned.append(_without(rest, _DELETED.finditer(rest.text)))
    return cleaned


def _mark(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[^\W\d_]|[\"»”)])\s*\b{re.escape(number)}(?=\s*[,.;:)]|\s{{2,}}|$)\s*(?=[,.;:)])?")


def _without(paragraph: Paragraph, matches: Iterable[re.Match[str]]) -> Paragraph:
    return _cut(paragraph, [match.span() for match in matches])


def _cut(paragraph: Paragraph, cuts: list[tuple[int, int]]) -> Paragraph:
    """Remove intervals of the text, given in order, and move the segments accordingly."""
    if not cuts:
        return paragraph
    pieces: list[str] = []
    kept: list[tuple[int, int]] = []
    position = 0
    for start, end in (*cuts, (len(paragraph.text), len(paragraph.text))):
        if position < start:
            pieces.append(paragraph.text[position:start])
            kept.append((position, start))
        position = max(position, end)
    return replace(paragraph, text="".join(pieces), segments=tuple(_moved(paragraph.segments, kept)))


def _moved(segments: tuple[Segment, ...], kept: list[tuple[int, int]]) -> Iterator[Segment]:
    offset, index = 0, 0
    for start, end in kept:
        while index < len(segments) and segments[index].view + segments[index].length <= start:
            index += 1
        probe = index
        while probe < len(segments) and segments[probe].view < end:
            segment = segments[probe]
            first, last = max(start, segment.view), min(end, segment.view + segment.length)
            yield Segment(offset + first - start, segment.source + first - segment.view, last - first)
            probe += 1
        offset += end - start
