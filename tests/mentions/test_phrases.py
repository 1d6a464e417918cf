from collections.abc import Callable

import pytest

from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]


def phrases(found: list[tuple[str, Mention]]) -> list[tuple[str, str]]:
    return [(m.type, words) for words, m in found if m.rule in {"head-noun", "title-list"}]


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("Комитета по рыболовству", "Body"),
        ("Рабочей группы открытого состава по рыбам", "Body"),
        ("рабочей группы по портам", "Body"),
        ("Центра для молодых ученых", "Body"),
        ("Комитета против пыли", "Body"),
        ("Совета по лесам и рекам", "Body"),
        ("Совета по вопросам леса", "Body"),
        ("Совета в области леса", "Body"),
        ("Совета в сфере охраны леса", "Body"),
        ("Совета музеев БРИКС", "Body"),
        ("Комиссии по делам Китая", "Body"),
        ("Азиатской организации по воде", "Organization"),
        ("Третьего форума по степям", "Event"),
        ("Третьего форума по степям в интересах развития", "Event"),
        ("12-й конференции по портам", "Event"),
        ("XXI сессии по портам", "Event"),
        ("Глобальной инициативы по тишине", "Initiative"),
        ("Соглашения между Кубой и Перу о сахаре", "Treaty"),
        ("Конвенции о противодействии использованию дыма в преступных целях", "Treaty"),
        ("Декларации о реках", "Declaration"),
        ("Стратегии по рекам", "Strategy"),
    ],
)
def test_a_phrase_is_taken_whole(mentions_of: Mentions, words: str, type_: str) -> None:
    assert phrases(mentions_of(f"Гости прибыли ради {words}, но позже.")) == [(type_, words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Отчет Комитета по рыболовству по итогам года готов.", ["Комитета по рыболовству"]),
        ("Отчет Комитета по рыболовству для печати.", ["Комитета по рыболовству для печати"]),
        ("Отчет Комитета по мере готовности сдан.", []),
        ("Отчет Комитета по рыболовству в Риме готов.", ["Комитета по рыболовству"]),
        ("Отчет Комитета по рыболовству в рамках форума готов.", ["Комитета по рыболовству"]),
        ("Отчет этого нового Комитета по рыболовству готов.", ["Комитета по рыболовству"]),
        ("Отчет рабочей группы по рыбам комиссии по морям готов.", ["рабочей группы по рыбам", "комиссии по морям"]),
        ("Отчет Комитета по рыболовству и Совета по лесам готов.", ["Комитета по рыболовству", "Совета по лесам"]),
        ("Отчет четырех Центров по рекам готов.", []),
        ("Отчеты Комитетов по рыболовству готовы.", []),
        ("Отчет о системе отопления, плане работ и проекте сметы готов.", ["плане работ"]),
    ],
)
def test_where_a_phrase_ends(mentions_of: Mentions, text: str, expected: list[str]) -> None:
    assert [words for _, words in phrases(mentions_of(text))] == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Обсуждали резолюцию «О мире».", "О мире"),
        ("Обсуждали договор под названием «О мире».", "О мире"),
        ("Обсуждали форум на тему «О мире».", "О мире"),
        ("Обсуждали резолюцию, но не «О мире».", None),
        ("Обсуждали декларацию о реках.", None),
    ],
)
def test_titles_in_quotation_marks(mentions_of: Mentions, text: str, title: str | None) -> None:
    assert [m.title for _, m in mentions_of(text) if m.rule in {"head-noun", "short-form"}] == [title]


def test_the_further_titles_of_a_list(mentions_of: Mentions) -> None:
    found = mentions_of("Обсуждали резолюции «О мире», «О дружбе» и «О труде».")
    assert [(m.type, m.title) for _, m in found if m.title] == [
        ("Resolution", "О мире"),
        ("Resolution", "О дружбе"),
        ("Resolution", "О труде"),
    ]


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("Отчет Комитета по рыбам готов.", True),
        ("Отчет комитета по рыбам готов.", True),
        ("Отчет центра по рыбам готов.", False),
        ("Отчет Центра по рыбам готов.", True),
        ("Новая инициатива по рыбам принята.", False),
        ("Принята декларация по рыбам.", False),
        ("Это было на третьем форуме по рыбам.", False),
        ("Это было на III форуме по рыбам.", True),
        ("Это было на 3-м форуме по рыбам.", True),
        ("Отчет «Центра рыб» готов.", True),
    ],
)
def test_what_singles_something_out(mentions_of: Mentions, text: str, *, specific: bool) -> None:
    assert [m.specific for _, m in mentions_of(text) if m.rule == "head-noun"] == [specific]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Рабочей группы по рыбам", "working-group"),
        ("Научной группы по рыбам", "panel"),
        ("Группы друзей рыб", "group-of-friends"),
        ("Подкомиссии по рыбам", "subcommission"),
        ("Комитета по рыбам", "committee"),
        ("Банка рыб", "bank"),
        ("Третьего форума по рыбам", "forum"),
    ],
)
def test_the_kind_of_a_thing(mentions_of: Mentions, words: str, kind: str) -> None:
    assert [m.kind for _, m in mentions_of(f"Это работа {words} и других.") if m.rule == "head-noun"] == [kind]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Отчет группы готов.", ["группы"]),
        ("Отчет этой группы готов.", ["группы"]),
        ("Отчет второй группы готов.", ["группы"]),
        ("Отчет групп готов.", []),
        ("Отчет трех комитетов готов.", []),
    ],
)
def test_a_bare_head_is_a_short_form(mentions_of: Mentions, text: str, found: list[str]) -> None:
    assert [words for words, m in mentions_of(text) if m.rule == "short-form"] == found


# Phrases that are read wrongly.
@pytest.mark.parametrize("head", ["резолюциях", "резолюциям", "резолюций"])
def test_titles_after_a_plural_head(mentions_of: Mentions, head: str) -> None:
    found = mentions_of(f"Речь о {head} «О мире» и «О дружбе».")
    assert [m.title for _, m in found if m.title] == ["О мире", "О дружбе"]


@pytest.mark.parametrize("words", ["о резолюциях и «О мире»", "о центрах «О мире» и «О дружбе»", "о резолюциях"])
def test_no_titles_after_other_plurals(mentions_of: Mentions, words: str) -> None:
    assert [m.title for _, m in mentions_of(f"Речь {words}.") if m.title] == []


@pytest.mark.xfail(strict=True, reason="a capital that a sentence begins with is no capital, so the name is lost")
@pytest.mark.parametrize("name", ["Диалог по рекам"])
def test_a_common_noun_that_begins_a_sentence(mentions_of: Mentions, name: str) -> None:
    assert [words for _, words in phrases(mentions_of(f"{name} открыта вчера."))] == [name]


@pytest.mark.parametrize("name", ["Фонд степей", "Агентство по воде", "Организация по воде"])
def test_a_name_that_begins_a_sentence(mentions_of: Mentions, name: str) -> None:
    assert [words for _, words in phrases(mentions_of(f"{name} открыта вчера."))] == [name]
