"""One table for both engines: what Comity asks of Russian words."""

import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import ConfigurationError
from comity.lexicon import Morphology, morphology
from comity.lexicon.morphology import DictionaryMorphology, EnglishMorphology, RustMorphology

DOCUMENTS = Path(__file__).parents[2] / "data" / "documents"


@pytest.mark.parametrize(
    ("word", "lemma", "part"),
    [
        ("резолюцию", "резолюция", "NOUN"),
        ("комиссии", "комиссия", "NOUN"),
        ("подкомиссии", "подкомиссия", "NOUN"),
        ("ассамблею", "ассамблея", "NOUN"),
        ("саммитах", "саммит", "NOUN"),
        ("государств", "государство", "NOUN"),
        ("коммюнике", "коммюнике", "NOUN"),
        ("друзей", "друг", "NOUN"),
        ("лет", "год", "NOUN"),
        ("генсек", "генсек", "NOUN"),
        ("государств-членов", "государство-член", "NOUN"),
        ("Казахстана", "казахстан", "PROPN"),
        ("Нью-Йорке", "нью-йорк", "PROPN"),
        ("Экспертного", "экспертный", "ADJ"),
        ("рабочей", "рабочий", "ADJ"),
        ("первого", "первый", "ADJ"),
        ("российско-китайской", "российско-китайский", "ADJ"),
        ("учреждает", "учреждать", "VERB"),
        ("постановляет", "постановлять", "VERB"),
        ("приветствуя", "приветствовать", "VERB"),
        ("договорились", "договориться", "VERB"),
        ("принятые", "принять", "VERB"),
        ("учредить", "учредить", "VERB"),
        ("далее", "далее", "ADV"),
        ("между", "между", "ADP"),
        ("ещё", "еще", "ADV"),
        ("учёных", "ученый", "NOUN"),
    ],
)
def test_the_best_reading_of_a_word(russian: Morphology, word: str, lemma: str, part: str) -> None:
    best = russian.analyse(word)[0]
    assert (best.lemma, best.part) == (lemma, part)


@pytest.mark.parametrize(
    ("word", "lemma", "case", "number", "gender"),
    [
        ("комиссии", "комиссия", "Gen", "Sing", "Fem"),
        ("комиссии", "комиссия", "Dat", "Sing", "Fem"),
        ("комиссии", "комиссия", "Nom", "Plur", "Fem"),
        ("резолюцию", "резолюция", "Acc", "Sing", "Fem"),
        ("Советом", "совет", "Ins", "Sing", "Masc"),
        ("саммитах", "саммит", "Loc", "Plur", "Masc"),
        ("году", "год", "Loc", "Sing", "Masc"),
        ("сторон", "сторона", "Gen", "Plur", "Fem"),
        ("Генеральной", "генеральный", "Gen", "Sing", "Fem"),
        ("Глобального", "глобальный", "Gen", "Sing", "Masc"),
        ("Объединенных", "объединить", "Gen", "Plur", None),
        ("Китаю", "китай", "Dat", "Sing", "Masc"),
        ("людьми", "человек", "Ins", "Plur", "Masc"),
        ("друг", "друг", "Nom", "Sing", "Masc"),
    ],
)
def test_a_form_has_its_case_number_and_gender_among_its_readings(
    russian: Morphology, word: str, lemma: str, case: str, number: str, gender: str | None
) -> None:
    readings = {(a.lemma, a.case, a.number, a.gender) for a in russian.analyse(word)}
    assert (lemma, case, number, gender) in readings


@pytest.mark.parametrize(
    ("word", "form"),
    [("учреждает", "Fin"), ("учредить", "Inf"), ("принятая", "Part"), ("приветствуя", "Conv"), ("решено", "Part")],
)
def test_a_verb_has_its_form(russian: Morphology, word: str, form: str) -> None:
    assert form in {analysis.form for analysis in russian.analyse(word)}


@pytest.mark.parametrize(
    ("word", "certain"),
    [("комиссия", True), ("Казахстан", True), ("Тяньцзине", False), ("Токаева", False), ("ШОС", False), ("xyz", False)],
)
def test_what_the_dictionary_lacks_is_uncertain(russian: Morphology, word: str, certain: bool) -> None:  # noqa: FBT001
    assert russian.analyse(word)[0].certain is certain


@pytest.mark.parametrize("word", ["", "ъ", "'", "qwerty", "联合国", "é", "А", "ёёё", "-", "\u0301"])
def test_every_word_has_a_reading(russian: Morphology, word: str) -> None:
    assert all(analysis.lemma is not None and analysis.part for analysis in russian.analyse(word))
    assert russian.inflect(word, "Nom", "Sing", "Masc") is not None
    assert len(russian.analyse(word)) > 0 or not word


@pytest.mark.parametrize(
    ("word", "number", "gender", "expected"),
    [
        ("Экспертного", "Sing", "Masc", "Экспертный"),
        ("Глобальному", "Sing", "Masc", "Глобальный"),
        ("рабочей", "Sing", "Fem", "рабочая"),
        ("Всемирной", "Sing", "Fem", "Всемирная"),
        ("Независимую", "Sing", "Fem", "Независимая"),
        ("Межучрежденческой", "Sing", "Fem", "Межучрежденческая"),
        ("Межбанковского", "Sing", "Neut", "Межбанковское"),
        ("российско-китайской", "Sing", "Fem", "российско-китайская"),
        ("Российско-Китайской", "Sing", "Fem", "Российско-Китайская"),
        ("научно-технического", "Sing", "Masc", "научно-технический"),
        ("третьей", "Sing", "Fem", "третья"),
        ("восьмидесятой", "Sing", "Fem", "восьмидесятая"),
        ("ОЛИМПИЙСКИХ", "Plur", "Masc", "ОЛИМПИЙСКИЕ"),
        ("зимних", "Plur", None, "зимние"),
        ("молодёжных", "Plur", None, "молодёжные"),
        ("комиссии", "Sing", None, "комиссия"),
        ("Группой", "Sing", None, "Группа"),
        ("объединения", "Sing", None, "объединение"),
        ("Совету", "Sing", None, "Совет"),
        ("саммитом", "Sing", None, "саммит"),
        ("игр", "Plur", None, "игры"),
        ("переговорами", "Plur", None, "переговоры"),
        ("центров", "Plur", None, "центры"),
        ("коммюнике", "Sing", None, "коммюнике"),
        ("Нью-Йорке", "Sing", None, "Нью-Йорк"),
        ("ШОС", "Sing", None, "ШОС"),
        ("МАГАТЭ", "Sing", None, "МАГАТЭ"),
    ],
)
def test_the_words_of_a_name_are_put_into_the_nominative(
    russian: Morphology, word: str, number: str, gender: str | None, expected: str
) -> None:
    assert russian.inflect(word, "Nom", number, gender) == expected


@pytest.mark.parametrize(
    ("word", "case", "number", "gender", "expected"),
    [
        ("комиссия", "Gen", "Sing", None, "комиссии"),
        ("совет", "Ins", "Plur", None, "советами"),
        ("международный", "Dat", "Sing", "Fem", "международной"),
        ("далее", "Gen", "Sing", None, "далее"),
        ("и", "Nom", "Sing", "Fem", "и"),
        ("xyz", "Nom", "Sing", "Masc", "xyz"),
    ],
)
def test_any_case_can_be_asked_for_and_what_has_none_stays(
    russian: Morphology, word: str, case: str, number: str, gender: str | None, expected: str
) -> None:
    assert russian.inflect(word, case, number, gender) == expected


@pytest.mark.skipif(not find_spec("rumorph"), reason="no rumorph")
def test_both_engines_read_the_words_of_the_documents_alike() -> None:
    words = {
        word for file in DOCUMENTS.glob("*.txt") for word in re.findall(r"\b[а-яё]{2,}\b", file.read_text("utf-8"))
    }
    one, other = morphology("ru", "rumorph"), morphology("ru", "pymorphy3")
    differing = [word for word in words if one.analyse(word)[0].lemma != other.analyse(word)[0].lemma]
    assert len(words) > 1000
    assert len(differing) < 0.04 * len(words)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(categories=["L", "Mn", "Pd"]), min_size=1, max_size=12))
def test_any_word_is_read_and_inflected(word: str) -> None:
    for language in ("ru", "en"):
        engine = morphology(language)
        assert all(analysis.lemma == analysis.lemma.replace("ё", "е") for analysis in engine.analyse(word))
        assert isinstance(engine.inflect(word, "Nom", "Plur", "Fem"), str)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("Nations", "nation"),
        ("parties", "party"),
        ("Kazakhstan's", "kazakhstan"),
        ("Assembly", "assembly"),
        ("congress", "congress"),
        ("AI", "ai"),
    ],
)
def test_english_words_lose_plural_and_possessive(word: str, lemma: str) -> None:
    english = morphology("en")
    assert english.analyse(word)[0].lemma == lemma
    assert english.inflect(word, "Gen", "Plur", None) == word


@pytest.mark.parametrize(
    ("language", "engine", "expected"),
    [
        ("ru", "pymorphy3", DictionaryMorphology),
        ("ru", "auto", RustMorphology if find_spec("rumorph") else DictionaryMorphology),
        ("en", "auto", EnglishMorphology),
        ("und", "auto", EnglishMorphology),
    ],
)
def test_a_language_has_its_engine(language: str, engine: str, expected: Callable[[], Morphology]) -> None:
    assert type(morphology(language, engine)) is expected
    assert morphology(language, engine) is morphology(language, engine)


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"'mystem' is not installed; expected auto, rumorph or pymorphy3"):
        morphology("ru", "mystem")


@pytest.mark.parametrize("word", ["States'", "States’"])
def test_the_possessive_of_an_english_plural_is_taken_off(word: str) -> None:
    assert morphology("en").analyse(word)[0].lemma == "state"


def test_a_name_keeps_the_spelling_of_its_text(russian: Morphology) -> None:
    assert russian.inflect("молодежных", "Nom", "Plur", None) == "молодежные"
