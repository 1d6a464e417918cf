import pytest

from comity.lexicon import Abbreviations, Morphology, morphology, stem, tokens_of
from comity.lexicon.keys import Trie, is_acronym, name_key, text_keys, weak_keys
from comity.model import Analysis, Span, Token


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Тяньцзинь Тяньцзиня Тяньцзине Тяньцзинем", "тяньцзин"),
        ("Токаев Токаева Токаеву", "токаев"),
        ("Цзиньпин Цзиньпина Цзиньпином", "цзиньпин"),
        ("Межучрежденческая Межучрежденческой Межучрежденческую", "межучрежденческ"),
        ("Мирзиёев Мирзиёеву Мирзиеева", "мирзиеев"),
        ("Ото Оты Ота", None),
        ("ИИ", "ии"),
    ],
)
def test_the_forms_of_an_unknown_word_have_one_stem(words: str, expected: str | None) -> None:
    stems = {stem(word) for word in words.split()}
    assert stems == ({expected} if expected else {word.lower() for word in words.split()})


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ШОС", True), ("G20", True), ("AI", True), ("А", False), ("Шос", False), ("МИДом", False), ("79", False)],
)
def test_an_acronym_is_written_in_capitals(word: str, expected: bool) -> None:  # noqa: FBT001
    assert is_acronym(word) is expected


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Группа", "группа"),
        ("объединение", "объединение"),
        ("Объединенных", "объединить"),
        ("Наций", "нация"),
        ("ШОС", "ШОС"),
        ("2030", "2030"),
        ("30-я", "30-"),
        ("(", "("),
        ("Тяньцзинь", "тяньцзин"),
    ],
)
def test_a_word_of_a_name_has_one_key(russian: Morphology, word: str, key: str) -> None:
    assert name_key(*tokens_of(word, russian)) == key


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("лесам", "лес"),
        ("Устав", "устав"),
        ("данные", "данные"),
        ("прав", "право"),
        ("Кубы", "куба"),
        ("кубы", "куб"),
        ("в", "в"),
        ("по", "по"),
    ],
)
def test_an_ambiguous_word_has_one_key_in_either_engine(russian: Morphology, word: str, key: str) -> None:
    assert name_key(*tokens_of(word, russian)) == key


def test_a_surname_is_filed_by_its_stem_whatever_else_it_means(russian: Morphology) -> None:
    assert name_key(*tokens_of("Трамп", russian), proper=True) == "трамп"
    assert name_key(*tokens_of("Песков", russian), proper=True) == "песков"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("группой группах группу", "группа"),
        ("Объединенным Объединенными", "объединить"),
        ("30-й 30-м", "30-"),
        ("ШОС", "ШОС"),
        ("«", "«"),
    ],
)
def test_a_word_of_a_text_is_looked_for_under_the_key_of_its_name(russian: Morphology, words: str, key: str) -> None:
    assert all(key in text_keys(token) for token in tokens_of(words, russian))


@pytest.mark.parametrize(
    ("token", "keys"),
    [
        (Token(Span(0, 9), "Тяньцзине", (Analysis("тяньцзин", "PROPN", certain=False),)), ("тяньцзин",)),
        (Token(Span(0, 6), "Токаев", (Analysis("токай", "NOUN"),)), ("токаев",)),
        (Token(Span(0, 7), "Минской", (Analysis("минский", "ADJ"),)), ()),
        (Token(Span(0, 2), "79"), ()),
    ],
)
def test_only_what_may_be_an_unknown_name_is_looked_for_by_its_stem(token: Token, keys: tuple[str, ...]) -> None:
    assert weak_keys(token) == keys


@pytest.mark.parametrize(
    ("short", "expansion", "texts"),
    [
        ("ИИ", "искусственный интеллект", ["искусственным интеллектом", "Искусственного интеллекта", "ИИ"]),
        (
            "ШОС",
            "Шанхайская организация сотрудничества",
            ["Шанхайской организации сотрудничества", "Шанхайскую организацию сотрудничества", "ШОС"],
        ),
        ("ООН", "Организация Объединенных Наций", ["Организации Объединенных Наций", "ООН"]),
        ("СНГ", "Содружество Независимых Государств", ["Содружеством Независимых Государств", "СНГ"]),
    ],
)
def test_an_expansion_and_its_abbreviation_are_one_unit(
    russian: Morphology, short: str, expansion: str, texts: list[str]
) -> None:
    abbreviations = Abbreviations()
    abbreviations.add(tokens_of(expansion, russian), short)
    for text in texts:
        (unit,) = abbreviations.units(tokens_of(text, russian))
        assert short in unit.keys
        assert (unit.first, unit.last) == (0, len(text.split()))
    (unit,) = abbreviations.units(tokens_of(expansion, russian), naming=True)
    assert unit.keys == (short,)


def test_units_count_tokens_of_the_text_and_leave_quotation_marks_out(russian: Morphology) -> None:
    abbreviations = Abbreviations()
    abbreviations.add(tokens_of("искусственный интеллект", russian), "ИИ")
    units = abbreviations.units(tokens_of("развитие «искусственного интеллекта» и мира", russian), 10)
    assert [(unit.first, unit.last) for unit in units] == [(10, 11), (12, 14), (15, 16), (16, 17)]
    assert units[1].keys == ("ИИ",)


def test_a_word_whose_stem_is_itself_is_looked_for_once() -> None:
    (unit,) = Abbreviations().units(tokens_of("organization", morphology("en")))
    assert unit.wide == unit.keys == ("organization",)


def test_part_of_an_expansion_is_not_the_whole(russian: Morphology) -> None:
    abbreviations = Abbreviations()
    abbreviations.add(tokens_of("искусственный интеллект", russian), "ИИ")
    assert len(abbreviations.units(tokens_of("искусственный", russian))) == 1
    assert len(abbreviations.units(tokens_of("интеллект искусственный", russian))) == 2


def test_the_longest_sequence_is_found_with_all_that_ends_there(russian: Morphology) -> None:
    trie = Trie()
    for words, value in [("совет", "a"), ("совет безопасность", "b"), ("совет безопасность", "c"), ("мир", "d")]:
        trie.add(words.split(), value)
        trie.add(words.split(), value)
    units = Abbreviations().units(tokens_of("Совета безопасности и мира", russian))
    assert trie.longest(units, 0) == (2, ["b", "c"])
    assert trie.longest(units, 1) is None
    assert trie.longest(units, 2) is None
    assert trie.longest(units, 3) == (4, ["d"])


def test_a_word_inside_a_name_is_filed_as_a_text_reads_it(russian: Morphology) -> None:
    assert name_key(tokens_of("Президент Нового банка развития", russian)[2]) == "банк"


@pytest.mark.parametrize("text", ["Вишеградская группа", "Вишеградской группы"])
def test_an_expansion_may_have_a_word_that_no_dictionary_has(russian: Morphology, text: str) -> None:
    abbreviations = Abbreviations()
    abbreviations.add(tokens_of("Вишеградская группа", russian), "В4")
    assert len(abbreviations.units(tokens_of(text, russian))) == 1
