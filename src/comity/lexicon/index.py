"""The index of names: which known things the words of a text may name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from comity.lexicon.keys import Abbreviations, Trie, is_acronym, name_key
from comity.lexicon.morphology import Morphology
from comity.lexicon.ordinals import is_roman
from comity.lexicon.reading import tokens_of
from comity.lexicon.series import bare_number
from comity.model import Entity, Name, NameKind, Token

__all__ = ["Entry", "Lexicon", "Match"]

_NAMING = frozenset(("NOUN", "PROPN", "X"))
_WHOLE = 6
"""So many words of an initiative's name leave no doubt, whatever their capitals."""
_EXPANDABLE = frozenset(("State", "Organization", "InternationalOrganization", "Body", "InformalGroup"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of the reference data: the thing, and what names or places it among others.

    `parents` are what it is a part, an organ or an office of; `demonyms` its adjectives; `capital` a place;
    `date` its founding or adoption; `adopter` the body that adopted an instrument. `series` is the event of which it
    is an edition, `place` where it is held; `recurring` events come back every few years.
    """

    entity: Entity
    parents: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    date: str | None = None
    adopter: str | None = None
    series: str | None = None
    place: str | None = None
    recurring: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` up to `last` that carry a known name of these identifiers."""

    first: int
    last: int
    identifiers: tuple[str, ...]


class _Filed(NamedTuple):
    """A name in the index: whose it is, and what a text must show besides its words.

    `capital`: it is written with one; `plural`: its head noun is one; `governs`: no word after the head stands in the
    nominative; `shortened`: a longer name of the same thing goes on in lower case ("Глобальный фонд для борьбы …"), so
    that one that goes on otherwise names something else.
    """

    identifier: str
    capital: bool
    plural: bool
    governs: bool
    shortened: bool


@dataclass(slots=True)
class Lexicon:
    """Known things by their names in one language, in every case, long or short.

    Build one with `Lexicon.build`; the index is not changed afterwards.
    """

    morphology: Morphology
    entries: Mapping[str, Entry]
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    _names: Trie["_Filed"] = field(default_factory=Trie)
    _by_key: dict[tuple[str, ...], list[str]] = field(default_factory=lambda: defaultdict(list))
    _by_symbol: dict[str, str] = field(default_factory=dict)
    _demonyms: dict[str, str] = field(default_factory=dict)
    _joined: dict[str, str] = field(default_factory=dict)
    _governments: dict[str, str] = field(default_factory=dict)
    _offices: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=lambda: defaultdict(list))
    _keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _adjectives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _editions: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def build(
        cls,
        entries: Iterable[Entry],
        language: str,
        morphology: Morphology,
        abbreviations: Mapping[str, Sequence[str]] | None = None,
        joined: Mapping[str, str] | None = None,
    ) -> "Lexicon":
        """Return the index of all names in `language` (and of acronyms in any language)."""
        lexicon = cls(morphology, {entry.entity.identifier: entry for entry in entries})
        for short, expansions in (abbreviations or {}).items():
            for expansion in expansions:
                lexicon.abbreviations.add(tokens_of(expansion, morphology), short)
        spelled = [
            (entry, name, tokens_of(name.text, morphology))
            for entry in lexicon.entries.values()
            for name in entry.entity.names
            if name.language == language or is_acronym(name.text)
        ]
        lexicon._learn_acronyms(spelled, language)
        for entry, name, tokens in spelled:
            lexicon._file(entry.entity, name, tokens)
        for entry in lexicon.entries.values():
            lexicon._file_relations(entry)
        known = ((part, lexicon._demonyms.get(whole)) for part, whole in (joined or {}).items())
        lexicon._joined.update({part: state for part, state in known if state})
        return lexicon

    def _learn_acronyms(self, spelled: Iterable[tuple[Entry, Name, tuple[Token, ...]]], language: str) -> None:
        """Let the acronym in this language stand for the long names, and for the acronyms in other languages."""
        rows = [row for row in spelled if row[0].entity.is_a(*_EXPANDABLE)]
        shorts: dict[str, str] = {}
        for entry, name, _ in sorted(rows, key=lambda row: row[1].language != language):
            if is_acronym(name.text) and name.kind is not NameKind.HIDDEN:
                shorts.setdefault(entry.entity.identifier, name.text)
        for entry, name, tokens in sorted(rows, key=lambda row: " " in shorts.get(row[0].entity.identifier, "")):
            short = shorts.get(entry.entity.identifier)
            if (
                short
                and name.text != short
                and (len(tokens) > 1 or is_acronym(name.text))
                and self._owns(tokens, short)
            ):
                self.abbreviations.add(tokens, short)

    def _owns(self, name: tuple[Token, ...], short: str) -> bool:
        """Return whether a name says whose the body is where its acronym does: "СБ ООН"."""
        owner = short.split()[1:]
        keys = {key for unit in self.abbreviations.units(name, naming=True) for key in unit.keys}
        return not owner or owner[-1] in keys

    def _file(self, entity: Entity, name: Name, tokens: tuple[Token, ...]) -> None:
        units = self.abbreviations.units(tokens, naming=True, proper=entity.is_a("Person"))
        if not units:
            return
        keys = tuple(unit.keys[0] for unit in units)
        self._file_keys(entity, name, tokens, keys)
        if len(units) == 1 and len(tokens) > 1:  # an acronym stands for all of it; its owner may still be written out
            rest = self.abbreviations.units(tokens[1:], naming=True)
            self._file_keys(entity, name, tokens, (name_key(tokens[0]), *(unit.keys[0] for unit in rest)))
        for owner in self.entries[entity.identifier].parents if entity.is_a("Post") else ():
            self._offices[owner].append((keys, entity.identifier))

    def _file_keys(self, entity: Entity, name: Name, tokens: tuple[Token, ...], keys: tuple[str, ...]) -> None:
        # "Резолюция 1325 (2000)" is read as a number in a list, with its body and all the others.
        if not (entity.symbol and bare_number().search(name.text)):
            self._names.add(keys, _filed(entity, name, tokens))
        if entity.identifier not in self._by_key[keys]:
            self._by_key[keys].append(entity.identifier)

    def _file_relations(self, entry: Entry) -> None:
        identifier = entry.entity.identifier
        for demonym in entry.demonyms:
            self._demonyms.setdefault(demonym.lower().replace("ё", "е"), identifier)
        if entry.capital:
            self._governments[entry.capital] = identifier
        if entry.entity.symbol:
            self._by_symbol.setdefault(fold_symbol(entry.entity.symbol), identifier)
        if entry.series:
            self._editions[entry.series].append(entry)

    def entity(self, identifier: str) -> Entity:
        """Return the known thing with this identifier."""
        return self.entries[identifier].entity

    def is_series(self, event: str) -> bool:
        """Return whether a known event is one that is held again and again, not a single one."""
        entry = self.entries.get(event)
        if entry is None or entry.series or not entry.entity.is_a("Event"):
            return False
        return entry.recurring or entry.date is None or event in self._editions

    def edition(self, series: str, *, year: str | None = None, place: str | None = None) -> Entity | None:
        """Return the one known edition of a series in a year or at a place."""
        found = [
            entry
            for entry in self._editions.get(series, ())
            if (year is None or (entry.date or "")[:4] == year) and (place is None or entry.place == place)
        ]
        return found[0].entity if len(found) == 1 else None

    def find(self, tokens: Sequence[Token], offset: int) -> Iterator[Match]:
        """Yield the longest known names in a sentence, left to right; `offset` is the index of its first token.

        A name that the record writes with a capital must have one in the text, but for the long name of an initiative:
        what is only proposed is often told in lower case.
        """
        units = self.abbreviations.units(tokens, offset)
        end = 0
        for position in self._names.starts(units):
            found = self._names.longest(units, position) if position >= end else None
            if found:
                first, last = units[position].first, units[found[0] - 1].last
                named = tokens[first - offset : last - offset]
                after = tokens[last - offset : last - offset + 1]
                opening = first == offset and len(tokens) > 1
                fits = (name.identifier for name in found[1] if self._fits(name, named, after, opening=opening))
                kept = tuple(dict.fromkeys(fits))
                if kept:
                    yield Match(first, last, kept)
                    end = found[0]

    def _fits(self, name: _Filed, named: Sequence[Token], after: Sequence[Token], *, opening: bool) -> bool:
        """Check what the keys leave open: capital, cases, number, what follows, and that one word may be read so."""
        whole = len(named) >= _WHOLE and self.entity(name.identifier).is_a("Initiative")
        if (name.capital and not whole and named[0].text[:1].islower()) or (name.shortened and _goes_on(after)):
            return False
        if len(named) == 1:
            return self._reads_alone(name.identifier, named[0], opening=opening)
        if name.governs and _has_subject(named):
            return False
        return name.plural or _numbers(named) != {"Plur"} or self.entity(name.identifier).is_a("Person")

    def _reads_alone(self, identifier: str, word: Token, *, opening: bool) -> bool:
        """Return whether a single word may be read as a name.

        It is not a plural that the name lacks ("Ливанов"), at the start of a sentence no pronoun ("Того"), and a word
        that the dictionary has is found by its stem only where it may be a surname ("Токаев").
        """
        if not word.analyses or is_acronym(word.text) or self.entity(identifier).is_a("Person"):
            return True
        best = word.analyses[0]
        if not best.certain:
            return True
        if best.part not in _NAMING and best.form != "Attr":
            return not opening and word.text == self.entity(identifier).label
        single = self._single_words(identifier)
        numbers = {a.number for a in word.analyses if a.certain and a.lemma in single}
        return bool(numbers) and (
            numbers != {"Plur"} or any(single[a.lemma] for a in word.analyses if a.lemma in single)
        )

    def _single_words(self, identifier: str) -> dict[str, bool]:
        """Return the keys of the names of one word, each with whether the name is a plural."""
        names = (name.text for name in self.entity(identifier).names if " " not in name.text)
        return {key: self._is_plural(name) for name in names for key in self.key(name)}

    def _is_plural(self, name: str) -> bool:
        return all(analysis.number == "Plur" for analysis in self.morphology.analyse(name) if analysis.case == "Nom")

    def identify(self, name: str) -> tuple[str, ...]:
        """Return the known things that have exactly these words as a name."""
        return self.keyed(self.key(name))

    def keyed(self, key: tuple[str, ...]) -> tuple[str, ...]:
        """Return the known things that have a name with these keys."""
        return tuple(self._by_key.get(key, ()))

    def named(self, name: str) -> Entity | None:
        """Return the one known thing with this name, written in the nominative."""
        found = self.identify(name)
        return self.entity(found[0]) if len(found) == 1 else None

    def key(self, name: str) -> tuple[str, ...]:
        """Return the words of a name as keys that are the same in every case, long or short."""
        known = self._keys.get(name)
        if known is None:
            units = self.abbreviations.units(tokens_of(name, self.morphology), naming=True)
            known = self._keys[name] = tuple(unit.keys[0] for unit in units)
        return known

    def belongs(self, identifier: str, owner: str) -> bool:
        """Return whether a known thing is a part or an organ of another, at any depth."""
        seen = [identifier]
        for part in seen:
            seen += (parent for parent in self.entries[part].parents if parent in self.entries and parent not in seen)
        return owner in seen

    def offices(self, organization: str, name: str) -> tuple[str, ...]:
        """Return the offices of an organisation whose name begins with these words."""
        key = self.key(name)
        found = (identifier for keys, identifier in self._offices[organization] if keys[: len(key)] == key)
        return tuple(dict.fromkeys(found))

    def by_symbol(self, symbol: str) -> Entity | None:
        """Return the known instrument with this symbol."""
        identifier = self._by_symbol.get(fold_symbol(symbol))
        return self.entity(identifier) if identifier else None

    def states_of(self, token: Token) -> tuple[str, ...]:
        """Return the states that a word, read as an adjective, speaks of; worked out once for each form."""
        known = self._adjectives.get(token.text)
        if known is None:
            lemma = next((analysis.lemma for analysis in token.analyses if analysis.part == "ADJ"), None)
            known = self._adjectives[token.text] = self.demonym(lemma) if lemma else ()
        return known

    def demonym(self, lemma: str) -> tuple[str, ...]:
        """Return the states an adjective speaks of: "российско-китайский" gives two, in their order."""
        *parts, last = lemma.lower().split("-")
        states = [*(self._joined_demonym(part) for part in parts), self._demonyms.get(last)]
        return tuple(state for state in states if state) if all(states) else ()

    def _joined_demonym(self, part: str) -> str | None:
        """Return the state of the first half of a compound: "российско", "американо" → the shortest that begins so."""
        if part in self._joined or part in self._demonyms:
            return self._joined.get(part) or self._demonyms[part]
        wholes = sorted((full for full in self._demonyms if part.endswith("о") and full.startswith(part[:-1])), key=len)
        return self._demonyms[wholes[0]] if wholes else None

    def government(self, place: str) -> str | None:
        """Return the state whose capital a place is."""
        return self._governments.get(place)


def _has_subject(tokens: Sequence[Token]) -> bool:
    """Return whether a word after the head can only stand in the nominative."""
    nouns = (index for index, t in enumerate(tokens) if t.analyses and t.analyses[0].part in _NAMING)
    head = next(nouns, len(tokens))
    return any(t.analyses.cases == {"Nom"} for t in tokens[head + 1 :])


def _goes_on(after: Sequence[Token]) -> bool:
    """Return whether a name goes on with a genitive in lower case."""
    return any(t.text.islower() and bool(t.analyses) and t.analyses[0].case == "Gen" for t in after)


def _filed(entity: Entity, name: Name, tokens: Sequence[Token]) -> _Filed:
    longer = (other.text for other in entity.names if other.text.startswith(f"{name.text} "))
    return _Filed(
        entity.identifier,
        capital=name.text[:1].isupper() and not is_roman(tokens[0].text),
        plural=not is_acronym(tokens[0].text) and "Sing" not in _numbers(tokens, "Nom"),
        governs=entity.is_a(*_EXPANDABLE, "Event") and not _has_subject(tokens),
        shortened=any(text[len(name.text) + 1].islower() for text in longer),
    )


def _numbers(tokens: Sequence[Token], *cases: str) -> set[str | None]:
    """Return the numbers that the head of a name may have (in one of `cases`, where any are given)."""
    head = next((t for t in tokens if t.analyses and t.analyses[0].part in _NAMING), None)
    readings = head.analyses if head is not None and not is_acronym(head.text) else ()
    return {a.number for a in readings if a.certain and a.part in _NAMING and (not cases or a.case in cases)}


def fold_symbol(symbol: str) -> str:
    """Return a document symbol without spaces and in capitals, for comparison."""
    return re.sub(r"\s+", "", symbol).upper()
