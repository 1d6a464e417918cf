"""Every Russian name declines, and its head noun keeps its lemma in every case."""

import re

import pymorphy3
import pytest

CASES = ("gent", "datv", "accs", "ablt", "loct")
# Foreign names that the dictionary does not know and the morphology guesses wrongly; they are found by their stems.
GUESSED = frozenset(
    """
    Аваза Аль-Джазира Анадолу Андорра-ла-Велья Банжул Богота Гитега Гоа Дойче Кабар Кананаскис Ломе Масеру Нукуалофа
    Порт-Вила Порто-Ново Прабово Претория Сараево Сиань Сува Сямэнь Танг Тяньцзинь Ухнаагийн Учжэнь Чайна Чэнду
    Шэньчжэнь Эр-Рияд Яунде Ярен
    """.split(),  # noqa: SIM905 - a list of words reads best as words
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
    names = {n.value for values in records.values() for n in values.get("prefLabel", []) if n.language == "ru"}
    heads = [word for word in (head(name, analyzer) for name in names) if word]
    assert len(heads) > 1300
    assert {word for word in set(heads) - GUESSED if not declines(word, analyzer)} == set()
