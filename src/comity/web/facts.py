"""What the graph says of one resource: every triple once, with where it comes from and what it rests on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from comity.namespaces import COMITY, RDF, RDFS, SKOS
from comity.store import Row, Term
from comity.web.evidence import Evidence
from comity.web.terms import iri

__all__ = ["Fact", "Origin", "described", "incoming", "inverses_of", "outgoing"]

Origin = Literal["document", "evidence", "reference", "ontology", "inferred", "analytics"]
End = tuple[str, Term]
"""A property and what stands at its other end."""

_ORIGINS: Mapping[str, Origin] = {
    "/evidence": "evidence",
    "/graph/reference": "reference",
    "/graph/ontology": "ontology",
    "/graph/inferred": "inferred",
    "/graph/analytics": "analytics",
}
_SHOWN_ELSEWHERE = frozenset({RDF.type, RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, COMITY.sourceText})
"""What the head of a page shows, or the page of the document."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A triple of the resource at hand, seen from it: the property, the other end, its origins and its evidence."""

    predicate: str
    other: Term
    origins: tuple[Origin, ...]
    evidence: tuple[Evidence, ...]

    @property
    def is_inferred(self) -> bool:
        """Whether no document and no record says it, only rules."""
        return self.origins == ("inferred",) and not self.evidence


def described(rows: Iterable[Row], predicate: str) -> list[Term]:
    """Return the distinct objects of one property."""
    return list(dict.fromkeys(row["object"] for row in rows if iri(row["predicate"]) == predicate))


def inverses_of(rows: Iterable[Row]) -> dict[str, str]:
    """Return property to inverse from the rows of ``queries/web/inverses.rq``."""
    return {iri(row["property"]): iri(row["inverse"]) for row in rows}


def outgoing(
    rows: Iterable[Row], as_subject: Iterable[Evidence], as_object: Iterable[Evidence], inverses: Mapping[str, str]
) -> list[Fact]:
    """Return the facts with the resource as their subject.

    A fact that is the inverse of an extracted one shows the evidence of that one.
    """
    forward = _by_end(as_subject, lambda evidence: (evidence.predicate, evidence.object))
    backward = _by_end(as_object, lambda evidence: (evidence.predicate, evidence.subject))
    return [
        Fact(
            predicate,
            other,
            origins,
            (*forward.get((predicate, other), ()), *backward.get((inverses.get(predicate, ""), other), ())),
        )
        for (predicate, other), origins in _origins(rows, "object").items()
        if predicate not in _SHOWN_ELSEWHERE
    ]


def incoming(
    rows: Iterable[Row], as_object: Iterable[Evidence], inverses: Mapping[str, str], said: Iterable[Fact]
) -> list[Fact]:
    """Return the facts with the resource as their object, without those whose inverse is `said` already."""
    known = {(fact.predicate, fact.other) for fact in said}
    by_end = _by_end(as_object, lambda evidence: (evidence.predicate, evidence.subject))
    return [
        Fact(predicate, other, origins, tuple(by_end.get((predicate, other), ())))
        for (predicate, other), origins in _origins(rows, "subject").items()
        if (inverses.get(predicate, ""), other) not in known
    ]


def _by_end(evidence: Iterable[Evidence], end: Callable[[Evidence], End]) -> dict[End, list[Evidence]]:
    grouped: dict[End, list[Evidence]] = {}
    for found in evidence:
        grouped.setdefault(end(found), []).append(found)
    return grouped


def _origins(rows: Iterable[Row], other: str) -> dict[End, tuple[Origin, ...]]:
    found: dict[End, set[Origin]] = {}
    for row in rows:
        found.setdefault((iri(row["predicate"]), row[other]), set()).add(_origin(iri(row["graph"])))
    return {end: tuple(sorted(origins)) for end, origins in found.items()}


def _origin(graph: str) -> Origin:
    return next((origin for ending, origin in _ORIGINS.items() if graph.endswith(ending)), "document")
