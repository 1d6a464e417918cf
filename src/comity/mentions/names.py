"""Known names: the gazetteer, and adjectives made from the names of states."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.lexicon import LanguagePatterns, Lexicon, Match, Morphology
from comity.mentions.labels import ORDINAL, nominative
from comity.model import BlockKind, Mention, Reading

__all__ = ["find_demonyms", "find_editions", "find_names"]

_LONG_NAME = 2


def find_names(reading: Reading, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield a mention for every known name; several candidates share one mention."""
    for sentence, block in reading.sentences:
        if reading.document.blocks[block].kind is BlockKind.FURNITURE:
            continue
        for match in _with_nested(reading, lexicon, sentence):
            entity = lexicon.entity(match.identifiers[0])
            yield Mention(
                match.first,
                match.last,
                _head(reading, match.first, match.last),
                entity.types[0],
                "known-name",
                entity.label,
                candidates=match.identifiers,
                symbol=entity.symbol,
            )


def find_editions(
    reading: Reading, morphology: Morphology, patterns: LanguagePatterns, names: Iterable[Mention]
) -> Iterator[Mention]:
    """Yield a mention for an ordinal before the known name of an event: "XXV саммит ШОС" is one of a series."""
    for name in names:
        if name.type != "Event" or name.rule == "demonym":
            continue
        first = name.first
        while first > reading.sentence(name.first).start and _is_ordinal(reading, first - 1, patterns):
            first -= 1
        nouns = [a for a in reading.tokens[name.head].analyses if a.part == "NOUN"]
        if first < name.first and nouns:
            label = nominative(reading, morphology, (first, name.head, name.last), nouns[0])
            yield replace(name, first=first, rule="edition", label=label, candidates=(), series=name.candidates[0])


def _is_ordinal(reading: Reading, index: int, patterns: LanguagePatterns) -> bool:
    token = reading.tokens[index]
    return ORDINAL.fullmatch(token.text) is not None or token.lemma_in(patterns.words["names.ordinals"])


def _with_nested(reading: Reading, lexicon: Lexicon, sentence: range) -> Iterator[Match]:
    """Yield the names of a sentence, and inside one of several words the names it is made of."""
    for match in lexicon.find(reading.tokens[sentence.start : sentence.stop], sentence.start):
        yield match
        if match.last - match.first >= _LONG_NAME and not lexicon.entity(match.identifiers[0]).is_a("State"):
            yield from lexicon.find(reading.tokens[match.first + 1 : match.last], match.first + 1)


def _head(reading: Reading, first: int, last: int) -> int:
    """Return the first noun of a name; a conjunction that is also the name of a letter is none."""
    words = ((index, reading.tokens[index].analyses) for index in range(first, last))
    return next((index for index, readings in words if readings and readings[0].part in {"NOUN", "PROPN"}), first)


def find_demonyms(reading: Reading, lexicon: Lexicon, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield a mention for every state that an adjective speaks of: two for "российско-китайская"."""
    other = patterns.words["names.not_of_states"]
    for index, token in enumerate(reading.tokens):
        if index + 1 < len(reading.tokens) and reading.tokens[index + 1].lemma_in(other):
            continue
        lemma = next((reading_.lemma for reading_ in token.analyses if reading_.part == "ADJ"), None)
        for state in lexicon.demonym(lemma) if lemma else ():
            label = lexicon.entity(state).label
            yield Mention(index, index + 1, index, "State", "demonym", label, candidates=(state,))
