"""A scene to one SVG element: frame, stripes, ties, nodes, legend."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, tostring

from comity.network import Network
from comity.visual.legend import put_legend
from comity.visual.marks import put_band, put_spot, put_tie
from comity.visual.pen import INK, Pen, put
from comity.visual.scene import FONT, Scene
from comity.visual.strokes import STROKES

__all__ = ["Picture", "picture"]

_MARGIN, _NOTE = 16.0, 26.0
_FONTS = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn network.

    Args:
        svg: one ``<svg>`` element to be put into a page as it is; the page serves `comity.visual.stylesheet`.
        width: in user units (CSS pixels at the natural size).
        height: the same.
        hidden: how many nodes are left out; the picture says it too.
    """

    svg: str
    width: float
    height: float
    hidden: int


def picture(network: Network, scene: Scene, language: str, base: str, hidden: int) -> Picture:
    """Return a network drawn as its scene lays it out."""
    pen = Pen(network, scene, language, base)
    name = network.projection.name
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "class": f"network {name}", "lang": language})
    root.attrib |= {"role": "group", "aria-labelledby": f"{name}-title", "aria-describedby": f"{name}-description"}
    root.attrib |= {"font-family": _FONTS, "font-size": f"{FONT:g}"}
    put(root, "title", network.projection.titles[language], id=f"{name}-title")
    put(
        root,
        "desc",
        " ".join((network.projection.descriptions[language], *_notes(pen, hidden))),
        id=f"{name}-description",
    )
    _put_arrow(root, name)
    _put_marks(pen, root)
    bottom = put_legend(pen, root, scene.height + _MARGIN) if network.nodes else scene.height
    for note in _notes(pen, hidden):
        bottom += _NOTE
        put(root, "text", note, class_="note", x=0.0, y=bottom, fill=INK)
    width, height = scene.width + 2 * _MARGIN, bottom + 2 * _MARGIN
    root.attrib |= {
        "viewBox": f"{-_MARGIN:g} {-_MARGIN:g} {width:g} {height:g}",
        "width": f"{width:g}",
        "height": f"{height:g}",
    }
    return Picture(tostring(root, encoding="unicode"), width, height, hidden)


def _notes(pen: Pen, hidden: int) -> list[str]:
    network = pen.network
    if not network.nodes:
        return [pen.word("empty")]
    sizes = {"nodes": len(network.nodes), "edges": len(network.edges), "documents": len(network.documents)}
    left_out = [pen.word("hidden", shown=len(network.nodes), hidden=hidden)] if hidden else []
    return [pen.word("size", **sizes), *left_out]


def _put_arrow(root: Element, name: str) -> None:
    box = {"viewBox": "0 0 8 8", "refX": "2", "refY": "4", "markerUnits": "userSpaceOnUse", "orient": "auto"}
    marker = put(put(root, "defs"), "marker", id=f"{name}-arrow", markerWidth=8.0, markerHeight=8.0, **box)
    put(marker, "path", class_="arrow", d="M0 0L8 4L0 8z", fill=STROKES["citation"].colour)


def _put_marks(pen: Pen, root: Element) -> None:
    network, scene = pen.network, pen.scene
    bands = put(root, "g", class_="bands")
    for index, band in enumerate(scene.bands):
        put_band(pen, bands, band, shaded=index % 2 == 0)
    spots = {spot.node.iri: spot for spot in scene.spots}
    heaviest = max((edge.weight for edge in network.edges), default=0.0)
    ties = put(root, "g", class_="ties")
    # Thin ties on top of thick ones.
    for edge in sorted(network.edges, key=lambda edge: -edge.weight):
        put_tie(pen, ties, edge, spots, heaviest)
    nodes = put(root, "g", class_="nodes")
    for spot in scene.spots:
        put_spot(pen, nodes, spot)
