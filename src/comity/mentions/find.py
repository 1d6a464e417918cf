"""All recognisers in their order, and what is kept where they overlap."""

from collections.abc import Iterable

from comity.lexicon import LanguagePatterns, Lexicon
from comity.lexicon.series import issuer_of
from comity.mentions.aliases import find_aliases
from comity.mentions.dates import find_dates
from comity.mentions.links import with_links
from comity.mentions.names import find_demonyms, find_editions, find_names
from comity.mentions.numbers import NumberLists
from comity.mentions.people import PeopleGrammar, find_groups
from comity.mentions.phrases import PhraseGrammar
from comity.mentions.places import find_cities
from comity.mentions.quotations import quotations
from comity.mentions.symbols import find_symbols, own_symbol
from comity.mentions.topics import find_topics
from comity.mentions.unknown import with_unknown
from comity.model import BlockKind, Mention, Reading
from comity.recognition import Recogniser

__all__ = ["find_mentions"]


def find_mentions(
    reading: Reading, lexicon: Lexicon, patterns: LanguagePatterns, recogniser: Recogniser | None = None
) -> tuple[Mention, ...]:
    """Return every mention of a document, in the order of the text, longer ones first.

    With a recogniser also names that no rule finds.
    """
    found = _by_rules(reading, lexicon, patterns)
    if recogniser is not None:
        found = with_unknown(reading, recogniser, found, lexicon)
    return tuple(sorted(found, key=lambda mention: (mention.first, -mention.last)))


def _by_rules(reading: Reading, lexicon: Lexicon, patterns: LanguagePatterns) -> list[Mention]:
    known = list(find_names(reading, lexicon, patterns))
    named = {index for name in known for index in range(name.first, name.last)}
    names = [*known, *(demonym for demonym in find_demonyms(reading, lexicon, patterns) if demonym.head not in named)]
    editions = list(find_editions(reading, lexicon.morphology, patterns, known))
    series = {edition.head for edition in editions}
    names = [name for name in names if name.head not in series]
    adopter = _adopter(reading, names)
    own = own_symbol(reading, adopter)
    adopter = adopter or (issuer_of(own.label) if own is not None else None)
    dates = list(find_dates(reading, patterns))
    quoted = quotations(reading)
    lists = NumberLists(reading, patterns, names, dates, quoted, adopter)
    symbols = [*([own] if own else ()), *with_links(reading, find_symbols(reading, patterns, lists))]
    people = list(PeopleGrammar(reading, lexicon, patterns, names).people())
    persons = [person for person in people if person.type == "Person"]
    names = _outside(names, persons)
    nouns = {symbol.noun for symbol in symbols if own is None or symbol.first != own.first}
    grammar = PhraseGrammar(reading, lexicon, patterns, names, quoted)
    phrases = [phrase for phrase in grammar.phrases() if phrase.head not in nouns]
    longest = {phrase.first: phrase.last for phrase in phrases}
    introduced = find_aliases(reading, [*names, *phrases], patterns)
    aliases = _distinct((alias for alias in introduced if longest.get(alias.first, 0) <= alias.last), names)
    bodies = [phrase for phrase in phrases if phrase.type in {"Body", "Organization"} and phrase.specific]
    return [
        *names,
        *editions,
        *_distinct(symbols, ()),
        *dates,
        *find_cities(reading, lexicon.morphology, patterns, names),
        *_distinct(people, names),
        *aliases,
        *_distinct(phrases, [*names, *editions, *persons, *aliases]),
        *_distinct(find_groups(reading, patterns), [*names, *people, *bodies]),
        *find_topics(reading, patterns),
    ]


def _adopter(reading: Reading, names: Iterable[Mention]) -> str | None:
    """Return the body that the opening line names: its bare numbers are meant where no other body is named."""
    for name in names:
        if reading.block(name.first).kind is BlockKind.OPENING and name.candidates and name.rule == "known-name":
            return name.candidates[0]
    return None


def _outside(names: Iterable[Mention], persons: Iterable[Mention]) -> list[Mention]:
    """Return the names that are no part of the name of a person ("Виктория Орлова", "(Реджеп) Тайип Эрдоган")."""
    everybody = (*persons, *(name for name in names if name.type == "Person"))
    longest: dict[int, tuple[int, int]] = {}
    for person in sorted(everybody, key=lambda person: person.last - person.first):
        longest |= dict.fromkeys(range(person.first, person.last), (person.first, person.last))
    return [name for name in names if longest.get(name.first, (name.first, name.last)) == (name.first, name.last)]


def _distinct(mentions: Iterable[Mention], stronger: Iterable[Mention]) -> list[Mention]:
    """Return the mentions whose head no stronger mention has taken, one for each head."""
    heads = {name.head for name in stronger if name.rule != "demonym"}
    taken = {index for name in stronger if name.rule != "demonym" for index in range(name.first, name.last)}
    kept = []
    for mention in mentions:
        if mention.head not in heads and mention.head not in taken:
            heads.add(mention.head)
            kept.append(mention)
    return kept
