"""Names in the nominative, made by inflection."""

import re

from comity.lexicon import LanguagePatterns, Morphology
from comity.model import Analysis, Reading

__all__ = ["INITIAL", "ORDINAL", "as_written", "is_ordinal", "nominative", "ordinal_start"]

INITIAL = re.compile(r"[А-ЯЁA-Z]")
"""The letter that stands for a first name."""

ORDINAL = re.compile(r"\d+-[а-яё]{1,3}|\d+(?:st|nd|rd|th)|[IVXLC]+")
"""An ordinal in digits or Roman numerals."""

_DIGIT_ORDINAL = re.compile(r"(\d+)-[а-яё]{1,3}")
_POSSESSIVE = re.compile(r"['’]s?$")
_ORDINAL_ENDINGS = {"Masc": "й", "Fem": "я", "Neut": "е"}


def ordinal_start(reading: Reading, first: int, patterns: LanguagePatterns) -> int:
    """Return where the ordinal begins that ends right before a token: "двадцать второй", "XXV"; else the token."""
    start = reading.sentence(first).start
    position = first
    while position > start and is_ordinal(reading, position - 1, patterns):
        position -= 1
    written_out = position < first and reading.tokens[position].lemma_in(patterns.words["names.ordinals"])
    while written_out and position > start and reading.tokens[position - 1].lemma_in(patterns.words["names.tens"]):
        position -= 1
    return position


def is_ordinal(reading: Reading, index: int, patterns: LanguagePatterns) -> bool:
    """Return whether a token is an ordinal, or the last word of one."""
    token = reading.tokens[index]
    return ORDINAL.fullmatch(token.text) is not None or token.lemma_in(patterns.words["names.ordinals"])


def as_written(lemma: str, word: str) -> str:
    """Return a lemma with the capitals of a word, part by part."""
    if len(word) > 1 and word.isupper():
        return lemma.upper()
    models = word.split("-")
    parts = lemma.split("-")
    return "-".join(
        part.capitalize() if models[min(index, len(models) - 1)][:1].isupper() else part
        for index, part in enumerate(parts)
    )


def nominative(reading: Reading, morphology: Morphology, bounds: tuple[int, int, int], head: Analysis) -> str:
    """Return a phrase with its head and the adjectives before it in the nominative, the rest as it stands.

    `bounds` are the first token, the head and the end of the phrase; `head` is how the head noun is to be read.
    """
    first, noun, last = bounds
    number = head.number or "Sing"
    words = []
    for index in range(first, noun + 1):
        word = reading.tokens[index].text
        ordinal = _DIGIT_ORDINAL.fullmatch(word)
        if ordinal:
            words.append(f"{ordinal[1]}-{_ORDINAL_ENDINGS.get(head.gender or '', 'е') if number == 'Sing' else 'е'}")
        else:
            plain = index == noun and number == "Sing" and head.certain
            form = morphology.inflect(word, "Nom", number, head.gender if index < noun else None)
            words.append(as_written(head.lemma, word) if plain and "ё" not in word else form)
    rest = reading.text(noun + 1, last) if noun + 1 < last else ""
    joiner = "" if rest[:1] in {",", ""} else " "
    label = _POSSESSIVE.sub("", " ".join(words) + joiner + rest)
    return label[:1].upper() + label[1:]
