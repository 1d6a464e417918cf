from collections.abc import Callable

import pytest

from comity.mentions.symbols import type_of_symbol
from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]


def symbols(found: list[tuple[str, Mention]]) -> list[str | None]:
    return [m.symbol for _, m in found if m.rule in {"symbol", "bare-symbol", "title-symbol"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Принята A/RES/79/325.", ["A/RES/79/325"]),
        ("Принята A/RES/75/237 осенью.", ["A/RES/75/237"]),
        ("Принята S/RES/1267(1999).", ["S/RES/1267(1999)"]),
        ("Принята S/RES/1267 (1999).", ["S/RES/1267(1999)"]),
        ("Принята A/HRC/RES/53/29.", ["A/HRC/RES/53/29"]),
        ("Издан доклад A/79/88.", ["A/79/88"]),
        ("Издан доклад A/HRC/53/24.", ["A/HRC/53/24"]),
        ("Внесен проект A/79/L.118.", ["A/79/L.118"]),
        ("Внесен проект A/C.1/79/L.12.", ["A/C.1/79/L.12"]),
        ("Получено письмо (S/2023/850).", ["S/2023/850"]),
        ("Издан отчет E/2024/68.", ["E/2024/68"]),
        ("Изданы A/79/88 и A/79/296.", ["A/79/88", "A/79/296"]),
    ],
)
def test_full_symbols(mentions_of: Mentions, text: str, expected: list[str]) -> None:
    assert symbols(mentions_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Принята резолюция 79/325.", ["A/RES/79/325"]),
        ("В резолюции 79/325 Генеральной Ассамблеи сказано иное.", ["A/RES/79/325"]),
        ("В ее резолюциях 77/320, 78/213 и 79/194 сказано иное.", ["A/RES/77/320", "A/RES/78/213", "A/RES/79/194"]),
        ("В резолюциях 77/320 от 25 июля 2023 года и 78/213 сказано иное.", ["A/RES/77/320", "A/RES/78/213"]),
        ("В резолюции Генеральной Ассамблеи 79/1 сказано иное.", ["A/RES/79/1"]),
        ("В резолюции ГА ООН 79/1 сказано иное.", ["A/RES/79/1"]),
        ("Принята резолюция 75/237 B.", ["A/RES/75/237 B"]),
        ("Принята резолюция 1267 (1999).", ["S/RES/1267(1999)"]),
        ("Приняты резолюции 1267 (1999), 1373 (2001) и 1540 (2004).",
         ["S/RES/1267(1999)", "S/RES/1373(2001)", "S/RES/1540(2004)"]),
        ("Принята резолюция 19/22 Совета по правам человека.", ["A/HRC/RES/19/22"]),
        ("Принята резолюция 2025/12 Экономического и Социального Совета.", ["E/RES/2025/12"]),
        ("Принято решение 79/517.", ["A/DEC/79/517"]),
        ("Принято решение 79/517 и резолюция 79/1.", ["A/DEC/79/517", "A/RES/79/1"]),
    ],
)  # fmt: skip
def test_bare_numbers_after_their_noun(mentions_of: Mentions, text: str, expected: list[str]) -> None:
    assert symbols(mentions_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Дежурный работает 24/7.",
        "Резолюция принята, дежурный работает 24/7.",
        "Резолюция принята 2/3 голосов.",
        "Выпита 1/2 стакана и съедено 3/4 пирога.",
        "Рейс 79/325 задержан.",
        "Перепись (1999) и выборы 120 (2001) прошли.",
        "Резолюция устарела. 79/325 – номер дома.",
    ],
)
def test_numbers_that_are_no_symbols(mentions_of: Mentions, text: str) -> None:
    assert symbols(mentions_of(text)) == []


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("80/7. О тишине\n\nГенеральная Ассамблея,\n\n1. постановляет молчать.", "A/RES/80/7"),
        ("80/7 B. О тишине\n\nГенеральная Ассамблея,\n\n1. постановляет молчать.", "A/RES/80/7 B"),
        ("53/29. О тишине\n\nСовет по правам человека,\n\n1. постановляет молчать.", "A/HRC/RES/53/29"),
        ("Резолюция 2790 (2025)\n\nСовет Безопасности,\n\n1. постановляет молчать.", "S/RES/2790(2025)"),
        ("Резолюция 80/7\n\nГенеральная Ассамблея,\n\n1. постановляет молчать.", "A/RES/80/7"),
        ("79/900. Порты\n\nГенеральная Ассамблея,\n\n1. постановляет молчать.", "A/RES/79/900"),
        ("A/RES/79/900\n\n79/900. Порты\n\nДоклад заслушан.", "A/RES/79/900"),
        ("Резолюция 79/900\n\nДоклад заслушан.", "A/RES/79/900"),
        ("Решение 80/517\n\nГенеральная Ассамблея,\n\n1. постановляет молчать.", "A/DEC/80/517"),
        ("ES-11/1. О тишине\n\nГенеральная Ассамблея,\n\n1. постановляет молчать.", "A/RES/ES-11/1"),
        ("1767 (XVII). О тишине\n\nГенеральная Ассамблея,\n\n1. постановляет молчать.", "A/RES/1767(XVII)"),
        ("A/RES/80/7 О тишине\n\nГенеральная Ассамблея,\n\n1. постановляет молчать.", "A/RES/80/7"),
    ],
)
def test_the_symbol_that_a_title_begins_with(mentions_of: Mentions, text: str, symbol: str) -> None:
    assert [m.symbol for _, m in mentions_of(text) if m.rule == "title-symbol"] == [symbol]


SECTION = "\n\nThe General Assembly,\n\nRecalling {},\n\n1. Decides to act.\n"


@pytest.mark.parametrize(
    ("head", "title", "recalled", "symbol"),
    [
        ("A/RES/74/260 B", "74/260. The Mission in Haiti B", "the day", "A/RES/74/260 B"),
        ("A/RES/74/260", "74/260. The Mission in Haiti B", "resolution 74/260 A", "A/RES/74/260 B"),
        ("A/RES/74/260", "74/260. The virus of hepatitis B", "the day", "A/RES/74/260"),
        ("A/RES/74/260", "74/260. The virus of hepatitis B", "resolution 74/261 A", "A/RES/74/260"),
        ("A/RES/74/260", "74/260. The Mission in Haiti", "resolution 74/260 A", "A/RES/74/260"),
    ],
)
def test_the_letter_of_a_section_is_that_of_the_head_or_one_among_others(
    mentions_of: Mentions, head: str, title: str, recalled: str, symbol: str
) -> None:
    text = f"United Nations\n\n{head}\n\n{title}{SECTION.format(recalled)}"
    assert [m.symbol for _, m in mentions_of(text) if m.rule == "title-symbol"] == [symbol]


@pytest.mark.parametrize(
    ("head", "symbol"),
    [
        ("S/PRST/2018/18", ["S/PRST/2018/18"]),
        ("A/HRC/PRST/50/2", ["A/HRC/PRST/50/2"]),
        ("S/2018/850", []),
        ("S/PRST/2018/18\n\nS/PRST/2018/19", []),
    ],
)
def test_a_title_without_number_has_the_symbol_at_the_head_of_the_pages(
    mentions_of: Mentions, head: str, symbol: list[str]
) -> None:
    text = f"United Nations\n\n{head}\n\nStatement by the President of the Security Council\n\nThe Council met."
    assert [m.symbol for _, m in mentions_of(text) if m.rule == "title-symbol"] == symbol


def test_bare_numbers_of_a_body_in_its_own_document(mentions_of: Mentions) -> None:
    text = "53/29. О тишине\n\nСовет по правам человека,\n\nссылаясь на свою резолюцию 47/23,\n\n1. молчит."
    assert symbols(mentions_of(text)) == ["A/HRC/RES/53/29", "A/HRC/RES/47/23"]


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("A/RES/79/325", "Resolution"),
        ("A/HRC/RES/53/29", "Resolution"),
        ("A/DEC/79/517", "Decision"),
        ("A/79/88", "Instrument"),
        ("A/79/L.118", "Instrument"),
        ("S/PRST/2018/18", "Declaration"),
        ("UNEP/EA.4/Res.1", "Resolution"),
    ],
)
def test_the_class_that_a_symbol_shows(symbol: str, expected: str) -> None:
    assert type_of_symbol(symbol) == expected


# Symbols that the module reads wrongly.
@pytest.mark.parametrize("symbol", ["A/79/L.118/Rev.1", "A/79/88/Add.1", "A/CONF.157/23/Corr.2"])
def test_revisions_and_addenda(mentions_of: Mentions, symbol: str) -> None:
    assert symbols(mentions_of(f"Издан документ {symbol}.")) == [symbol]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В резолюциях Совета по правам человека 19/22 и 22/6 сказано иное.", ["A/HRC/RES/19/22", "A/HRC/RES/22/6"]),
        ("Принята резолюция 217 A (III).", ["A/RES/217 A (III)"]),
        ("Принята резолюция 377 (V).", ["A/RES/377(V)"]),
        ("Принята резолюция 3201 (S-VI).", ["A/RES/3201(S-VI)"]),
        ("Принята резолюция ES-10/24.", ["A/RES/ES-10/24"]),
        ("Принята резолюция S-20/2.", ["A/RES/S-20/2"]),
        ("Принята резолюция 75/237B.", ["A/RES/75/237 B"]),
        ("Принята резолюция S-21/1 Совета по правам человека.", ["A/HRC/RES/S-21/1"]),
        ("Принята резолюция № 79/1.", ["A/RES/79/1"]),
    ],
)
def test_lists_of_a_council_and_numbers_of_old_and_special_sessions(
    mentions_of: Mentions, text: str, expected: list[str]
) -> None:
    assert symbols(mentions_of(text)) == expected


@pytest.mark.parametrize(
    "symbol",
    ["A/RES/217 A (III)", "A/RES/377(V)", "A/RES/ES-10/24", "A/RES/75/237 B", "S/PRST/2013/15", "UNEP/EA.4/Res.1",
     "FCCC/CP/2015/10/Add.1", "A/C.3/79/L.5/Rev.1", "E/CN.4/1998/53/Add.2", "A/ES-10/794"],
)  # fmt: skip
def test_full_symbols_of_many_organs(mentions_of: Mentions, symbol: str) -> None:
    assert symbols(mentions_of(f"Издан документ {symbol}.")) == [symbol]


@pytest.mark.parametrize(
    "text", ["Вирус A/H1N1 изучен.", "Сеть TCP/IP готова.", "Счет A/B открыт.", "Рейс SU/123 ждет."]
)
def test_strokes_that_make_no_symbol(mentions_of: Mentions, text: str) -> None:
    assert symbols(mentions_of(text)) == []


def test_a_document_of_two_symbols_is_one(mentions_of: Mentions) -> None:
    assert symbols(mentions_of("Получено письмо A/65/517-S/2010/534.")) == ["A/65/517"]
