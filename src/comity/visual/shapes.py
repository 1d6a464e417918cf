"""What stands for a broad class: a shape first, a colour second."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin

from comity.network import Network, Node
from comity.visual.scene import Point

__all__ = ["LOOKS", "Look", "category", "look", "outline"]


@dataclass(frozen=True, slots=True)
class Look:
    """Shape and colour of a broad class.

    Args:
        style: class name in the stylesheet.
        colour: on a light ground; the stylesheet has another one for a dark ground.
        corners: of the shape on a circle of radius 1, y downwards; none for the circle itself.
    """

    style: str
    colour: str
    corners: tuple[Point, ...]


def _regular(count: int, turn: float = 0.0) -> tuple[Point, ...]:
    angles = [2 * pi * (index / count + turn) - pi / 2 for index in range(count)]
    return tuple((round(cos(angle), 3), round(sin(angle), 3)) for angle in angles)


def _star(points: int) -> tuple[Point, ...]:
    outer, inner = _regular(points), _regular(points, 0.5 / points)
    return tuple(point for x, y in zip(outer, inner, strict=True) for point in (x, (y[0] * 0.5, y[1] * 0.5)))


_SHEET = ((-0.75, -1.0), (0.35, -1.0), (0.75, -0.6), (0.75, 1.0), (-0.75, 1.0))

# Colours after Okabe and Ito (2008), darkened to be told apart on white by most kinds of colour vision.
LOOKS: Mapping[str, Look] = {
    "State": Look("state", "#0065a3", ()),
    "Organization": Look("organization", "#8b3f87", _regular(4, 0.125)),
    "Body": Look("body", "#007a5a", _regular(6)),
    "Person": Look("person", "#8a5a00", _regular(3)),
    "Post": Look("post", "#8a5a00", _regular(3, 0.5)),
    "StakeholderGroup": Look("stakeholders", "#55606b", _regular(5)),
    "Event": Look("event", "#a3530f", _star(5)),
    "Instrument": Look("instrument", "#3f4c5c", _SHEET),
    "Initiative": Look("initiative", "#c4470a", _regular(4)),
}
_OTHER = Look("other", "#6b7280", _regular(8, 0.0625))


def category(network: Network, node: Node) -> str:
    """Return the broad class that a node is drawn as: among actors and initiatives, what is put forward comes first."""
    return "Initiative" if network.projection.two_mode and node.role != network.projection.roles[0] else node.category


def look(name: str) -> Look:
    """Return the look of a broad class; one of its own for anything else."""
    return LOOKS.get(name, _OTHER)


def outline(chosen: Look, x: float, y: float, size: float) -> str:
    """Return the shape about a centre as the ``d`` of an SVG path."""
    radius = size / 2
    if not chosen.corners:
        half = f"a{radius:.1f} {radius:.1f} 0 1 0"
        return f"M{x - radius:.1f} {y:.1f}{half} {size:.1f} 0{half} {-size:.1f} 0z"
    return "M" + "L".join(f"{x + radius * dx:.1f} {y + radius * dy:.1f}" for dx, dy in chosen.corners) + "z"
