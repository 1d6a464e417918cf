import pytest

from comity.model import Date, Mention


@pytest.mark.parametrize(
    ("start", "datatype"),
    [("2025", "gYear"), ("2025-09", "gYearMonth"), ("2025-09-01", "date"), ("1945-10-24", "date")],
)
def test_a_date_has_the_datatype_of_its_precision(start: str, datatype: str) -> None:
    assert Date(start).datatype == datatype


@pytest.mark.parametrize("start", ["", "25", "2025-9-1", "1 сентября 2025", "2025-09-01T10:00:00"])
def test_a_date_in_another_form_is_refused(start: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        Date(start)


@pytest.mark.parametrize(("first", "head", "last"), [(3, 2, 5), (3, 5, 5), (3, 3, 3), (5, 4, 3)])
def test_a_head_outside_the_mention_is_refused(first: int, head: int, last: int) -> None:
    with pytest.raises(ValueError, match=f"the head {head} lies outside"):
        Mention(first, last, head, "Body", "rule", "Совет")


@pytest.mark.parametrize(
    ("first", "last", "contained"),
    [(2, 5, True), (1, 3, True), (4, 6, True), (1, 6, False), (0, 3, False), (5, 8, False)],
)
def test_containing_means_a_smaller_mention_wholly_inside(first: int, last: int, contained: bool) -> None:  # noqa: FBT001
    outer = Mention(1, 6, 2, "Body", "rule", "Совет глав государств")
    assert outer.contains(Mention(first, last, first, "State", "rule", "Китай")) is contained


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("abcd", None),
        ("2025-13", None),
        ("2025-02-30", None),
        ("2025-09-01", "сентябрь"),
        ("2025-09-03", "2025-09-01"),
    ],
)
def test_a_date_that_the_calendar_does_not_have_is_refused(start: str, end: str | None) -> None:
    with pytest.raises(ValueError, match="date"):
        Date(start, end)
