"""The legend: the shapes and lines that occur in the picture, each with its name."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from comity.namespaces import COMITY
from comity.visual.lettering import text_width
from comity.visual.marks import put_line, put_shape
from comity.visual.pen import INK, Pen, put
from comity.visual.scene import FONT
from comity.visual.shapes import LOOKS, category
from comity.visual.strokes import STROKES, stroke

__all__ = ["put_legend"]

_ROW, _SAMPLE, _GAP = 24.0, 34.0, 22.0


def put_legend(pen: Pen, parent: Element, top: float) -> float:
    """Draw the legend below a height, in as many rows as it takes, and return where it ends."""
    legend = put(parent, "g", class_="legend")
    x, y = 0.0, top + _ROW / 2
    for name, sample in _entries(pen):
        width = _SAMPLE + text_width(name, FONT) + _GAP
        if x and x + width > pen.scene.width:
            x, y = 0.0, y + _ROW
        sample(legend, x, y)
        put(legend, "text", name, x=x + _SAMPLE, y=y + FONT * 0.35, fill=INK)
        x += width
    return y + _ROW / 2


def _entries(pen: Pen) -> Iterator[tuple[str, Callable[[Element, float, float], None]]]:
    network = pen.network
    drawn = {category(network, node) for node in network.nodes}
    for name in (*(name for name in LOOKS if name in drawn), *sorted(drawn - LOOKS.keys())):
        title = network.caption(COMITY.iri + name, pen.language) if name else pen.word("other")
        if network.projection.ranked != "instrument":
            yield title, _shape(name, hollow=False)
            continue
        for read, key in ((True, "read"), (False, "not-read")):
            if any(node.in_corpus == read and category(network, node) == name for node in network.nodes):
                yield f"{title}: {pen.word(key)}", _shape(name, hollow=not read)
    styles = {stroke(network, edge).style for edge in network.edges}
    for style in STROKES:
        if style in styles:
            yield pen.word(style), _line(style)


def _shape(name: str, *, hollow: bool) -> Callable[[Element, float, float], None]:
    return lambda parent, x, y: put_shape(parent, name, x + _SAMPLE / 2, y, 15.0, hollow=hollow)


def _line(style: str) -> Callable[[Element, float, float], None]:
    def sample(parent: Element, x: float, y: float) -> None:
        group = put(parent, "g", class_=f"tie {style}")
        put_line(group, STROKES[style], f"M{x + 4:.1f} {y:.1f}H{x + _SAMPLE - 6:.1f}", STROKES[style].width + 1.0)

    return sample
