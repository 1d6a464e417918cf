"""Lines become paragraphs: wrapped lines are joined, artefacts set apart, every piece remembers its offset."""

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from comity.model import Segment, Span, View
from comity.text.lines import Line, LineKind, classify_lines, is_double_spaced
from comity.text.patterns import DAY, TextPatterns

__all__ = ["Paragraph", "Role", "lay_out", "paragraphs", "set_paragraph"]

_ENUMERATOR = re.compile(r"^\s*(?:\(?\d{1,3}[.)]|\(?[a-zа-я]\)|\(?[ivx]{1,5}\)|[-–—•●▪*]|#{1,6})\s+(?=\S)")
_HEADING = re.compile(r"\s*#{1,6}\s+(?=\S)")
_SCRAPE_HEADER = re.compile(
    r"^\s*(?:date|published|дата|опубликовано):?\s*\d{4}-\d{2}-\d{2}\s*(?:https?://\S+\s*)?", re.IGNORECASE
)
_MARK_UP = re.compile(
    r"\*{1,3}|[\u00ad\u200b-\u200f\u2060\ufeff]|(?<!\w)_{1,3}(?=[^\W_])|(?<=[^\W_]|[.,;:!?»”\"])_{1,3}(?!\w)"
)
_MARK_UP_SIGN = re.compile(r"[*_\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACES = re.compile(r"(?<=\s)\s+|^\s+|\s+$")
_NOTE = re.compile(r"\s*(\d{1,3}|\*{1,3})\s+(?=\S)")
_MARK = re.compile(
    r"""
    (?=[\d\s*⁰¹²³⁴-⁹])(?:                                                               # nothing else begins one
    (?<!\w)\*{1,3}(?=\w)[^*]*\*{1,3}                                                  # emphasis: no mark
    | (?<=[\w"»”)*])\s+(?P<apart>\d{1,3})(?:\s+(?=[,.;:)])|(?=\s{2}))                  # "Договор» 1 , и"
    | (?:(?<=[^\W\d_]{3})|(?<=[^\s(«]["»”)]))(?P<glued>\d{1,3})(?=\s|[,.;:)]|$)(?:\s+(?=[,.;:)]))?  # "государств1, и"
    | (?P<raised>[⁰¹²³⁴-⁹]{1,3})                                                        # "Договор¹, и"
    | (?:(?<=\b19\d\d)|(?<=\b20\d\d))(?P<year>\d{1,2})(?=[\s,.;:)]|$)                # "2015–20303, и", "20187 и"
    | (?<=\d/\d{3})(?P<number>\d{1,2})(?=[\s,.;:)]|$)                                   # "резолюции 75/1913 и"
    | (?:(?<=[^\W\d_][,;])|(?<=\b19\d\d[,;])|(?<=\b20\d\d[,;]))(?P<after>\d{1,3})(?=\s|$)   # "Territory,1 and"
    | (?:(?<=\b20\d\d,)|(?<=[^\W\d_],))(?P<before>\d{1,3}?)(?=(?:S-)?\d\d/\d)        # "2017,335/34"
    | (?<=[\w"»”)])\s*(?P<star>\*{1,3})(?!\w)(?:\s+(?=[,.;:)]))?                       # "согласились*."
    )
    """,
    re.VERBOSE,
)
_PLAIN = {"\u00a0": " ", "\u202f": " ", "\t": " ", "\u2010": "-", "\u2011": "-", "\u2212": "-"}
_NOT_PLAIN = re.compile(f"[{''.join(_PLAIN)}]")
_FINISHED = (".", ";", ":", "!", "?", '."', ".»", ".”", "…")
_HYPHENATED = re.compile(r"\w-\s*\Z")
_WRAP_LENGTH = 60
_LONGEST_WRAPPED = 120
_OPENING = re.compile(r"[^\W\d_a-zа-я][^,.;:]{5,80},")
"""A line that is no more than the name of a body: "Генеральная Ассамблея,"."""

_ENDLESS = 150


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
    heading: bool = False


def paragraphs(text: str, patterns: TextPatterns) -> list[Paragraph]:
    """Return the paragraphs of a source: the body in order, then its footnotes, then page furniture.

    `heading` of a paragraph says that number signs stood before it, as in Markdown.
    """
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
    return [part for part in (*map(_clean, body), *notes, *furniture) if part.text]


def set_paragraph(text: str, span: Span, role: Role, marks: Iterable[Span]) -> Paragraph:
    """Return the paragraph of a text whose place, and those of the footnote marks in it, are known."""
    plain = _NOT_PLAIN.sub(lambda found: _PLAIN[found[0]], span.of(text))
    numbers = tuple(_figures(mark.of(text)) for mark in marks)
    paragraph = Paragraph(role, plain, (Segment(0, span.start, len(span)),), 0, numbers)
    return _clean(_cut(paragraph, [(mark.start - span.start, mark.end - span.start) for mark in marks]))


def lay_out(parts: Sequence[Paragraph]) -> tuple[View, list[int]]:
    """Return the view of paragraphs, a line each, and where in it each of them starts."""
    starts: list[int] = []
    segments: list[Segment] = []
    position = 0
    for part in parts:
        starts.append(position)
        segments += [Segment(position + piece.view, piece.source, piece.length) for piece in part.segments]
        position += len(part.text) + 1
    return View("\n".join(part.text for part in parts), tuple(segments)), starts


def _is_furniture(line: Line) -> bool:
    return line.kind in {LineKind.URL, LineKind.FURNITURE}


def _group_notes(lines: Iterable[Line], text: str) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.kind is not LineKind.FOOTNOTE:
            continue
        if group and _NOTE.match(line.text(text)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _group_body(lines: list[Line], text: str, patterns: TextPatterns) -> Iterator[tuple[list[Line], int]]:
    double, unwrapped = is_double_spaced(lines, text), any(_is_endless(line) for line in lines)
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
                line.text(text), group[-1].text(text), _Gap(blanks, interrupted, double, unwrapped), patterns
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
    unwrapped: bool


def _is_endless(line: Line) -> bool:
    """Tell a line that no page has room for: its text was not broken into lines."""
    return line.kind is LineKind.TEXT and line.end - line.start > _ENDLESS


def _begins_paragraph(line: str, before: str, gap: _Gap, patterns: TextPatterns) -> bool:
    if _ENUMERATOR.match(line) or _HEADING.match(before):
        return True
    before = before.rstrip(" \t\u00a0*_")
    word = re.match(r"[\s*_]*([^\W\d_]+)", line)
    continues = word is not None and word[1][0].islower()
    if _closes(line, before, patterns, continues=continues) or _tells_the_day(line, before, patterns):
        return True
    opens_clause = word is not None and word[1].lower() in patterns.clause_openers
    set_apart = line[:1] in " \t*" or len(before) > _LONGEST_WRAPPED or _OPENING.fullmatch(before) is not None
    if before.endswith(_FINISHED) or (before.endswith(",") and opens_clause and set_apart):
        return True
    if gap.double_spaced:
        return gap.blanks > 1 and not (gap.interrupted and continues)
    if gap.blanks:
        return not (gap.interrupted and continues)
    return not (continues or (len(before) >= _WRAP_LENGTH and not gap.unwrapped))


def _tells_the_day(line: str, before: str, patterns: TextPatterns) -> bool:
    """Tell whether one of two lines says when a report was published."""
    return any(len(text) < _WRAP_LENGTH and patterns.published.match(text) is not None for text in (line, before))


def _closes(line: str, before: str, patterns: TextPatterns, *, continues: bool) -> bool:
    """Tell whether one of two lines says where and when the text was adopted; a wrapped line may only look so."""
    if any(pattern.match(text) for pattern in (patterns.signature, patterns.meeting, DAY) for text in (line, before)):
        return True
    if patterns.adopted.match(line) and len(before) < _WRAP_LENGTH:
        return True
    return not continues and patterns.adopted.match(before) is not None


def _assemble(lines: list[Line], text: str, role: Role, patterns: TextPatterns) -> Paragraph:
    """Join lines by one space; what is no body, whose footnote marks are still to be found, is cleaned at once."""
    pieces: list[str] = []
    segments: list[Segment] = []
    position = 0
    for line in lines:
        content = line.text(text)
        if pieces and _HYPHENATED.search(pieces[-1]):
            position -= len(pieces[-1]) - len(pieces[-1].rstrip())
            pieces[-1] = pieces[-1].rstrip()
            segments[-1] = replace(segments[-1], length=len(pieces[-1]))
        elif pieces:
            pieces.append(" ")
            position += 1
        segments.append(Segment(position, line.start, len(content)))
        pieces.append(content)
        position += len(content)
    plain = _NOT_PLAIN.sub(lambda found: _PLAIN[found[0]], "".join(pieces))
    paragraph = Paragraph(role, plain, tuple(segments), 0)
    if role is not Role.BODY:
        return _clean(paragraph)
    if patterns.joined:
        paragraph = _join_words(paragraph, patterns.joined)
    heading = _HEADING.match(paragraph.text)
    return replace(_cut(paragraph, [heading.span()]), heading=True) if heading else paragraph


def _clean(paragraph: Paragraph) -> Paragraph:
    """Take out mark-up and invisible characters, then the spaces that are too many; a footnote keeps its mark."""
    if _MARK_UP_SIGN.search(paragraph.text):
        note = _NOTE.match(paragraph.text) if paragraph.role is Role.FOOTNOTE else None
        paragraph = _without(paragraph, _MARK_UP.finditer(paragraph.text, note.end() if note else 0))
    if " ".join(paragraph.text.split()) == paragraph.text:
        return paragraph
    return _without(paragraph, _SPACES.finditer(paragraph.text))


def _join_words(paragraph: Paragraph, pattern: re.Pattern[str]) -> Paragraph:
    """Write "государств – членов" as one hyphenated word."""
    text, pieces, position = paragraph.text, [], 0
    cuts: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        start, end = match.end(1), match.start(2)
        dash = end - len(text[start:end].lstrip())
        pieces += [text[position:dash], "-"]
        position = dash + 1
        cuts += [(start, dash), (dash + 1, end)]
    return _cut(replace(paragraph, text="".join((*pieces, text[position:]))), cuts)


def _without_marks(body: list[Paragraph], numbers: list[str]) -> list[Paragraph]:
    """Take the footnote marks out of the body, in the order of the notes, and note which paragraph bears them."""
    places: dict[str, deque[tuple[int, int, int]]] = defaultdict(deque)
    for index, paragraph in enumerate(body if numbers else ()):
        for match in _MARK.finditer(paragraph.text):
            if match.lastgroup:
                places[_figures(match[match.lastgroup])].append((index, *match.span()))
    found: dict[int, list[tuple[str, tuple[int, int]]]] = defaultdict(list)
    last = (0, 0, 0)
    for number in numbers:
        candidates = places[number]
        while candidates and candidates[0] < last:
            candidates.popleft()
        if candidates:
            last = index, start, end = candidates.popleft()
            found[index].append((number, (start, end)))
    for index, marks in found.items():
        body[index] = replace(_cut(body[index], [cut for _, cut in marks]), marks=tuple(mark for mark, _ in marks))
    return body


def _figures(mark: str) -> str:
    """Return the number of a note that its mark bears, which may be raised: "¹²" → "12"."""
    return unicodedata.normalize("NFKC", mark)


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
