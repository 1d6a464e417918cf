"""What a layout decides: where everything stands, before anything is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from comity.network import Network, Node

__all__ = ["FONT", "LINE", "Band", "Point", "Scene", "Spot", "sizes"]

FONT = 13.0
"""Size of labels, in user units."""
LINE = 15.0
"""Distance of their base lines."""
Point = tuple[float, float]

_SMALLEST, _LARGEST = 13.0, 26.0


@dataclass(frozen=True, slots=True)
class Spot:
    """One node in its place.

    Args:
        node: which one.
        x: of its centre.
        y: of its centre, downwards.
        size: width of its shape.
        lines: its label.
        anchor: how the lines stand to (label_x, label_y): ``start``, ``middle`` or ``end``.
        label_x: where the lines begin, are centred or end.
        label_y: base line of the first one.
    """

    node: Node
    x: float
    y: float
    size: float
    lines: tuple[str, ...]
    anchor: str
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Band:
    """A named stripe behind the nodes; one without height is a heading only.

    Args:
        name: what is written on it.
        x: where the name stands.
        anchor: how it stands to that: ``start`` or ``end``.
        y: upper edge.
        height: down to the lower edge.
    """

    name: str
    x: float
    anchor: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A layout.

    Args:
        spots: all nodes, in their order.
        bands: from the top or from the left.
        width: of the whole.
        height: of the whole.
        bends: by source and target of a tie, the points where it passes through the layers between them.
    """

    spots: tuple[Spot, ...]
    bands: tuple[Band, ...]
    width: float
    height: float
    bends: Mapping[tuple[str, str], tuple[Point, ...]] = field(default_factory=dict)


def sizes(network: Network) -> Mapping[str, float]:
    """Return the width of every node: its area grows with the number of its ties."""
    degree = dict(network.to_networkx().degree())
    most = max(degree.values(), default=1) or 1
    return {iri: _SMALLEST + (_LARGEST - _SMALLEST) * (count / most) ** 0.5 for iri, count in degree.items()}
