"""A network as one SVG element."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from comity.namespaces import BASE
from comity.network import Appearance, Network
from comity.visual.circle import circle
from comity.visual.columns import columns
from comity.visual.drawing import drawing
from comity.visual.scene import Scene
from comity.visual.shapes import category, look
from comity.visual.years import years

__all__ = ["Picture", "appearances", "draw", "stylesheet"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn network.

    Args:
        svg: one ``<svg>`` element to be put into a page as it is; the page serves `stylesheet`.
        width: in user units (CSS pixels at the natural size).
        height: the same.
        hidden: how many nodes are left out; the picture says it too.
    """

    svg: str
    width: float
    height: float
    hidden: int


def draw(network: Network, language: str = "ru", base: str = BASE, limit: int = 60) -> Picture:
    """Return the picture of a network: two columns, layers by year or a circle, as its projection asks.

    Args:
        network: what to draw.
        language: ``ru`` or ``en``.
        base: what our own IRIs start with; resources below it are links to ``/id/…`` on this server.
        limit: how many nodes to draw at most, two or more; those with the most ties and their neighbours are kept.
    """
    shown = _most_tied(network, limit)
    hidden = len(network.nodes) - len(shown.nodes)
    scene = _layout(shown, language)
    drawn = drawing(shown, scene, language, base, hidden)
    return Picture(drawn.svg, drawn.width, drawn.height, hidden)


def appearances(network: Network) -> Mapping[str, Appearance]:
    """Return where, how large and in which colour every node is drawn, by IRI; nothing is left out."""
    return {
        spot.node.iri: Appearance(
            round(spot.x, 1), round(spot.y, 1), round(spot.size, 1), look(category(network, spot.node)).colour
        )
        for spot in _layout(network, "ru").spots
    }


@cache
def stylesheet() -> str:
    """Return the stylesheet of the pictures: colours for light and for dark grounds, focus, pointing, print."""
    return (Path(__file__).parent / "network.css").read_text(encoding="utf-8")


def _layout(network: Network, language: str) -> Scene:
    if network.projection.two_mode:
        return columns(network, language)
    return years(network, language) if network.projection.directed else circle(network, language)


def _most_tied(network: Network, limit: int) -> Network:
    """Return the network of at most so many nodes: the best tied ones together with those they are tied to."""
    if len(network.nodes) <= limit:
        return network
    degree = dict(network.to_networkx().degree())
    kept: set[str] = set()
    for edge in sorted(network.edges, key=lambda edge: -degree[edge.source] - degree[edge.target]):
        ends = {edge.source, edge.target}
        if len(kept | ends) <= limit:
            kept |= ends
    nodes = tuple(node for node in network.nodes if node.iri in kept)
    return replace(
        network, nodes=nodes, edges=tuple(edge for edge in network.edges if {edge.source, edge.target} <= kept)
    )
