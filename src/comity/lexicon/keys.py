"""Keys under which words and names are found in every case, written out or abbreviated."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from comity.model import Analyses, Token

__all__ = ["Abbreviations", "Trie", "Unit", "name_key", "stem", "text_keys", "weak_keys"]

_CASE_ENDING = re.compile(
    r"(?:'s?|ами|ями|ого|его|ые|ие|ых|их|ому|ему|ыми|ими|ой|ей|ою|ею|ом|ем|ым|им|ах|ях|ый|ий|ая|яя|ое|ую|[аеиоуыьюяй])$"
)
_DIGIT_ORDINAL = re.compile(r"(\d+)(?:-[а-яё]{1,3}|st|nd|rd|th)")
_MINIMUM_STEM = 4
_NOMINAL = frozenset(("NOUN", "PROPN", "X"))
_DECLINED = _NOMINAL | {"ADJ", "VERB", "NUM"}


def stem(word: str) -> str:
    """Return a word that no dictionary knows without its case ending, folded: "Тяньцзине" → "тяньцзин"."""
    folded = _folded(word)
    short = _CASE_ENDING.sub("", folded)
    return short if len(short) >= _MINIMUM_STEM else folded


def name_key(token: Token, *, proper: bool = False, alone: bool = False) -> str:
    """Return the one key under which a word of a name is filed.

    `proper` files it by its stem (surnames). A name of one word (`alone`) stands in the nominative: "Того" and
    "Доминика" are filed as themselves, not as forms of "тот" and "Доминик".
    """
    return _key(token.text, token.analyses, proper=proper, alone=alone)


@lru_cache(maxsize=100_000)
def _key(word: str, analyses: Analyses, *, proper: bool, alone: bool) -> str:
    if is_acronym(word) or not analyses:
        return _plain_key(word)
    folded = _folded(word)
    best = analyses[0]
    if proper or not best.certain:
        return stem(word)
    itself = best.part == "VERB" or any(a.certain and a.lemma == folded for a in analyses)
    if not analyses.parts.isdisjoint(("ADP", "CCONJ")) or (alone and itself):
        return folded
    return _settled_lemma(analyses, capitalised=word[:1].isupper()) or folded


def _settled_lemma(analyses: Analyses, *, capitalised: bool) -> str | None:
    """Return one lemma of a word whichever comes first in an engine: a noun's before others', the shortest.

    "Уставом" is no form of "устать", "лесам" is taken for a form of "лес"; a capital makes "Кубы" the island.
    """
    certain = [a for a in analyses if a.certain and a.part in _DECLINED]
    adjective = analyses[0].part == "ADJ" and analyses[0].case is not None
    proper = [a for a in certain if a.part == "PROPN"] if capitalised else []
    nouns = [a for a in certain if a.part in _NOMINAL]
    kept = [a for a in certain if a.part == "ADJ" and a.case] if adjective else proper or nouns or certain
    return min((a.lemma for a in kept), key=lambda lemma: (len(lemma), lemma), default=None)


def text_keys(token: Token) -> tuple[str, ...]:
    """Return the keys that a word of a text may be filed under: as it stands, and all the lemmas it may have."""
    lemmas = (analysis.lemma for analysis in token.analyses if analysis.certain)
    as_written = (_folded(token.text),) if token.is_capitalised else ()
    return tuple(dict.fromkeys((_plain_key(token.text), *as_written, *lemmas)))


def weak_keys(token: Token) -> tuple[str, ...]:
    """Return the stem of a word that may be a name no dictionary has; an adjective that it has is none."""
    best = token.analyses[0] if token.analyses else None
    if best is None or (best.certain and best.part not in _NOMINAL):
        return ()
    return (stem(token.text),)


def _plain_key(word: str) -> str:
    """An ordinal in digits has one key in every case: "30-й", "30-я", "30th" → "30-"."""
    ordinal = _DIGIT_ORDINAL.fullmatch(word)
    return f"{ordinal[1]}-" if ordinal else word


def _folded(word: str) -> str:
    return word.lower().replace("ё", "е").replace("’", "'")


def is_acronym(word: str) -> bool:
    """Return whether a word is written in capitals, such as "ШОС" or "G20"."""
    return len(word) > 1 and word.isupper()


Value = TypeVar("Value", bound=Hashable)


@dataclass(slots=True)
class Trie(Generic[Value]):
    """Sequences of keys; `values` holds what ends here."""

    branches: dict[str, "Trie[Value]"] = field(default_factory=dict)
    values: list[Value] = field(default_factory=list)

    def add(self, keys: Iterable[str], value: Value) -> None:
        """File a value under a sequence of keys, once."""
        node = self
        for key in keys:
            node = node.branches.setdefault(key, Trie())
        if value not in node.values:
            node.values.append(value)

    def starts(self, units: "Sequence[Unit]") -> list[int]:
        """Return where among some words a sequence may begin."""
        openings = self.branches.keys()
        return [position for position, unit in enumerate(units) if not openings.isdisjoint(unit.wide)]

    def longest(self, units: "Sequence[Unit]", start: int) -> tuple[int, list[Value]] | None:
        """Return the end of the longest sequence that begins at `start`, with its values.

        Words as the dictionary reads them are preferred to stems, unless stems reach further.
        """
        weak = self._longest(units, start, weak=True)
        strong = self._longest(units, start, weak=False) if weak else None
        return strong if strong and weak and strong[0] == weak[0] else weak

    def _longest(self, units: "Sequence[Unit]", start: int, *, weak: bool) -> tuple[int, list[Value]] | None:
        found: tuple[int, list[Value]] | None = None
        nodes = [self]
        for position in range(start, len(units)):
            keys = units[position].wide if weak else units[position].keys
            nodes = [node.branches[key] for node in nodes for key in keys if key in node.branches]
            if not nodes:
                break
            values = list(dict.fromkeys(value for node in nodes for value in node.values))
            if values:
                found = (position + 1, values)
        return found


class Unit(NamedTuple):
    """Tokens `first` up to `last` that count as one word, with their keys; `wide` are these and the stems."""

    keys: tuple[str, ...]
    wide: tuple[str, ...]
    first: int
    last: int


@dataclass(slots=True)
class Abbreviations:
    """Expansions and what they are shortened to, so that "искусственный интеллект" and "ИИ" have one key."""

    _long: Trie[str] = field(default_factory=Trie)
    _keys: dict[tuple[str, Analyses], tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)

    def add(self, expansion: Sequence[Token], short: str) -> None:
        """Learn that the words of `expansion` may be written as `short`."""
        self._long.add([name_key(token) for token in expansion], short)

    def _learn(self, token: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the keys of a word without and with its stems, which are worked out once for each form and reading."""
        keys = text_keys(token)
        known = self._keys[token.text, token.analyses] = (keys, tuple(dict.fromkeys(keys + weak_keys(token))))
        return known

    def units(
        self, tokens: Sequence[Token], first: int = 0, *, naming: bool = False, proper: bool = False
    ) -> list[Unit]:
        """Return the words of a text (or, with `naming`, of a name) with every expansion as one unit.

        Quotation marks do not count; `first` is the index of the first token in its text.
        """
        words = [(index, token) for index, token in enumerate(tokens, first) if token.text not in _QUOTES]
        if naming:
            alone = len(words) == 1
            keyed = [((name_key(token, proper=proper, alone=alone),), index) for index, token in words]
            return self._joined([Unit(keys, keys, index, index + 1) for keys, index in keyed])
        known = [(self._keys.get((token.text, token.analyses)) or self._learn(token), index) for index, token in words]
        return self._joined([Unit(keys, wide, index, index + 1) for (keys, wide), index in known])

    def _joined(self, plain: list[Unit]) -> list[Unit]:
        """Return the units with those of every expansion as one."""
        units: list[Unit] = []
        end = 0
        for start in self._long.starts(plain):
            found = self._long.longest(plain, start) if start >= end else None
            if found:
                keys = tuple(found[1])
                units += (*plain[end:start], Unit(keys, keys, plain[start].first, plain[found[0] - 1].last))
                end = found[0]
        return [*units, *plain[end:]]


_QUOTES = frozenset('«»"„“”')
