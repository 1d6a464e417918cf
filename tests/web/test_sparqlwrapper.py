"""SPARQLWrapper, which researchers use, against a live server."""

import pytest
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

WAYS = [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)]
NAMES = """
PREFIX comity: <https://w3id.org/comity/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?name WHERE { ?state a comity:State ; rdfs:label ?name . FILTER (CONTAINS(?name, "Казах")) }
"""


@pytest.fixture(params=WAYS, ids=["GET", "POST form", "POST direct"])
def wrapper(request: pytest.FixtureRequest, address: str) -> SPARQLWrapper:
    method, way = request.param
    wrapper = SPARQLWrapper(f"{address}/sparql")
    wrapper.setMethod(method)
    wrapper.setRequestMethod(way)
    wrapper.setReturnFormat(JSON)
    return wrapper


def ask(wrapper: SPARQLWrapper, query: str):  # noqa: ANN201  # what SPARQLWrapper makes of it depends on the format
    wrapper.setQuery(query)
    return wrapper.queryAndConvert()


def test_select_with_cyrillic(wrapper: SPARQLWrapper) -> None:
    answer = ask(wrapper, NAMES)
    assert [row["name"]["value"] for row in answer["results"]["bindings"]] == ["Казахстан"]


@pytest.mark.parametrize("text", ["100%25", "50 % + 50 %", "Шанхайский дух & «три зла»"])
def test_literals_come_back_as_they_were(wrapper: SPARQLWrapper, text: str) -> None:
    answer = ask(wrapper, f'SELECT ("{text}" AS ?text) WHERE {{}}')
    assert answer["results"]["bindings"][0]["text"]["value"] == text


def test_ask(wrapper: SPARQLWrapper) -> None:
    assert ask(wrapper, "ASK { ?s ?p ?o }")["boolean"] is True
    assert ask(wrapper, "ASK { <urn:x> ?p ?o }")["boolean"] is False


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # used by SPARQLWrapper itself
@pytest.mark.parametrize("form", [XML, RDFXML, TURTLE, N3, JSONLD])
def test_construct_becomes_a_graph(wrapper: SPARQLWrapper, form: str) -> None:
    wrapper.setReturnFormat(form)
    if form == N3:
        wrapper.addCustomHttpHeader("Accept", "text/turtle")
    answer = ask(wrapper, "CONSTRUCT WHERE { <https://w3id.org/comity/id/place/astana> ?p ?o }")
    assert len(answer if form != N3 else answer.decode().strip().splitlines()) > 0


@pytest.mark.parametrize(("form", "beginning"), [(CSV, b"name\r\n"), (TSV, b"?name\n")])
def test_tables(wrapper: SPARQLWrapper, form: str, beginning: bytes) -> None:
    wrapper.setReturnFormat(form)
    assert ask(wrapper, NAMES).startswith(beginning)


def test_a_dataset(wrapper: SPARQLWrapper) -> None:
    wrapper.addParameter("default-graph-uri", "https://w3id.org/comity/graph/inferred")
    answer = ask(wrapper, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    assert answer["results"]["bindings"][0]["n"]["value"] == "6"


def test_a_mistake_is_an_exception_with_the_reason(wrapper: SPARQLWrapper) -> None:
    with pytest.raises(QueryBadFormed, match="error at 1:25"):
        ask(wrapper, "SELECT * WHERE { ?s ?p }")
