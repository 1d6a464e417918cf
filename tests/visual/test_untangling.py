from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.visual.untangling import placed, untangled

Links = list[tuple[str, str]]


def crossings(upper: list[str], lower: list[str], links: Links) -> int:
    places = [(upper.index(one), lower.index(other)) for one, other in links]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in product(places, repeat=2)) // 2


LAYERS = st.integers(1, 6).flatmap(
    lambda count: st.tuples(
        st.just([f"u{index}" for index in range(count)]),
        st.just([f"l{index}" for index in range(count)]),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), unique=True),
    )
)


def test_a_turned_ladder_is_turned_back() -> None:
    upper, lower = ["a", "b", "c"], ["z", "y", "x"]
    links = [("a", "x"), ("b", "y"), ("c", "z")]
    found = untangled((upper, lower), links)
    assert crossings(*found, links) == 0


def test_members_without_links_keep_their_place() -> None:
    assert untangled((["a", "b", "c"],), []) == [["a", "b", "c"]]


@given(LAYERS)
def test_layers_keep_their_members(layers: tuple[list[str], list[str], list[tuple[int, int]]]) -> None:
    upper, lower, pairs = layers
    links = [(f"u{one}", f"l{other}") for one, other in pairs]
    found = untangled((upper, lower), links)
    assert [sorted(layer) for layer in found] == [sorted(upper), sorted(lower)]


@given(LAYERS, st.floats(0, 200))
def test_places_keep_order_distance_and_bounds(
    layers: tuple[list[str], list[str], list[tuple[int, int]]], spare: float
) -> None:
    upper, lower, pairs = layers
    links = [(f"u{one}", f"l{other}") for one, other in pairs]
    widths = {name: 10.0 + 5 * index for layer in (upper, lower) for index, name in enumerate(layer)}
    room = spare + sum(widths[name] for name in upper)
    at = placed((upper, lower), links, widths, room)
    for layer in (upper, lower):
        for one, other in pairwise(layer):
            assert at[other] - at[one] >= (widths[one] + widths[other]) / 2 - 1e-6
        assert at[layer[0]] >= widths[layer[0]] / 2 - 1e-6
        assert at[layer[-1]] <= room - widths[layer[-1]] / 2 + 1e-6


def test_a_member_stands_over_the_middle_of_what_it_is_linked_to() -> None:
    at = placed(
        (["top"], ["left", "right"]),
        [("top", "left"), ("top", "right")],
        dict.fromkeys(["top", "left", "right"], 10.0),
        100.0,
    )
    assert at["top"] == pytest.approx((at["left"] + at["right"]) / 2)
