"""Layers whose ties cross little and run straight: the method of Sugiyama, Tagawa and Toda (1981)."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

__all__ = ["placed", "untangled"]

_SWEEPS = 8

Links = Collection[tuple[str, str]]


def untangled(layers: Sequence[Sequence[str]], links: Links) -> list[list[str]]:
    """Return the layers with their members moved towards the middle of those they are linked to.

    Members without links, and those whose middles are equal, keep the order they come in.
    """
    linked = _linked(links)
    ordered = [list(layer) for layer in layers]
    place = {member: at for layer in ordered for member, at in _places(layer)}
    for _ in range(_SWEEPS):
        for layer in (*ordered, *reversed(ordered)):
            middle = {member: _middle(member, linked, place) for member in layer}
            layer.sort(key=middle.__getitem__)
            place.update(_places(layer))
    return ordered


def placed(layers: Sequence[Sequence[str]], links: Links, widths: Mapping[str, float], room: float) -> dict[str, float]:
    """Return the middle of every member between 0 and the room, near what it is linked to.

    Args:
        layers: in their final order from left to right.
        links: as for `untangled`.
        widths: that every member needs.
        room: that every layer has; at least the sum of the widths of its members.
    """
    linked = _linked(links)
    at = {member: place * room for layer in layers for member, place in _places(layer)}
    for _ in range(_SWEEPS):
        for layer in (*layers, *reversed(layers)):
            at.update(_apart(layer, {member: _middle(member, linked, at) for member in layer}, widths, room))
    return at


def _linked(links: Links) -> Mapping[str, list[str]]:
    linked: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in links:
        linked[one].append(other)
        linked[other].append(one)
    return linked


def _places(layer: Sequence[str]) -> list[tuple[str, float]]:
    return [(member, (index + 0.5) / len(layer)) for index, member in enumerate(layer)]


def _middle(member: str, linked: Mapping[str, list[str]], place: Mapping[str, float]) -> float:
    others = linked.get(member, [])
    return sum(place[other] for other in others) / len(others) if others else place[member]


def _apart(
    layer: Sequence[str], wished: Mapping[str, float], widths: Mapping[str, float], room: float
) -> dict[str, float]:
    """Return the places nearest to the wished ones, by least squares, that keep the order and do not overlap.

    Counted from where the layer packed to the left would have them, places must only not decrease: that is isotonic
    regression, solved by pooling adjacent violators.
    """
    packed: dict[str, float] = {}
    used = 0.0
    for member in layer:
        packed[member] = used + widths[member] / 2
        used += widths[member]
    pools: list[tuple[float, int]] = []
    for member in layer:
        total, count = wished[member] - packed[member], 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, members = pools.pop()
            total, count = total + before, count + members
        pools.append((total, count))
    shifts = [min(max(total / count, 0.0), room - used) for total, count in pools for _ in range(count)]
    return {member: packed[member] + shift for member, shift in zip(layer, shifts, strict=True)}
