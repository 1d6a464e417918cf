from dataclasses import replace

import pytest

from comity.sources.layout import Fragment, Page, body_size, reading_order

TEXT = "слова одной строки, которая заполняет колонку"


def part(text: str, left: float, base: float, width: float | None = None, size: float = 10) -> Fragment:
    wide = len(text) * size / 2 if width is None else width
    return Fragment(text, left, left + wide, base, size, head=size)


def page(*parts: Fragment, number: int = 1) -> Page:
    order = sorted(parts, key=lambda fragment: (-fragment.base, fragment.left))
    return Page(number, 600, 800, tuple(replace(fragment, page=number) for fragment in order))


def words(*pages: Page) -> list[str]:
    return [fragment.text for fragment in reading_order(pages)[0]]


def column(name: str, left: float, lines: int = 8, top: float = 600) -> list[Fragment]:
    return [part(f"{name}{index} {TEXT}", left, top - 12 * index, width=220) for index in range(lines)]


def test_columns_are_read_one_after_the_other_and_a_line_across_parts_them() -> None:
    across = part("ЗАЯВЛЕНИЕ ГЛАВ ГОСУДАРСТВ О СОТРУДНИЧЕСТВЕ", 100, 650, width=400)
    between = part("РАЗДЕЛ ВТОРОЙ ЭТОГО ЗАЯВЛЕНИЯ, ВО ВСЮ ШИРИНУ", 100, 480, width=400)
    upper = column("а", 50) + column("б", 310)
    lower = column("в", 50, top=450) + column("г", 310, top=450)
    read = [text.split()[0] for text in words(page(across, between, *upper, *lower))]
    expected = [f"{name}{index}" for name in "аб" for index in range(8)]
    assert read == ["ЗАЯВЛЕНИЕ", *expected, "РАЗДЕЛ", *(f"{name}{index}" for name in "вг" for index in range(8))]


def test_the_last_page_has_the_columns_of_those_before_it() -> None:
    full = page(*column("а", 50, 20), *column("б", 310, 20))
    last = page(*column("в", 50, 2), *column("г", 310, 2), number=2)
    assert [text.split()[0] for text in words(full, last)][-4:] == ["в0", "в1", "г0", "г1"]


def test_a_table_is_read_line_by_line() -> None:
    rows = [
        part(f"{name}{index}", left, 600 - 12 * index) for index in range(9) for name, left in (("а", 50), ("б", 400))
    ]
    assert words(page(*rows))[:4] == ["а0", "б0", "а1", "б1"]


@pytest.mark.parametrize(
    ("edge", "base"),
    [("Доклад Генерального секретаря", 760), ("2/9", 30), ("25-13734", 30), ("- 2 -", 30), ("Страница 2 из 9", 30)],
)
def test_what_repeats_at_the_edge_or_numbers_the_page_is_left_out(edge: str, base: float) -> None:
    body = [[part(f"{TEXT} {number}", 50, 400)] for number in (1, 2, 3)]
    pages = [page(*parts, part(edge, 50, base), number=number) for number, parts in enumerate(body, 1)]
    assert words(*pages) == [parts[0].text for parts in body]


def test_the_number_of_the_page_beside_a_running_head_does_not_hide_it() -> None:
    pages = [
        page(part(f"{number + 10} Доклад секретаря", 50, 760), part(f"{TEXT} {number}", 50, 400), number=number)
        for number in (1, 2)
    ]
    assert words(*pages) == [f"{TEXT} 1", f"{TEXT} 2"]


def test_what_repeats_in_the_middle_of_a_page_stays() -> None:
    assert words(page(part("Статья", 50, 400)), page(part("Статья", 50, 400), number=2)) == ["Статья"] * 2


def test_the_symbol_at_the_head_of_the_first_page_stays_and_that_of_later_ones_goes() -> None:
    first = page(part("A/RES/79/325", 400, 750), part(TEXT, 50, 400))
    later = page(part("A/RES/79/325", 50, 755), part("Круг ведения", 400, 755), part(TEXT, 50, 400), number=2)
    assert words(first, later) == ["A/RES/79/325", TEXT, TEXT]


def test_a_year_in_a_line_of_text_at_the_foot_is_no_page_number() -> None:
    wide = [part("Женеве", 50, 60, 40), part("в", 110, 60, 5), part("2026", 140, 60, 20), part("году", 180, 60, 20)]
    assert words(page(part(TEXT, 50, 400)), page(*wide, part(TEXT, 50, 400), number=2))[-1] == "Женеве в 2026 году"


@pytest.mark.parametrize(
    "below",
    [
        [part("__________", 50, 120), part("1 Там же.", 50, 100)],
        [part("¹ Там же.", 50, 100)],
        [part("1 Там же.", 50, 100, size=8)],
        [part("* Там же.", 50, 100, size=8), part("и далее.", 50, 90, size=8)],
    ],
    ids=["after a rule", "from a raised mark", "small", "small with a second line"],
)
def test_notes_are_told_from_the_body(below: list[Fragment]) -> None:
    body, notes = reading_order([page(part(TEXT, 50, 400), *below)])
    assert [fragment.text for fragment in body] == [TEXT]
    assert [fragment.text for fragment in notes] == [fragment.text for fragment in below if "_" not in fragment.text]


def test_words_far_apart_are_parts_of_their_own_unless_they_are_set_evenly() -> None:
    apart = [part("Генеральная Ассамблея", 50, 400, 120), part("A/RES/79/325", 400, 400, 80)]
    even = [
        part("слова", 50, 300, 60),
        part("далеко", 150, 300, 60),
        part("друг", 250, 300, 60),
        part("от друга", 350, 300),
    ]
    numbered = [part("1.", 50, 200), part("Постановляет", 105, 200)]
    assert words(page(*apart, *even, *numbered)) == [
        "Генеральная Ассамблея",
        "A/RES/79/325",
        "слова далеко друг от друга",
        "1. Постановляет",
    ]


def test_the_size_of_the_body_is_that_of_most_letters() -> None:
    assert body_size([part("Заголовок", 0, 0, size=16), part(TEXT, 0, 0, size=10.1)]) == 10
    assert body_size([]) == 0
