from collections.abc import Callable

import pytest

from comity.statements.context import Context
from comity.statements.nominatives import represented
from comity.statements.subjects import is_own_voice, parties, subjects

Contexts = Callable[[str], Context]


def verb(context: Context, word: str) -> int:
    return next(index for index, token in enumerate(context.tokens) if token.text == word)


def actors(context: Context, word: str) -> list[str]:
    return [subject.entity.identifier for subject in subjects(context, verb(context, word))]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Индия поддержала соседей.", "поддержала", ["state/IND"]),
        ("Индия и Китай поддержали соседей.", "поддержали", ["state/IND", "state/CHN"]),
        ("Индия, Китай и Непал поддержали соседей.", "поддержали", ["state/IND", "state/CHN", "state/NPL"]),
        ("Индия молчала и поддержала соседей.", "поддержала", ["state/IND"]),
        ("ООН поддержала соседей.", "поддержала", ["organization/un"]),
        ("Делегация Индии поддержала соседей.", "поддержала", []),
        ("Друг Индии поддержал соседей.", "поддержал", []),
        ("В Индии поддержали соседей.", "поддержали", []),
        ("Секретариат ООН поддержал соседей.", "поддержал", ["body/un-secretariat"]),
        ("Индийская делегация поддержала соседей.", "поддержала", []),
        ("Индия ждет, что соседи поддержат друг друга.", "поддержат", []),
        ("Индия, которая поддержала соседей, рада.", "поддержала", []),
        ("Соседи (Индия) поддержали друг друга.", "поддержали", []),
        ("Индия на встрече «ООН плюс» поддержала соседей.", "поддержала", ["state/IND"]),
        ("«Индия всегда поддержит соседей», – сказал гость.", "поддержит", ["state/IND"]),
        ("Поддержали соседи.", "Поддержали", []),
        ("Министр торговли Чили Карлос Рохас поддержал соседей.", "поддержал", ["person/karlos-rokhas"]),
        ("Приехал министр торговли Чили Карлос Рохас. Рохас поддержал соседей.", "поддержал", ["person/karlos-rokhas"]),
        ("Министр торговли Чили поддержал соседей.", "поддержал", ["post/ministr-torgovlya-chili"]),
    ],
)
def test_the_actors_before_a_verb(context_of: Contexts, text: str, word: str, expected: list[str]) -> None:
    assert actors(context_of(text), word) == expected


def test_a_post_stands_for_the_person_who_holds_it(context_of: Contexts) -> None:
    context = context_of("Приехал министр торговли Чили Карлос Рохас. Министр поддержал соседей.")
    assert actors(context, "поддержал") == ["person/karlos-rokhas"]


@pytest.mark.parametrize(
    ("paragraph", "word", "own"),
    [
        ("1. учреждает Совет.", "учреждает", True),
        ("1. рада и учреждает Совет.", "учреждает", True),
        ("1. рада Совету, который учреждает Комитет.", "учреждает", False),
    ],
)
def test_the_voice_of_a_resolution(context_of: Contexts, paragraph: str, word: str, *, own: bool) -> None:
    context = context_of(f"80/7. О тишине\n\nГенеральная Ассамблея,\n\n{paragraph}")
    assert is_own_voice(context, verb(context, word)) is own
    assert actors(context, word) == (["instrument/A-RES-80-7"] if own else [])


def test_the_parties_speak_for_their_instrument(context_of: Contexts) -> None:
    context = context_of("Соглашение Чада и Непала о тишине\n\nВыше сказано иное, но Стороны поддержат соседей.")
    assert actors(context, "поддержат") == ["instrument/soglashenie-chad-i-nepal-o-tishina"]


def test_no_instrument_speaks_in_a_report(context_of: Contexts) -> None:
    context = context_of("Вчера учредили Совет.")
    assert not is_own_voice(context, verb(context, "учредили"))
    assert actors(context, "учредили") == []


def test_the_sides_of_a_report_are_the_states_first_named_together(context_of: Contexts) -> None:
    context = context_of("РИМ, 5 мая. /ТАСС/. Чад рад. Чад и Непал сверили карты. Индия и Китай ждут. Стороны рады.")
    assert [state.identifier for state in parties(context)] == ["state/TCD", "state/NPL"]
    assert actors(context, "рады") == ["state/TCD", "state/NPL"]


def test_no_sides_where_no_two_states_act(context_of: Contexts) -> None:
    context = context_of("Чад рад. Непал ждет. Стороны рады.")
    assert parties(context) == ()
    assert actors(context, "рады") == []


def test_the_introducing_line_acts_in_its_items(context_of: Contexts) -> None:
    context = context_of("Все рады и ждут дел.\n\nПланы Чада:\n\n- учредить Совет;\n- поддержать соседей.")
    assert actors(context, "поддержать") == ["state/TCD"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Приехал президент Чили Карлос Рохас.", "Рохас", "state/CHL"),
        ("Приехал министр торговли Чили Карлос Рохас.", "Рохас", None),
        ("Приехал генсек ООН Антониу Гутерриш.", "Гутерриш", "organization/un"),
        ("Приехал президент Карлос Рохас.", "Рохас", None),
    ],
)
def test_whom_an_office_holder_speaks_for(context_of: Contexts, text: str, name: str, expected: str | None) -> None:
    context = context_of(text)
    person = next(item.entity for item in context.linked if item.entity.is_a("Person"))
    assert name in person.label
    found = represented(context, person)
    assert (found.identifier if found else None) == expected


@pytest.mark.parametrize(("state", "identifier"), [("Чили", "state/CHL"), ("Перу", "state/PER")])
def test_names_that_do_not_decline_act(context_of: Contexts, state: str, identifier: str) -> None:
    assert actors(context_of(f"{state} поддерживает соседей."), "поддерживает") == [identifier]


def test_actors_after_the_verb(context_of: Contexts) -> None:
    assert actors(context_of("Соседей поддержали Индия и Китай."), "поддержали") == ["state/IND", "state/CHN"]


def test_a_resolution_does_not_speak_for_others(context_of: Contexts) -> None:
    context = context_of("80/7. О тишине\n\nГенеральная Ассамблея,\n\n1. рада, что Совет по рыбам просит о тишине.")
    assert not is_own_voice(context, verb(context, "просит"))


def test_who_acts_instead_of_another(context_of: Contexts) -> None:
    assert actors(context_of("Индия, а не Китай, поддержала соседей."), "поддержала") == ["state/IND"]
