import json

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from comity.errors import DatasetError
from comity.export import FORMATS, dataset_bytes
from comity.namespaces import BASE, PREFIXES
from comity.network.xml_text import legal

# rdflib's own reader of JSON-LD uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

TRIPLE_FORMATS = ["turtle", "json-ld", "n-triples", "rdf-xml"]
QUAD_FORMATS = ["n-quads", "trig"]
EVIDENCE = f"{BASE}graph/statement/evidence"

IRIS = st.sampled_from([f"{BASE}id/state/CHN", f"{BASE}ontology#State", "http://e.org/а/б#в", "urn:x:1"])
NODES = IRIS.map(ox.NamedNode) | st.sampled_from("abc").map(ox.BlankNode)
# rdflib reads some old line ends as ends of lines of N-Triples, against the standard.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x1c\x1d\x1e\x85\u2028\u2029"), max_size=20)
LITERALS = (
    TEXTS.map(ox.Literal)
    | st.builds(lambda text: ox.Literal(text, language="ru"), TEXTS)
    | st.integers().map(
        lambda number: ox.Literal(str(number), datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    )
)
PREDICATES = st.sampled_from([*(f"{iri}x" for iri in PREFIXES.values()), "http://e.org/предикат"]).map(ox.NamedNode)
QUADS = st.lists(st.builds(ox.Quad, NODES, PREDICATES, NODES | LITERALS, st.just(ox.NamedNode("urn:g"))), max_size=12)


def facts(quads: list[ox.Quad]) -> rdflib.Graph:
    """What the formats without named graphs should hold, read by rdflib from plain N-Triples."""
    kept = {quad.triple for quad in quads if not quad.graph_name.value.endswith("/evidence")}
    written = ox.serialize(kept, format=ox.RdfFormat.N_TRIPLES)
    assert written is not None
    return rdflib.Graph().parse(data=written, format="nt")


def read(written: bytes, form: str) -> rdflib.Graph:
    names = {"n-triples": "nt", "rdf-xml": "xml"}
    return rdflib.Graph().parse(data=written, format=names.get(form, form))


@pytest.mark.parametrize("form", TRIPLE_FORMATS)
def test_formats_without_graphs_hold_the_facts_and_no_evidence(dataset: list[ox.Quad], form: str) -> None:
    written = dataset_bytes(dataset, form)
    assert isomorphic(read(written, form), facts(dataset))
    assert b"assertion" not in written


@pytest.mark.parametrize("form", QUAD_FORMATS)
def test_formats_with_graphs_hold_everything_by_name(dataset: list[ox.Quad], form: str) -> None:
    found = ox.Dataset(ox.parse(dataset_bytes(dataset, form), format=FORMATS[form].rdf))
    expected = ox.Dataset(dataset)
    for each in (found, expected):
        each.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert found == expected


@pytest.mark.parametrize("form", TRIPLE_FORMATS + QUAD_FORMATS)
def test_one_graph_can_be_picked(dataset: list[ox.Quad], form: str) -> None:
    written = dataset_bytes(dataset, form, EVIDENCE)
    found = list(ox.parse(written, format=FORMATS[form].rdf))
    assert [quad.subject.value for quad in found] == [f"{BASE}id/assertion/a1"]
    assert (str(found[0].graph_name) == f"<{EVIDENCE}>") == (form in QUAD_FORMATS)
    expected = next(quad.object.value for quad in dataset if quad.graph_name.value == EVIDENCE)
    assert found[0].object.value == (legal(expected) if form == "rdf-xml" else expected)


@pytest.mark.parametrize("form", TRIPLE_FORMATS + QUAD_FORMATS)
def test_bytes_do_not_depend_on_the_order_of_the_quads(dataset: list[ox.Quad], form: str) -> None:
    def renamed(term: object) -> object:
        return ox.BlankNode("z9") if isinstance(term, ox.BlankNode) else term

    turned = [ox.Quad(*map(renamed, quad.triple), quad.graph_name) for quad in reversed(dataset)]
    assert dataset_bytes(dataset, form) == dataset_bytes(turned, form)


@pytest.mark.parametrize("form", TRIPLE_FORMATS)
@settings(max_examples=60, deadline=None)
@given(quads=QUADS)
def test_any_facts_survive(form: str, quads: list[ox.Quad]) -> None:
    if form == "rdf-xml":
        quads = [quad for quad in quads if legal(quad.object.value) == quad.object.value]
    assert isomorphic(read(dataset_bytes(quads, form), form), facts(quads))


def test_control_characters_and_carriage_returns_reach_other_readers_of_xml(dataset: list[ox.Quad]) -> None:
    graph = read(dataset_bytes(dataset, "rdf-xml", EVIDENCE), "rdf-xml")
    assert [str(value) for value in graph.objects()] == ['Стороны договорились: «да»,\r\nи "нет"; a\ufffd\ufffd\tb\\']


def test_json_ld_is_compact_and_typed(dataset: list[ox.Quad]) -> None:
    document = json.loads(dataset_bytes(dataset, "json-ld"))
    nodes = {node["@id"]: node for node in document["@graph"]}
    assert document["@context"]["comity"] == f"{BASE}ontology#"
    assert nodes[f"{BASE}id/state/RUS"]["@type"] == ["comity:State"]
    assert nodes[f"{BASE}id/state/CHN"]["rdfs:label"] == [
        {"@value": "China", "@language": "en"},
        {"@value": "Китай", "@language": "ru"},
    ]
    assert nodes[f"{BASE}id/initiative/план-«1»"]["comity:date"] == [{"@value": "2025-09-01", "@type": "xsd:date"}]


@pytest.mark.parametrize("form", TRIPLE_FORMATS + QUAD_FORMATS)
def test_no_quads_are_an_empty_document(form: str) -> None:
    assert list(ox.parse(dataset_bytes([], form), format=FORMATS[form].rdf)) == []


@pytest.mark.parametrize(
    ("form", "graph", "message"),
    [
        ("gexf", "", "'gexf' is not an RDF format; there are turtle, json-ld, n-triples, rdf-xml, n-quads, trig"),
        ("word", "", "'word' is not an RDF format"),
        ("turtle", "urn:no", "no graph <urn:no>"),
    ],
)
def test_what_cannot_be_written_is_refused(dataset: list[ox.Quad], form: str, graph: str, message: str) -> None:
    with pytest.raises(DatasetError, match=message):
        dataset_bytes(dataset, form, graph)
