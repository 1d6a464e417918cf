"""What one document tells of a thing that it names: enough to compare it with the things of other documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from comity.lexicon import Lexicon
from comity.matching.words import Spelling, spell
from comity.model import Document, Entity, Link, Reading, Span, Statement, Value

__all__ = ["Place", "Profile", "known_profiles", "profiles"]

_COMPARED = frozenset(("organization", "body", "initiative", "event", "post", "person", "instrument"))
_OWNERS = frozenset(("partOf", "postIn", "represents"))
_COMPANY = frozenset(("place", "adoptedBy", "holdsPost", "editionOf"))
_COMPANY_OF_OBJECT = frozenset(("proposes", "hosts", "organizes", "establishes"))
_CONTEXT = 40
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a document's stored text, with some before and after them."""

    document: str
    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A thing as one document knows it; `document` is empty for the reference data.

    `aliases` are acronyms the text uses for it. `owners` are the nearest known things it is a part of, `above` all
    known ones, `near` those right above it, known or not. `company` tells by other things which of its name it is.
    """

    document: str
    language: str
    entity: Entity
    spellings: tuple[Spelling, ...]
    aliases: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    place: Place | None = None

    @property
    def folder(self) -> str:
        """The folder of identifiers that the thing belongs to."""
        return self.entity.identifier.partition("/")[0]

    @property
    def anchored(self) -> bool:
        """Whether the document tells more of the thing than its name: whose it is, when it was, its symbol."""
        return bool(self.owners or self.near or self.dates or self.entity.symbol)


def profiles(
    reading: Reading, links: Iterable[Link], statements: Iterable[Statement], lexicon: Lexicon
) -> tuple[Profile, ...]:
    """Return what a document tells of the things that may be compared, in the order of their identifiers.

    Known things are there for the names that the document gives them.
    """
    stated = tuple(statements)
    facts = _Facts(stated, lexicon)
    told = {value.identifier for each in stated for value in (each.subject, each.object) if isinstance(value, Entity)}
    named: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.entity is not None and link.entity.identifier in told and _is_compared(link.entity):
            named[link.entity.identifier].append(link)
    return tuple(_profile(named[identifier], reading, facts, lexicon) for identifier in sorted(named))


def _is_compared(entity: Entity) -> bool:
    return entity.identifier.partition("/")[0] in _COMPARED


def known_profiles(lexicon: Lexicon, language: str) -> Iterator[Profile]:
    """Yield what the reference data tell of things that a new name may mean, by their names in one language."""
    for entry in lexicon.entries.values():
        if _is_compared(entry.entity):
            above = frozenset(_above(entry.parents, lexicon))
            owners = frozenset(entry.parents)
            names = tuple(dict.fromkeys(name.text for name in entry.entity.names if name.language == language))
            spellings = tuple(spell(name, language, lexicon, recorded=True) for name in names if " " in name)
            dates = frozenset((entry.date,)) if entry.date else frozenset[str]()
            yield Profile("", language, entry.entity, spellings, frozenset(), owners, above, owners, dates)


def _profile(links: list[Link], reading: Reading, facts: "_Facts", lexicon: Lexicon) -> Profile:
    document = reading.document
    entity = next(link.entity for link in links if link.entity is not None)
    full = [link for link in links if link.mention.specific and link.mention.rule != "short-form"] or links
    surfaces = [reading.text(link.mention.first, link.mention.last) for link in full]
    labels = _recorded(entity, surfaces, lexicon) if entity.known else [name.text for name in entity.names]
    texts = {reading.text(link.mention.first, link.mention.last) for link in links}
    best = max(full, key=lambda link: (link.mention.last - link.mention.first, -link.mention.first))
    return Profile(
        document.source.identifier,
        document.language,
        entity,
        tuple(
            spell(label, document.language, lexicon, person=entity.is_a("Person"))
            for label in labels
            if label != entity.symbol
        ),
        frozenset(text for text in texts if text.isupper() and text.isalpha() and len(text) >= _SHORTEST),
        *facts.owners(entity.identifier),
        frozenset(facts.dates[entity.identifier]),
        frozenset(facts.company[entity.identifier]),
        _place(best, reading, document),
    )


def _recorded(entity: Entity, surfaces: Iterable[str], lexicon: Lexicon) -> list[str]:
    """Return which names of a record a text uses, in the nominative; words that are none of them stay out."""
    used = {lexicon.key(surface) for surface in surfaces}
    return [name.text for name in entity.names if lexicon.key(name.text) in used]


def _place(link: Link, reading: Reading, document: Document) -> Place:
    text = document.source.text
    spans = document.locate(reading.span(link.mention.first, link.mention.last))
    span = Span(spans[0].start, spans[-1].end)
    before, after = text[max(span.start - _CONTEXT, 0) : span.start], text[span.end : span.end + _CONTEXT]
    return Place(document.source.identifier, span, span.of(text), before, after)


class _Facts:
    """The statements of a document by the thing they tell apart from others."""

    def __init__(self, statements: Iterable[Statement], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._parents: Mapping[str, set[str]] = defaultdict(set)
        self.dates: Mapping[str, set[str]] = defaultdict(set)
        self.company: Mapping[str, set[str]] = defaultdict(set)
        for statement in statements:
            if statement.modality != "negated":
                self._file(statement)

    def _file(self, statement: Statement) -> None:
        subject, predicate, value = statement.subject.identifier, statement.predicate, statement.object
        if isinstance(value, Value):
            if predicate == "date":
                self.dates[subject].add(value.text)
        elif predicate in _OWNERS:
            self._parents[subject].add(value.identifier)
        elif predicate in _COMPANY:
            self.company[subject].add(f"{predicate} {value.identifier}")
        elif predicate in _COMPANY_OF_OBJECT:
            self.company[value.identifier].add(f"{predicate} {subject}")

    def owners(self, identifier: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Return the nearest known owners, all known ones, and those right above."""
        nearest: set[str] = set()
        seen: set[str] = set()
        pending = set(self._parents.get(identifier, ()))
        while pending:
            owner = pending.pop()
            if owner in seen:
                continue
            seen.add(owner)
            if owner in self._lexicon.entries:
                nearest.add(owner)
            else:
                pending |= self._parents.get(owner, set())
        near = frozenset(self._parents.get(identifier, ()))
        return frozenset(nearest), frozenset(_above(nearest, self._lexicon)), near


def _above(owners: Iterable[str], lexicon: Lexicon) -> set[str]:
    """Return known things and all that they are parts of."""
    seen: set[str] = set()
    pending = list(owners)
    while pending:
        owner = pending.pop()
        if owner not in seen:
            seen.add(owner)
            entry = lexicon.entries.get(owner)
            pending += entry.parents if entry else ()
    return seen
