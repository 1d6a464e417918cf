"""From a network to its picture: what to show, how to lay it out."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from comity.namespaces import BASE
from comity.network import Appearance, Network
from comity.visual.circle import circle
from comity.visual.columns import columns
from comity.visual.drawing import Picture, picture
from comity.visual.scene import Scene
from comity.visual.shapes import category, look
from comity.visual.years import years

__all__ = ["Picture", "appearances", "draw", "stylesheet"]


def draw(network: Network, language: str = "ru", base: str = BASE, limit: int = 60) -> Picture:
    """Return the picture of a network: two columns, layers by year or a circle, as its projection asks.

    Args:
        network: what to draw.
        language: ``ru`` or ``en``.
        base: what our own IRIs start with; resources below it are links to ``/id/…`` on this server.
        limit: how many nodes to draw at most, two or more; those with the most ties and their neighbours are kept.
    """
    shown = _most_tied(network, limit)
    return picture(shown, _layout(shown, language), language, base, hidden=len(network.nodes) - len(shown.nodes))


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
