"""A circle whose nodes stand at even heights on both sides, so that the labels outside it never meet."""

from collections import defaultdict

from comity.network import Network, Node
from comity.visual.lettering import lines
from comity.visual.scene import FONT, Scene, Spot, sizes

__all__ = ["circle"]

_ROW, _GAP, _LABEL, _MARGIN = 32.0, 18.0, 230.0, 24.0
_SMALLEST_RADIUS = 150.0


def circle(network: Network, language: str) -> Scene:
    """Return the nodes on a circle, those with the heaviest ties side by side."""
    order, size = _neighbourly(network), sizes(network)
    right = order[: (len(order) + 1) // 2]
    left = order[len(right) :][::-1]
    radius = max(_SMALLEST_RADIUS, _ROW * len(right) / 2)
    spots = {}
    for half, side in ((right, 1), (left, -1)):
        for index, iri in enumerate(half):
            up = radius * (1.0 - 2.0 * (index + 0.5) / len(half))
            spots[iri] = _spot(network.node(iri), language, size[iri], side, radius, up)
    width = 2.0 * (radius + _LABEL)
    height = 2.0 * (radius + _MARGIN)
    return Scene(tuple(spots[node.iri] for node in network.nodes), (), width, height)


def _neighbourly(network: Network) -> list[str]:
    """Return the nodes in a row: after each one the free one with the heaviest tie to the few before it."""
    weight: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for edge in network.edges:
        weight[edge.source][edge.target] = weight[edge.target][edge.source] = edge.weight
    total = {node.iri: sum(weight[node.iri].values()) for node in network.nodes}
    order: list[str] = []
    free = set(total)
    while free:
        last = order[-3:]
        order.append(min(free, key=lambda iri: (-sum(weight[iri].get(near, 0.0) for near in last), -total[iri], iri)))
        free.remove(order[-1])
    return order


def _spot(node: Node, language: str, size: float, side: int, radius: float, up: float) -> Spot:
    centre_x, centre_y = radius + _LABEL, radius + _MARGIN
    x = centre_x + side * (radius**2 - up**2) ** 0.5
    y = centre_y - up
    return Spot(
        node=node,
        x=x,
        y=y,
        size=size,
        lines=lines(node.label(language), _LABEL - _GAP, FONT, most=1),
        anchor="start" if side > 0 else "end",
        label_x=x + side * _GAP,
        label_y=y + FONT * 0.35,
    )
