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
