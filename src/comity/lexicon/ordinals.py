"""Ordinals in words, Roman numerals and digits, brought to one form: "двадцать пятый", "XXV", "25-й" → "25-"."""

import re
from collections.abc import Iterator, Mapping

__all__ = ["is_roman", "ordinal_spellings", "roman_value"]

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LAST_ROMAN = 99
_NUMERAL = re.compile("[IVXLC]+")


def ordinal_spellings(ordinals: Mapping[str, int], tens: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield every ordinal in words or as a Roman numeral with its form in digits, as the keys of names have it.

    `ordinals` are the ordinals of one word, `tens` the numerals that stand before one: "двадцать" in "двадцать пятый".
    """
    for number in range(1, _LAST_ROMAN + 1) if ordinals else ():
        yield _roman(number), f"{number}-"
    for word, number in ordinals.items():
        yield word, f"{number}-"
        for ten, value in tens.items():
            if number < value and (number < 10 or value % 100 == 0):  # noqa: PLR2004 - units follow tens
                yield f"{ten} {word}", f"{value + number}-"
                yield f"{ten}-{word}", f"{value + number}-"


def is_roman(word: str) -> bool:
    """Return whether a word is a Roman numeral, such as "XXV"."""
    return _NUMERAL.fullmatch(word) is not None


def roman_value(word: str) -> int:
    """Return the number that a Roman numeral stands for: "XXV" → 25."""
    values = {letter: value for value, letter in _ROMAN}
    digits = [values[letter] for letter in word]
    following = (*digits[1:], 0)
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        while number >= value:
            letters += letter
            number -= value
    return letters
