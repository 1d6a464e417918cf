"""How marks are put on paper: elements with escaped text and attributes, links, colours of the ground."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from comity.network import Network
from comity.network.xml_text import legal
from comity.visual.scene import Scene
from comity.visual.wording import WORDS

__all__ = ["FAINT", "INK", "PAPER", "Pen", "put"]

INK, PAPER, FAINT = "#1f2933", "#ffffff", "#eef1f4"
"""Text, ground and stripes on a light ground; presentation attributes, which the stylesheet overrides."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What every mark needs to know.

    Args:
        network: what is drawn.
        scene: where everything stands.
        language: of the words.
        base: what our own IRIs start with.
    """

    network: Network
    scene: Scene
    language: str
    base: str

    def word(self, key: str, **values: object) -> str:
        """Return words of the picture's own, with the values put in."""
        return WORDS[self.language][key].format(**values)

    def name(self, iri: str) -> str:
        """Return the name of a node, a kind of tie or an instrument spoken through."""
        network = self.network
        return network.node(iri).label(self.language) if iri in network else network.caption(iri, self.language)

    def link(self, parent: Element, iri: str) -> Element:
        """Return a link to the page of a resource; what has no address is grouped without one."""
        if iri.startswith(self.base):
            return put(parent, "a", href=f"/{iri.removeprefix(self.base)}")
        return put(parent, "a", href=iri) if iri.startswith(("https://", "http://")) else put(parent, "g")


def put(parent: Element, tag: str, text: str = "", **attributes: str | float) -> Element:
    """Add an element and return it; ``class_`` and ``stroke_width`` become ``class`` and ``stroke-width``."""
    written = {
        name.rstrip("_").replace("_", "-"): f"{value:.4g}" if isinstance(value, float) else legal(str(value))
        for name, value in attributes.items()
    }
    element = SubElement(parent, tag, written)
    element.text = legal(text) or None
    return element
