"""The remote reader gives the same answers as the embedded one; the endpoint it asks is our own, live."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from comity.errors import DatasetError, QueryError
from comity.queries import catalogue, names, run
from comity.store import DatasetGraphs, EmbeddedReader, RemoteReader, open_reader

SELECT = "SELECT ?s ?name WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?name } ORDER BY ?s ?name"
CONSTRUCT = "CONSTRUCT WHERE { <https://w3id.org/comity/id/place/astana> ?p ?o }"


@pytest.fixture(scope="module")
def remote(address: str) -> RemoteReader:
    reader = open_reader(f"{address}/sparql")
    assert isinstance(reader, RemoteReader)
    return reader


def test_the_same_rows(remote: RemoteReader, reader: EmbeddedReader) -> None:
    assert remote.select(SELECT) == reader.select(SELECT)
    assert len(remote.select(SELECT)) > 20


@pytest.mark.parametrize("name", catalogue())
def test_the_same_answers_to_every_question(name: str, remote: RemoteReader, reader: EmbeddedReader) -> None:
    assert run(name, {}, remote) == run(name, {}, reader)


def test_the_same_names(remote: RemoteReader, reader: EmbeddedReader) -> None:
    iris = {"https://w3id.org/comity/id/state/KAZ", "https://w3id.org/comity/id/speech-act/sco-statement/1"}
    assert names(iris, remote) == names(iris, reader)


def test_the_same_truth_and_the_same_triples(remote: RemoteReader, reader: EmbeddedReader) -> None:
    assert remote.ask("ASK { ?s ?p ?o }") is True
    assert remote.ask("ASK { <urn:x> ?p ?o }") is False
    assert set(remote.construct(CONSTRUCT)) == set(reader.construct(CONSTRUCT))


@pytest.mark.parametrize(("query", "media_type"), [(SELECT, "text/csv"), (CONSTRUCT, "text/turtle")])
def test_the_same_bytes(query: str, media_type: str, remote: RemoteReader, reader: EmbeddedReader) -> None:
    assert remote.answer(query, media_type) == reader.answer(query, media_type)


def test_the_dataset_is_passed_on(remote: RemoteReader) -> None:
    graphs = DatasetGraphs(named=("https://w3id.org/comity/graph/inferred",))
    query = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert remote.answer(query, "text/csv", graphs) == b"n\r\n6\r\n"


@pytest.mark.parametrize(
    ("method", "query"),
    [
        ("select", "SELECT * WHERE { ?s ?p }"),
        ("select", "ASK {}"),
        ("ask", SELECT),
        ("construct", "INSERT DATA { <urn:s> <urn:p> 1 }"),
    ],
)
def test_mistakes_in_queries(method: str, query: str, remote: RemoteReader) -> None:
    with pytest.raises(QueryError):
        getattr(remote, method)(query)


@pytest.mark.parametrize("path", ["/nothing", "/health"])
def test_an_address_that_is_no_endpoint(path: str, address: str) -> None:
    with pytest.raises(DatasetError, match=path):
        RemoteReader(address + path).select(SELECT)


def test_nobody_there() -> None:
    with pytest.raises(DatasetError, match="could not answer"):
        RemoteReader("http://127.0.0.1:9/sparql").ask("ASK {}")


@pytest.fixture
def careless() -> Iterator[str]:
    """Yield the address of a server that answers everything with a web page."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(b"<p>Welcome")

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_an_answer_in_another_format_is_not_taken_for_the_answer(careless: str) -> None:
    with pytest.raises(DatasetError, match=r"asked for application/sparql-results\+json and answered with text/html"):
        RemoteReader(careless).select(SELECT)
