from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отчет Рабочей группы по рыбам Комитета по морям готов.", ["body/komitet-po-more"]),
        ("Отчет Секретариата Комитета по морям готов.", []),
        ("Отчет Комитета рыб ШОС готов.", ["organization/sco"]),
        ("Отчет Комитета рыб Шанхайской организации сотрудничества готов.", ["organization/sco"]),
        ("Отчет Комитета ШОС по рыбам готов.", ["organization/sco"]),
        ("Отчет Комитета по рыбам при ШОС готов.", ["organization/sco"]),
        ("Отчет Комитета по рыбам при помощи ШОС готов.", []),
        ("Отчет Комитета по делам ШОС готов.", []),
        ("Отчет Комитета по рыбам для ШОС готов.", []),
        ("Отчет Комитета по рыбам и ШОС готов.", []),
        ("Отчет Комитета по рыбам в ШОС готов.", []),
        ("Комитет по рыбам ждет Совет по морям.", []),
    ],
)
def test_what_a_body_is_part_of(said: Said, text: str, expected: list[str]) -> None:
    assert [row[2] for row in said(text, "partOf")] == expected


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Российско-китайская комиссия по рыбам сыта.", ["CHN", "RUS"]),
        ("Китайская комиссия по рыбам сыта.", []),
        ("Российско-китайская граница длинна, комиссия по рыбам сыта.", []),
        ("Комиссия по российско-китайским рыбам сыта.", []),
    ],
)
def test_a_body_of_two_states(said: Said, text: str, states: list[str]) -> None:
    assert sorted(row[0].partition("/")[2] for row in said(text, "memberOf")) == states


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("в составе 20 членов", [("memberCount", "20")]),
        ("в составе 20 членов, избираемых на двухлетний срок", [("memberCount", "20"), ("termLength", "P2Y")]),
        ("из 20 членов", [("memberCount", "20")]),
        ("в составе лучших, избираемых на пятилетний срок", [("termLength", "P5Y")]),
        ("и 20 членов семьи", []),
        ("в составе 20 человек", []),
        ("в составе двадцати членов", [("memberCount", "20")]),
        ("в составе двадцати пяти членов", []),
        ("в составе двадцати членов сроком на три года", [("memberCount", "20"), ("termLength", "P3Y")]),
        ("сроком на 5 лет", [("termLength", "P5Y")]),
        ("через 5 лет", []),
        ("на долгий срок", []),
        ("и Совет по рекам в составе 20 членов", [("memberCount", "20")]),
    ],
)
def test_how_many_and_for_how_long(said: Said, tail: str, expected: list[tuple[str, str]]) -> None:
    rows = said(f"Создан Комитет по рыбам {tail}.", "memberCount", "termLength")
    body = "body/sovet-po-reka" if "рекам" in tail else "body/komitet-po-ryba"
    assert rows == [(body, predicate, value) for predicate, value in expected]
