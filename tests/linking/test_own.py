from collections.abc import Callable

import pytest

from comity.model import Entity

Own = Callable[[str], Entity | None]

ENDING = "\n\nГенеральная Ассамблея,\n\n1. постановляет молчать."


@pytest.mark.parametrize(
    ("text", "identifier", "type_", "label"),
    [
        (f"80/7. О тишине{ENDING}", "instrument/A-RES-80-7", "Resolution", "О тишине"),
        (f"A/RES/80/7 О тишине{ENDING}", "instrument/A-RES-80-7", "Resolution", "О тишине"),
        (f"80/7 B. О тишине{ENDING}", "instrument/A-RES-80-7-B", "Resolution", "О тишине"),
        ("Резолюция 2790 (2025)\n\nСовет Безопасности,\n\n1. постановляет молчать.",
         "instrument/S-RES-2790-2025", "Resolution", "Резолюция 2790 (2025)"),
        ("ЗАЯВЛЕНИЕ министров о тишине\n\nМинистры заявляют о тишине.",
         "instrument/zayavlenie-ministr-o-tishina", "Declaration", "Заявление министров о тишине"),
        ("Совместное коммюнике министров о тишине\n\nМинистры заявляют о тишине.",
         "instrument/sovmestnyj-kommyunike-ministr-o-tishina", "Communique", "Совместное коммюнике министров о тишине"),
        ("Договор о тишине\n\nСтороны соблюдают тишину.", "instrument/dogovor-o-tishina", "Treaty", "Договор о тишине"),
    ],
)  # fmt: skip
def test_the_instrument_that_a_text_is(own_of: Own, text: str, identifier: str, type_: str, label: str) -> None:
    own = own_of(text)
    assert own is not None
    assert (own.identifier, own.types, own.label) == (identifier, (type_,), label)


def test_the_letter_of_a_section_is_no_word_of_the_title(own_of: Own) -> None:
    own = own_of("United Nations\n\nA/RES/80/7 B\n\n80/7. On peace B\n\nThe General Assembly,\n\n1. Decides to act.")
    assert own is not None
    assert (own.symbol, own.label) == ("A/RES/80/7 B", "On peace")


@pytest.mark.parametrize(
    "text",
    [
        "Министры заявили о тишине.",
        "АСТАНА, 4 ноября. /Казинформ/. Министры приняли декларацию о тишине.",
        "Выступление министра\n\nУважаемые коллеги!\n\nНужна тишина.",
    ],
)
def test_a_report_is_no_instrument(own_of: Own, text: str) -> None:
    assert own_of(text) is None


@pytest.mark.parametrize(("day", "known"), [("7 июня 2002", True), ("8 июня 2002", False)])
def test_a_title_and_a_day_that_a_record_has_are_that_record(own_of: Own, day: str, *, known: bool) -> None:
    title = "Хартия Шанхайской организации сотрудничества"
    own = own_of(f"{title}\n\nГосударства согласились о дружбе.\n\nСанкт-Петербург, {day} года\n")
    assert own is not None
    assert own.known is known
    assert (own.identifier == "instrument/sco-charter") is known


def test_the_same_title_on_another_day_is_another_instrument(own_of: Own) -> None:
    text = "Заявление министров о тишине\n\nМинистры заявляют о тишине.\n\nРим, {} мая 2024 года\n"
    found = {own.identifier for day in (5, 6) if (own := own_of(text.format(day))) is not None}
    assert found == {
        "instrument/zayavlenie-ministr-o-tishina-2024-05-05",
        "instrument/zayavlenie-ministr-o-tishina-2024-05-06",
    }


RECORDED = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="{genre}">
<coverPage><p><docNumber refersTo="#symbol">{symbol}</docNumber></p></coverPage>
<preface><p><docNumber>{number}</docNumber> <docTitle refersTo="#title1">{title}</docTitle></p></preface>
<mainBody><paragraph><content><p>The Council noted document A/RES/70/1.</p></content></paragraph></mainBody>
</statement></akomaNtoso>"""


@pytest.mark.parametrize(
    ("symbol", "number", "genre", "identifier", "type_", "label", "kind"),
    [
        ("S/PRST/2015/19", "", "presidentialStatement", "instrument/S-PRST-2015-19", "Declaration",
         "Statement by the President", "presidential-statement"),
        ("A/DEC/76/402", "B", "decision", "instrument/A-DEC-76-402-B", "Decision", "Election", "decision"),
        ("S/RES/1 (2030)", "", "resolution", "instrument/S-RES-1-2030", "Resolution", "S/RES/1(2030)", "resolution"),
    ],
)  # fmt: skip
def test_what_the_record_of_a_file_states_is_not_guessed(  # noqa: PLR0913, PLR0917 - the columns of the table
    own_of: Own, symbol: str, number: str, genre: str, identifier: str, type_: str, label: str, kind: str
) -> None:
    title = "" if label.startswith("S/") else label
    own = own_of(RECORDED.format(genre=genre, symbol=symbol, number=number, title=title))
    assert own is not None
    assert (own.identifier, own.types, own.label) == (identifier, (type_,), label)
    assert own.kind == f"instrument-kind/{kind}"
