from collections.abc import Callable

import pytest

from comity.model import Entity, Statement, Value

Statements = Callable[..., tuple[Statement, ...]]


def acts(statements: tuple[Statement, ...]) -> list[tuple[str | None, str, str]]:
    """Return the kind, the paragraph and the words of what is decided, intended, stressed, condemned."""
    found = []
    for statement in statements:
        if statement.predicate == "hasProvision" and isinstance(statement.object, Entity):
            action = next(value for name, value in statement.details if name == "action")
            assert isinstance(action, Value)
            found.append((statement.kind, statement.object.identifier.rpartition("/")[2], action.text))
    return found


def resolution(paragraph: str) -> str:
    return f"80/7. О тишине\n\nГенеральная Ассамблея,\n\nжелая тишины,\n\n4. {paragraph}."


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("постановляет молчать", [("decides", "4", "молчать")]),
        ("постановляет далее, что тишина наступит в 2030 году", [("decides", "4", "тишина наступит в 2030 году")]),
        ("подчеркивает важность тишины", [("stresses", "4", "важность тишины")]),
        ("осуждает шум и постановляет молчать", [("condemns", "4", "шум"), ("decides", "4", "молчать")]),
        ("постановляет не молчать", [("decides", "4", "не молчать")]),
        ("постановляет учредить Совет по рыбам", []),
        ("не осуждает шум", []),
        ("рада, что Совет по рыбам осуждает шум", []),
        ("рада Совету по рыбам, который постановляет молчать", []),
    ],
)
def test_what_a_paragraph_does(statements_of: Statements, paragraph: str, expected: list[tuple[str, str, str]]) -> None:
    assert acts(statements_of(resolution(paragraph))) == expected


def test_items_under_an_intention(statements_of: Statements) -> None:
    text = "Заявление Чада и Непала о тишине\n\nСтороны намерены:\n\n- хранить тишину;\n- молчать до 2030 года."
    found = statements_of(text)
    assert acts(found) == [("intends", "1", "хранить тишину"), ("intends", "2", "молчать до 2030 года")]
    assert [value.text for s in found for name, value in s.details if name == "deadline"] == ["2030"]


@pytest.mark.parametrize("lead", ["Стороны не намерены:", "Соседи намерены:", "Стороны рады:"])
def test_items_under_something_else(statements_of: Statements, lead: str) -> None:
    text = f"Заявление Чада и Непала о тишине\n\n{lead}\n\n- хранить тишину;\n- молчать до 2030 года."
    assert acts(statements_of(text)) == []


def test_no_report_decides(statements_of: Statements) -> None:
    assert acts(statements_of("РИМ, 5 мая. /ТАСС/. Чад постановляет молчать.")) == []
