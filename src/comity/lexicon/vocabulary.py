"""English words by what they may be: closed classes, the forms of verbs, adjectives, adverbs; all else is a noun."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from comity import resources
from comity.errors import LanguageDataError

__all__ = ["Vocabulary", "vocabulary"]

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """See the comments of `data/language/en/words.toml`.

    `bases`, `thirds`, `pasts`, `participles` and `ings` lead from a form of a verb to its infinitive; `pure` are
    infinitives that are no nouns.
    """

    classes: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    cases: Mapping[str, str]
    bases: Mapping[str, str]
    thirds: Mapping[str, str]
    pasts: Mapping[str, str]
    participles: Mapping[str, str]
    ings: Mapping[str, str]
    pure: frozenset[str]
    adjective_endings: tuple[str, ...]

    def is_adjective(self, word: str) -> bool:
        """Return whether a word in lower case is an adjective by the list or by its ending."""
        known = word in self.words["adjectives.plain"]
        return known or (word.endswith(self.adjective_endings) and word not in self.words["adjectives.nouns"])

    def is_adverb(self, word: str) -> bool:
        """Return whether a word in lower case is an adverb."""
        manner = word.endswith("ly") and len(word) > len("only") and word not in self.words["adverbs.other"]
        return manner or self.classes.get(word) == "ADV"


@cache
def vocabulary() -> Vocabulary:
    """Return the English words.

    Raises:
        LanguageDataError: a table lacks a key.
    """
    name = "data/language/en/words.toml"
    data = resources.table(name)
    try:
        return _vocabulary(data)
    except (KeyError, TypeError, AttributeError) as error:
        raise LanguageDataError(f"{name}: {error!r}") from error


def _vocabulary(data: dict[str, Any]) -> Vocabulary:
    verbs, irregular = data["verbs"], data["verbs"]["irregular"]
    doubled = frozenset(verbs["spelling"]["doubled"])
    pure = frozenset(verbs["plain"].split()) - frozenset(verbs["nouns_too"].split())
    bases = sorted(pure | frozenset(verbs["nouns_too"].split()))
    tables = {
        f"{table}.{key}": frozenset(value.split() if isinstance(value, str) else value)
        for table in ("pronouns", "be", "have", "nouns", "adjectives", "adverbs")
        for key, value in data[table].items()
    }
    tables["verbs.saying"] = frozenset(verbs["saying"])
    return Vocabulary(
        classes={word: part for part, words in data["classes"].items() for word in words},
        words=tables,
        cases=data["cases"],
        bases={verb: verb for verb in bases},
        thirds={_with_s(verb): verb for verb in bases},
        pasts={irregular.get(verb, [_with_ed(verb, doubled)])[0]: verb for verb in bases},
        participles={irregular.get(verb, [_with_ed(verb, doubled)])[-1]: verb for verb in bases},
        ings={_with_ing(verb, doubled): verb for verb in bases},
        pure=pure,
        adjective_endings=tuple(data["adjectives"]["endings"]),
    )


def _ends_in_consonant_and_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in _VOWELS


def _with_s(verb: str) -> str:
    if _ends_in_consonant_and_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def _with_ed(verb: str, doubled: frozenset[str]) -> str:
    if verb in doubled:
        return f"{verb}{verb[-1]}ed"
    if _ends_in_consonant_and_y(verb):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _with_ing(verb: str, doubled: frozenset[str]) -> str:
    if verb in doubled:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    silent = verb.endswith("e") and not verb.endswith(("ee", "ye", "oe"))
    return f"{verb[:-1]}ing" if silent else f"{verb}ing"
