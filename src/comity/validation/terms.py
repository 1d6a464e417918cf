"""RDF terms between the two libraries: pyoxigraph holds the data, pyshacl reads rdflib."""

import logging
from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from comity.errors import ValidationError
from comity.namespaces import XSD

__all__ = ["Term", "as_graph", "as_ntriples", "as_rdflib", "name_of"]

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

# rdflib logs a traceback for every literal that is not of its datatype; the shapes report it in one line.
logging.getLogger("rdflib.term").setLevel(logging.ERROR)

_STRING = ox.NamedNode(XSD.string)


def as_rdflib(term: Term) -> URIRef | BNode | Literal:
    """Return the same term for rdflib, its lexical form untouched.

    ``"x"^^xsd:string`` becomes ``"x"``: in RDF 1.1 they are one term, for rdflib they are two, and pyshacl then
    finds faults in faultless data.

    Raises:
        ValidationError: the term is a triple; SHACL 1.0 knows none.
    """
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Triple):
        raise ValidationError(f"shapes cannot be run over a triple within a triple: {term}")
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=None if term.datatype == _STRING else term.datatype.value, normalize=False)


def as_graph(triples: Iterable[ox.Triple]) -> Graph:
    """Return the triples as an rdflib graph in memory.

    Raises:
        ValidationError: as for `as_rdflib`.
    """
    graph = Graph(bind_namespaces="none")
    for triple in triples:
        graph.add((as_rdflib(triple.subject), as_rdflib(triple.predicate), as_rdflib(triple.object)))
    return graph


def as_ntriples(term: Node) -> str:
    """Return an rdflib term as pyoxigraph writes it, so that both gates name a value in one way."""
    if isinstance(term, URIRef):
        return str(ox.NamedNode(term))
    if not isinstance(term, Literal):
        return f"_:{term}"
    if term.language:
        return str(ox.Literal(str(term), language=term.language))
    return str(ox.Literal(str(term), datatype=ox.NamedNode(term.datatype) if term.datatype else _STRING))


def name_of(term: Term) -> str:
    """Return the IRI of a resource as it is, any other term in N-Triples."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)
