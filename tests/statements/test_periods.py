from collections.abc import Callable

import pytest

from comity.model import Statement, Value

Statements = Callable[..., tuple[Statement, ...]]


def details(statements: tuple[Statement, ...], name: str) -> list[tuple[str, str]]:
    found = (value for s in statements if s.predicate == "addresses" for key, value in s.details if key == name)
    return [(value.text, value.datatype) for value in found if isinstance(value, Value)]


def asked(action: str) -> str:
    return f"80/7. О тишине\n\nГенеральная Ассамблея,\n\nжелая тишины,\n\n4. просит Генерального секретаря {action}."


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("молчать до 1 июня 2025 года", [("2025-06-01", "date")]),
        ("представить доклад не позднее 31 марта 2026 года", [("2026-03-31", "date")]),
        ("замолчать к 2030 году", [("2030", "gYear")]),
        ("замолчать к концу 2030 года", [("2030", "gYear")]),
        ("представить доклад на ее восемьдесят второй сессии", [("на ее восемьдесят второй сессии", "string")]),
        ("представить доклад на шестидесятой сессии", [("на шестидесятой сессии", "string")]),
        ("замолчать в течение 90 дней", [("в течение 90 дней", "string")]),
        ("замолчать в кратчайшие сроки", [("в кратчайшие сроки", "string")]),
        ("хранить тишину", []),
        ("хранить тишину, начатую 5 мая 2024 года", []),
        ("читать стратегию, рассчитанную на период до 2030 года", []),
        ("читать доклад, который выйдет до 1 июня 2025 года", []),
        ("молчать на сессии", []),
        ("продлить тишину до 30 июня 2026 года", []),
    ],
)
def test_deadlines(statements_of: Statements, action: str, expected: list[tuple[str, str]]) -> None:
    assert details(statements_of(asked(action)), "deadline") == expected


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("ежегодно представлять доклад", [("P1Y", "duration")]),
        ("представлять доклад на ежегодной основе", [("P1Y", "duration")]),
        ("представлять доклад раз в два года", [("P2Y", "duration")]),
        ("представлять доклад каждые 90 дней", [("P90D", "duration")]),
        ("представлять доклад каждые шесть месяцев", [("P6M", "duration")]),
        ("представлять доклад два раза в год", [("P6M", "duration")]),
        ("представлять доклад один-два раза в год", [("один-два раза в год", "string")]),
        ("представить ежегодный доклад", []),
        ("представить доклад", []),
    ],
)
def test_periods(statements_of: Statements, action: str, expected: list[tuple[str, str]]) -> None:
    assert details(statements_of(asked(action)), "periodicity") == expected
