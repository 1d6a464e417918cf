"""Short names that a text introduces itself: "… (далее – АОВС)", "… (АОВС)", and their later places."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.lexicon import LanguagePatterns
from comity.lexicon.keys import is_acronym, name_key
from comity.model import BlockKind, Mention, Reading, Token

__all__ = ["find_aliases", "introduced", "words_of"]

_LONGEST = 12
_SEPARATORS = frozenset((",", "или", "и", "/", "or", "and"))
_MARKS = frozenset('«»"“”„–—-:')

Words = tuple[str, ...]


def words_of(reading: Reading, first: int, last: int) -> Words:
    """Return the words of a name as it stands in a text, each under the key it has in every case."""
    tokens = reading.tokens[first:last]
    return tuple(name_key(token) for token in tokens if token.is_word or token.text.isalnum())


def introduced(reading: Reading, mention: Mention, patterns: LanguagePatterns) -> tuple[Words, ...]:
    """Return the short names given in parentheses right after a mention: "(далее – ШОС, Организация)"."""
    opening = mention.last
    inside = _parenthesis(reading, opening)
    if not inside:
        return ()
    tokens = reading.tokens
    said = opening + 1
    while said < inside.stop and tokens[said].lemma_in(patterns.words["names.abbreviates"]):
        said += 1
    if said == opening + 1:
        alone = len(inside) == 1 and is_acronym(tokens[said].text) and _spells(reading, mention, tokens[said].text)
        return ((name_key(tokens[said]),),) if alone else ()
    return tuple(_names(tokens[said : inside.stop]))


def _parenthesis(reading: Reading, opening: int) -> range:
    """Return the tokens inside the parenthesis that opens at a token."""
    tokens = reading.tokens[opening : opening + _LONGEST]
    if not tokens or tokens[0].text != "(":
        return range(0)
    closing = next((index for index, token in enumerate(tokens) if token.text == ")"), 0)
    return range(opening + 1, opening + closing) if closing else range(0)


def _names(tokens: Iterable[Token]) -> Iterator[Words]:
    """Yield the names of a list, each of which has a capital."""
    name: list[Token] = []
    for token in tokens:
        if token.text in _SEPARATORS:
            yield from _capitalised(name)
            name = []
        elif token.is_word:
            name.append(token)
    yield from _capitalised(name)


def _capitalised(name: list[Token]) -> Iterator[Words]:
    if name and name[0].is_capitalised:
        yield tuple(name_key(word) for word in name)


def _spells(reading: Reading, mention: Mention, acronym: str) -> bool:
    """Return whether an acronym begins as a name does, and its letters follow one another in it."""
    name = reading.text(mention.first, mention.last).upper()
    letters = iter(name)
    return name.startswith(acronym[0]) and all(letter in letters for letter in acronym)


def find_aliases(reading: Reading, named: Iterable[Mention], patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield a mention for every place, from its introduction on, of a short name that the text introduces."""
    meant: dict[Words, Mention] = {}
    for mention in named:
        for words in introduced(reading, mention, patterns):
            meant.setdefault(words, mention)
    lengths = sorted({len(words) for words in meant}, reverse=True)
    for index, token in enumerate(reading.tokens if meant else ()):
        if not token.is_capitalised or reading.block(index).kind is BlockKind.FURNITURE:
            continue
        for length in lengths:
            known = meant.get(words_of(reading, index, index + length))
            if known is not None and known.last < index:
                yield _repeat(reading, known, index, index + length)
                break


def _repeat(reading: Reading, known: Mention, first: int, last: int) -> Mention:
    nouns = (index for index in range(first, last) if reading.tokens[index].is_part("NOUN"))
    return replace(known, first=first, last=last, head=next(nouns, first), rule="alias", candidates=(), title=None)
