from urllib.parse import quote

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

INFERRED = "https://w3id.org/comity/graph/inferred"
NAMED = f"/graphs?graph={quote(INFERRED, safe='')}"


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "*/*"])
def test_a_named_graph_in_each_format(client: httpx.Client, accept: str) -> None:
    answer = client.get(NAMED, headers={"accept": accept})
    assert answer.status_code == 200
    form = RdfFormat.from_media_type(answer.headers["content-type"].partition(";")[0])
    assert len(set(parse(answer.content, form))) == 6


def test_the_default_graph_is_the_union_of_the_facts(client: httpx.Client) -> None:
    triples = client.get("/graphs?default", headers={"accept": "application/n-triples"}).text.splitlines()
    count = client.get(
        "/sparql",
        params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"},
        headers={"accept": "text/csv"},
    )
    assert len(triples) == int(count.text.split()[1])


def test_head_has_no_body(client: httpx.Client) -> None:
    answer = client.head(NAMED)
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    ("method", "target", "accept", "status"),
    [
        ("GET", "/graphs?graph=https://x.org/none", "*/*", 404),
        ("HEAD", "/graphs?graph=https://x.org/none", "*/*", 404),
        ("GET", "/graphs", "*/*", 400),
        ("GET", f"{NAMED}&default", "*/*", 400),
        ("GET", f"{NAMED}&graph=https://x.org/a", "*/*", 400),
        ("GET", "/graphs?graph=not%20an%20iri", "*/*", 400),
        ("GET", "/graphs?graph=%FF", "*/*", 400),
        ("GET", NAMED, "image/png", 406),
        ("PUT", NAMED, "*/*", 405),
        ("POST", NAMED, "*/*", 405),
        ("DELETE", NAMED, "*/*", 405),
    ],
)
def test_what_is_wrong_has_its_status(client: httpx.Client, method: str, target: str, accept: str, status: int) -> None:
    answer = client.request(method, target, headers={"accept": accept})
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/plain")


def test_any_origin_may_read(client: httpx.Client) -> None:
    assert client.get(NAMED).headers["access-control-allow-origin"] == "*"
