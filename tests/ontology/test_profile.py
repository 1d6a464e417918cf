"""The ontology, its code lists and its alignments are OWL 2 DL.

The checks follow sections 2.4 (reserved vocabulary), 4 (datatype map), 5.8 (declarations and typing) and 11 (global
restrictions) of the OWL 2 Structural Specification, second edition, as far as our files use the language; constructs
that they do not use are refused outright.
"""

from collections.abc import Iterator

import pytest
from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)

# What stands in the triples that encode axioms and expressions; everything else must be declared.
SYNTAX = {
    RDF.type,
    RDF.first,
    RDF.rest,
    RDF.nil,
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    RDFS.domain,
    RDFS.range,
    RDFS.Datatype,
    OWL.AllDisjointClasses,
    OWL.AnnotationProperty,
    OWL.AsymmetricProperty,
    OWL.Class,
    OWL.DatatypeProperty,
    OWL.FunctionalProperty,
    OWL.ObjectProperty,
    OWL.Ontology,
    OWL.Thing,
    OWL.TransitiveProperty,
    OWL.disjointWith,
    OWL.inverseOf,
    OWL.members,
    OWL.onDatatype,
    OWL.propertyDisjointWith,
    OWL.unionOf,
    OWL.versionIRI,
    OWL.withRestrictions,
    XSD.minInclusive,
    XSD.maxInclusive,
}
BUILT_IN_ANNOTATIONS = {RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.seeAlso, OWL.versionInfo, OWL.deprecated}
NUMBERS = """
    decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger long int short byte
    unsignedLong unsignedInt unsignedShort unsignedByte double float
"""
OTHERS = """
    string normalizedString token language Name NCName NMTOKEN
    boolean hexBinary base64Binary anyURI dateTime dateTimeStamp
"""
DATATYPE_MAP = {
    RDFS.Literal,
    RDF.PlainLiteral,
    RDF.XMLLiteral,
    RDF.langString,  # the datatype of a literal with a language tag since RDF 1.1: rdf:PlainLiteral in OWL's terms
    *(XSD[name] for name in (NUMBERS + OTHERS).split()),
}
RESERVED = (str(RDF), str(RDFS), str(OWL), str(XSD))
ONLY_FOR_OBJECT_PROPERTIES = (OWL.TransitiveProperty, OWL.AsymmetricProperty)
ONLY_FOR_SIMPLE_PROPERTIES = (OWL.FunctionalProperty, OWL.AsymmetricProperty)


def faults(graph: Graph) -> list[str]:
    """Return what keeps a graph from being OWL 2 DL, one line a fault."""
    return sorted(
        {
            *undeclared(graph),
            *punned(graph),
            *misused_vocabulary(graph),
            *unknown_datatypes(graph),
            *ill_typed_axioms(graph),
            *ill_typed_traits(graph),
            *restricted_composites(graph),
            *shared_blank_nodes(graph),
        }
    )


def undeclared(graph: Graph) -> Iterator[str]:
    properties = {term for kind in PROPERTY_KINDS for term in graph.subjects(RDF.type, kind)}
    classes = set(graph.subjects(RDF.type, OWL.Class)) | {OWL.Thing}
    for predicate in set(graph.predicates()) - SYNTAX - BUILT_IN_ANNOTATIONS - properties:
        yield f"undeclared property {predicate}"
    for used in set(graph.objects(None, RDF.type)) - SYNTAX - classes:
        yield f"undeclared class {used}"
    for axiom in (RDFS.subClassOf, OWL.disjointWith):
        for operand in {*graph.subjects(axiom), *graph.objects(None, axiom)} - classes:
            yield f"undeclared class {operand}"
    for listed in (OWL.members, OWL.unionOf):
        for operands in graph.objects(None, listed):
            yield from (f"undeclared class {operand}" for operand in graph.items(operands) if operand not in classes)


def punned(graph: Graph) -> Iterator[str]:
    kinds: dict[Node, set[Node]] = {}
    for term, kind in graph.subject_objects(RDF.type):
        if kind in (*PROPERTY_KINDS, OWL.Class, RDFS.Datatype):
            kinds.setdefault(term, set()).add(kind)
    yield from (f"{term} is declared twice over" for term, found in kinds.items() if len(found) > 1)


def misused_vocabulary(graph: Graph) -> Iterator[str]:
    allowed = SYNTAX | BUILT_IN_ANNOTATIONS | DATATYPE_MAP
    hints = {URIRef("http://purl.org/dc/dcam/domainIncludes"), URIRef("http://purl.org/dc/dcam/rangeIncludes")}
    for subject, predicate, value in graph:
        if predicate not in hints:
            for term in (subject, predicate, value):
                if isinstance(term, URIRef) and str(term).startswith(RESERVED) and term not in allowed:
                    yield f"reserved vocabulary {term}"


def unknown_datatypes(graph: Graph) -> Iterator[str]:
    for literal in graph.objects():
        if isinstance(literal, Literal) and literal.datatype and literal.datatype not in DATATYPE_MAP:
            yield f"datatype outside the OWL 2 map {literal.datatype}"


def ill_typed_axioms(graph: Graph) -> Iterator[str]:
    kind_of = {term: kind for kind in PROPERTY_KINDS for term in graph.subjects(RDF.type, kind)}
    data_ranges = set(graph.subjects(RDF.type, RDFS.Datatype)) | DATATYPE_MAP
    classes = set(graph.subjects(RDF.type, OWL.Class)) | {OWL.Thing}
    for axiom in (RDFS.subPropertyOf, OWL.inverseOf, OWL.propertyDisjointWith):
        for term, other in graph.subject_objects(axiom):
            if kind_of.get(term) != kind_of.get(other):
                yield f"{term} and {other} are properties of different kinds"
    for term, value in graph.subject_objects(RDFS.range):
        if value not in (data_ranges if kind_of.get(term) == OWL.DatatypeProperty else classes):
            yield f"the range of {term} is not of its kind"
    for term, value in graph.subject_objects(RDFS.domain):
        if value not in classes:
            yield f"the domain of {term} is no class"


def ill_typed_traits(graph: Graph) -> Iterator[str]:
    object_properties = set(graph.subjects(RDF.type, OWL.ObjectProperty))
    for kind in ONLY_FOR_OBJECT_PROPERTIES:
        for term in set(graph.subjects(RDF.type, kind)) - object_properties:
            yield f"{term} is no object property, yet {kind.fragment}"
    for term in {*graph.subjects(OWL.inverseOf), *graph.objects(None, OWL.inverseOf)} - object_properties:
        yield f"{term} has an inverse but is no object property"


def restricted_composites(graph: Graph) -> Iterator[str]:
    """Yield transitive properties, their inverses and super-properties that are restricted in number or direction."""
    composite: set[Node] = set(graph.subjects(RDF.type, OWL.TransitiveProperty))
    while True:
        grown = composite | {parent for term in composite for parent in graph.objects(term, RDFS.subPropertyOf)}
        grown |= {other for term in composite for other in graph.objects(term, OWL.inverseOf)}
        grown |= {other for term in composite for other in graph.subjects(OWL.inverseOf, term)}
        if grown == composite:
            break
        composite = grown
    for kind in ONLY_FOR_SIMPLE_PROPERTIES:
        yield from (
            f"{term} is not simple, yet {kind.fragment}" for term in composite if (term, RDF.type, kind) in graph
        )
    for pair in graph.subject_objects(OWL.propertyDisjointWith):
        yield from (f"{term} is not simple, yet disjoint" for term in pair if term in composite)


def shared_blank_nodes(graph: Graph) -> Iterator[str]:
    for node in {value for value in graph.objects() if isinstance(value, BNode)}:
        if len(list(graph.subject_predicates(node))) > 1:
            yield "a blank node with two parents"


def test_the_whole_is_owl_2_dl(whole: Graph) -> None:
    assert faults(whole) == []


def test_the_ontology_is_owl_2_dl_by_itself(comity: Graph, codelists: Graph) -> None:
    assert faults(comity) == []
    assert faults(comity + codelists) == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ("comity:State comity:borders comity:Place .", "undeclared property"),
        ("<x> a comity:Province .", "undeclared class"),
        ("comity:State rdfs:subClassOf comity:Polity .", "undeclared class"),
        ("comity:date a owl:ObjectProperty .", "declared twice over"),
        ("comity:cites a owl:Class .", "declared twice over"),
        ("comity:Assertion rdfs:subClassOf rdf:Statement .", "reserved vocabulary"),
        ("comity:cites a owl:SymmetricProperty .", "reserved vocabulary"),
        ('<x> comity:date "2025-09-01"^^xsd:date .', "datatype outside the OWL 2 map"),
        ("comity:date rdfs:subPropertyOf comity:cites .", "different kinds"),
        ("comity:date owl:propertyDisjointWith comity:cites .", "different kinds"),
        ("comity:partOf owl:propertyDisjointWith comity:cites .", "is not simple"),
        ("comity:symbol rdfs:range comity:State .", "not of its kind"),
        ("comity:cites rdfs:range xsd:string .", "not of its kind"),
        ("comity:cites rdfs:domain xsd:string .", "is no class"),
        ("comity:symbol a owl:TransitiveProperty .", "is no object property"),
        ("comity:symbol owl:inverseOf comity:number .", "has an inverse"),
        ("comity:partOf a owl:FunctionalProperty .", "is not simple"),
        ("comity:hasPart a owl:AsymmetricProperty .", "is not simple"),
        ("comity:hasProvision a owl:TransitiveProperty .", "is not simple"),
        ("comity:State owl:disjointWith _:a . comity:Place owl:disjointWith _:a . _:a a owl:Class .", "two parents"),
    ],
)
def test_a_breach_is_found(comity: Graph, broken: str, fault: str) -> None:
    graph = comity + Graph()
    graph.parse(data=f"{PREFIXES}\n{broken}", format="turtle", publicID="https://example.org/")
    assert any(fault in found for found in faults(graph)), faults(graph)


PREFIXES = """
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
