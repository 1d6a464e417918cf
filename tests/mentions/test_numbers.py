from collections.abc import Callable

import pytest

from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]

RIGHTS = "53/29. О тишине\n\nСовет по правам человека,\n\n{},\n\n1. молчит."
COUNCIL = "Резолюция 2790 (2025)\n\nСовет Безопасности,\n\n{},\n\n1. молчит."
ASSEMBLY = "80/7. О тишине\n\nГенеральная Ассамблея,\n\n{},\n\n1. молчит."


def numbers(found: list[tuple[str, Mention]]) -> list[str | None]:
    return [mention.symbol for _, mention in found if mention.rule == "bare-symbol"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В резолюции 78/5 и резолюции 19/22 Совета по правам человека сказано иное.",
         ["A/RES/78/5", "A/HRC/RES/19/22"]),
        ("В резолюциях 19/22 и 22/6 Совета по правам человека сказано иное.", ["A/HRC/RES/19/22", "A/HRC/RES/22/6"]),
        ("В резолюциях Генеральной Ассамблеи 60/251 и Совета по правам человека 5/1 сказано иное.",
         ["A/RES/60/251", "A/HRC/RES/5/1"]),
        ("В резолюциях Генеральной Ассамблеи 60/251 и 5/1 Совета по правам человека сказано иное.",
         ["A/RES/60/251", "A/HRC/RES/5/1"]),
        ("В резолюциях 79/1 Генеральной Ассамблеи и 1325 (2000) Совета Безопасности сказано иное.",
         ["A/RES/79/1", "S/RES/1325(2000)"]),
        ("В резолюциях Совета по правам человека 5/1 и 5/2 и его решении 6/102 сказано иное.",
         ["A/HRC/RES/5/1", "A/HRC/RES/5/2", "A/HRC/DEC/6/102"]),
        ("Принятая Советом по правам человека резолюция 19/22 действует.", ["A/HRC/RES/19/22"]),
        ("Совет по правам человека в своей резолюции 48/13 сказал иное.", ["A/HRC/RES/48/13"]),
        ("В решении 2021/217 Экономического и Социального Совета сказано иное.", ["E/DEC/2021/217"]),
        ("В резолюциях 74/270 от 2 апреля 2020 года о мире и 74/274 от 20 апреля 2020 года о воде сказано иное.",
         ["A/RES/74/270", "A/RES/74/274"]),
        ("В резолюциях 79/1, пункты 5 и 6, и 78/5, приложение I, сказано иное.", ["A/RES/79/1", "A/RES/78/5"]),
        ("В резолюциях, включая 1325 (2000) и 1373 (2001), сказано иное.", ["S/RES/1325(2000)", "S/RES/1373(2001)"]),
        ("В резолюции 79/1 («Пакт») и 78/5 сказано иное.", ["A/RES/79/1", "A/RES/78/5"]),
        ("See Security Council resolutions 1325 (2000) and 1373 (2001).", ["S/RES/1325(2000)", "S/RES/1373(2001)"]),
        ("See resolution 19/22 of the Human Rights Council and General Assembly resolution 60/251.",
         ["A/HRC/RES/19/22", "A/RES/60/251"]),
        ("The report follows Economic and Social Council resolution 2011/24 of 27 July 2011.", ["E/RES/2011/24"]),
    ],
)  # fmt: skip
def test_each_number_has_its_own_body(mentions_of: Mentions, text: str, expected: list[str]) -> None:
    assert numbers(mentions_of(text)) == expected


@pytest.mark.parametrize(
    ("frame", "clause", "expected"),
    [
        (RIGHTS, "ссылаясь на свои резолюции 47/23 и 5/1", ["A/HRC/RES/47/23", "A/HRC/RES/5/1"]),
        (RIGHTS, "ссылаясь на резолюцию Совета 5/1", ["A/HRC/RES/5/1"]),
        (RIGHTS, "ссылаясь на резолюцию 60/251 Генеральной Ассамблеи", ["A/RES/60/251"]),
        (ASSEMBLY, "ссылаясь на свою резолюцию 47/23 и резолюцию Совета по правам человека 48/5",
         ["A/RES/47/23", "A/HRC/RES/48/5"]),
        (ASSEMBLY, "ссылаясь на резолюцию 1325 (2000)", ["S/RES/1325(2000)"]),
        (ASSEMBLY, "ссылаясь на резолюцию 1493 от 28 июля 2003 года", []),
        (COUNCIL, "ссылаясь на резолюции 1493 от 28 июля 2003 года и 1533 от 12 марта 2004 года",
         ["S/RES/1493(2003)", "S/RES/1533(2004)"]),
        (ASSEMBLY, "ссылаясь на резолюцию 1368 Совета Безопасности ООН от 12 сентября 2001 года", ["S/RES/1368(2001)"]),
    ],
)  # fmt: skip
def test_the_adopting_body_owns_what_no_other_does(
    mentions_of: Mentions, frame: str, clause: str, expected: list[str]
) -> None:
    assert numbers(mentions_of(frame.format(clause))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "В резолюции 65/2 Комиссии по положению женщин сказано иное.",
        "В резолюции 76/1 Парламентской ассамблеи сказано иное.",
        "В решении 45/12 городского суда сказано иное.",
        "В резолюции Совета Европы 78/5 сказано иное.",
        "В резолюции 19/22 сказано иное.",
        "В резолюции 78/5 ЖЗИ сказано иное.",
        "В резолюции ЖЗИ 2390 (2021) сказано иное.",
        "В резолюции сказано, что дежурный работает 24/7, а рейс 79/325 задержан.",
        "See Commission resolution 55/1.",
        "The members of the Commission on Human Rights, in its resolution 2005/5, agreed.",
    ],
)
def test_numbers_of_other_bodies_make_no_symbol(mentions_of: Mentions, text: str) -> None:
    assert numbers(mentions_of(text)) == []
