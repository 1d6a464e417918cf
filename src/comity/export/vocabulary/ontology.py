"""What the ontology states of its terms, and what follows from that; no language is spoken here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from comity.export.vocabulary.triples import Triples

__all__ = ["OWN", "Ends", "Ontology"]

OWN = "comity:"
_AREA = re.compile(r"^# -{10,} (?P<area>.+)$|^(?P<term>comity:\w+) a ", re.MULTILINE)
_SUPER = ("rdfs:subClassOf", "rdfs:subPropertyOf")
_OTHER_SIDE = {"domain": "range", "range": "domain"}


@dataclass(frozen=True, slots=True)
class Ends:
    """From what, or to what, a property leads.

    Args:
        classes: classes or datatypes, any of which will do.
        always: true of every use, so that a reasoner draws types from it; otherwise what is to be expected.
        through: the property it follows from, "" where it is stated of the property itself.
        facets: restrictions of a datatype, such as ``("xsd:minInclusive", "0.0")``.
    """

    classes: tuple[str, ...] = ()
    always: bool = False
    through: str = ""
    facets: tuple[tuple[str, str], ...] = ()


class Ontology:
    """The terms of ``comity.ttl``, with what the alignments say of them.

    Args:
        turtle: the file itself; its comments name the areas.
        triples: of that file and of whatever else is told.
    """

    def __init__(self, turtle: Path, triples: Triples) -> None:
        self.triples = triples
        self.areas = _areas(turtle.read_text(encoding="utf-8"))

    @cached_property
    def iri(self) -> str:
        """The name of the ontology itself."""
        return self.triples.of_type("owl:Ontology")[0]

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """Our classes, in the order of the file."""
        return tuple(name for name in self.triples.of_type("owl:Class") if name.startswith(OWN))

    @cached_property
    def object_properties(self) -> tuple[str, ...]:
        """Our properties that lead to resources."""
        return tuple(name for name in self.triples.of_type("owl:ObjectProperty") if name.startswith(OWN))

    @cached_property
    def properties(self) -> tuple[str, ...]:
        """Our properties, in the order of the file."""
        ours = {*self.object_properties, *self.triples.of_type("owl:DatatypeProperty")}
        return tuple(term for terms in self.areas.values() for term in terms if term in ours)

    def parents(self, term: str) -> tuple[str, ...]:
        """Return our classes or properties that a term is directly below."""
        found = (name for predicate in _SUPER for name in self.triples.objects(term, predicate))
        return tuple(name for name in found if name.startswith(OWN))

    def children(self, term: str) -> tuple[str, ...]:
        """Return our classes or properties directly below a term."""
        return tuple(name for predicate in _SUPER for name in self.triples.pointing(predicate, term))

    def ancestors(self, term: str) -> tuple[str, ...]:
        """Return all our terms above a term, the nearest first."""
        found: dict[str, None] = {}
        for parent in self.parents(term):
            found |= dict.fromkeys((parent, *self.ancestors(parent)))
        return tuple(found)

    def inverses(self, term: str) -> tuple[str, ...]:
        """Return the properties that say the same the other way round, whichever of the two states it."""
        return (*self.triples.objects(term, "owl:inverseOf"), *self.triples.pointing("owl:inverseOf", term))

    def disjoint(self, term: str) -> tuple[str, ...]:
        """Return the classes that are stated to share no individual with a class."""
        triples = self.triples
        lists = (
            triples.members(head)
            for axiom in triples.of_type("owl:AllDisjointClasses")
            for head in triples.objects(axiom, "owl:members")
        )
        stated = {*triples.objects(term, "owl:disjointWith"), *triples.pointing("owl:disjointWith", term)}
        stated |= {other for members in lists if term in members for other in members}
        return tuple(name for name in self.classes if name in stated - {term})

    def ends(self, term: str, side: str) -> Ends:
        """Return from what (``domain``) or to what (``range``) a property leads.

        Where it is not stated, it follows from the inverse property, or else from the one above.
        """
        stated = self._stated(term, side)
        if stated.classes:
            return stated
        others = [(name, self._stated(name, _OTHER_SIDE[side])) for name in self.inverses(term)]
        others += [(name, self.ends(name, side)) for name in self.parents(term)]
        for name, ends in others:
            if ends.classes:
                return Ends(ends.classes, ends.always, name, ends.facets)
        return stated

    def uses(self, class_: str, side: str) -> tuple[str, ...]:
        """Return the properties that lead from (``domain``) or to (``range``) this very class."""
        return tuple(name for name in self.properties if class_ in self.ends(name, side).classes)

    def _stated(self, term: str, side: str) -> Ends:
        triples = self.triples
        for expression in triples.objects(term, f"rdfs:{side}"):
            unions = triples.objects(expression, "owl:unionOf")
            datatypes = triples.objects(expression, "owl:onDatatype")
            named = (expression,) if not triples.is_anonymous(expression) else datatypes
            classes = triples.members(unions[0]) if unions else named
            return Ends(classes, always=True, facets=self._facets(expression))
        return Ends(triples.objects(term, f"dcam:{side}Includes"))

    def _facets(self, datatype: str) -> tuple[tuple[str, str], ...]:
        triples = self.triples
        return tuple(
            value
            for head in triples.objects(datatype, "owl:withRestrictions")
            for facet in triples.members(head)
            for value in triples.facets(facet)
        )


def _areas(turtle: str) -> Mapping[str, tuple[str, ...]]:
    """Return the terms below each heading of the file; headings without terms are left out."""
    areas: dict[str, list[str]] = {}
    area = ""
    for found in _AREA.finditer(turtle):
        if found["term"]:
            areas.setdefault(area, []).append(found["term"])
        else:
            area = found["area"]
    return {name: tuple(terms) for name, terms in areas.items()}
