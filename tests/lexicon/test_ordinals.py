import pytest

from comity.lexicon import language_patterns
from comity.lexicon.ordinals import is_roman, ordinal_spellings, roman_value


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("первый", "1-"),
        ("девятнадцатый", "19-"),
        ("двадцать пятый", "25-"),
        ("сто двадцатый", "120-"),
        ("сто первый", "101-"),
        ("IV", "4-"),
        ("XXV", "25-"),
        ("XCIX", "99-"),
    ],
)
def test_every_way_to_write_an_ordinal(words: str, digits: str) -> None:
    assert digits in language_patterns("ru").abbreviations
    assert words in language_patterns("ru").abbreviations[digits]


@pytest.mark.parametrize("words", ["двадцать десятый", "двадцать двадцатый", "тридцать двадцатый", "сто сотый"])
def test_what_is_no_ordinal(words: str) -> None:
    assert all(words not in spellings for spellings in language_patterns("ru").abbreviations.values())


def test_a_language_without_ordinals_has_no_numerals() -> None:
    assert list(ordinal_spellings({}, {})) == []


@pytest.mark.parametrize(("word", "roman"), [("XXV", True), ("I", True), ("x", False), ("25", False), ("XM", False)])
def test_a_roman_numeral_is_written_in_capitals(word: str, *, roman: bool) -> None:
    assert is_roman(word) is roman


@pytest.mark.parametrize(("word", "number"), [("I", 1), ("IX", 9), ("XXV", 25), ("XLIV", 44), ("LXIII", 63)])
def test_the_number_that_a_roman_numeral_stands_for(word: str, number: int) -> None:
    assert roman_value(word) == number
