"""The marks of a picture: stripes, ties, nodes with their labels."""

from xml.etree.ElementTree import Element

from comity.namespaces import COMITY
from comity.network import Edge
from comity.visual.pen import FAINT, INK, PAPER, Pen, put
from comity.visual.routes import route
from comity.visual.scene import FONT, LINE, Band, Spot
from comity.visual.shapes import category, look, outline
from comity.visual.strokes import Stroke, stroke, thickness

__all__ = ["put_band", "put_line", "put_shape", "put_spot", "put_tie"]


def put_band(pen: Pen, parent: Element, band: Band, *, shaded: bool) -> None:
    """Draw a stripe, shaded or not, with its name."""
    if shaded and band.height:
        put(parent, "rect", class_="band", x=0.0, y=band.y, width=pen.scene.width, height=band.height, fill=FAINT)
    name = put(parent, "text", band.name, class_="band-name", x=band.x, y=band.y + 1.8 * FONT, fill=INK)
    name.attrib |= {"text-anchor": band.anchor, "font-weight": "600"}


def put_tie(pen: Pen, parent: Element, edge: Edge, spots: dict[str, Spot], heaviest: float) -> None:
    """Draw a tie as a link to its act, or else to its evidence; its title says it in words."""
    drawn = stroke(pen.network, edge)
    link = pen.link(parent, next(iter((*edge.acts, *edge.assertions)), ""))
    link.set("class", f"tie {drawn.style}")
    # Ties are for the pointer: by keyboard one gets from node to node, and the page has a table of ties.
    link.set("tabindex", "-1")
    put(link, "title", _told(pen, edge))
    way = route(pen.network, pen.scene, spots[edge.source], spots[edge.target])
    line = put_line(link, drawn, way, thickness(drawn, edge, heaviest))
    if pen.network.projection.directed and not pen.network.projection.two_mode:
        line.set("marker-end", f"url(#{pen.network.projection.name}-arrow)")


def _told(pen: Pen, edge: Edge) -> str:
    arrow = "→" if pen.network.projection.directed else "—"
    kinds = ", ".join(pen.network.caption(kind, pen.language) for kind in edge.kinds)
    parts = [f"{pen.name(edge.source)} {arrow} {pen.name(edge.target)}", kinds, pen.word("weight", weight=edge.weight)]
    if edge.via:
        parts.append(pen.word("via", names=", ".join(map(pen.name, edge.via))))
    parts.append(pen.word("documents", count=len(edge.documents)))
    return "; ".join(filter(None, parts))


def put_line(parent: Element, drawn: Stroke, way: str, width: float) -> Element:
    """Draw a line of a sort along a way."""
    line = put(parent, "path", class_="line", d=way, fill="none", stroke=drawn.colour, stroke_width=width)
    line.set("stroke-opacity", "0.55")
    if drawn.dashes:
        line.set("stroke-dasharray", drawn.dashes)
    return line


def put_spot(pen: Pen, parent: Element, spot: Spot) -> None:
    """Draw a node as a link to its page: shape, label with a halo, title with the whole name, class and date."""
    node = spot.node
    drawn_as = category(pen.network, node)
    link = pen.link(parent, node.iri)
    link.set("class", f"node {look(drawn_as).style}")
    kind = pen.network.caption(COMITY.iri + drawn_as, pen.language) if drawn_as else pen.word("other")
    put(link, "title", "; ".join(filter(None, (node.symbol, node.label(pen.language), kind, node.date))))
    known_only = pen.network.projection.ranked == "instrument" and not node.in_corpus
    put_shape(link, drawn_as, spot.x, spot.y, spot.size, hollow=known_only)
    label = put(
        link,
        "text",
        class_="label",
        text_anchor=spot.anchor,
        fill=INK,
        stroke=PAPER,
        stroke_width=4.0,
        stroke_linejoin="round",
        paint_order="stroke",
    )
    for index, text in enumerate(spot.lines):
        line = put(label, "tspan", text, x=spot.label_x, y=spot.label_y + LINE * index)
        if text == node.symbol:
            line.set("font-weight", "600")


def put_shape(parent: Element, name: str, x: float, y: float, size: float, *, hollow: bool = False) -> None:
    """Draw the shape of a broad class about a centre; a hollow one stands for what was not read."""
    drawn = look(name)
    put(
        parent,
        "path",
        class_=f"shape {drawn.style}{' hollow' if hollow else ''}",
        d=outline(drawn, x, y, size),
        fill=PAPER if hollow else drawn.colour,
        stroke=drawn.colour,
        stroke_width=2.0,
        stroke_linejoin="round",
    )
