from collections.abc import Callable

import pytest

from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]


def dates(found: list[tuple[str, Mention]]) -> list[tuple[str, str, str | None]]:
    return [(words, m.date.start, m.date.end) for words, m in found if m.date]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Дом открыт 1 сентября 2025 года.", "1 сентября 2025 года", "2025-09-01", None),
        ("Дом открыт 1 сентября 2025 г. вечером.", "1 сентября 2025 г", "2025-09-01", None),
        ("Дом открыт 01 сентября 2025.", "01 сентября 2025", "2025-09-01", None),
        ("Дом открыт «12» июня 2024 года.", "«12» июня 2024 года", "2024-06-12", None),
        ("Дом открыт 29 февраля 2024 года.", "29 февраля 2024 года", "2024-02-29", None),
        ("Дом открыт в мае 2023 года.", "мае 2023 года", "2023-05", None),
        ("Дом открыт в мае 2023.", "мае 2023", "2023-05", None),
        ("Дом открыт в 2019 году.", "2019 году", "2019", None),
        ("Дом строят с 1999 г. по сей день.", "1999 г", "1999", None),
        ("Дом откроют к 2030 году.", "2030 году", "2030", None),
        ("Дом открыт 2024-05-17.", "2024-05-17", "2024-05-17", None),
        ("Дни дома – 10–12 июня 2024 года.", "10–12 июня 2024 года", "2024-06-10", "2024-06-12"),
        ("Дни дома – 10-12 июня 2024 года.", "10-12 июня 2024 года", "2024-06-10", "2024-06-12"),
        ("Дни дома – 31 мая – 1 июня 2024 года.", "31 мая – 1 июня 2024 года", "2024-05-31", "2024-06-01"),
        ("The house was opened on 1 September 2025.", "1 September 2025", "2025-09-01", None),
        ("The house was opened on September 1, 2025.", "September 1, 2025", "2025-09-01", None),
        ("The house was opened in May 2023.", "May 2023", "2023-05", None),
        ("The house was opened in 2019.", "2019", "2019", None),
    ],
)
def test_a_date_is_read(mentions_of: Mentions, text: str, words: str, start: str, end: str | None) -> None:
    assert dates(mentions_of(text)) == [(words, start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "Дом открыт 5 мая.",
        "Дом открыт в понедельник.",
        "В доме 2024 окна.",
        "В доме комната 2024 и крыша.",
        "Дом стоит 1500 лет, с 1066 года.",
        "The house has 2019 windows.",
    ],
)
def test_what_does_not_name_its_year_is_no_date(mentions_of: Mentions, text: str) -> None:
    assert dates(mentions_of(text)) == []


@pytest.mark.parametrize("day", ["31 июня", "29 февраля", "0 мая", "32 мая"])
def test_of_a_day_that_does_not_exist_only_the_year_is_read(mentions_of: Mentions, day: str) -> None:
    assert [start for _, start, _ in dates(mentions_of(f"Дом открыт {day} 2023 года."))] == ["2023"]


# Spans that the module reads wrongly.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дни дома – 30 декабря – 2 января 2025 года.", [("2024-12-30", "2025-01-02")]),
        ("Дни дома – 31 июня – 1 июля 2025 года.", [("2025-07-01", None)]),
        ("Дни дома – 31–12 июня 2024 года.", [("2024-06-12", None)]),
        ("Дом строили в 2024–2025 годах.", [("2024", "2025")]),
        ("Дом строили с 2024 по 2026 год.", [("2024", "2026")]),
        ("Дом строили с 2024 года по 2026 год.", [("2024", "2026")]),
        ("Дни дома – с 5 по 7 мая 2025 года.", [("2025-05-05", "2025-05-07")]),
        ("Дни дома – с 31 мая по 1 июня 2025 года.", [("2025-05-31", "2025-06-01")]),
        ("Дни дома – с 30 декабря 2024 года по 2 января 2025 года.", [("2024-12-30", "2025-01-02")]),
        ("Дни дома – 5 и 6 мая 2025 года.", [("2025-05-05", "2025-05-06")]),
        ("Дни дома – 5 и 9 мая 2025 года.", [("2025-05-09", None)]),
        ("Дом строили в мае – июне 2025 года.", [("2025-05", "2025-06")]),
        ("Дом строили с мая по июль 2025 года.", [("2025-05", "2025-07")]),
        ("Дом готовят к 5 мая 2025 года по 6 мая 2025 года.", [("2025-05-05", None), ("2025-05-06", None)]),
        ("В домах 2024–2025 окон.", []),
        ("Дом строили в 2025–2024 годах.", [("2024", None)]),
        ("The house was open from 5 to 7 May 2025.", [("2025-05-05", "2025-05-07")]),
        ("The house was built in 2024–2025.", [("2024", "2025")]),
    ],
)
def test_a_span_has_two_real_days_in_order(
    mentions_of: Mentions, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(start, end) for _, start, end in dates(mentions_of(text))] == expected


@pytest.mark.parametrize("text", ["Дом открыт 2024-13-45.", "Дом открыт 2023-02-29."])
def test_an_iso_day_that_does_not_exist_is_no_date(mentions_of: Mentions, text: str) -> None:
    assert dates(mentions_of(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дом открыт 12.05.2024 в Риме.", ["2024-05-12"]),
        ("Дом открыт 1.9.2024 года в Риме.", ["2024-09-01"]),
        ("Дом открыт 31.02.2024 в Риме.", []),
        ("Дом стоит 12.05 рубля.", []),
        ("The house was opened on 12.05.2024.", []),
    ],
)
def test_a_day_in_figures(mentions_of: Mentions, text: str, expected: list[str]) -> None:
    assert [start for _, start, _ in dates(mentions_of(text))] == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("5 декабря", ["2025-12-05"]),
        ("5 января", ["2026-01-05"]),
        ("5 августа", ["2025-08-05"]),
        ("30 ноября – 2 декабря", ["2025-11-30"]),
        ("5 мая", []),
        ("31 ноября", []),
        ("5 декабря прошлого года", []),
        ("декабре", []),
    ],
)
def test_a_day_without_a_year_is_near_that_of_the_report(mentions_of: Mentions, day: str, expected: list[str]) -> None:
    found = dates(mentions_of(f"date 2025-11-22\n\nДом открыт {day}, сообщил министр."))
    assert [start for _, start, _ in found if start != "2025-11-22"] == expected
