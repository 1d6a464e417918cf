"""Printed pages become lines in reading order: columns one after the other, running heads left out, notes apart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from operator import attrgetter
from statistics import median

__all__ = ["NOTE", "Fragment", "Page", "body_size", "reading_order"]

NOTE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}(?=\s)|\*{1,3})\s*(?=\S)")
"""The mark at the beginning of a footnote."""

_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|страница|стр\.?|с\.)\s*)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?\W*"
    r"|\d{2}-\d{5}(?:\s.*)?|[ASE]/\S+(?:\s\(\d{4}\))?",
    re.IGNORECASE,
)
_EDGE_NUMBER = re.compile(r"^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$")
_ENUMERATOR = re.compile(r"\(?\d{1,3}[.)]?|\(?[a-zа-яA-Z]{1,4}[.)]|[-–—•●▪*]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_RULE = re.compile(r"[_‗─—]{5,}")
_SMALL = 0.93
_EDGE_ROWS = 3
_MARGIN_SHARE = 0.15
_COLUMN_LINES = 6
_COLUMN_FILLED = 0.55
_CROSSING_SHARE = 0.25
_SPACE = 0.17
_WIDE = 3.0
_WIDE_NUMBER = 6.0
_EVEN_GAPS = 0.8


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words on one line without a wide gap between them; lengths are in points, and `base` grows upwards.

    `head` is the width of the first word; `column` is (1, 2) in the first of two columns and (1, 1) in the only one.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    head: float = 0.0
    bold: bool = False
    page: int = 0
    column: tuple[int, int] = (1, 1)


_Row = list[Fragment]
_Pattern = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """The fragments of a page from top to bottom, those of one line from left to right."""

    number: int
    width: float
    height: float
    fragments: tuple[Fragment, ...]


def reading_order(pages: Sequence[Page]) -> tuple[list[Fragment], list[Fragment]]:
    """Return the lines of the body and those of the footnotes, each in the order in which they are read."""
    size = body_size(fragment for page in pages for fragment in page.fragments)
    body: list[Fragment] = []
    notes: list[Fragment] = []
    kept = list(_without_running_heads(pages, size))
    gutters = [_gutter(rows, page.width) for page, rows in zip(pages, kept, strict=True)]
    usual = Counter(gutters).most_common(1)[0][0] if gutters else None
    for rows, gutter in zip(kept, gutters, strict=True):
        for column in _columns(rows, gutter or usual):
            text, below = _without_notes([part for row in column for part in _joined(row)], size)
            body += text
            notes += below
    return body, notes


def body_size(fragments: Iterable[Fragment]) -> float:
    """Return the size of most of the letters, in points."""
    letters: Counter[float] = Counter()
    for fragment in fragments:
        letters[round(fragment.size * 2) / 2] += len(fragment.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _without_running_heads(pages: Sequence[Page], size: float) -> Iterator[list[_Row]]:
    """Yield the lines of each page but those at its edges that repeat, number it, or are small heads of later pages."""
    rows = [[list(row) for _, row in groupby(page.fragments, key=attrgetter("base"))] for page in pages]
    edges = [(of_page[:_EDGE_ROWS], of_page[: -_EDGE_ROWS - 1 : -1]) for of_page in rows]
    repeated = Counter(key for top, bottom in edges for key in {_pattern(row) for row in (*top, *bottom)})
    for page, of_page, (top, bottom) in zip(pages, rows, edges, strict=True):
        heads = [_is_running(row, page, repeated) or _is_small_head(row, page, size) for row in top]
        feet = [_is_running(row, page, repeated) for row in bottom]
        yield of_page[[*heads, False].index(False) : len(of_page) - [*feet, False].index(False)]


def _is_running(row: _Row, page: Page, repeated: Counter[_Pattern]) -> bool:
    at_edge = not _MARGIN_SHARE * page.height < row[0].base < (1 - _MARGIN_SHARE) * page.height
    return at_edge and (repeated[_pattern(row)] > 1 or _is_page_number(row, page))


def _is_small_head(row: _Row, page: Page, size: float) -> bool:
    above = row[0].base > (1 - _MARGIN_SHARE) * page.height
    return above and page.number > 1 and max(part.size for part in row) <= _SMALL * size


def _pattern(row: _Row) -> _Pattern:
    """Return what repeats from page to page: height and words, and how far a number beside them is from the page's."""
    text = " ".join(part.text for part in row if not _PAGE_NUMBER.fullmatch(part.text))
    number = _EDGE_NUMBER.search(text)
    offset = int(number[0]) - row[0].page if number else 0
    return round(row[0].base), _EDGE_NUMBER.sub("", text), offset


def _is_page_number(row: _Row, page: Page) -> bool:
    """Tell a line of the page's number, or on later pages of the document's symbol, whatever stands far beside it."""
    found = [part for part in row if _PAGE_NUMBER.fullmatch(part.text)]
    apart = all(right.left - left.right > _WIDE * left.size for left, right in pairwise(row))
    return (len(found) == len(row) or (apart and bool(found))) and (
        page.number > 1 or not any(part.text[:1].isalpha() and "/" in part.text for part in found)
    )


def _without_notes(column: list[Fragment], size: float) -> tuple[list[Fragment], list[Fragment]]:
    """Part a column and its footnotes: what follows a rule or a raised mark, or small lines from a mark on."""
    for index, fragment in enumerate(column):
        if _RULE.fullmatch(fragment.text):
            return column[:index], column[index + 1 :]
        if _RAISED.match(fragment.text) and fragment.size <= size:
            return column[:index], column[index:]
    small = list(takewhile(lambda fragment: fragment.size <= _SMALL * size, reversed(column)))[::-1]
    first = next((index for index, fragment in enumerate(small) if NOTE.match(fragment.text)), len(small))
    place = len(column) - len(small) + first
    return column[:place], column[place:]


def _columns(rows: list[_Row], gutter: float | None) -> Iterator[list[_Row]]:
    """Yield the columns of a page in reading order; a line across both parts what is above it from what is below."""
    if gutter is None or sum(_crosses(row, gutter) for row in rows) > len(rows) / 2:
        yield rows
        return
    for crosses, group in groupby(rows, key=lambda row: _crosses(row, gutter)):
        band = list(group)
        if crosses:
            yield band
            continue
        for index in (1, 2):
            sides = [[part for part in row if (part.left >= gutter) == (index == 2)] for row in band]  # noqa: PLR2004
            yield [[replace(part, column=(index, 2)) for part in side] for side in sides if side]


def _gutter(rows: list[_Row], width: float) -> float | None:
    """Return where two columns of text part, in points from the left, or None where there is one column."""
    best: tuple[int, float] | None = None
    for place in range(int(0.3 * width), int(0.7 * width), 2):
        free = [row for row in rows if not _crosses(row, place)]
        left = [side for row in free if (side := [part for part in row if part.right <= place])]
        right = [side for row in free if (side := [part for part in row if part.left >= place])]
        crossing = len(rows) - len(free)
        if min(len(left), len(right)) < _COLUMN_LINES or crossing > _CROSSING_SHARE * len(rows):
            continue
        if (best is None or crossing < best[0]) and _is_filled(left, right, place):
            best = crossing, place
    return best[1] if best else None


def _crosses(row: _Row, place: float) -> bool:
    return any(part.left < place < part.right for part in row)


def _is_filled(left: list[_Row], right: list[_Row], place: float) -> bool:
    """Tell columns of text from those of a table, whose cells are mostly empty."""
    start, end = min(row[0].left for row in left), max(row[-1].right for row in right)
    widths = (place - start, left), (end - place, right)
    return all(median(row[-1].right - row[0].left for row in side) >= _COLUMN_FILLED * room for room, side in widths)


def _joined(row: _Row) -> _Row:
    """Join what stands side by side: all in a narrow column, words set wide to fill the line, a number and words."""
    gaps = [right.left - left.right for left, right in pairwise(row)]
    stretched = row[0].column[1] > 1 or (len(gaps) > 1 and min(gaps) > _EVEN_GAPS * max(gaps))
    parts = row[:1]
    for gap, part in zip(gaps, row[1:], strict=True):
        last = parts[-1]
        if not stretched and gap > (_WIDE_NUMBER if _ENUMERATOR.fullmatch(last.text) else _WIDE) * last.size:
            parts.append(part)
            continue
        space = " " if gap > _SPACE * last.size else ""
        size = max(last, part, key=lambda piece: len(piece.text)).size
        text, bold, head = f"{last.text}{space}{part.text}", last.bold and part.bold, last.head or part.head
        parts[-1] = replace(last, text=text, right=part.right, size=size, bold=bold, head=head)
    return parts
