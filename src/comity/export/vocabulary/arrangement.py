"""Where the parts of the class diagram stand.

Cards stand in two columns. From every property a line runs into the channel between them and meets there the line of
each class that it leads to, which ends in an arrow at the class. Every line has a lane of its own: rows of the left and
of the right column lie half a row apart, and every class has its own vertical line. So lines cross but never run
together, and none crosses a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from comity.export.vocabulary.cards import Card, Row

__all__ = ["INDENT", "ROW", "SIZE", "Arrangement", "Box", "Line", "Place", "arrange"]

SIZE = 13.0
"""Of the letters, in user units; CSS pixels at the natural size."""
ROW, INDENT = 21.0, 16.0
_PADDING, _LANE, _MARGIN = 12.0, 17.0, 30.0
_NARROW, _WIDE = frozenset(" .,:;!|'()-fijlrt"), frozenset("mwMWЖШЩМФЮЫДжшщмфюы→—")


@dataclass(frozen=True, slots=True)
class Place:
    """A row on its place: where its words begin, its middle line, where its card has its port to the channel."""

    row: Row
    x: float
    y: float
    port: float


@dataclass(frozen=True, slots=True)
class Box:
    """The frame of a card with its rows."""

    x: float
    y: float
    width: float
    height: float
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """All that leads to one class: its vertical line and the places of the properties that join it."""

    target: Place
    x: float
    sources: tuple[Place, ...]

    @property
    def span(self) -> tuple[float, float]:
        """The upper and the lower end."""
        heights = [self.target.y, *(source.y for source in self.sources)]
        return min(heights), max(heights)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The whole picture, from (0, 0) to (width, height)."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]

    @property
    def runs(self) -> dict[Place, float]:
        """How far into the channel the line of each property runs: to the last of the lines that it joins."""
        joined: dict[Place, list[float]] = {}
        for line in self.lines:
            for source in line.sources:
                joined.setdefault(source, []).append(line.x)
        return {place: max(joined[place], key=lambda x: abs(x - place.port)) for place in joined}


def arrange(cards: Sequence[Card]) -> Arrangement:
    """Return where everything stands; cards keep their order, the left column first."""
    split = _split(cards)
    columns = cards[:split], cards[split:]
    left, right = (max(map(_card_width, column)) for column in columns)
    targets = dict.fromkeys(target for card in cards for row in card.rows for target in row.targets)
    channel = 2 * _MARGIN + _LANE * (len(targets) - 1)
    boxes = (
        *_boxes(columns[0], 0.0, left, left, 0.0),
        *_boxes(columns[1], left + channel, right, left + channel, ROW / 2),
    )
    return Arrangement(
        width=left + channel + right,
        height=max(box.y + box.height for box in boxes),
        boxes=boxes,
        lines=_lines(boxes, left + _MARGIN),
    )


def text_width(row: Row) -> float:
    """Return the width of the words of a row in a sans-serif font: a safe estimate without the font at hand."""
    widths = (0.38 if char in _NARROW else 0.92 if char in _WIDE else 0.64 for char in row.label)
    return SIZE * (1.06 if row.is_class else 1.0) * sum(widths)


def _split(cards: Sequence[Card]) -> int:
    """Return how many cards make the left column, for two columns of about one height."""
    heights = list(accumulate(map(_card_height, cards)))
    return min(range(1, len(cards)), key=lambda count: abs(2 * heights[count - 1] - heights[-1]))


def _card_height(card: Card) -> float:
    """Return the height with the gap below: whole rows, so that the columns stay half a row apart."""
    return ROW * (len(card.rows) + 2)


def _card_width(card: Card) -> float:
    return max(text_width(row) + INDENT * row.depth for row in card.rows) + 2 * _PADDING


def _boxes(column: Sequence[Card], x: float, width: float, port: float, top: float) -> list[Box]:
    boxes = []
    for card in column:
        places = tuple(
            Place(row, x + _PADDING + INDENT * row.depth, top + _PADDING / 2 + ROW * (index + 0.5), port)
            for index, row in enumerate(card.rows)
        )
        boxes.append(Box(x, top, width, ROW * len(card.rows) + _PADDING, places))
        top += _card_height(card)
    return boxes


def _lines(boxes: Sequence[Box], x: float) -> tuple[Line, ...]:
    places = [place for box in boxes for place in box.places]
    joined: dict[str, list[Place]] = {}
    for place in places:
        for target in place.row.targets:
            joined.setdefault(target, []).append(place)
    targets = sorted((place for place in places if place.row.name in joined), key=lambda place: (place.port, place.y))
    return tuple(
        Line(target, x + _LANE * index, tuple(joined[target.row.name])) for index, target in enumerate(targets)
    )
