"""The way of a tie across the picture, as the ``d`` of an SVG path."""

from comity.network import Network
from comity.visual.scene import LINE, Point, Scene, Spot

__all__ = ["route"]

_ARROW, _PASSAGE, _ARCH, _BOW = 6.0, 52.0, 26.0, 60.0


def route(network: Network, scene: Scene, start: Spot, end: Spot) -> str:
    """Return the way from one spot to another in a scene of the network."""
    if network.projection.two_mode:
        return _sideways(start, end)
    if network.projection.directed:
        return _layered(start, end, scene.bends[start.node.iri, end.node.iri])
    return f"M{_point(start.x, start.y)}L{_point(end.x, end.y)}"


def _sideways(start: Spot, end: Spot) -> str:
    if start.x == end.x:
        # Both stand in the right column: the way bows into the space between the columns.
        edge, bow = start.x - end.size / 2, start.x - _BOW
        return f"M{_point(edge, start.y)}C{_point(bow, start.y)} {_point(bow, end.y)} {_point(edge, end.y)}"
    middle = (start.x + end.x) / 2
    leave, arrive = start.x + start.size / 2, end.x - end.size / 2
    return f"M{_point(leave, start.y)}C{_point(middle, start.y)} {_point(middle, end.y)} {_point(arrive, end.y)}"


def _layered(start: Spot, end: Spot, bends: tuple[Point, ...]) -> str:
    if start.y == end.y:
        leave, arrive = _top(start), _top(end) - _ARROW
        arch = min(leave, arrive) - _ARCH
        return f"M{_point(start.x, leave)}C{_point(start.x, arch)} {_point(end.x, arch)} {_point(end.x, arrive)}"
    down = end.y > start.y
    passage = _PASSAGE if down else -_PASSAGE
    leave, arrive = (_bottom(start), _top(end) - _ARROW) if down else (_top(start), _bottom(end) + _ARROW)
    way, x, y = f"M{_point(start.x, leave)}", start.x, leave
    for bend_x, bend_y in bends:
        way += _swing(x, y, bend_x, bend_y - passage) + f"L{_point(bend_x, bend_y + passage)}"
        x, y = bend_x, bend_y + passage
    return way + _swing(x, y, end.x, arrive)


def _swing(x: float, y: float, to_x: float, to_y: float) -> str:
    """Return a curve that leaves and arrives upright."""
    middle = (y + to_y) / 2
    return f"C{_point(x, middle)} {_point(to_x, middle)} {_point(to_x, to_y)}"


def _top(spot: Spot) -> float:
    return spot.y - spot.size / 2


def _bottom(spot: Spot) -> float:
    return spot.label_y + LINE * (len(spot.lines) - 1) + _ARROW


def _point(x: float, y: float) -> str:
    return f"{x:.1f} {y:.1f}"
