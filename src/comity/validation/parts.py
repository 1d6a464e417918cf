"""The data in parts: what each document says, with as much of the surroundings as the shapes look at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice

import pyoxigraph as ox
from rdflib import SH, Graph, URIRef

from comity.namespaces import BASE, RDF, RDFS
from comity.validation.terms import Term, name_of

__all__ = ["Part", "arrange", "parts"]

_FACTS = ox.DefaultGraph()
_EVIDENCE = "/evidence"
_SHARED = frozenset({"reference", "ontology", "identity", "analytics", "unnamed"})
_UNNAMED = ox.NamedNode(f"{BASE}graph/unnamed")
_TYPE = ox.NamedNode(RDF.type)
_SUBCLASS = ox.NamedNode(RDFS.subClassOf)
_NOT_FOLLOWED = frozenset({_TYPE, ox.NamedNode(RDF.predicate)})
"""Predicates whose objects are terms of the ontology, not resources to look at."""

_HUB = 500
"""A resource with more facts than this is a hub: every document of a large graph speaks of the same few of these."""

_CROWD, _FEW = 50, 2
"""Of a property of a hub with more than the first number of values, the second number is shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """The triples of one graph with their context, the resources it speaks of, and the document it comes from.

    `document` is an IRI, or empty for a graph that is not a document's. `stated` are the subjects and objects, as
    names, of the triples that are its own.
    """

    document: str
    owned: frozenset[str]
    stated: frozenset[tuple[str, str]]
    triples: tuple[ox.Triple, ...]

    def digest(self, shapes: str) -> str:
        """Return a digest of all that the verdict of the shapes (of this digest) rests on."""
        lines = (shapes, self.document, *sorted(self.owned), "", *sorted(map(str, self.triples)))
        return sha256("\n".join(lines).encode()).hexdigest()


def arrange(quads: Iterable[ox.Quad], ontology: Iterable[ox.Triple]) -> ox.Store:
    """Return the quads as the endpoint shows them: named graphs, and the union of the facts as default graph.

    Quads outside any graph count only where there is no named graph at all. The ontology joins the facts when the
    data has no ontology graph of its own.
    """
    store = ox.Store()
    store.bulk_extend(quads)
    if not _names(store):
        store.bulk_extend([_in(_UNNAMED, quad.triple) for quad in store])
    store.clear_graph(_FACTS)
    names = _names(store)
    for name in names:
        if not name.endswith(_EVIDENCE):
            store.bulk_extend([_in(_FACTS, triple) for triple in _triples(store, ox.NamedNode(name))])
    if not any(name.endswith("/graph/ontology") for name in names):
        store.bulk_extend(_in(_FACTS, triple) for triple in ontology)
    return store


def documents(store: ox.Store) -> Iterator[tuple[ox.Quad, ...]]:
    """Yield the facts and the evidence of each document, in the order of their names."""
    for name in sorted(name for name in _names(store) if name.endswith(_EVIDENCE)):
        graphs = (ox.NamedNode(name.removesuffix(_EVIDENCE)), ox.NamedNode(name))
        yield tuple(quad for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph))


def parts(store: ox.Store, shapes: Graph) -> Iterator[Part]:
    """Yield the parts of an arranged store in the order of their names.

    Every named graph is one, together with its evidence graph. Inferred triples are context, not a part: they
    follow from facts that are validated, by rules that are tested.
    """
    pointing = frozenset(ox.NamedNode(str(predicate)) for predicate in shapes.objects(None, SH.targetObjectsOf))
    hierarchy = _triples(store, _FACTS, _SUBCLASS)
    named = {ox.NamedNode(str(term)) for term in shapes.objects() if isinstance(term, URIRef)}
    facts = _Facts(store, (*(named | {_TYPE}),))
    for name in sorted({name.removesuffix(_EVIDENCE) for name in _names(store)}):
        if not name.endswith("/graph/inferred"):
            yield _part(facts, name, pointing, hierarchy)


@dataclass(frozen=True, slots=True)
class _Facts:
    """The facts of an arranged store; `terms` are IRIs, among them the predicates that the shapes look at."""

    store: ox.Store
    terms: tuple[ox.NamedNode, ...]
    outlines: dict[Term, set[ox.Triple]] = field(default_factory=dict)

    def about(self, nodes: Iterable[Term]) -> set[ox.Triple]:
        """Return the facts about some nodes, those about a hub in outline."""
        return {triple for node in nodes if not isinstance(node, ox.Literal) for triple in self._shown(node)}

    def between(self, triples: Iterable[ox.Triple]) -> set[ox.Triple]:
        """Return whatever else joins a subject to an object among these, where the subject is a hub."""
        hubs = (triple for triple in triples if triple.subject in self.outlines)
        return {
            quad.triple
            for triple in hubs
            for quad in self.store.quads_for_pattern(triple.subject, None, triple.object, _FACTS)
        }

    def classes(self, nodes: Iterable[Term]) -> set[ox.Triple]:
        """Return the classes of some nodes."""
        resources = (node for node in nodes if not isinstance(node, ox.Literal))
        return {quad.triple for node in resources for quad in self.store.quads_for_pattern(node, _TYPE, None, _FACTS)}

    def _shown(self, node: ox.NamedNode | ox.BlankNode | ox.Triple) -> set[ox.Triple]:
        if node in self.outlines:
            return self.outlines[node]
        shown = self._first(node, None, _HUB + 1)
        if len(shown) > _HUB:
            shown = set()
            for predicate in self.terms:
                found = self._first(node, predicate, _CROWD + 1)
                shown |= found if len(found) <= _CROWD else self._first(node, predicate, _FEW)
            self.outlines[node] = shown
        return shown

    def _first(
        self, node: ox.NamedNode | ox.BlankNode | ox.Triple, predicate: ox.NamedNode | None, count: int
    ) -> set[ox.Triple]:
        quads = self.store.quads_for_pattern(node, predicate, None, _FACTS)
        return {quad.triple for quad in islice(quads, count)}


def _part(facts: _Facts, name: str, pointing: frozenset[ox.NamedNode], hierarchy: set[ox.Triple]) -> Part:
    evidence = _triples(facts.store, ox.NamedNode(name + _EVIDENCE))
    own = evidence | _triples(facts.store, ox.NamedNode(name))
    subjects: set[Term] = {triple.subject for triple in own}
    owned = subjects | {triple.object for triple in own if triple.predicate in pointing}
    stated = frozenset((name_of(triple.subject), str(triple.object)) for triple in own)
    triples = _surroundings(facts, subjects, own) | hierarchy
    return Part(_document(name), frozenset(map(name_of, owned)), stated, tuple(sorted(triples, key=str)))


def _surroundings(facts: _Facts, subjects: set[Term], own: set[ox.Triple]) -> set[ox.Triple]:
    """Return all about the subjects and about what they name, and the classes of what that names in turn.

    Shapes look no further: at any property of a neighbour, at the class of a neighbour's neighbour. A hub, such as a
    state whose every vote is known, is shown with what is stated here and with a few values of each property.
    """
    near = facts.about(subjects) | own
    near |= facts.between(own)
    neighbours = _named_in(near) - subjects
    further = facts.about(neighbours)
    classes = facts.classes(_named_in(further) - subjects - neighbours)
    return near | further | classes


def _named_in(triples: Iterable[ox.Triple]) -> set[Term]:
    return {triple.object for triple in triples if triple.predicate not in _NOT_FOLLOWED}


def _names(store: ox.Store) -> list[str]:
    return [graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)]


def _triples(
    store: ox.Store, graph: ox.NamedNode | ox.DefaultGraph, predicate: ox.NamedNode | None = None
) -> set[ox.Triple]:
    return {quad.triple for quad in store.quads_for_pattern(None, predicate, None, graph)}


def _in(graph: ox.NamedNode | ox.DefaultGraph, triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _document(name: str) -> str:
    base, _, document = name.rpartition("graph/")
    return "" if document in _SHARED else f"{base}id/document/{document}"
