import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.visual.lettering import lines, text_width

TITLE = "Заявление Совета глав государств о сотрудничестве в области искусственного интеллекта"
WORDS = st.lists(st.text("абвЖШ1w-«»", min_size=1, max_size=12), max_size=20).map(" ".join)


@pytest.mark.parametrize(
    ("text", "width", "most", "expected"),
    [
        ("Китай", 200.0, 2, ("Китай",)),
        ("", 200.0, 2, ()),
        ("Банк развития ШОС", 110.0, 2, ("Банк развития", "ШОС")),
        (TITLE, 220.0, 1, ("Заявление Совета глав госуд…",)),
        (TITLE, 220.0, 2, ("Заявление Совета глав…", "искусственного интеллекта")),
        (TITLE, 220.0, 3, ("Заявление Совета глав…", "о сотрудничестве в области", "искусственного интеллекта")),
        (TITLE, 10_000.0, 1, (TITLE,)),
        ("Достопримечательность", 100.0, 1, ("Достоприм…",)),
    ],
)
def test_titles_keep_their_beginning_and_their_end(
    text: str, width: float, most: int, expected: tuple[str, ...]
) -> None:
    assert lines(text, width, 13.0, most) == expected


@given(WORDS, st.floats(40, 400), st.integers(1, 4))
def test_no_line_is_too_wide_and_nothing_is_lost_unsaid(text: str, width: float, most: int) -> None:
    found = lines(text, width, 13.0, most)
    assert len(found) <= most
    assert all(text_width(line, 13.0) <= width for line in found)
    assert " ".join(found) == " ".join(text.split()) or any("…" in line for line in found)


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    assert text_width("ШЩМ", 10.0) > text_width("абв", 10.0) > text_width("ilf", 10.0)
    assert text_width("аб", 20.0) == 2 * text_width("аб", 10.0)
