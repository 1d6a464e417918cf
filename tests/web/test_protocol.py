"""The query operation of the SPARQL 1.1 Protocol, against a live server.

Names of cases in quotation marks are those of the W3C protocol tests.
"""

import json
import threading
from urllib.parse import quote, urlencode

import httpx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, Graph, Namespace, URIRef

from comity.queries import catalogue
from comity.web.protocol import MAX_BODY

ASK = "ASK {}"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
INFERRED = "https://w3id.org/comity/graph/inferred"
REFERENCE = "https://w3id.org/comity/graph/reference"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
COUNT_NAMED = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
SELECT = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?name WHERE { <https://w3id.org/comity/id/place/astana> rdfs:label ?name } ORDER BY LANG(?name)
"""
CONSTRUCT = "CONSTRUCT WHERE { <https://w3id.org/comity/id/place/astana> ?p ?o }"


@pytest.mark.parametrize(
    ("method", "target", "headers", "body"),
    [
        ("GET", f"/sparql?query={quote(ASK)}", {}, b""),
        ("GET", "/sparql?query=ASK+%7B%7D", {}, b""),
        ("POST", "/sparql", {"content-type": FORM}, urlencode({"query": ASK}).encode()),
        ("POST", "/sparql", {"content-type": f"{FORM}; charset=UTF-8"}, urlencode({"query": ASK}).encode()),
        ("POST", "/sparql", {"content-type": QUERY}, ASK.encode()),
        ("POST", "/sparql", {"content-type": f'{QUERY}; charset="utf-8"'}, ASK.encode()),
        ("POST", f"/sparql?default-graph-uri={quote(INFERRED)}", {"content-type": QUERY}, ASK.encode()),
    ],
    ids=[
        "query_get",
        "plus for space",
        "query_post_form",
        "form with charset",
        "query_post_direct",
        "charset",
        "with dataset",
    ],
)
def test_a_query_by_each_way(
    client: httpx.Client, method: str, target: str, headers: dict[str, str], body: bytes
) -> None:
    answer = client.request(method, target, headers=headers, content=body)
    assert (answer.status_code, answer.json()["boolean"]) == (200, True)


@pytest.mark.parametrize(
    ("method", "target", "headers", "body", "status"),
    [
        ("PUT", f"/sparql?query={quote(ASK)}", {}, b"", 405),
        ("DELETE", "/sparql", {}, b"", 405),
        ("GET", f"/sparql?query={quote(ASK)}&query={quote(COUNT)}", {}, b"", 400),
        ("POST", "/sparql", {"content-type": "text/plain"}, ASK.encode(), 415),
        ("POST", "/sparql", {}, ASK.encode(), 415),
        ("POST", "/sparql", {"content-type": FORM}, b"", 400),
        ("POST", "/sparql", {"content-type": QUERY}, "ASK {}".encode("utf-16"), 400),
        ("POST", "/sparql", {"content-type": f"{QUERY}; charset=utf-16"}, "ASK {}".encode("utf-16"), 415),
        ("GET", "/sparql?query=ASK%20%7B", {}, b"", 400),
        ("GET", "/sparql?query=", {}, b"", 400),
        ("GET", "/sparql?query=%FF", {}, b"", 400),
        ("GET", f"/sparql?update={quote('CLEAR ALL')}", {}, b"", 400),
        ("POST", "/sparql", {"content-type": FORM}, urlencode({"update": "CLEAR ALL"}).encode(), 400),
        ("POST", "/sparql", {"content-type": "application/sparql-update"}, b"CLEAR ALL", 415),
        ("POST", "/sparql", {"content-type": QUERY}, b"CLEAR ALL", 400),
        ("GET", f"/sparql?query={quote(ASK)}&default-graph-uri=not%20an%20iri", {}, b"", 400),
        ("GET", f"/sparql?query={quote(ASK)}", {"accept": "image/png"}, b"", 406),
        ("GET", f"/sparql?query={quote(CONSTRUCT)}", {"accept": "text/csv"}, b"", 406),
        ("POST", "/sparql", {"content-type": QUERY}, b"#" + b"x" * MAX_BODY, 413),
        ("POST", "/sparql", {"content-type": QUERY}, b"SELECT * { SERVICE <http://127.0.0.1:9/> {} }", 400),
        ("POST", "/sparql", {"content-type": QUERY}, b"ASK " + b"{" * 2255 + b"}" * 2255, 400),
    ],
    ids=[
        "bad_query_method",
        "delete",
        "bad_multiple_queries",
        "bad_query_wrong_media_type",
        "bad_query_missing_form_type",
        "bad_query_missing_direct_type",
        "bad_query_non_utf8",
        "charset said",
        "bad_query_syntax",
        "empty query",
        "not percent-encoded UTF-8",
        "bad_update_get",
        "update by form",
        "update by media type",
        "update as query",
        "graph that is no IRI",
        "not acceptable",
        "not acceptable for a graph",
        "too long a body",
        "service",
        "too deep",
    ],
)
def test_what_is_wrong_gets_its_status_and_a_reason(
    client: httpx.Client, method: str, target: str, headers: dict[str, str], body: bytes, status: int
) -> None:
    answer = client.request(method, target, headers=headers, content=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.strip()


def test_a_syntax_error_says_where(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * WHERE {\n ?s ?p }"})
    assert (answer.status_code, answer.text[:12]) == (400, "error at 2:9")


@pytest.mark.parametrize(
    ("accept", "content_type", "beginning"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", b'{"head"'),
        ("application/json", "application/json", b'{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv; charset=utf-8", b"name\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b"?name\n"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.8", "application/sparql-results+xml", b"<?xml"),
    ],
)
def test_select_in_each_format(client: httpx.Client, accept: str, content_type: str, beginning: bytes) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, content_type)
    assert answer.content.startswith(beginning)
    assert "Астана" in answer.text


@pytest.mark.parametrize(
    ("accept", "content_type", "written"),
    [
        ("text/turtle", "text/turtle; charset=utf-8", RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
        ("application/trig", "application/trig", RdfFormat.TRIG),
        ("application/n-quads", "application/n-quads", RdfFormat.N_QUADS),
        ("*/*", "text/turtle; charset=utf-8", RdfFormat.TURTLE),
    ],
)
@pytest.mark.parametrize(
    "form", [CONSTRUCT, "DESCRIBE <https://w3id.org/comity/id/place/astana>"], ids=["construct", "describe"]
)
def test_graphs_in_each_format(
    client: httpx.Client, form: str, accept: str, content_type: str, written: RdfFormat
) -> None:
    answer = client.get("/sparql", params={"query": form}, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, content_type)
    assert len(list(parse(answer.content, written))) == 5


@pytest.mark.parametrize(
    ("default", "named", "expected"),
    [
        ([INFERRED], [], (6, 0)),
        ([], [INFERRED], (0, 6)),
        ([INFERRED], [INFERRED], (6, 6)),
        ([INFERRED, INFERRED], [], (6, 0)),
    ],
    ids=["query_dataset_default_graph", "named", "query_dataset_full", "the same twice"],
)
@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_the_dataset_of_a_query(
    client: httpx.Client, way: str, default: list[str], named: list[str], expected: tuple[int, int]
) -> None:
    parameters = [*(("default-graph-uri", iri) for iri in default), *(("named-graph-uri", iri) for iri in named)]
    found = []
    for query in (COUNT, COUNT_NAMED):
        if way == "get":
            answer = client.get("/sparql?" + urlencode([("query", query), *parameters]))
        elif way == "form":
            body = urlencode([("query", query), *parameters]).encode()
            answer = client.post("/sparql", content=body, headers={"content-type": FORM})
        else:
            target = "/sparql?" + urlencode(parameters)
            answer = client.post(target, content=query.encode(), headers={"content-type": QUERY})
        found.append(int(answer.json()["results"]["bindings"][0]["n"]["value"]))
    assert tuple(found) == expected


def test_the_dataset_of_the_request_goes_before_that_of_the_query(client: httpx.Client) -> None:
    query = COUNT.replace("WHERE", f"FROM <{REFERENCE}> WHERE")
    answer = client.get("/sparql", params={"query": query, "default-graph-uri": INFERRED})
    assert answer.json()["results"]["bindings"][0]["n"]["value"] == "6"


@pytest.mark.parametrize("text", ["100%25", "100%", "a+b", "a b", "%D0%A8", "Шанхай & Астана", "a;b=c", "😀"])
@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_texts_are_decoded_once(client: httpx.Client, way: str, text: str) -> None:
    query = f'SELECT ("{text}" AS ?text) WHERE {{}}'
    if way == "get":
        answer = client.get("/sparql", params={"query": query})
    elif way == "form":
        answer = client.post("/sparql", data={"query": query})
    else:
        answer = client.post("/sparql", content=query.encode(), headers={"content-type": QUERY})
    assert answer.json()["results"]["bindings"][0]["text"]["value"] == text


def test_head_has_the_headers_and_no_body(client: httpx.Client) -> None:
    answer = client.head("/sparql", params={"query": SELECT}, headers={"accept": "text/csv"})
    assert (answer.status_code, answer.headers["content-type"], answer.content) == (200, "text/csv; charset=utf-8", b"")


def test_any_origin_may_read_and_none_with_credentials(client: httpx.Client) -> None:
    preflight = client.options(
        "/sparql", headers={"origin": "https://example.org", "access-control-request-method": "POST"}
    )
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert preflight.headers["access-control-allow-headers"] == "accept, content-type, if-none-match"
    for answer in (preflight, client.get("/sparql", params={"query": ASK}), client.get("/sparql?query=bad")):
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers


def test_caches_are_told_what_the_answer_depends_on(client: httpx.Client) -> None:
    assert "Accept" in client.get("/sparql", params={"query": ASK}).headers["vary"]


@pytest.mark.parametrize("accept", ["text/turtle", "*/*", "application/ld+json", "application/rdf+xml;q=0.9"])
def test_without_a_query_the_service_describes_itself(client: httpx.Client, address: str, accept: str) -> None:
    answer = client.get("/sparql", headers={"accept": accept})
    assert answer.status_code == 200
    media_type = answer.headers["content-type"].partition(";")[0]
    form = RdfFormat.from_media_type(media_type)
    assert form is not None
    triples = {str(quad.triple) for quad in parse(answer.content, form)}
    description = "http://www.w3.org/ns/sparql-service-description#"
    assert f"<{address}/sparql> <{description}endpoint> <{address}/sparql>" in triples
    assert f"<{address}/sparql> <{description}supportedLanguage> <{description}SPARQL11Query>" in triples


def test_the_description_counts_the_data_and_has_the_questions_as_examples(client: httpx.Client, address: str) -> None:
    described = Graph().parse(data=client.get("/.well-known/void", follow_redirects=True).content, format="turtle")
    void, shacl = Namespace("http://rdfs.org/ns/void#"), Namespace("http://www.w3.org/ns/shacl#")
    graph = URIRef(f"{address}/sparql#default-graph")
    count = client.get("/sparql", params={"query": COUNT}, headers={"accept": "text/csv"})
    assert described.value(graph, void.triples).toPython() == int(count.text.split()[1])
    partitions = [described.value(part, void.triples) for part in described.objects(graph, void.propertyPartition)]
    assert sum(part.toPython() for part in partitions) == int(count.text.split()[1])
    assert len(list(described.objects(graph, void.classPartition))) > 5
    examples = list(described.subjects(RDF.type, shacl.SPARQLSelectExecutable))
    assert len(examples) == len(catalogue())
    for example in examples:
        answer = client.get("/sparql", params={"query": str(described.value(example, shacl.select))})
        assert answer.status_code == 200, example


def test_a_browser_gets_a_form_and_then_a_table(client: httpx.Client) -> None:
    form = client.get("/sparql", headers={"accept": "text/html"})
    assert "<textarea" in form.text
    answer = client.get("/sparql", params={"query": SELECT}, headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<td><span>Астана</span></td>" in answer.text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        (ASK, "Yes"),
        ("ASK { <urn:x> ?p ?o }", "No"),
        (CONSTRUCT, "&lt;https://w3id.org/comity/id/place/astana&gt;"),
        ("SELECT * WHERE { ?s ?p }", "error at 1:25"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> {} }", "SERVICE is not allowed"),
    ],
)
def test_a_browser_gets_every_kind_of_answer(client: httpx.Client, query: str, shown: str) -> None:
    answer = client.get("/sparql", params={"query": query, "lang": "en"}, headers={"accept": "text/html"})
    assert answer.status_code == (400 if "error" in shown or "not allowed" in shown else 200)
    assert shown in answer.text


def test_a_long_query_does_not_hold_up_the_others(client: httpx.Client, address: str) -> None:
    join = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } GRAPH ?i { ?j a ?l } }"
    slow = threading.Thread(target=lambda: httpx.get(f"{address}/sparql", params={"query": join}, timeout=120))
    slow.start()
    answered = 0
    while slow.is_alive() and answered < 20:
        assert client.get("/sparql", params={"query": ASK}).status_code == 200
        answered += 1
    slow.join()
    assert answered > 1


def test_the_answer_is_what_the_engine_wrote(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": SELECT})
    assert json.loads(answer.content)["head"] == {"vars": ["name"]}
    assert int(answer.headers["content-length"]) == len(answer.content)
