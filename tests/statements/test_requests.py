from collections.abc import Callable

import pytest

from comity.model import Statement, Value

Statements = Callable[..., tuple[Statement, ...]]


def resolution(paragraph: str) -> str:
    return f"80/7. О тишине\n\nГенеральная Ассамблея,\n\nжелая тишины,\n\n4. {paragraph}."


def addressed(statements: tuple[Statement, ...]) -> list[tuple[str, str | None]]:
    """Return who is asked, kinds of actors by their label, and how."""
    found = [(s.object, s.kind) for s in statements if s.predicate == "addresses" and not isinstance(s.object, Value)]
    return [(who.label if who.is_a("StakeholderGroup") else who.identifier, kind) for who, kind in found]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("просит Генерального секретаря молчать", [("post/un-secretary-general", "requests")]),
        ("просит Совет Безопасности молчать", [("body/un-security-council", "requests")]),
        ("предлагает государствам-членам молчать", [("государства-члены ООН", "invites")]),
        ("приглашает доноров молчать", [("доноры", "invites")]),
        ("призывает государства молчать", [("государства", "calls-upon")]),
        ("призывает все государства молчать", [("государства", "calls-upon")]),
        ("призывает все другие заинтересованные государства молчать", [("государства", "calls-upon")]),
        ("рекомендует донорам молчать", [("доноры", "recommends")]),
        ("поручает Комитету по рыбам молчать", [("body/komitet-po-ryba", "mandates")]),
        ("уполномочивает Комитет по рыбам молчать", [("body/komitet-po-ryba", "mandates")]),
        ("требует от Республики Науру тишины", [("state/NRU", "demands")]),
        ("поощряет доноров молчать", [("доноры", "encourages")]),
        ("призывает Республику Науру и Республику Палау молчать",
         [("state/NRU", "calls-upon"), ("state/PLW", "calls-upon")]),
        ("предлагает донорам, а также частному сектору и гражданскому обществу молчать",
         [("доноры", "invites"), ("частный сектор", "invites"), ("гражданское общество", "invites")]),
        ("просит Генерального секретаря молчать и призывает доноров внимать",
         [("post/un-secretary-general", "requests"), ("доноры", "calls-upon")]),
    ],
)  # fmt: skip
def test_who_is_asked(statements_of: Statements, paragraph: str, expected: list[tuple[str, str]]) -> None:
    assert addressed(statements_of(resolution(paragraph))) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "не просит Генерального секретаря молчать",
        "просит молчать Генерального секретаря",
        "просит тишины у доноров",
        "просит всех молчать, как доноры",
        "предлагает хлеба донорам",
        "рада, что просящие доноров молчать довольны",
        "рада призыву к государствам молчать",
        "рада докладу, в котором призывают государства молчать",
        "требует донорам тишины",
    ],
)
def test_who_is_not_asked(statements_of: Statements, paragraph: str) -> None:
    assert addressed(statements_of(resolution(paragraph))) == []


def test_what_is_asked_and_where(statements_of: Statements) -> None:
    found = statements_of(resolution("просит Генерального секретаря и доноров хранить тишину весь год"))
    details = [s.details for s in found if s.predicate == "addresses"]
    assert len(details) == 2
    for detail in details:
        assert [name for name, _ in detail] == ["provision", "action"]
        provision, action = (value for _, value in detail)
        assert not isinstance(provision, Value)
        assert provision.identifier == "provision/A-RES-80-7/4"
        assert action == Value("хранить тишину весь год", language="ru")


def test_a_request_without_an_action(statements_of: Statements) -> None:
    found = statements_of(resolution("призывает доноров"))
    assert [[name for name, _ in s.details] for s in found if s.predicate == "addresses"] == [["provision"]]


@pytest.mark.parametrize(
    "text",
    [
        "Чад просит доноров помочь.",
        "РИМ, 5 мая. /ТАСС/. Чад просит доноров помочь.",
        "80/7. О тишине\n\nГенеральная Ассамблея,\n\nпризывая государства молчать,\n\n1. молчит.",
    ],
)
def test_only_the_body_of_an_instrument_asks(statements_of: Statements, text: str) -> None:
    assert addressed(statements_of(text)) == []


@pytest.mark.parametrize("paragraph", ["просит ЮНЕСКО молчать", "предлагает МСЭ и ВОЗ молчать"])
def test_acronyms_are_asked(statements_of: Statements, paragraph: str) -> None:
    assert addressed(statements_of(resolution(paragraph)))


def test_one_government_is_asked(statements_of: Statements) -> None:
    found = addressed(statements_of(resolution("предлагает Правительству Республики Науру молчать")))
    assert found == [("state/NRU", "invites")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "отмечает, что Совет по рыбам призвал государства молчать",
        "напоминает, что Генеральный секретарь просил доноров молчать",
        "рада тому, как Чад призывает государства молчать",
    ],
)
def test_the_requests_of_others(statements_of: Statements, paragraph: str) -> None:
    assert addressed(statements_of(resolution(paragraph))) == []


def test_a_name_with_a_conjunction_is_asked(statements_of: Statements) -> None:
    found = addressed(statements_of(resolution("просит Экономический и Социальный Совет молчать")))
    assert found == [("body/un-ecosoc", "requests")]


def test_what_is_put_forward_is_not_invited(statements_of: Statements) -> None:
    assert addressed(statements_of(resolution("предлагает Комитет по рыбам как место встреч"))) == []
