"""What stands for a tie: a dash pattern and a colour for what it says, a width for its weight."""

from collections.abc import Mapping
from dataclasses import dataclass

from comity.namespaces import concept
from comity.network import Edge, Network

__all__ = ["STROKES", "Stroke", "stroke", "thickness"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How ties of one sort are drawn.

    Args:
        style: class name in the stylesheet, and the name of its words.
        colour: on a light ground.
        dashes: of the line; empty for an unbroken one.
        width: of the lightest line, in user units.
    """

    style: str
    colour: str
    dashes: str = ""
    width: float = 1.0


STROKES: Mapping[str, Stroke] = {
    declared.style: declared
    for declared in (
        Stroke("proposed", "#c4470a", width=2.2),
        Stroke("positive", "#0065a3"),
        Stroke("neutral", "#6b7280", "2 4"),
        Stroke("negative", "#b00020", "9 5"),
        Stroke("citation", "#3f4c5c"),
        Stroke("shared", "#0065a3"),
    )
}


def stroke(network: Network, edge: Edge) -> Stroke:
    """Return the stroke of a tie: of the strongest thing it says; opposition shows whatever else is said."""
    if not network.projection.directed:
        return STROKES["shared"]
    if not network.projection.two_mode:
        return STROKES["citation"]
    if edge.negative:
        return STROKES["negative"]
    if _says(edge, "proposes", "establishes"):
        return STROKES["proposed"]
    return STROKES["positive" if edge.positive else "neutral"]


def _says(edge: Edge, *kinds: str) -> bool:
    return any(concept("speech-act-kind", kind) in edge.kinds for kind in kinds)


def thickness(drawn: Stroke, edge: Edge, heaviest: float) -> float:
    """Return the width of a line: that of its sort, and up to 2 user units more by the square root of its weight."""
    return drawn.width + 2.0 * (edge.weight / heaviest) ** 0.5 if heaviest else drawn.width
