"""Nouns in names: the adjectives that agree with them, the kinds of things they head, the persons they begin."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from comity.lexicon import LanguagePatterns
from comity.mentions.labels import INITIAL
from comity.model import Analysis, Reading, Token

__all__ = ["agree", "is_founded", "is_plural", "kind_of", "names_person", "opens_a_name"]


def agree(adjective: Analysis, noun: Analysis) -> bool:
    """Return whether an adjective agrees with a noun in case, number and gender."""
    if adjective.part not in {"ADJ", "NUM"} and adjective.form != "Part":
        return False
    if adjective.case is None or adjective.case != noun.case or (adjective.number or noun.number) != noun.number:
        return False
    return noun.number == "Plur" or adjective.gender in {None, noun.gender}


def is_founded(reading: Reading, patterns: LanguagePatterns, index: int, lemma: str) -> bool:
    """Tell "создать всемирную организацию": what is to be there is named in lower case, too."""
    start, position = reading.sentence(index).start, index
    while position > start and reading.tokens[position - 1].is_part("ADJ"):
        position -= 1
    if not start < position < index or lemma not in patterns.words["names.founded"]:
        return False
    return reading.tokens[position - 1].lemma_in(patterns.words["names.founding"])


def opens_a_name(reading: Reading, patterns: LanguagePatterns, index: int) -> bool:
    """Tell "Фонд степей" and "Организация по воде" that begin a sentence from "Организация выставок"."""
    token, following = reading.tokens[index], reading.tokens[index + 1 : index + 2]
    field = any(word.text == "по" for word in following) and token.lemma_in(patterns.words["names.fielded"])
    return field or token.lemma_in(patterns.words["names.institutions"])


def is_plural(reading: Reading, index: int, lemma: str) -> bool:
    """Return whether an adjective before a form that may be singular agrees with it only in the plural."""
    plurals = [a for a in reading.tokens[index].analyses if a.lemma == lemma and a.number == "Plur"]
    before = reading.tokens[index - 1].analyses if index else ()
    return any(agree(adjective, noun) for adjective in before for noun in plurals)


def kind_of(reading: Reading, patterns: LanguagePatterns, first: int, head: int, lemma: str, type_: str) -> str | None:
    """Return the kind of what a head names: an adjective or a following noun tells it better than the head."""
    for index in range(first, head):
        for analysis in reading.tokens[index].analyses:
            if kind := patterns.kinds.get(f"{analysis.lemma} {lemma}"):
                return kind
    if head + 1 < len(reading.tokens):
        following = reading.tokens[head + 1].lemma
        if kind := patterns.kinds.get(f"{lemma} {following}"):
            return kind
    return patterns.heads.get(lemma, {}).get(type_) or None


def names_person(tokens: Sequence[Token], position: int, stop: int, named: AbstractSet[int]) -> bool:
    """Return whether a person is named here: "в Комиссии Песков О.А.", "Совета Анны Петровой"."""
    word, *following = tokens[position : min(position + 3, stop)]
    if not word.is_capitalised or len(following) < 1 or position + 1 in named:
        return False
    if len(following) > 1 and INITIAL.fullmatch(following[0].text) and following[1].text == ".":
        return True
    proper = bool(word.analyses) and word.analyses[0].part == "PROPN"
    surname = following[0].is_part("PROPN") or any(not a.certain for a in following[0].analyses)
    return proper and following[0].is_capitalised and surname
