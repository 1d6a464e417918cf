"""Known names in golden notation: `[IDENTIFIER words]`."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.graph.reference import reference_entries, reference_triples
from comity.lexicon import Entry, Lexicon, Match, Morphology, morphology, tokens_of
from comity.lexicon.series import bare_number
from comity.model import Entity, Name, NameKind

Found = Callable[[str], str]


@pytest.mark.parametrize(
    "golden",
    [
        "[state/KAZ Казахстан] и [state/CHN Китай]",
        "в [state/KAZ Казахстане], с [state/CHN Китаем], [state/CHN Китаю] и из [state/RUS России]",
        "от имени [state/RUS Российской Федерации] и [state/KAZ Республики Казахстан]",
        "[state/RUS РФ] и [state/CHN КНР]",
        "[state/RUS РОССИЯ] И [state/CHN КИТАЙ]",
        "в [state/BLR Белоруссии] и [state/BLR Беларуси]",
        "[state/IRN Исламской Республикой Иран]",
        "[state/USA Соединенным Штатам Америки], [state/USA Соединенных Штатов] и [state/USA США]",
        "визит в [state/BRA Бразилию], власти [state/BRA Бразилии]",
        "[state/MLI Мали], [state/PER Перу]",
        "на [state/CUB Кубе], с [state/CUB Кубой]",
        "в [state/NLD Нидерландах] и из [state/NLD Нидерландов]",
        "[state/GIN Гвинее], [state/GNB Гвинее-Бисау], [state/GNQ Экваториальной Гвинее]",
        "в [state/CIV Кот-д'Ивуаре]",
        "с [state/KOR Республикой Корея] и [state/PRK КНДР]",
        "[state/PRK Корейской Народно-Демократической Республики]",
        "в [state/LBN Ливане], о [state/LBN Ливане]",
        "в [place/tianjin Тяньцзине], [place/new-york Нью-Йорке] и [place/minsk Минске]",
        "из [place/rome Рима]",
    ],
)
def test_states_and_places_are_found_in_every_case(found: Found, golden: str) -> None:
    assert found(re.sub(r"\[\S+ (.*?)\]", r"\1", golden)) == golden


@pytest.mark.parametrize(
    "golden",
    [
        "[organization/sco Шанхайской организацией сотрудничества] ([organization/sco ШОС])",
        "в [organization/un Организации Объединенных Наций]",
        "[body/un-general-assembly Генеральная Ассамблея] и [body/un-security-council Советом Безопасности]",
        "[body/un-general-assembly Генеральной Ассамблеи ООН]",
        "[body/un-general-assembly Генеральной Ассамблеи Организации Объединенных Наций]",
        "[body/sco-heads Советом глав государств-членов ШОС]",
        "[body/sco-heads Совета глав государств-членов Шанхайской организации сотрудничества]",
        "потенциал [body/sco-banks Межбанковского объединения ШОС]",
        "[body/sco-banks Межбанковскому объединению Шанхайской организации сотрудничества]",
        "[organization/ndb Новым банком развития] и [organization/ndb НБР]",
        "[post/un-secretary-general Генерального секретаря ООН]",
        "[post/un-secretary-general Генеральному секретарю Организации Объединенных Наций]",
        "[person/tokayev Касым-Жомартом Токаевым] и [person/tokayev Токаева]",
        "[person/xi Си Цзиньпина], [person/xi Си Цзиньпином]",
        "«[instrument/pact Пакт во имя будущего]», [instrument/pact Пактом во имя будущего]",
        "саммит [group/g20 Группы двадцати] и [group/g20 G20]",
    ],
)
def test_organisations_bodies_offices_persons_and_instruments_are_found(found: Found, golden: str) -> None:
    assert found(re.sub(r"\[\S+ (.*?)\]", r"\1", golden)) == golden


@pytest.mark.parametrize(
    "text",
    [
        "Тем не менее стороны согласились",
        "То же самое касается других",
        "Того же мнения придерживаются",
        "Тому есть причины",
        "Ливанов прибыл",
        "Сан выступил",
        "Сан-Франциско",
        "Малым странам",
        "Малых государств",
        "Пера и бумаги",
        "Римского клуба",
        "организация сотрудничества",
        "генеральной ассамблеей акционеров",
        "казахстан и китай",
        "совет безопасности полетов",
        "пакт",
        "Кубок",
        "Бразильский",
        "",
        "79/325 — № 5",
    ],
)
def test_words_that_only_look_like_a_name_are_left(found: Found, text: str) -> None:
    assert found(text) == text


def test_a_sentence_counts_from_its_offset(lexicon: Lexicon) -> None:
    matches = list(lexicon.find(tokens_of("в Казахстане и ШОС", lexicon.morphology), 100))
    assert [(match.first, match.last) for match in matches] == [(101, 102), (103, 104)]


@pytest.mark.parametrize(
    ("lemma", "states"),
    [
        ("китайский", ("state/CHN",)),
        ("Российский", ("state/RUS",)),
        ("российско-китайский", ("state/RUS", "state/CHN")),
        ("китайско-российский", ("state/CHN", "state/RUS")),
        ("белорусско-российско-китайский", ("state/BLR", "state/RUS", "state/CHN")),
        ("российско-неизвестный", ()),
        ("неизвестно-китайский", ()),
        ("научно-технический", ()),
        ("российско-", ()),
        ("китай", ()),
        ("", ()),
    ],
)
def test_an_adjective_speaks_of_one_or_several_states(lexicon: Lexicon, lemma: str, states: tuple[str, ...]) -> None:
    assert lexicon.demonym(lemma) == states


@pytest.mark.parametrize(
    ("symbol", "identifier"),
    [("A/RES/79/325", "instrument/ai-group"), ("a/res/79/325 ", "instrument/ai-group"), ("79/325", None), ("", None)],
)
def test_an_instrument_is_known_by_its_symbol(lexicon: Lexicon, symbol: str, identifier: str | None) -> None:
    entity = lexicon.by_symbol(symbol)
    assert (entity.identifier if entity else None) == identifier


@pytest.mark.parametrize(
    ("name", "identifiers"),
    [
        ("ШОС", ("organization/sco",)),
        ("Шанхайская организация сотрудничества", ("organization/sco",)),
        ("Совет глав государств-членов Шанхайской организации сотрудничества", ("body/sco-heads",)),
        ("Генеральная Ассамблея Организации Объединенных Наций", ("body/un-general-assembly",)),
        ("«Пакт во имя будущего»", ("instrument/pact",)),
        ("Казахстан и Китай", ()),
        ("Совет", ()),
        ("", ()),
    ],
)
def test_a_whole_name_is_identified(lexicon: Lexicon, name: str, identifiers: tuple[str, ...]) -> None:
    assert lexicon.identify(name) == identifiers
    entity = lexicon.named(name)
    assert (entity.identifier if entity else None) == (identifiers[0] if identifiers else None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("управление искусственным интеллектом", "управление ИИ"),
        ("Банк развития ШОС", "Банк развития Шанхайской организации сотрудничества"),
        ("Офис «ШОС»", "Офис ШОС"),
        ("Учёный совет", "Ученый совет"),
        ("Группа двадцати", "группа двадцати"),
    ],
)
def test_two_spellings_of_a_name_have_one_key(lexicon: Lexicon, one: str, other: str) -> None:
    assert lexicon.key(one) == lexicon.key(other) != ()


def test_names_that_differ_have_different_keys(lexicon: Lexicon) -> None:
    assert lexicon.key("Совет министров") != lexicon.key("Совет президентов")
    assert lexicon.key("30-я встреча") != lexicon.key("31-я встреча")


@pytest.mark.parametrize(
    ("organization", "name", "offices"),
    [
        ("organization/un", "Генеральный секретарь", ("post/un-secretary-general",)),
        ("organization/sco", "Генеральный секретарь", ("post/sco-secretary-general",)),
        ("organization/un", "Президент", ()),
        ("state/KAZ", "Генеральный секретарь", ()),
    ],
)
def test_an_office_is_found_by_the_beginning_of_its_name(
    lexicon: Lexicon, organization: str, name: str, offices: tuple[str, ...]
) -> None:
    assert lexicon.offices(organization, name) == offices


def test_a_capital_stands_for_a_government(lexicon: Lexicon) -> None:
    assert lexicon.government("place/astana") == "state/KAZ"
    assert lexicon.government("place/minsk") is None


def test_names_of_other_languages_are_left_out_but_acronyms_are_not(records: dict[str, Entry]) -> None:
    lexicon = Lexicon.build(records.values(), "en", morphology("en"))
    matches = list(lexicon.find(tokens_of("Russia, Россия and ШОС", lexicon.morphology), 0))
    assert [match.identifiers for match in matches] == [("state/RUS",), ("organization/sco",)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Республики",
                "Казахстан",
                "ООН",
                "ШОС",
                "Совета",
                "Безопасности",
                "и",
                "в",
                ",",
                "«",
                "»",
                "Генеральная",
                "Ассамблея",
            ]
        )
    )
)
def test_matches_are_in_order_and_do_not_overlap(lexicon: Lexicon, words: list[str]) -> None:
    tokens = tokens_of(" ".join(words), lexicon.morphology)
    position = 0
    for match in lexicon.find(tokens, 0):
        assert position <= match.first < match.last <= len(tokens)
        assert all(identifier in lexicon.entries for identifier in match.identifiers)
        position = match.last


@pytest.mark.parametrize(
    ("russian", "golden"),
    [
        ("rumorph", "правительство [state/TGO Того]"),
        ("pymorphy3", "правительство [state/TGO Того]"),
        ("rumorph", "[state/DMA Доминика]"),
        ("pymorphy3", "[state/DMA Доминика]"),
        ("rumorph", "[state/TCD Чад] и [state/KAZ Казахстан]"),
        ("pymorphy3", "[state/TCD Чад] и [state/KAZ Казахстан]"),
        ("rumorph", "[instrument/un-charter Устав ООН]"),
        ("pymorphy3", "[instrument/un-charter Устав ООН]"),
        ("rumorph", "[instrument/moscow Московская декларация ШОС]"),
        ("pymorphy3", "[instrument/moscow Московская декларация ШОС]"),
        ("rumorph", "Минской области"),
        ("pymorphy3", "Минской области"),
    ],
    indirect=["russian"],
)
def test_a_homograph_that_one_engine_prefers_changes_nothing(found: Found, golden: str) -> None:
    assert found(re.sub(r"\[\S+ (.*?)\]", r"\1", golden)) == golden


@pytest.mark.parametrize("text", ["Президент Нового банка развития", "Президента Нового банка развития"])
def test_a_name_with_a_genitive_is_found(found: Found, text: str) -> None:
    assert found(text) == f"[post/ndb-president {text}]"


def test_an_organisation_with_acronyms_in_two_languages_has_one_key(russian: Morphology) -> None:
    names = (
        Name("Шанхайская организация сотрудничества", "ru"),
        Name("ШОС", "ru", NameKind.ALTERNATIVE),
        Name("SCO", "en", NameKind.ALTERNATIVE),
    )
    lexicon = Lexicon.build([Entry(Entity("organization/sco", ("Organization",), names))], "ru", russian)
    assert lexicon.key("Банк развития ШОС") == lexicon.key("Банк развития Шанхайской организации сотрудничества")


def test_a_body_with_an_acronym_and_an_unknown_word_is_found(russian: Morphology) -> None:
    names = (Name("Вишеградская группа", "ru"), Name("В4", "ru", NameKind.ALTERNATIVE))
    lexicon = Lexicon.build([Entry(Entity("group/v4", ("InformalGroup",), names))], "ru", russian)
    assert list(lexicon.find(tokens_of("Вишеградской группы", russian), 0)) == [Match(0, 2, ("group/v4",))]


def test_an_acronym_with_digits_has_the_key_of_its_expansion(lexicon: Lexicon) -> None:
    assert lexicon.key("саммит G20") == lexicon.key("саммит Группы двадцати")


def test_an_apostrophe_is_an_apostrophe(found: Found) -> None:
    assert found("в Кот-д’Ивуаре") == "в [state/CIV Кот-д’Ивуаре]"


def test_a_name_that_the_record_writes_small_is_found(found: Found) -> None:
    assert found("при участии генсека ООН") == "при участии [post/un-secretary-general генсека ООН]"


@pytest.mark.parametrize(
    ("lemma", "states"),
    [("ирано-российский", ("state/IRN", "state/RUS")), ("американо-китайский", ("state/USA", "state/CHN"))],
)
def test_a_short_stem_joins_demonyms_too(lexicon: Lexicon, lemma: str, states: tuple[str, ...]) -> None:
    assert lexicon.demonym(lemma) == states


def test_every_name_of_the_shipped_records_is_found_as_it_is_written(russian: Morphology) -> None:
    entries = list(reference_entries(reference_triples()))
    lexicon = Lexicon.build(entries, "ru", russian)
    missing = [
        (entry.entity.identifier, name.text)
        for entry in entries
        for name in entry.entity.names
        if name.language == "ru"
        and not (entry.entity.symbol and bare_number().search(name.text))
        and all(entry.entity.identifier not in m.identifiers for m in lexicon.find(tokens_of(name.text, russian), 0))
    ]
    assert missing == []


def test_a_name_that_is_a_number_is_left_to_the_grammar_of_numbers(russian: Morphology) -> None:
    entity = Entity(
        "instrument/a", ("Resolution",), (Name("Резолюция 79/1 Генеральной Ассамблеи", "ru"),), symbol="A/RES/79/1"
    )
    lexicon = Lexicon.build([Entry(entity)], "ru", russian)
    assert list(lexicon.find(tokens_of("Резолюция 79/1 Генеральной Ассамблеи", russian), 0)) == []
    assert lexicon.identify("резолюцию 79/1 Генеральной Ассамблеи") == ("instrument/a",)
    assert lexicon.by_symbol("A/RES/79/1") == entity
