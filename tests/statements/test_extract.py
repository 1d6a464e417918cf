from collections.abc import Callable

from comity.model import Statement
from comity.statements import FAMILIES, state
from comity.statements.context import Context

Statements = Callable[..., tuple[Statement, ...]]


def test_every_family_says_something_of_its_own(context_of: Callable[[str], Context]) -> None:
    paragraphs = "1. учреждает Комитет по рыбам в составе 20 членов;\n\n2. просит Генерального секретаря ООН молчать;"
    paragraphs += "\n\n3. постановляет молчать."
    news = "Чад и Непал договорились о тишине, сказано в Декларации о рыбах. Чад участвовал в Третьем форуме по рыбам."
    members = "В ШОС входит Индия."
    texts = (
        f"80/7. О здравоохранении\n\nГенеральная Ассамблея,\n\nссылаясь на резолюцию 79/1,\n\n{paragraphs}",
        f"РИМ, 5 мая. /ТАСС/. {news} {members}",
    )
    contexts = [context_of(text) for text in texts]
    silent = [family.__name__ for family in FAMILIES if not any(list(family(context)) for context in contexts)]
    assert silent == []


def test_the_same_statement_from_two_places_is_one_with_both_quotes(statements_of: Statements) -> None:
    text = "Чад поддерживает создание Совета по рыбам. Чад очень поддерживает создание Совета по рыбам."
    found = [s for s in statements_of(text) if s.predicate == "supports"]
    assert [[span.of(text) for span in s.spans] for s in found] == [
        ["Чад поддерживает создание Совета по рыбам", "Чад очень поддерживает создание Совета по рыбам"]
    ]


def test_statements_of_another_kind_stay_apart(statements_of: Statements) -> None:
    text = "Чад поддерживает создание Совета по рыбам. Чад приветствует создание Совета по рыбам."
    assert [s.kind for s in statements_of(text) if s.predicate == "supports"] == ["supports", "welcomes"]


def test_the_state_of_a_linked_document_is_that_of_the_pipeline(
    context_of: Callable[[str], Context], statements_of: Statements
) -> None:
    text = "Чад поддерживает создание Совета по рыбам."
    context = context_of(text)
    again = state(context.reading, context.mentions, context.links, context.lexicon, context.patterns, context.own)
    assert again == statements_of(text)


def test_a_text_without_names_says_nothing(statements_of: Statements) -> None:
    assert statements_of("Вчера было тихо.") == ()
