"""Layers by year, the newest on top, so that citations lead down to what an instrument rests on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from comity.network import Edge, Network, Node
from comity.visual.lettering import lines
from comity.visual.scene import FONT, Band, Scene, Spot, sizes
from comity.visual.untangling import placed, untangled
from comity.visual.wording import WORDS

__all__ = ["years"]

_GUTTER, _ROOM = 90.0, 910.0
_ROW, _SHAPE, _LABEL_GAP = 148.0, 38.0, 14.0
_NODE, _BEND = 180.0, 18.0
_ABREAST = 5
_MOST_LED_WAYS = 1000
"""With more ties than that none is led around nodes: nobody could follow it."""
_TITLE_LINES = 4


def years(network: Network, language: str) -> Scene:
    """Return the nodes in rows by year of their date, with ties led between the nodes of the rows they pass.

    A year of many nodes has several rows; the undated come last.
    """
    layers = _layers(network)
    level = {iri: index for index, (_, row) in enumerate(layers) for iri in row}
    ways = [_way(edge, level, led=len(network.edges) <= _MOST_LED_WAYS) for edge in network.edges]
    across, room = _across([row for _, row in layers], ways)
    size = sizes(network)
    return Scene(
        spots=tuple(
            _spot(node, language, size[node.iri], across[node.iri], level[node.iri] * _ROW + _SHAPE)
            for node in network.nodes
        ),
        bands=_bands([year for year, _ in layers], WORDS[language]["undated"]),
        width=_GUTTER + room,
        height=_ROW * len(layers),
        bends={
            (edge.source, edge.target): tuple((across[name], row * _ROW + _ROW / 2) for name, row in way[1:-1])
            for edge, way in zip(network.edges, ways, strict=True)
        },
    )


def _layers(network: Network) -> list[tuple[str, list[str]]]:
    """Return (year, nodes) from the top, years of many nodes in rows of nearly equal length."""
    of_year: defaultdict[str, list[str]] = defaultdict(list)
    for node in network.nodes:
        of_year[node.date[:4]].append(node.iri)
    rows = []
    abreast = max(_ABREAST, int(len(network.nodes) ** 0.5 / 2))
    for year in sorted(of_year, reverse=True):
        nodes = of_year[year]
        count = -(-len(nodes) // abreast)
        cuts = [len(nodes) * row // count for row in range(count + 1)]
        rows += [(year, nodes[start:end]) for start, end in pairwise(cuts)]
    return rows


def _way(edge: Edge, level: Mapping[str, int], *, led: bool) -> list[tuple[str, int]]:
    """Return (name, row) of the source, of a bend in every row between if it is to be led, and of the target."""
    start, end = level[edge.source], level[edge.target]
    step = 1 if end > start else -1
    # All ways to one target pass a row at the same place: they join like streams, and lead nowhere else.
    bends = [(f"{edge.target} {row}", row) for row in range(start + step, end, step)] if led else []
    return [(edge.source, start), *bends, (edge.target, end)]


def _across(rows: Sequence[Sequence[str]], ways: Sequence[list[tuple[str, int]]]) -> tuple[dict[str, float], float]:
    """Return where nodes and bends stand from left to right, and the room they take."""
    bends = dict(bend for way in ways for bend in way[1:-1])
    members = [[*row, *(name for name, at in bends.items() if at == level)] for level, row in enumerate(rows)]
    widths = {iri: _NODE for row in rows for iri in row} | dict.fromkeys(bends, _BEND)
    links = [(one, other) for way in ways for (one, _), (other, _) in pairwise(way)]
    # Bends are drawn to the target, not to each other: a way turns once, below its source, and then falls straight.
    pulls = [(name, way[-1][0]) for way in ways for name, _ in way[1:-1]]
    pulls += [(way[0][0], way[1][0]) for way in ways]
    room = max([_ROOM, *(sum(widths[name] for name in row) for row in members)])
    across = placed(untangled(members, links), pulls, widths, room)
    return {name: _GUTTER + x for name, x in across.items()}, room


def _spot(node: Node, language: str, size: float, x: float, y: float) -> Spot:
    name = node.label(language)
    title = () if name == node.symbol else lines(name, _NODE - 8.0, FONT, _TITLE_LINES)
    label = (node.symbol, *title) if node.symbol else title
    return Spot(node, x, y, size, label, "middle", x, y + size / 2 + _LABEL_GAP)


def _bands(years_of_rows: list[str], undated: str) -> tuple[Band, ...]:
    bands, row = [], 0
    for year, rows in groupby(years_of_rows):
        count = len(list(rows))
        bands.append(Band(year or undated, FONT, "start", row * _ROW, count * _ROW))
        row += count
    return tuple(bands)
