from collections.abc import Callable

import pytest

from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]

RIGHTS = "53/29. О тишине\n\nСовет по правам человека,\n\n{},\n\n1. молчит."
COUNCIL = "Резолюция 2790 (2025)\n\nСовет Безопасности,\n\n{},\n\n1. молчит."
ENGLISH = "76/7. On silence\n\nThe General Assembly,\n\n{},\n\n1. Keeps silent."
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
        ("See resolutions 45/58 P of 4 December 1990, 53/77 AA of 4 December 1998 and 75/227 of 21 December 2020.",
         ["A/RES/45/58 P", "A/RES/53/77 AA", "A/RES/75/227"]),
        ("See resolutions 1265 (1999) and 1296 (2000) on civilians; 1612 (2005) on children; and 1325 (2000) on women.",
         ["S/RES/1265(1999)", "S/RES/1296(2000)", "S/RES/1612(2005)", "S/RES/1325(2000)"]),
        ("See resolutions 52/214, sect. C, para. 3; 55/222, sect. III, para. 12; 56/64 B, sect. X.",
         ["A/RES/52/214", "A/RES/55/222", "A/RES/56/64 B"]),
        ("See Human Rights Council resolutions 34/8 of 23 March 2017,35/34 of 23 June 2017 and 40/16.",
         ["A/HRC/RES/34/8", "A/HRC/RES/35/34", "A/HRC/RES/40/16"]),
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
        (ENGLISH, "Recalling its resolution 14 (I) on the Human Rights Council and its resolution 73/1",
         ["A/RES/14(I)", "A/RES/73/1"]),
        (ENGLISH, "Welcoming what the Human Rights Council did, and that the Council in its resolution 48/14 said so",
         ["A/HRC/RES/48/14"]),
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
    ("text", "expected"),
    [
        ("The Council met, and its latest text was resolution 36/6 of 28 September 2017.", ["A/HRC/RES/36/6"]),
        ("The Assembly met, and its latest text was resolution 36/6 of 28 October 1981.", ["A/RES/36/6"]),
        ("See resolutions 47/1 of 12 July 2021, S-29/1 of 12 February 2021 and 39/2.",
         ["A/HRC/RES/47/1", "A/HRC/RES/S-29/1", "A/HRC/RES/39/2"]),
        ("See resolution 42/12 of 26 September 2019. It follows from resolution 42/12.", ["A/HRC/RES/42/12"] * 2),
        ("See Supplement No. 53A (A/74/53/Add.1), chap. III, resolution 42/12.", ["A/HRC/RES/42/12"]),
        ("В резолюции 48/13 от 8 октября 2021 года сказано иное.", ["A/HRC/RES/48/13"]),
        ("See resolution 72/7 of 19 May 2016.", []),
        ("See the report (E/2015/27), chap. I, sect. C, resolution 59/1, annex.", []),
        ("It follows the Sustainable Development Goals See resolution 70/1. and the rules.", ["A/RES/70/1"]),
        ("See Human Rights Council resolutions 24/22 of 27 September 2013, Ibid., chap. III. 25/23 of 28 March 2014.",
         ["A/HRC/RES/24/22", "A/HRC/RES/25/23"]),
        ("See Economic and Social Council resolutions 1992/22, “On Assembly resolution 46/152 and 1”, and 1993/31.",
         ["E/RES/1992/22", "A/RES/46/152", "E/RES/1993/31"]),
        ("See Economic and Social Council resolution 663 C (XXIV) of 1 August 1957.", ["E/RES/663 C (XXIV)"]),
        ("See resolution 2200 A (XXI) of 16 December 1966.", ["A/RES/2200 A (XXI)"]),
        ("See resolutions 1948 (2010) of 18 November 2010 and 2019 (2011) of 16 November 2011.",
         ["S/RES/1948(2010)", "S/RES/2019(2011)"]),
    ],
)  # fmt: skip
def test_a_day_tells_whose_session_it_was(mentions_of: Mentions, text: str, expected: list[str]) -> None:
    assert numbers(mentions_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See Commission on Crime Prevention and Criminal Justice resolution 22/8 of 26 April 2013.",
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
