"""Names as they are compared: the words that matter, whatever their case, order of small words and abbreviation."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from comity import resources
from comity.errors import LanguageDataError
from comity.lexicon import Lexicon, tokens_of
from comity.model import Token

__all__ = ["Spelling", "Wording", "spell", "wording"]

_ENOUGH = 3
"""A name with this many words of its own singles out one thing."""
_QUOTES = frozenset('«"“')
_BASE = frozenset(("Nom", None))
_NAMING = ("State", "Organization", "InternationalOrganization", "Body", "InformalGroup", "Place", "Person", "Event")


@dataclass(frozen=True, slots=True)
class Wording:
    """The small words of names in one language; see the comments of `matching.toml`."""

    fillers: frozenset[str]
    generic: frozenset[str]
    synonyms: Mapping[str, str]


@cache
def wording(language: str) -> Wording:
    """Return the small words of a language, the English ones where it has none of its own.

    Raises:
        LanguageDataError: the file lacks a list.
    """
    name = f"data/language/{language if language in {'ru', 'en'} else 'en'}/matching.toml"
    data: dict[str, Any] = resources.table(name)
    try:
        synonyms = {word: first for first, *others in data["synonyms"] for word in others}
        return Wording(frozenset(data["fillers"]), frozenset(data["generic"]), synonyms)
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(f"{name}: {error!r}") from error


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name for comparison.

    `words` are its words in their order, without fillers; `alike` are they in no order, each in place of all its
    synonyms; `own` are those by which not everything is called. `telling` says that the name singles out one thing
    wherever it stands. `head` is the noun that says what is named.
    """

    name: str
    head: str
    words: tuple[str, ...]
    alike: frozenset[str]
    own: frozenset[str]
    telling: bool


def spell(name: str, language: str, lexicon: Lexicon, *, person: bool = False, recorded: bool = False) -> Spelling:
    """Return how a name is compared.

    It tells one thing from others if it holds a known name, a number, quotation marks, a word that no dictionary has,
    or enough words of its own; that of a person, if it is more than initials and a surname; a `recorded` one always.
    """
    known = wording(language)
    folded = map(_folded, lexicon.key(name))
    words = tuple(word for word in folded if word not in known.fillers and any(map(str.isalnum, word)))
    alike = frozenset(known.synonyms.get(word, word) for word in words)
    own = alike - known.generic
    tokens = tokens_of(name, lexicon.morphology)
    telling = recorded or (_is_full(words) if person else _tells(tokens, own, lexicon))
    return Spelling(name, name if person else _head(tokens), words, alike, own, telling=telling)


def _is_full(words: Sequence[str]) -> bool:
    return len(words) > 1 and all(len(word) > 1 for word in words)


def _tells(tokens: Sequence[Token], own: Collection[str], lexicon: Lexicon) -> bool:
    holds = any(lexicon.entity(i).is_a(*_NAMING) for match in lexicon.find(tokens, 0) for i in match.identifiers)
    strange = any(token.is_word and not token.analyses[0].certain and len(token.text) > 1 for token in tokens)
    marked = any(token.text in _QUOTES or any(map(str.isdigit, token.text)) for token in tokens)
    return holds or strange or marked or len(own) >= _ENOUGH


def _head(tokens: Sequence[Token]) -> str:
    """Return the first noun, which stands in the nominative, or the first word."""
    nouns = (token for token in tokens if token.is_part("NOUN", "PROPN") and not token.analyses.cases.isdisjoint(_BASE))
    return _folded(next((token.lemma for token in nouns), tokens[0].lemma if tokens else ""))


def _folded(word: str) -> str:
    return word.lower().replace("ё", "е").replace("-", "")
