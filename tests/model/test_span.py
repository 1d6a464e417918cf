import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model import Span

BOUNDS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, 0), (-5, -2)])
def test_an_empty_reversed_or_negative_interval_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"0 <= start < end, found {start}\.\.{end}"):
        Span(start, end)


@pytest.mark.parametrize(
    ("span", "piece"), [(Span(0, 3), "ШОС"), (Span(4, 5), "🌍"), (Span(6, 9), "Мир"), (Span(6, 99), "Мир")]
)
def test_offsets_count_code_points(span: Span, piece: str) -> None:
    assert span.of("ШОС 🌍 Мир") == piece


def test_the_length_is_the_number_of_code_points() -> None:
    assert len(Span(2, 7)) == 5


def test_spans_are_ordered_by_their_start_then_their_end() -> None:
    assert sorted([Span(2, 9), Span(0, 4), Span(2, 3)]) == [Span(0, 4), Span(2, 3), Span(2, 9)]


@pytest.mark.parametrize(
    ("outer", "inner", "contains"),
    [
        (Span(0, 9), Span(2, 5), True),
        (Span(2, 5), Span(2, 5), True),
        (Span(2, 5), Span(0, 9), False),
        (Span(0, 4), Span(3, 6), False),
        (Span(0, 4), Span(4, 6), False),
        (Span(7, 9), Span(0, 3), False),
    ],
)
def test_containing(outer: Span, inner: Span, contains: bool) -> None:  # noqa: FBT001
    assert outer.contains(inner) is contains


@given(BOUNDS, BOUNDS)
def test_containing_agrees_with_sets_of_offsets(one: Span, other: Span) -> None:
    first, second = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.contains(other) is (second <= first)
