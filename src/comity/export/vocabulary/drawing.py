"""The class diagram as one SVG element, coloured by the stylesheet of the page."""

from xml.etree.ElementTree import Element, SubElement, tostring

from comity.export.vocabulary.arrangement import INDENT, ROW, SIZE, Arrangement, Box, Line, Place, arrange
from comity.export.vocabulary.cards import cards
from comity.export.vocabulary.entries import Describer

__all__ = ["diagram"]

_EDGE, _HUES = 4.0, 6


def diagram(describer: Describer) -> str:
    """Return the classes and the main properties between them as ``<svg>``; every word is a link to its explanation."""

    def label(name: str) -> str:
        return describer.reference(name).label

    arrangement = arrange(cards(describer.ontology, label))
    words = describer.wording.words
    root = _root(arrangement)
    _put(root, "title", words["diagram"], id="diagram-title")
    _put(root, "desc", words["diagram_description"], id="diagram-description")
    runs = " ".join(f"M{place.port:g} {place.y:g}H{x:g}" for place, x in arrangement.runs.items())
    _put(root, "path", class_="run", d=runs)
    for index, line in enumerate(arrangement.lines):
        _put_line(root, line, index % _HUES)
    for box in arrangement.boxes:
        _put_box(describer, root, box)
    return tostring(root, encoding="unicode")


def _root(arrangement: Arrangement) -> Element:
    width, height = arrangement.width + 2 * _EDGE, arrangement.height + 2 * _EDGE
    return Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "diagram",
            "role": "group",
            "aria-labelledby": "diagram-title",
            "aria-describedby": "diagram-description",
            "viewBox": f"{-_EDGE:g} {-_EDGE:g} {width:g} {height:g}",
            "width": f"{width:g}",
            "height": f"{height:g}",
            "font-size": f"{SIZE:g}",
        },
    )


def _put_box(describer: Describer, root: Element, box: Box) -> None:
    group = _put(root, "g", class_="card")
    _put(group, "rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=4.0)
    for place in box.places:
        _put_branch(describer, group, box, place)
    for place in box.places:
        row = place.row
        link = _put(group, "a", href=describer.reference(row.name).href)
        if row.targets:
            _put(link, "title", f"{row.label} → {', '.join(describer.reference(name).label for name in row.targets)}")
        kind = ("top" if row.depth == 0 else "class") if row.is_class else "property"
        _put(link, "text", row.label, class_=kind, x=place.x, y=place.y + SIZE * 0.35)


def _put_branch(describer: Describer, group: Element, box: Box, place: Place) -> None:
    """Draw the elbow from a class down to one of its sub-classes."""
    parents = describer.ontology.parents(place.row.name) if place.row.is_class else ()
    for above in box.places:
        if above.row.name in parents:
            x = above.x + INDENT * 0.3
            _put(group, "path", class_="branch", d=f"M{x:g} {above.y + ROW * 0.4:g}V{place.y:g}H{place.x - 3:g}")


def _put_line(root: Element, line: Line, hue: int) -> None:
    """Draw the line of a class: a dot for each property that joins it, an arrow at the class."""
    target = line.target
    group = _put(root, "g", class_=f"line hue-{hue}")
    _put(group, "title", f"→ {target.row.label}")
    top, bottom = line.span
    towards = 1 if target.port > line.x else -1
    _put(group, "path", d=f"M{line.x:g} {top:g}V{bottom:g}M{line.x:g} {target.y:g}H{target.port:g}")
    for source in line.sources:
        _put(group, "circle", cx=line.x, cy=source.y, r=3.0)
    tip, back = target.port, target.port - 9 * towards
    _put(group, "polygon", points=f"{tip:g},{target.y:g} {back:g},{target.y - 4.5:g} {back:g},{target.y + 4.5:g}")


def _put(parent: Element, tag: str, text: str = "", **attributes: str | float) -> Element:
    """Add an element and return it; ``class_`` becomes ``class``."""
    written = {
        name.rstrip("_"): f"{value:g}" if isinstance(value, float) else str(value) for name, value in attributes.items()
    }
    element = SubElement(parent, tag, written)
    element.text = text or None
    return element
