"""Two columns: actors on the left, initiatives on the right, labels outside, ties between."""

from comity.network import Network, Node
from comity.visual.lettering import lines
from comity.visual.scene import FONT, LINE, Band, Scene, Spot, sizes
from comity.visual.untangling import untangled
from comity.visual.wording import WORDS

__all__ = ["columns"]

_LEFT_LABEL, _MIDDLE, _RIGHT_LABEL = 215.0, 300.0, 390.0
_ROW, _HEADER, _GAP = 40.0, 46.0, 18.0


def columns(network: Network, language: str) -> Scene:
    """Return a two-mode network in two columns; an initiative that acts itself stands among the initiatives."""
    words, size = WORDS[language], sizes(network)
    names = {node.iri: node.label(language) for node in network.nodes}
    by_ties = sorted(network.nodes, key=lambda node: (-size[node.iri], names[node.iri], node.iri))
    left = [node.iri for node in by_ties if node.role == network.projection.roles[0]]
    right = [node.iri for node in by_ties if node.role != network.projection.roles[0]]
    left, right = untangled((left, right), [(edge.source, edge.target) for edge in network.edges])
    height = _ROW * max(len(left), len(right))
    spots = {}
    for column, side in ((left, -1), (right, 1)):
        for index, iri in enumerate(column):
            y = _HEADER + height * (index + 0.5) / len(column)
            spots[iri] = _spot(network.node(iri), names[iri], size[iri], side, y)
    first, second = network.projection.roles
    end = _LEFT_LABEL + _MIDDLE
    return Scene(
        spots=tuple(spots[node.iri] for node in network.nodes),
        bands=(
            Band(words[first], _LEFT_LABEL - _GAP, "end", 0.0, 0.0),
            Band(words[second], end + _GAP, "start", 0.0, 0.0),
        ),
        width=end + _RIGHT_LABEL,
        height=_HEADER + height,
    )


def _spot(node: Node, name: str, size: float, side: int, y: float) -> Spot:
    room = (_LEFT_LABEL if side < 0 else _RIGHT_LABEL) - _GAP
    label = lines(name, room, FONT, most=2)
    x = _LEFT_LABEL if side < 0 else _LEFT_LABEL + _MIDDLE
    return Spot(
        node=node,
        x=x,
        y=y,
        size=size,
        lines=label,
        anchor="end" if side < 0 else "start",
        label_x=x + side * _GAP,
        label_y=y + FONT * 0.35 - LINE * (len(label) - 1) / 2,
    )
