from collections.abc import Callable
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.network import Network
from comity.visual.lettering import text_width
from comity.visual.scene import FONT, LINE, Scene, Spot
from comity.visual.years import years

Make = Callable[..., Network]

NAMES = st.sampled_from([f"{year}{letter}" for year in ("2025", "2024", "2001") for letter in "abcd"] + ["undated"])
TIES = st.sets(st.tuples(NAMES, NAMES).filter(lambda tie: tie[0] != tie[1]), min_size=1, max_size=25)


def box(spot: Spot) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a node with its label, whose anchor is the middle."""
    half = max(spot.size, *(text_width(line, FONT) for line in spot.lines)) / 2
    return spot.x - half, spot.y - spot.size / 2, spot.x + half, spot.label_y + LINE * (len(spot.lines) - 1)


def row(scene: Scene, name: str) -> float:
    return next(spot.y for spot in scene.spots if spot.node.iri.endswith(f"/{name}"))


def test_the_newest_year_is_on_top_and_the_undated_are_last(citations: Make) -> None:
    scene = years(citations(("2025a", "2024a"), ("2024a", "2001a"), ("2025a", "undated"), ("2025b", "2025a")), "ru")
    assert (
        row(scene, "2025a") == row(scene, "2025b") < row(scene, "2024a") < row(scene, "2001a") < row(scene, "undated")
    )
    assert [band.name for band in scene.bands] == ["2025", "2024", "2001", "без даты"]
    assert sum(band.height for band in scene.bands) == scene.height


def test_a_year_of_many_has_several_rows_in_one_band(citations: Make) -> None:
    scene = years(citations(*(("2025a", f"2024{letter}") for letter in "abcdefg")), "en")
    assert [band.name for band in scene.bands] == ["2025", "2024"]
    assert len({spot.y for spot in scene.spots}) == 3


@settings(max_examples=40, deadline=None)
@given(TIES)
def test_nodes_and_labels_do_not_overlap_and_stay_inside(citations: Make, ties: set[tuple[str, str]]) -> None:
    scene = years(citations(*ties), "ru")
    for one, other in combinations(map(box, scene.spots), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for left, top, right, bottom in map(box, scene.spots):
        assert 0 <= left < right <= scene.width
        assert 0 <= top < bottom <= scene.height


@settings(max_examples=40, deadline=None)
@given(TIES)
def test_ties_pass_between_the_nodes_of_the_rows_they_cross(citations: Make, ties: set[tuple[str, str]]) -> None:
    scene = years(citations(*ties), "ru")
    height = {spot.node.iri: spot.y for spot in scene.spots}
    rows = sorted(set(height.values()))
    for (source, target), bends in scene.bends.items():
        crossed = abs(rows.index(height[source]) - rows.index(height[target])) - 1
        assert len(bends) == max(crossed, 0)
        for x, y in bends:
            for spot in scene.spots:
                left, top, right, bottom = box(spot)
                assert not (left < x < right and top < y < bottom), (source, target, spot.node.iri)
