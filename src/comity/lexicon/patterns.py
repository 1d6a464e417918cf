"""Nouns, verbs and small words of a language, read from `data/language/<language>/names.toml` and `acts.toml`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from comity import resources
from comity.errors import LanguageDataError
from comity.lexicon.ordinals import ordinal_spellings

__all__ = ["Acts", "LanguagePatterns", "Request", "StanceFrame", "language_patterns"]


@dataclass(frozen=True, slots=True)
class StanceFrame:
    """Verbs and nouns that take a stance.

    `through` are nouns that must stand between verb and object, `beside` words that must stand next to the verb.
    """

    kind: str
    predicate: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    preposition: str = ""
    through: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Request:
    """Verbs that ask somebody for something; the one asked stands in one of `cases`.

    `urgent` is the kind of the same request with an adverb such as "настоятельно".
    """

    kind: str
    verbs: frozenset[str]
    cases: frozenset[str]
    preposition: str = ""
    urgent: str = ""


@dataclass(frozen=True, slots=True)
class Acts:
    """What verbs do: see the comments of `acts.toml` for each table."""

    citations: Mapping[str, str]
    stances: tuple[StanceFrame, ...]
    requests: tuple[Request, ...]
    dispositions: Mapping[str, str]
    deadlines: tuple[re.Pattern[str], ...]
    periods: tuple[tuple[re.Pattern[str], str], ...]
    numerals: Mapping[str, str]
    words: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return a word list by its dotted name, such as "establishing.verbs"."""
        return self.words[name]


@dataclass(frozen=True, slots=True)
class LanguagePatterns:
    """The grammar of names and acts of one language."""

    heads: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, str]
    prepositions: Mapping[str, frozenset[str]]
    governed: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    phrases: tuple[tuple[str, ...], ...]
    late_phrases: frozenset[tuple[str, ...]]
    called: tuple[tuple[str, ...], ...]
    words: Mapping[str, frozenset[str]]
    posts: Mapping[str, str]
    post_nouns: frozenset[str]
    groups: "_Phrases"
    months: Mapping[str, int]
    abbreviations: Mapping[str, Sequence[str]]
    joined: Mapping[str, str]
    terms: Mapping[str, int]
    numerals: Mapping[str, int]
    topics: "_Phrases"
    acts: Acts
    analytic: bool = False
    """Whether the order of words says what other languages say by endings."""


@cache
def language_patterns(language: str) -> LanguagePatterns:
    """Return the grammar of a language; one without data of its own has empty tables.

    Raises:
        LanguageDataError: a table lacks a key.
    """
    try:
        topics = _table(language, "topics")
        return _patterns(_table(language, "names"), topics, _acts(_table(language, "acts")))
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise LanguageDataError(f"data/language/{language}: {error!r}") from error


def _table(language: str, name: str) -> dict[str, Any]:
    known = language if language in {"ru", "en"} else "en"
    return resources.table(f"data/language/{known}/{name}.toml")


_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def _by_first_lemma(phrases: Iterable[tuple[str, str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return phrases, given with what they stand for, by their first lemma; longer ones first."""
    filed: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in phrases:
        lemmas = tuple(phrase.split())
        filed.setdefault(lemmas[0], []).append((lemmas, meaning))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in filed.items()}


_NAME_WORDS = (
    "not_of_states",
    "regions",
    "apposed",
    "institutions",
    "collective",
    "generic",
    "pointing",
    "never_of_bodies",
    "nested",
    "former",
    "governing",
    "particles",
    "suffixes",
    "titles",
    "given",
    "plural",
    "outside",
    "abbreviates",
    "parties",
    "ordinals",
    "tens",
    "capital",
    "founded",
    "fielded",
    "founding",
    "mandated",
    "holders",
    "entitled",
    "leading",
    "within",
    "idioms",
    "outcomes",
)


def _patterns(data: dict[str, Any], topics: dict[str, list[str]], acts: Acts) -> LanguagePatterns:
    heads: dict[str, dict[str, str]] = {}
    for type_, nouns in data["heads"].items():
        for noun, kind in nouns.items():
            heads.setdefault(noun, {})[type_] = kind
    names, dates = data["names"], data["dates"]
    months = {form: index % 12 + 1 for index, form in enumerate([*dates["months"], *dates["forms"]])}
    words = {f"names.{key}": frozenset(names[key]) for key in _NAME_WORDS}
    words["names.ordinals"] |= {f"{ten}-{word}" for ten in names["tens"] for word in names["ordinals"]}
    words |= {f"symbols.{key}": frozenset(value) for key, value in data["symbols"].items()}
    words |= {f"numbers.{key}": frozenset(value) for key, value in data["numbers"].items()}
    words |= {f"dates.{key}": frozenset(dates[key]) for key in ("year", "since", "until", "and")}
    words["places.city"] = frozenset(data["places"]["city"])
    return LanguagePatterns(
        heads=heads,
        kinds=names["kinds"],
        prepositions={word: frozenset(cases) for word, cases in names["prepositions"].items()},
        governed={
            word: (frozenset(row["nouns"]), frozenset((row["case"],))) for word, row in names["governed"].items()
        },
        phrases=tuple(tuple(phrase.split()) for phrase in names["phrases"]),
        late_phrases=frozenset(tuple(phrase.split()) for phrase in names["late_phrases"]),
        called=tuple(tuple(phrase.split()) for phrase in names["called"]),
        words=words,
        posts=data["posts"],
        post_nouns=frozenset(words.split()[-1] for words in data["posts"]),
        groups=_by_first_lemma(data["groups"].items()),
        months=months,
        abbreviations=_spellings(data),
        joined=names["joined"],
        terms=names.get("terms", {}),
        numerals=names.get("numerals", {}),
        topics=_by_first_lemma((phrase, concept) for concept, phrases in topics.items() for phrase in phrases),
        acts=acts,
        analytic=names.get("analytic", False),
    )


def _spellings(data: dict[str, Any]) -> dict[str, list[str]]:
    """Return abbreviations, and ordinals in digits, with what they are written out as."""
    spellings = {short: list(expansions) for short, expansions in data["abbreviations"].items()}
    for words, digits in ordinal_spellings(data["names"]["ordinals"], data["names"]["tens"]):
        spellings.setdefault(digits, []).append(words)
    return spellings


def _acts(data: dict[str, Any]) -> Acts:
    words = {
        f"{table}.{key}": frozenset(value)
        for table, keys in data.items()
        if isinstance(keys, dict) and table not in {"citations", "dispositions", "numerals"}
        for key, value in keys.items()
    }
    return Acts(
        citations={verb: kind for kind, verbs in data["citations"].items() for verb in verbs},
        stances=tuple(
            StanceFrame(
                stance["kind"],
                stance["predicate"],
                frozenset(stance["verbs"]),
                frozenset(stance["nouns"]),
                stance.get("preposition", ""),
                frozenset(stance.get("through", ())),
                frozenset(stance.get("beside", ())),
            )
            for stance in data["stance"]
        ),
        requests=tuple(
            Request(
                row["kind"],
                frozenset(row["verbs"]),
                frozenset(row["cases"]),
                row.get("preposition", ""),
                row.get("urgent", ""),
            )
            for row in data["request"]
        ),
        dispositions={verb: kind for kind, verbs in data["dispositions"].items() for verb in verbs},
        deadlines=tuple(re.compile(pattern) for pattern in data["due"]),
        periods=tuple((re.compile(row["pattern"]), row["duration"]) for row in data["period"]),
        numerals=data["numerals"],
        words=words,
    )
