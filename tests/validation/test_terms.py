import pyoxigraph as ox
import pytest
from rdflib import BNode, Literal, URIRef

from comity.errors import ValidationError
from comity.validation.terms import as_graph, as_ntriples, as_rdflib, name_of

IRI = ox.NamedNode("https://w3id.org/comity/id/place/женева")
XSD = "http://www.w3.org/2001/XMLSchema#"
TERMS = [
    (IRI, URIRef(IRI.value)),
    (ox.BlankNode("b1"), BNode("b1")),
    (ox.Literal("Женева"), Literal("Женева")),
    (ox.Literal("Женева", datatype=ox.NamedNode(XSD + "string")), Literal("Женева")),
    (ox.Literal("Женева\n«\\»", language="ru"), Literal("Женева\n«\\»", lang="ru")),
    (
        ox.Literal("0.90", datatype=ox.NamedNode(XSD + "decimal")),
        Literal("0.90", datatype=URIRef(XSD + "decimal"), normalize=False),
    ),
    (
        ox.Literal("2025-02-30", datatype=ox.NamedNode(XSD + "date")),
        Literal("2025-02-30", datatype=URIRef(XSD + "date")),
    ),
]


@pytest.mark.parametrize(("term", "expected"), TERMS)
def test_term_is_the_same_in_both_libraries(term: ox.Literal, expected: Literal) -> None:
    assert as_rdflib(term) == expected
    assert str(as_rdflib(term)) == str(expected)
    assert as_ntriples(expected) == str(term)


def test_a_string_is_one_term_in_the_graph() -> None:
    subject, predicate = IRI, ox.NamedNode(XSD + "p")
    strings = [ox.Literal("x"), ox.Literal("x", datatype=ox.NamedNode(XSD + "string"))]
    graph = as_graph(ox.Triple(subject, predicate, string) for string in strings)
    assert list(graph.objects()) == [Literal("x")]


def test_a_triple_is_not_a_term_of_shacl() -> None:
    with pytest.raises(ValidationError, match="triple within a triple"):
        as_rdflib(ox.Triple(IRI, IRI, IRI))


def test_names() -> None:
    assert name_of(IRI) == IRI.value
    assert name_of(ox.BlankNode("b1")) == "_:b1"
    assert name_of(ox.Literal("x", language="ru")) == '"x"@ru'
