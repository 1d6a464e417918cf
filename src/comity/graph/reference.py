"""Authority records: Turtle of `data/reference` as quads, and as entries of the lexicon."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from comity import resources
from comity.errors import ReferenceDataError
from comity.lexicon import Entry
from comity.model import Entity, Name, NameKind
from comity.namespaces import BASE, COMITY, RDF, RDFS, SKOS

__all__ = ["reference_entries", "reference_triples"]

_RESOURCES = f"{BASE}id/"
_NAME_KINDS = {SKOS[kind.value]: kind for kind in NameKind}
_PARENTS = frozenset((COMITY.partOf, COMITY.postIn))


@cache
def reference_triples(folder: Path | None = None) -> tuple[ox.Triple, ...]:
    """Return the triples of all records, `rdfs:label` added from the preferred names, in a fixed order.

    Raises:
        ReferenceDataError: a file is not valid Turtle.
    """
    triples: list[ox.Triple] = []
    for file in sorted((folder or resources.path("data/reference")).glob("*.ttl")):
        try:
            parsed = list(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=_RESOURCES))
        except (SyntaxError, ValueError) as error:
            raise ReferenceDataError(f"{file.name}: {error}") from error
        triples += (quad.triple for quad in parsed)
    label, preferred = ox.NamedNode(RDFS.label), ox.NamedNode(SKOS.prefLabel)
    triples += [ox.Triple(t.subject, label, t.object) for t in triples if t.predicate == preferred]
    return tuple(sorted(set(triples), key=str))


def reference_entries(triples: Iterable[ox.Triple]) -> Iterator[Entry]:
    """Yield the lexicon entry of every named record, in the order of their identifiers."""
    facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            facts[triple.subject.value][triple.predicate.value].append(triple.object)
    for iri in sorted(facts):
        names = tuple(_names(facts[iri]))
        types = tuple(value.value[len(COMITY.iri) :] for value in facts[iri][RDF.type] if value.value in COMITY)
        if names and types and iri.startswith(_RESOURCES):
            yield _entry(iri[len(_RESOURCES) :], types, names, facts[iri])


def _names(facts: dict[str, list[ox.NamedNode | ox.Literal]]) -> Iterator[Name]:
    for predicate, kind in _NAME_KINDS.items():
        for value in facts[predicate]:
            if isinstance(value, ox.Literal) and value.language:
                yield Name(value.value, value.language, kind)


def _entry(
    identifier: str, types: tuple[str, ...], names: tuple[Name, ...], facts: dict[str, list[ox.NamedNode | ox.Literal]]
) -> Entry:
    def identifiers(predicate: str) -> tuple[str, ...]:
        return tuple(v.value[len(_RESOURCES) :] for v in facts[predicate] if v.value.startswith(_RESOURCES))

    def first(predicate: str) -> str | None:
        return next((value.value for value in facts[predicate]), None)

    ordered = tuple(sorted(names, key=lambda name: (list(NameKind).index(name.kind), name.language != "ru", name.text)))
    return Entry(
        Entity(identifier, types, ordered, known=True, symbol=first(COMITY.symbol)),
        parents=tuple(parent for predicate in sorted(_PARENTS) for parent in identifiers(predicate)),
        demonyms=tuple(value.value for value in facts[COMITY.demonym]),
        capital=next(iter(identifiers(COMITY.capital)), None),
        date=first(COMITY.date),
        adopter=next(iter(identifiers(COMITY.adoptedBy)), None),
        series=next(iter(identifiers(COMITY.editionOf)), None),
        place=next(iter(identifiers(COMITY.place)), None),
        recurring=first(COMITY.periodicity) is not None,
    )
