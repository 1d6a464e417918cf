"""Every Russian name declines, and its head noun keeps its lemma in every case."""

import re

import pymorphy3
import pytest

CASES = ("gent", "datv", "accs", "ablt", "loct")
# Foreign names that the dictionary does not know and the morphology guesses wrongly; they are found by their stems.
GUESSED = set(
    "Аль-Джазира Кабар Прабово Танг Андорра-ла-Велья Банжул Богота Нукуалофа Сараево Сува Тяньцзинь Сямэнь Учжэнь Сиань "
    "Шэньчжэнь Ухнаагийн Гитега Ломе Масеру Порт-Вила Порто-Ново Претория Эр-Рияд Яунде Ярен Чэнду Аваза Гоа Кананаскис "
    "Чайна Дойче Анадолу".split()
)


@pytest.fixture(scope="module")
def analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def head(label: str, analyzer: pymorphy3.MorphAnalyzer) -> str | None:
    """The first noun in the nominative outside quotation marks and parentheses; else the first word."""
    words = re.findall(r"[А-Яа-яЁё][А-Яа-яЁё'’-]*", re.sub(r"«[^»]*»|\([^)]*\)", " ", label))
    words = [] if words and len(words[0]) > 1 and words[0].isupper() else words
    nouns = [w for w in words if any({"NOUN", "nomn"} <= set(p.tag.grammemes) for p in analyzer.parse(w))]
    return next(iter(nouns or words), None)


def declines(word: str, analyzer: pymorphy3.MorphAnalyzer) -> bool:
    for reading in analyzer.parse(word):
        forms = [reading.inflect({case}) for case in CASES]
        if {"NOUN", "nomn"} <= set(reading.tag.grammemes) and all(
            form and reading.normal_form in {p.normal_form for p in analyzer.parse(form.word)} for form in forms
        ):
            return True
    return False


def test_the_head_noun_of_every_name_keeps_its_lemma(records: dict, analyzer: pymorphy3.MorphAnalyzer) -> None:
    names = [n.value for values in records.values() for n in values.get("prefLabel", []) if n.language == "ru"]
    heads = {name: head(name, analyzer) for name in names}
    assert sum(word is not None for word in heads.values()) > 1300
    changed = {name for name, word in heads.items() if word and word not in GUESSED and not declines(word, analyzer)}
    assert changed == set()
