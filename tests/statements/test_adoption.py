from collections.abc import Callable

import pytest

from comity.model import Statement, Value

Said = Callable[..., list[tuple[str, str, str]]]
Statements = Callable[..., tuple[Statement, ...]]

OWN = "instrument/A-RES-80-7"
RESOLUTION = "80/7. О тишине\n\nГенеральная Ассамблея,\n\n{}\n\n1. постановляет молчать.{}"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (RESOLUTION.format("желая тишины,", ""), "body/un-general-assembly"),
        ("53/29. О тишине\n\nСовет по правам человека,\n\n1. постановляет молчать.", "body/un-human-rights-council"),
        ("ЗАЯВЛЕНИЕ\nСовета глав государств – членов ШОС о тишине\n\nГосударства молчат.",
         "body/sco-council-of-heads-of-state"),
        ("Декларация БРИКС о тишине\n\nГосударства молчат.", "organization/brics"),
        ("Заявление о Совете Безопасности\n\nГосударства молчат.", None),
        ("Заявление о тишине\n\nГосударства молчат в Совете Безопасности.", None),
    ],
)  # fmt: skip
def test_the_adopting_body(said: Said, text: str, body: str | None) -> None:
    assert [row[2] for row in said(text, "adoptedBy")] == ([body] if body else [])


def test_the_text_is_the_text_of_its_instrument(said: Said) -> None:
    text = RESOLUTION.format("желая тишины,", "")
    assert said(text, "expresses") == [("document/text", "expresses", OWN)]
    assert said(text, "symbol") == [(OWN, "symbol", "A/RES/80/7")]


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("\n\n10-е пленарное заседание\n5 мая 2025 года\n", {("date", "2025-05-05"), ("adoptedAt", "event")}),
        ("\n\n5 мая 2025 года\n", {("date", "2025-05-05")}),
        ("\n\nРим, 5 мая 2025 года\n", {("date", "2025-05-05"), ("place", "place/rome")}),
        ("\n\nг. Рим, «5» мая 2025 г.\n", {("date", "2025-05-05"), ("place", "place/rome")}),
        ("\n\nРим ждет с 5 мая 2025 года, как и все другие города мира.\n", set()),
    ],
)
def test_the_lines_under_an_instrument(said: Said, ending: str, expected: set[tuple[str, str]]) -> None:
    rows = said(RESOLUTION.format("желая тишины,", ending), "date", "place", "adoptedAt")
    assert {(p, o.partition("/")[0] if p == "adoptedAt" else o) for _, p, o in rows} == expected
    assert all(subject == OWN for subject, _, _ in rows)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Принята резолюция 79/999.", "body/un-general-assembly"),
        ("Принята резолюция 1267 (1999).", "body/un-security-council"),
        ("Принята A/HRC/RES/53/29.", "body/un-human-rights-council"),
        ("Принята резолюция 2025/12 Экономического и Социального Совета.", "body/un-ecosoc"),
        ("Принято решение 79/517.", "body/un-general-assembly"),
        ("Издан доклад A/79/88.", None),
        ("Внесен проект A/79/L.118.", None),
        ("Получено письмо S/2023/850.", None),
    ],
)
def test_a_symbol_shows_who_adopted(said: Said, text: str, body: str | None) -> None:
    assert [row[2] for row in said(text, "adoptedBy")] == ([body] if body else [])


@pytest.mark.parametrize(
    ("text", "adopted"),
    [
        ("Изучена принятая Генеральной Ассамблеей резолюция «О мире».", 1),
        ("Изучены принятые Генеральной Ассамблеей резолюции «О мире» и «О дружбе».", 2),
        ("Изучены принятые Генеральной Ассамблеей резолюции «О мире», «О дружбе» и «О труде».", 3),
        ("Изучена принятая Генеральной Ассамблеей поправка, а резолюция «О мире» забыта.", 0),
        ("Изучена отвергнутая Генеральной Ассамблеей резолюция «О мире».", 0),
        ("Изучена принятая соседями резолюция «О мире».", 0),
    ],
)
def test_adopted_by_a_participle(said: Said, text: str, adopted: int) -> None:
    assert [row[2] for row in said(text, "adoptedBy")] == ["body/un-general-assembly"] * adopted


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Принята резолюция 79/999 от 5 мая 2024 года.", ["2024-05-05"]),
        ("Подписано Соглашение о рыбах от 5 мая 2024 года.", ["2024-05-05"]),
        ("Подписано Соглашение о рыбах 5 мая 2024 года.", []),
        ("Recalling the Optional Protocol to the Convention on the Rights of Fish of 5 May 2024.", ["2024-05-05"]),
        ("Резолюция 79/999 далека от идеала, а 5 мая 2024 года тепло.", []),
    ],
)
def test_the_day_of_an_instrument(said: Said, text: str, days: list[str]) -> None:
    assert [row[2] for row in said(text, "date")] == days


@pytest.mark.parametrize(("noun", "adoptions"), [("Соглашение", 0), ("Заявление", 1)])
def test_the_parties_that_open_a_treaty_do_not_adopt_it(said: Said, noun: str, adoptions: int) -> None:
    text = f"{noun} о часах\n\nОрганизация Объединенных Наций и Республика Куба,\n\nжелая мира,\n\n1. молчат.\n"
    assert len(said(text, "adoptedBy")) == adoptions


@pytest.mark.parametrize(
    ("clause", "annexes"),
    [
        ("ссылаясь на резолюцию 79/1 и приложение к ней под названием «Глобальный цифровой договор»,", 1),
        ("ссылаясь на резолюцию 79/1 и приложение к ней, не забывая «Глобальный цифровой договор»,", 0),
        ("ссылаясь на приложение к письму под названием «Глобальный цифровой договор»,", 0),
        ("ссылаясь на резолюцию 79/1, озаглавленную «Пакт во имя будущего»,", 0),
    ],
)
def test_a_titled_annex(said: Said, clause: str, annexes: int) -> None:
    expected = ("instrument/global-digital-compact", "annexOf", "instrument/A-RES-79-1")
    assert said(RESOLUTION.format(clause, ""), "annexOf") == [expected] * annexes


@pytest.mark.parametrize(
    ("text", "drafts"),
    [
        ("[без передачи в главные комитеты (A/80/L.2)]\n\n" + RESOLUTION.format("желая тишины,", ""), 1),
        ("[без передачи в главные комитеты (A/80/88)]\n\n" + RESOLUTION.format("желая тишины,", ""), 0),
        (RESOLUTION.format("ссылаясь на проект A/80/L.2 и желая тишины,", ""), 0),
    ],
)
def test_the_draft_of_a_resolution(said: Said, text: str, drafts: int) -> None:
    assert said(text, "draftOf") == [("instrument/A-80-L.2", "draftOf", OWN)] * drafts


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Изучено коммюнике по итогам Пятой встречи министров.", 1),
        ("Изучено заявление по результатам Пятой встречи министров.", 1),
        ("Изучено коммюнике накануне Пятой встречи министров.", 0),
        ("По итогам Пятой встречи министров изучено коммюнике.", 0),
    ],
)
def test_the_outcome_of_a_meeting(said: Said, text: str, outcomes: int) -> None:
    assert len(said(text, "adoptedAt")) == outcomes


def test_a_numbered_annex(said: Said) -> None:
    clause = "ссылаясь на резолюцию 79/1 и приложение I к ней под названием «Глобальный цифровой договор»,"
    assert said(RESOLUTION.format(clause, ""), "annexOf")


STATED = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="presidentialStatement">
<meta><FRBRWork><FRBRdate date="{day}" name="adoption"/></FRBRWork></meta>
<coverPage><p><docNumber refersTo="#symbol">S/PRST/2015/19</docNumber></p>
<p><docTitle>Adopted on 31 October 2015</docTitle></p></coverPage>
<preface><p><docTitle>Statement by the President</docTitle></p></preface>
<mainBody><paragraph><content><p>At the 7547th meeting of the Security Council, held on 30 October 2015, in connection
with events of 1 May 2015, its President spoke.</p></content></paragraph></mainBody></statement></akomaNtoso>"""


@pytest.mark.parametrize(
    ("day", "stated"),
    [
        ("2015-10-30", "2015-10-30"),
        ("2015-10-31", "2015-10-31"),
        ("2001-01-01", "2015-10-31"),
        ("0001-01-01", "2015-10-31"),
    ],
)
def test_the_words_that_say_the_day_of_the_record_are_its_evidence(said: Said, day: str, stated: str) -> None:
    days = [row[2] for row in said(STATED.format(day=day), "date") if row[0] == "instrument/S-PRST-2015-19"]
    assert days == [stated]


def test_the_symbol_on_the_cover_shows_who_made_a_statement(said: Said) -> None:
    adopted = [("instrument/S-PRST-2015-19", "adoptedBy", "body/un-security-council")]
    assert said(STATED.format(day="2015-10-30"), "adoptedBy") == adopted


def test_the_day_of_adoption_is_not_that_under_an_annex(statements_of: Statements) -> None:
    text = (
        "Resolution 2202 (2015)\n\nAdopted by the Security Council at its 7384th meeting, on 17 February 2015\n\n"
        "The Security Council,\n\nRecalling the Charter,\n\n1. Keeps silent.\n\nAnnex\n\nThe sides agree.\n\n"
        "Minsk, 12 February 2015\n"
    )
    days = [s.object for s in statements_of(text) if s.predicate == "date"]
    assert [day.text for day in days if isinstance(day, Value)][:1] == ["2015-02-17"]
