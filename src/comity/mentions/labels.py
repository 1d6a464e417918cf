"""Names in the nominative, made by inflection."""

import re

from comity.lexicon import Morphology
from comity.model import Analysis, Reading

__all__ = ["ORDINAL", "nominative"]

ORDINAL = re.compile(r"\d+-[а-яё]{1,3}|[IVXLC]+")
"""An ordinal in digits or Roman numerals."""

_DIGIT_ORDINAL = re.compile(r"(\d+)-[а-яё]{1,3}")
_ORDINAL_ENDINGS = {"Masc": "й", "Fem": "я", "Neut": "е"}


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
            words.append(morphology.inflect(word, "Nom", number, head.gender if index < noun else None))
    rest = reading.text(noun + 1, last) if noun + 1 < last else ""
    joiner = "" if rest[:1] in {",", ""} else " "
    label = " ".join(words) + joiner + rest
    return label[:1].upper() + label[1:]
