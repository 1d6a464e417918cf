"""What holds for the shapes as a whole."""

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef

from comity.namespaces import COMITY, OWL, RDFS
from comity.validation import shipped_requirements, validate

Reporting = dict[URIRef, list[URIRef]]


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for triple in shipped_requirements().ontology:
        graph.parse(data=f"{triple} .", format="nt")
    return graph


def test_shapes_are_shapes_by_the_standard(shapes: Graph) -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_every_class_is_a_target(shapes: Graph, ontology: Graph) -> None:
    targets = set(shapes.objects(None, SH.targetClass))
    classes = {c for c in ontology.subjects(RDF.type, URIRef(OWL.Class)) if c in COMITY}
    untouched = {c for c in classes if not targets & set(ontology.transitive_objects(c, URIRef(RDFS.subClassOf)))}
    assert len(classes) >= 31
    assert untouched == set()


def test_every_property_that_is_written_out_has_a_shape(shapes: Graph, ontology: Graph) -> None:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    properties = {p for kind in kinds for p in ontology.subjects(RDF.type, URIRef(kind)) if p in COMITY}
    only_inverse = set(ontology.objects(None, URIRef(OWL.inverseOf)))
    assert len(properties) >= 80
    assert sorted(properties - only_inverse - set(shapes.objects())) == []


def test_every_term_of_ours_exists(shapes: Graph) -> None:
    terms = {term for triple in shapes for term in triple if isinstance(term, URIRef) and term.startswith(COMITY.iri)}
    assert sorted(term for term in terms if term not in COMITY) == []


def test_every_reporting_shape_speaks_both_languages(shapes: Graph, reporting: Reporting) -> None:
    silent = {SH.property, SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, RDF.type}
    for shape in {member for members in reporting.values() for member in members}:
        languages = sorted(str(m.language) for m in shapes.objects(shape, SH.message) if isinstance(m, Literal))
        assert languages == ([] if set(shapes.predicates(shape)) <= silent else ["en", "ru"]), shape


def test_every_shape_a_report_can_name_has_an_iri(shapes: Graph, reporting: Reporting) -> None:
    for shape in reporting:
        assert not [p for p in shapes.objects(shape, SH.property) if isinstance(p, BNode)], shape


def test_patterns_are_portable(shapes: Graph) -> None:
    patterns = [str(pattern) for pattern in shapes.objects(None, SH.pattern)]
    assert len(patterns) > 10
    assert [pattern for pattern in patterns if "\\p" in pattern or "(?" in pattern] == []


def test_no_shape_runs_a_query_for_every_resource(shapes: Graph) -> None:
    assert list(shapes.subject_objects(SH.sparql)) == []


def _claims(shapes: Graph) -> list[tuple[str, str]]:
    claims = [(s, p) for s, p in shapes.subject_objects(SH.targetSubjectsOf) if (s, SH["class"], None) in shapes]
    return sorted((str(shape), str(predicate)) for shape, predicate in claims)


CLAIMS = _claims(shipped_requirements().shapes)


def _stray(predicate: str) -> ox.NamedNode:
    return ox.NamedNode(f"https://w3id.org/comity/id/stray/{predicate.rpartition('#')[2]}")


@pytest.fixture(scope="module")
def claimed() -> set[tuple[str, str]]:
    """Resources of no class, each with one property, and the shapes that find fault with them."""
    quads = [ox.Quad(_stray(p), ox.NamedNode(p), _stray(p)) for _, p in CLAIMS]
    return {(finding.focus, finding.shape) for finding in validate(quads).findings}


@pytest.mark.parametrize(("shape", "predicate"), CLAIMS, ids=lambda iri: iri.rpartition("#")[2])
def test_a_property_belongs_to_its_class(shape: str, predicate: str, claimed: set[tuple[str, str]]) -> None:
    assert (_stray(predicate).value, shape) in claimed


def test_most_properties_are_claimed_by_a_class() -> None:
    assert len(CLAIMS) >= 45
