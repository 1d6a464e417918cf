"""Figures are what their definitions say; expected intervals were worked out by hand from Wilson's formula."""

import pytest

from comity.evaluation import Figures, Item, Outcome, Share, tally


def rounded(share: Share | None) -> tuple[float, ...] | None:
    return tuple(round(figure, 3) for figure in (share.value, share.low, share.high)) if share else None


@pytest.mark.parametrize(
    ("found", "missed", "wrong", "precision", "recall", "f1"),
    [
        (0, 0, 0, None, None, None),
        (10, 0, 0, (1.0, 0.722, 1.0), (1.0, 0.722, 1.0), (1.0, 0.839, 1.0)),
        (0, 5, 0, None, (0.0, 0.0, 0.434), (0.0, 0.0, 0.606)),
        (8, 2, 0, (1.0, 0.676, 1.0), (0.8, 0.49, 0.943), (0.889, 0.658, 0.971)),
        (90, 30, 10, (0.9, 0.826, 0.945), (0.75, 0.666, 0.819), (0.818, 0.757, 0.867)),
    ],
)
def test_figures_and_their_intervals(
    found: int,
    missed: int,
    wrong: int,
    precision: tuple[float, ...] | None,
    recall: tuple[float, ...] | None,
    f1: tuple[float, ...] | None,
) -> None:
    figures = Figures("state", found, missed, wrong)
    assert rounded(figures.precision) == precision
    assert rounded(figures.recall) == recall
    assert rounded(figures.f1) == f1


def test_items_are_counted_by_kind_and_in_all() -> None:
    items = [
        Item(Outcome.FOUND, "state:KAZ «Казахстан»"),
        Item(Outcome.WRONG, "state/CHN «Китай»"),
        Item(Outcome.MISSED, "date:2025 «2025 год»"),
        Item(Outcome.FOUND, "own | cites | instrument:A/RES/79/1 | recalls"),
        Item(Outcome.WRONG, "instrument/x | cites | instrument/y"),
    ]
    mentions, relations = tally(items)
    assert mentions == [Figures("date", 0, 1, 0), Figures("state", 1, 0, 1), Figures("all", 1, 1, 1)]
    assert relations == [Figures("cites", 1, 0, 1), Figures("all", 1, 0, 1)]
    assert tally([]) == ([], [])
