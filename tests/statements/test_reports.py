from collections.abc import Callable

import pytest

from comity.model import Statement
from comity.statements.context import Context
from comity.statements.reports import publisher, reported_instrument

Said = Callable[..., list[tuple[str, str, str]]]
Statements = Callable[..., tuple[Statement, ...]]
Contexts = Callable[[str], Context]

NEWS = "РИМ, 5 мая. /ТАСС/. {}"
COMMUNIQUE = "instrument/sovmestnyj-kommyunike-po-itog-vstrecha"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Чад рад, говорится в совместном коммюнике по итогам встречи.", "Совместное коммюнике по итогам встречи"),
        ("Об этом сказано в Декларации о рыбах.", "Декларация о рыбах"),
        ("Как указано в договоре о рыбах, Чад рад.", "Договор о рыбах"),
        ("Чад подписал Декларацию о рыбах.", None),
        ("Чад прочел в Декларации о рыбах о мире.", None),
        ("Об этом сказано в заявлении.", None),
    ],
)
def test_the_instrument_that_a_report_is_about(context_of: Contexts, text: str, label: str | None) -> None:
    found = reported_instrument(context_of(NEWS.format(text)))
    assert (found.label if found else None) == label


def test_an_instrument_reports_on_nothing(context_of: Contexts, said: Said) -> None:
    text = "Декларация о рыбах\n\nКак сказано в Декларации о реках, рыбы живут в реках."
    assert reported_instrument(context_of(text)) is None
    assert said(text, "reportsOn", "publisher") == []


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("РИМ, 5 мая. /ТАСС/. Чад рад.", "organization/tass"),
        ("РИМ, 5 мая. /Казинформ/. Чад рад.", "organization/kazinform"),
        ("РИМ, 5 мая – РИА Новости. Чад рад.", "organization/ria-novosti"),
        ("Чад рад, сообщает ТАСС в среду.", "organization/tass"),
        ("Чад рад агентству ТАСС.", None),
        ("Чад рад.", None),
    ],
)
def test_the_publisher_that_a_report_names(context_of: Contexts, text: str, identifier: str | None) -> None:
    found = publisher(context_of(text))
    assert (found.identifier if found else None) == identifier


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Стороны поддерживают создание Совета по рыбам, сказано в совместном коммюнике по итогам встречи.",
         COMMUNIQUE),
        ("Чад рад, сказано в совместном коммюнике по итогам встречи. Непал поддерживает создание Совета по рыбам.",
         "organization/tass"),
        ("Непал поддерживает создание Совета по рыбам.", "organization/tass"),
    ],
)  # fmt: skip
def test_whose_words_they_are(statements_of: Statements, text: str, speaker: str) -> None:
    found = [s for s in statements_of(NEWS.format(f"Чад и Непал рады. {text}")) if s.predicate == "supports"]
    assert found
    assert {s.speaker.identifier for s in found if s.speaker} == {speaker}


def test_the_publisher_of_the_metadata_speaks_where_the_text_names_none(statements_of: Statements) -> None:
    text = "Непал поддерживает создание Совета по рыбам."
    for publisher_, expected in ((None, "document/text"), ("ТАСС", "organization/tass"), ("Ух!", "document/text")):
        found = [s.speaker for s in statements_of(text, publisher_) if s.predicate == "supports"]
        assert [speaker.identifier for speaker in found if speaker] == [expected]


def test_an_instrument_speaks_for_itself(statements_of: Statements) -> None:
    text = "Декларация о рыбах\n\nНепал и Чад поддерживают создание Совета по рыбам."
    assert [s.speaker for s in statements_of(text) if s.predicate == "supports"] == [None, None]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Третий форум по рыбам открыт.", 1),
        ("Форум по рыбам открыт.", 1),
        ("Сегодня третий форум открыт.", 0),
        ("Все рады.\n\nТретий форум по рыбам открыт и начнет работу завтра утром.", 0),
    ],
)
def test_the_event_of_the_first_paragraph(said: Said, text: str, events: int) -> None:
    assert len(said(NEWS.format(text), "reportsOn")) == events


def test_the_newspaper_and_the_communique_are_not_mixed(statements_of: Statements) -> None:
    text = NEWS.format(
        "Чад и Непал поддерживают создание Совета по рыбам. "
        "Стороны поддерживают создание Совета по рыбам, сказано в совместном коммюнике по итогам встречи."
    )
    speakers = {s.speaker.identifier for s in statements_of(text) if s.predicate == "supports" and s.speaker}
    assert speakers == {"organization/tass", COMMUNIQUE}


def test_a_quotation_has_its_speaker(statements_of: Statements) -> None:
    text = NEWS.format("«Чад поддерживает создание Совета по рыбам», – сказал министр торговли Чада Али Мусса.")
    speakers = {s.speaker.identifier for s in statements_of(text) if s.predicate == "supports" and s.speaker}
    assert speakers == {"person/ali-mussa"}


def test_an_agency_at_the_end_of_a_sentence(context_of: Contexts) -> None:
    found = publisher(context_of("Чад рад, сообщает ТАСС."))
    assert found is not None
    assert found.identifier == "organization/tass"


@pytest.mark.parametrize(
    ("words", "actors"),
    [
        ("Мы поддерживаем создание Совета по рыбам", {"person/karlos-rokhas", "state/ECU"}),
        ("Я поддерживаю создание Совета по рыбам", {"person/karlos-rokhas", "state/ECU"}),
        ("Наша страна поддерживает создание Совета по рыбам", {"state/ECU"}),
        ("Стороны поддерживают создание Совета по рыбам", set[str]()),
    ],
)
def test_whom_the_first_person_stands_for(statements_of: Statements, words: str, actors: set[str]) -> None:
    text = NEWS.format(f"Чад и Непал рады. «{words}», – сказал президент Эквадора Карлос Рохас.")
    assert {s.subject.identifier for s in statements_of(text) if s.predicate == "supports"} == actors
    unsigned = NEWS.format(f"Чад и Непал рады. «{words}».")
    assert not [s for s in statements_of(unsigned) if s.predicate == "supports" and "Мы" in words]
