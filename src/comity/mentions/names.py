"""Known names: the gazetteer, and adjectives made from the names of states."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.lexicon import LanguagePatterns, Lexicon, Match, Morphology
from comity.mentions.labels import nominative, ordinal_start
from comity.model import BlockKind, Mention, Reading, Span, Token

__all__ = ["find_demonyms", "find_editions", "find_names"]

_LONG_NAME = 2
_NOTHING = (Token(Span(0, 1), ""),) * 2
_YEAR = re.compile(r"(?:19|20|21)\d\d")


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
    """Yield a mention for the known name of an event with an ordinal or a year: one of a series.

    "XXV саммит ШОС", "двадцать второй саммит ШОС", "саммит ШОС 2027 года".
    """
    for name in names:
        if name.type != "Event" or name.rule == "demonym":
            continue
        first = ordinal_start(reading, name.first, patterns)
        last = _after_year(reading, name.last, patterns)
        nouns = [a for a in reading.tokens[name.head].analyses if a.part == "NOUN"]
        if first < name.first and nouns:
            label = nominative(reading, morphology, (first, name.head, name.last), nouns[0])
            yield replace(name, first=first, rule="edition", label=label, candidates=(), series=name.candidates[0])
        elif last > name.last:
            year = reading.tokens[name.last].text
            yield replace(name, last=last, rule="edition", candidates=(), series=name.candidates[0], year=year)


def _after_year(reading: Reading, position: int, patterns: LanguagePatterns) -> int:
    """Return the end of "2027 года" that begins at a token, else the token."""
    year, noun = (*reading.tokens[position : position + 2], *_NOTHING)[:2]
    named = _YEAR.fullmatch(year.text) and noun.lemma_in(patterns.words["dates.year"]) and noun.in_case("Gen")
    return position + 2 if named else position


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
    states = {
        form: found for form, places in reading.forms.items() if (found := _states(reading.tokens[places[0]], lexicon))
    }
    for index in reading.written(states.keys()):
        if index + 1 < len(reading.tokens) and reading.tokens[index + 1].lemma_in(other):
            continue
        for state in states[reading.tokens[index].text]:
            label = lexicon.entity(state).label
            yield Mention(index, index + 1, index, "State", "demonym", label, candidates=(state,))


def _states(token: Token, lexicon: Lexicon) -> tuple[str, ...]:
    lemma = next((analysis.lemma for analysis in token.analyses if analysis.part == "ADJ"), None)
    return lexicon.demonym(lemma) if lemma else ()
