from collections.abc import Callable

import pytest

from comity.model import Link

Links = Callable[[str], list[tuple[str, Link]]]

RESOLUTION = "80/7. О тишине\n\nГенеральная Ассамблея,\n\n1. {}"


def linked(found: list[tuple[str, Link]], words: str) -> list[tuple[str | None, str]]:
    return [(link.entity.identifier if link.entity else None, link.reason) for text, link in found if text == words]


@pytest.mark.parametrize(
    ("text", "words", "identifier", "reason"),
    [
        ("Монголия готова.", "Монголия", "state/MNG", "known-name"),
        ("Речь о монгольской делегации.", "монгольской", "state/MNG", "demonym"),
        ("Принята A/RES/79/325.", "A/RES/79/325", "instrument/A-RES-79-325", "known-symbol"),
        ("Принята A/RES/79/999.", "A/RES/79/999", "instrument/A-RES-79-999", "new-symbol"),
        ("Приехал министр торговли Чили.", "министр торговли Чили", "post/ministr-torgovlya-chili", "post"),
        ("Приехал министр торговли Чили Карлос Рохас.", "Карлос Рохас", "person/karlos-rokhas", "person-after-post"),
        ("Приехал президент Франции.", "президент Франции", "post/president-of-france", "known-post"),
        ("Отчет Комитета по рыбам готов.", "Комитета по рыбам", "body/komitet-po-ryba", "head-noun"),
        ("Просят доноров помочь.", "доноров", "group/donor", "group"),
        ("Принята резолюция 79/1 под названием «Соглашение о тишине».",
         "Соглашение о тишине", "instrument/A-RES-79-1", "titled"),
        (RESOLUTION.format("просит Генерального секретаря помочь."),
         "Генерального секретаря", "post/un-secretary-general", "office-of-the-adopting-organisation"),
        (RESOLUTION.format("настоящая резолюция важна."), "резолюция", "instrument/A-RES-80-7", "deictic"),
        (RESOLUTION.format("резолюция 80/7 важна."), "80/7", "instrument/A-RES-80-7", "own-symbol"),
        ("Договор о тишине\n\nСтороны молчат.", "Договор о тишине", "instrument/dogovor-o-tishina", "own-title"),
    ],
)  # fmt: skip
def test_the_rule_that_decides(links_of: Links, text: str, words: str, identifier: str, reason: str) -> None:
    assert (identifier, reason) in linked(links_of(text), words)


@pytest.mark.parametrize(
    ("text", "capital", "state", "place"),
    [
        ("Минск поддержал соседей.", "Минск", "state/BLR", None),
        ("Минск и Баку поддержали соседей.", "Баку", "state/AZE", None),
        ("Минск намерен молчать.", "Минск", "state/BLR", None),
        ("Форум открылся в Минске.", "Минске", None, "place/minsk"),
        ("Гости прибыли из Минска.", "Минска", None, "place/minsk"),
        ("Минск – город.", "Минск", None, "place/minsk"),
        ("Город Минск растет.", "Минск", None, "place/minsk"),
        ("МИНСК, 5 мая. /БЕЛТА/. Форум открылся.", "МИНСК", None, "place/minsk"),
        ("Казань поддержала соседей.", "Казань", None, "place/kazan"),
    ],
)
def test_a_capital_that_acts_is_a_government(
    links_of: Links, text: str, capital: str, state: str | None, place: str | None
) -> None:
    assert [identifier for identifier, _ in linked(links_of(text), capital)] == [state or place]


@pytest.mark.parametrize(
    ("text", "words", "identifiers"),
    [
        ("Рабочая группа по рыбам сыта. Отчет Группы готов.", "Группы", ["body/rabochij-gruppa-po-ryba"]),
        ("Рабочая группа по рыбам сыта. Отчет группы готов.", "группы", ["body/rabochij-gruppa-po-ryba"]),
        ("Рабочая группа по рыбам и Группа друзей рек сыты. Отчет Группы готов.", "Группы", ["body/gruppa-drug-reka"]),
        ("Рабочая группа по рыбам и Группа друзей рек сыты. Отчет группы готов.", "группы", [None]),
        ("Отчет группы готов.", "группы", [None]),
        ("Комитет по рыбам сыт. Отчет группы готов.", "группы", [None]),
        ("Декларация о реках готова. Указанная Декларация важна.", "Декларация", ["instrument/deklaraciya-o-reka"]),
        ("Президент Чили уехал. Президент вернется.", "Президент", ["post/prezident-chili"]),
        ("Президент вернется.", "Президент", [None]),
        (RESOLUTION.format("избирает двух заместителей председателя."), "председателя", [None]),
        ("Научная группа по рыбам, или Группа, сыта. Пришла Рабочая группа по лесам. Отчет Группы готов.", "Группы",
         ["body/nauchnyj-gruppa-po-ryba"]),
        ("Научная группа по рыбам, или Группа, сыта. Пришла Группа друзей рек. Отчет Группы готов.", "Группы",
         ["body/gruppa-drug-reka"]),
        ("Научная группа по рыбам и рабочая группа по лесам сыты. Отчет Группы готов.", "Группы",
         ["body/nauchnyj-gruppa-po-ryba"]),
    ],
)  # fmt: skip
def test_a_short_form_means_what_was_named_before(
    links_of: Links, text: str, words: str, identifiers: list[str | None]
) -> None:
    assert [identifier for identifier, _ in linked(links_of(text), words)] == identifiers


def test_an_open_short_form_keeps_its_candidates(links_of: Links) -> None:
    found = links_of("Рабочая группа по рыбам и Группа друзей рек сыты. Отчет группы готов.")
    candidates = [link.candidates for words, link in found if words == "группы"]
    assert candidates == [("body/rabochij-gruppa-po-ryba", "body/gruppa-drug-reka")]


def test_an_introduced_abbreviation_of_a_head(links_of: Links) -> None:
    text = "Комитет по рыбам (далее – Комитет) сыт. Комитет по лесам спит. Отчет Комитета и сам Комитет ждут."
    assert linked(links_of(text), "Комитет")[-1] == ("body/komitet-po-ryba", "introduced-abbreviation")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Центр по искусственному интеллекту", "Центр по ИИ"),
        ("Совет по правам человека", "Совета по правам человека ООН"),
        ("Комитет по рыбам", "комитета по рыбам"),
        ("Рабочая группа по рыбам", "рабочей группой по рыбам"),
        ("Четвертая конференция по сахару", "Четвёртой конференции по сахару"),
        ("Генеральная Ассамблея", "Генассамблеи ООН"),
        ("Большое Евразийское партнерство", "Большого Евразийского партнёрства"),
    ],
)
def test_one_thing_has_one_identifier_in_every_document(links_of: Links, one: str, other: str) -> None:
    first, *_ = links_of(f"Обсуждались {one} и рыба.")
    second, *_ = links_of(f"Участники {other} довольны.")
    assert first[1].entity is not None
    assert second[1].entity is not None
    assert first[1].entity.identifier == second[1].entity.identifier


def test_bodies_of_different_bodies_are_different(links_of: Links) -> None:
    text = "Отчеты рабочей группы по цифрам Комитета по рыбам и рабочей группы по цифрам Совета по лесам готовы."
    found = [link.entity for words, link in links_of(text) if words == "рабочей группы по цифрам"]
    assert [entity.label for entity in found if entity] == ["Рабочая группа по цифрам"] * 2
    assert len({entity.identifier for entity in found if entity}) == 2


def test_the_longer_form_of_a_name_in_a_document_is_the_name(links_of: Links) -> None:
    text = "Отчет Комитета по охране рыб готов. Члены Комитета по охране рыб и птиц довольны."
    found = {link.entity.identifier for words, link in links_of(text) if link.entity and words.startswith("Комитет")}
    assert found == {"body/komitet-po-okhrana-ryba-i-ptica"}


def test_meetings_under_different_instruments_are_different(links_of: Links) -> None:
    text = "80/{}. О тишине\n\nГенеральная Ассамблея,\n\n1. постановляет молчать.\n\n10-е пленарное заседание\n"
    found = {
        link.entity.identifier
        for number in (7, 8)
        for _, link in links_of(text.format(number))
        if link.entity and link.entity.is_a("Event")
    }
    assert len(found) == 2


def test_dates_and_topics_are_not_linked(links_of: Links) -> None:
    assert links_of("Искусственный интеллект изучают с 5 мая 2024 года.") == []


# Links that are wrong.
@pytest.mark.parametrize("text", ["Министр посетил Минск.", "Гости из Минска, Баку и Рима довольны."])
def test_a_capital_that_is_visited_is_a_place(links_of: Links, text: str) -> None:
    assert {link.entity.types[0] for _, link in links_of(text) if link.entity and link.entity.types[0] != "Post"} == {
        "Place"
    }


@pytest.mark.parametrize("text", ["Известно, что Минск поддержал соседей.", "Но Минск поддержал соседей."])
def test_a_capital_that_acts_after_a_conjunction(links_of: Links, text: str) -> None:
    assert [identifier for identifier, _ in linked(links_of(text), "Минск")] == ["state/BLR"]


def test_an_introduced_acronym(links_of: Links) -> None:
    text = "Обсуждали Азиатскую организацию по воде (далее – АОВ). Отчет АОВ готов."
    assert {identifier for identifier, _ in linked(links_of(text), "АОВ")} == {
        "organization/aziatskij-organizaciya-po-vod"
    }


def test_a_noun_before_a_number_means_the_number(links_of: Links) -> None:
    found = links_of("Принята резолюция «О мире». Дания ждет резолюцию 79/1.")
    assert linked(found, "резолюцию") in ([], [("instrument/A-RES-79-1", "known-symbol")])


def test_a_longer_name_is_another_thing(links_of: Links) -> None:
    found = links_of("Обсуждали Глобальный фонд развития потенциала в области ИИ.")
    assert "organization/global-fund" not in {link.entity.identifier for _, link in found if link.entity}


def test_bodies_about_governance_keep_their_names(links_of: Links) -> None:
    found = links_of("Отчеты Рабочей группы по управлению данными и Рабочей группы по управлению реками готовы.")
    assert len({link.entity.identifier for _, link in found if link.entity and link.entity.is_a("Body")}) == 2
