"""What extraction finds beside what a golden text expects, item by item."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from comity.evaluation.notation import Gold
from comity.graph import Extraction
from comity.mentions import find_mentions
from comity.model import Date, Entity, Mention, Span, Statement, Value
from comity.pipeline import extract, knowledge

__all__ = ["Item", "Outcome", "compare", "score"]

_UNJUDGED = frozenset(("mentions", "about", "symbol", "expresses"))
"""Predicates that follow from the annotation of the mentions; they count only where a text lists them."""


class Outcome(StrEnum):
    """Expected and there; expected and not there; there and not expected."""

    FOUND = "found"
    MISSED = "missed"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Item:
    """One mention or statement, expected or found. `said` tells it from others, `words` are those it was found in."""

    outcome: Outcome
    said: str
    words: str = ""

    @property
    def is_statement(self) -> bool:
        """Whether it is a statement, not a mention."""
        return " | " in self.said

    @property
    def kind(self) -> str:
        """The predicate of a statement; of a mention, the folder of identifiers it belongs to."""
        return self.said.split(" | ")[1] if self.is_statement else self.said.replace("/", ":").partition(":")[0]


def score(golds: Mapping[str, Gold], engine: str = "auto", ner: str = "off") -> dict[str, tuple[Item, ...]]:
    """Return the items of every text; `engine` chooses the Russian morphology, `ner` the helper for unknown names."""
    return {name: compare(gold, extract(gold.source, engine, ner), engine) for name, gold in golds.items()}


def compare(gold: Gold, extraction: Extraction, engine: str = "auto") -> tuple[Item, ...]:
    """Return what was expected, found or missed, and what was found besides: mentions first, then statements."""
    return (*_mentions(gold, extraction, engine), *_statements(gold, extraction))


def _mentions(gold: Gold, extraction: Extraction, engine: str) -> Iterator[Item]:
    own, found = extraction.own, list(_found_mentions(extraction, engine))
    for span, reference in gold.marks:
        there = any(place == span and _means(reference, what, own) for place, what, _ in found)
        words = span.of(gold.text)
        yield Item(Outcome.FOUND if there else Outcome.MISSED, f"{reference} «{words}»", words)
    for place, what, certain in found:
        if certain and not any(span.contains(place) and _means(r, what, own) for span, r in gold.marks):
            yield Item(Outcome.WRONG, f"{_shown(what)} «{place.of(gold.text)}»", place.of(gold.text))


def _found_mentions(extraction: Extraction, engine: str) -> Iterator[tuple[Span, Entity | Date, bool]]:
    """Yield place and meaning of every mention, and whether it singles something out, so that gold must have it."""
    reading = extraction.reading
    known = knowledge(extraction.document.language, engine)
    mentions = find_mentions(reading, known.lexicon, known.patterns)
    found: list[tuple[Mention, Entity | Date, bool]] = [(each, each.date, True) for each in mentions if each.date]
    named = ((link.mention, link.entity) for link in extraction.links if link.entity)
    found += [(mention, entity, mention.specific or entity.known) for mention, entity in named]
    for mention, what, certain in found:
        spans = extraction.document.locate(reading.span(mention.first, mention.last))
        yield Span(spans[0].start, spans[-1].end), what, certain


def _statements(gold: Gold, extraction: Extraction) -> Iterator[Item]:
    own, found = extraction.own, extraction.statements
    for row in gold.said:
        words = next((_quote(statement, gold.text) for statement in found if _fits(row, statement, own)), None)
        yield Item(Outcome.MISSED if words is None else Outcome.FOUND, " | ".join(row), words or "")
    for statement in found:
        unexpected = statement.predicate not in _UNJUDGED and not any(_fits(row, statement, own) for row in gold.said)
        forbidden = any(_fits(row, statement, own) for row in gold.unsaid) or statement.rule in gold.silent
        if unexpected or forbidden:
            said = (_shown(statement.subject), statement.predicate, _shown(statement.object), statement.kind or "")
            yield Item(
                Outcome.WRONG, " | ".join(said).rstrip(" |"), f"{_quote(statement, gold.text)} by {statement.rule}"
            )


def _quote(statement: Statement, text: str) -> str:
    return f"«{' … '.join(' '.join(span.of(text).split()) for span in statement.spans)}»"


def _fits(row: tuple[str, ...], statement: Statement, own: Entity | None) -> bool:
    subject, predicate, object_, kind, speaker = (*row, *("*",) * (5 - len(row)))
    return (
        predicate == statement.predicate
        and _means(subject, statement.subject, own)
        and _means(object_, statement.object, own)
        and kind in {"*", statement.kind or ""}
        and (statement.speaker is None if not speaker else _means(speaker, statement.speaker or Value("*"), own))
    )


def _means(reference: str, what: Entity | Value | Date, own: Entity | None) -> bool:
    """Return whether a reference of the notation stands for this thing."""
    if reference == "*":
        return True
    if isinstance(what, Date):
        return reference == _shown(what)
    if isinstance(what, Value):
        return reference == what.text
    if reference in {"own", "instrument:own"}:
        return what == own
    folder, _, rest = what.identifier.partition("/")
    type_, _, key = reference.partition(":")
    return type_ == folder and (type_ == "document" or key in {"*", rest, what.symbol, what.label.replace("ё", "е")})


def _shown(what: Entity | Value | Date) -> str:
    if isinstance(what, Entity):
        return what.identifier
    return what.text if isinstance(what, Value) else "date:" + "/".join(day for day in (what.start, what.end) if day)
