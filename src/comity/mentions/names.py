"""Known names: the gazetteer, and adjectives made from the names of states."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.lexicon import LanguagePatterns, Lexicon, Match, Morphology
from comity.lexicon.keys import is_acronym
from comity.mentions.labels import nominative, ordinal_start
from comity.model import BlockKind, Entity, Mention, NameKind, Reading, Span, Token

__all__ = ["find_demonyms", "find_editions", "find_names"]

_LONG_NAME = 2
_NOTHING = (Token(Span(0, 1), ""),) * 2
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_OWNERS = ("State", "Organization", "InternationalOrganization")


def find_names(reading: Reading, lexicon: Lexicon, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield a mention for every known name; several candidates share one mention."""
    for sentence, block in reading.sentences:
        if reading.document.blocks[block].kind is BlockKind.FURNITURE:
            continue
        matches = list(_with_nested(reading, lexicon, sentence))
        starting = {match.first: match for match in matches}
        for match in matches:
            entity = lexicon.entity(match.identifiers[0])
            if _is_part_of_another_name(reading, match, entity, patterns) or _is_a_title(reading, match, entity):
                continue
            if entity.is_a("Body") and _has_another_owner(reading, match, starting.get(match.last), lexicon):
                continue
            yield Mention(
                match.first,
                _closing(reading, match.first, match.last),
                _head(reading, match.first, match.last),
                entity.types[0],
                "known-name",
                _label(entity, reading.document.language),
                candidates=match.identifiers,
                symbol=entity.symbol,
            )


def _label(entity: Entity, language: str) -> str:
    """Return the preferred name of a thing in a language, where it has one."""
    names = (name.text for name in entity.names if name.language == language and name.kind is NameKind.PREFERRED)
    return next(names, entity.label)


def _is_a_title(reading: Reading, match: Match, entity: Entity) -> bool:
    """Return whether the name of a state is all that is quoted, but for an adjective: «Украина», «Единая Россия»."""
    if (
        not entity.is_a("State")
        or match.last >= len(reading.tokens)
        or reading.tokens[match.last].text not in {"»", '"'}
    ):
        return False
    adjective = match.first > 0 and reading.tokens[match.first - 1].is_part("ADJ")
    opening = match.first - (2 if adjective else 1)
    return opening >= 0 and reading.tokens[opening].text in {"«", '"'}


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
        nouns = [a for a in reading.tokens[name.head].analyses if a.part in {"NOUN", "PROPN"}]
        if first < name.first and nouns:
            label = nominative(reading, morphology, (first, name.head, name.last), nouns[0])
            yield replace(name, first=first, rule="edition", label=label, candidates=(), series=name.candidates[0])
        elif last > name.last:
            year = reading.tokens[name.last].text
            yield replace(name, last=last, rule="edition", candidates=(), series=name.candidates[0], year=year)


def _after_year(reading: Reading, position: int, patterns: LanguagePatterns) -> int:
    """Return the end of "2027 года" that begins at a token, else the token."""
    year, noun = (*reading.tokens[position : position + 2], *_NOTHING)[:2]
    if patterns.analytic:
        return position + 1 if _YEAR.fullmatch(year.text) else position
    named = _YEAR.fullmatch(year.text) and noun.lemma_in(patterns.words["dates.year"]) and noun.in_case("Gen")
    return position + 2 if named else position


def _with_nested(reading: Reading, lexicon: Lexicon, sentence: range) -> Iterator[Match]:
    """Yield the names of a sentence, and inside one of several words the names it is made of."""
    for match in lexicon.find(reading.tokens[sentence.start : sentence.stop], sentence.start):
        yield match
        if match.last - match.first >= _LONG_NAME and not lexicon.entity(match.identifiers[0]).is_a("State"):
            yield from _with_nested(reading, lexicon, range(match.first + 1, match.last))


def _closing(reading: Reading, first: int, last: int) -> int:
    """Take in the closing mark of a name that ends in quotation marks: Фонд «Степь»."""
    words = [token.text for token in reading.tokens[first : last + 1]]
    return last + 1 if "«" in words[:-1] and words[-1] == "»" and "»" not in words[:-1] else last


def _is_part_of_another_name(reading: Reading, match: Match, entity: Entity, patterns: LanguagePatterns) -> bool:
    """Read "Северная Ирландия", "озеро Чад": a region or a river with the name of a state."""
    if not entity.is_a("State") or match.first == reading.sentence(match.first).start:
        return False
    before, name = reading.tokens[match.first - 1], reading.tokens[match.first]
    if before.lemma_in(patterns.words["names.regions"]):
        return before.is_part("ADJ")
    apposed = before.lemma_in(patterns.words["names.apposed"]) and before.analyses[0].number == "Sing"
    return apposed and name.in_case("Nom")


def _has_another_owner(reading: Reading, match: Match, owner: Match | None, lexicon: Lexicon) -> bool:
    """Read "Совет Безопасности Казахстана": a body of the same name, named after whom it belongs to."""
    if owner is None or not lexicon.entity(owner.identifiers[0]).is_a(*_OWNERS):
        return False
    token = reading.tokens[_head(reading, owner.first, owner.last)]
    if not (token.in_case("Gen") or is_acronym(token.text)):
        return False
    return not any(lexicon.belongs(body, whom) for body in match.identifiers for whom in owner.identifiers)


def _head(reading: Reading, first: int, last: int) -> int:
    """Return the first noun of a name; a conjunction that is also the name of a letter is none."""
    words = ((index, reading.tokens[index].analyses) for index in range(first, last))
    return next((index for index, readings in words if readings and readings[0].part in {"NOUN", "PROPN"}), first)


def find_demonyms(reading: Reading, lexicon: Lexicon, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield a mention for every state that an adjective speaks of: two for "российско-китайская"."""
    other = patterns.words["names.not_of_states"]
    words = {form: lexicon.states_of(reading.tokens[places[0]]) for form, places in reading.forms.items()}
    states = {form: found for form, found in words.items() if found}
    for index in reading.written(states.keys()):
        if index + 1 < len(reading.tokens) and reading.tokens[index + 1].lemma_in(other):
            continue
        for state in states[reading.tokens[index].text]:
            label = lexicon.entity(state).label
            yield Mention(index, index + 1, index, "State", "demonym", label, candidates=(state,))
