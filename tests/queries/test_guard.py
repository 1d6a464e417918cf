import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator

import pyoxigraph
import pytest

from comity import resources
from comity.errors import QueryError
from comity.queries import check
from comity.queries.guard import MAX_BYTES, MAX_NESTING, MAX_TOKENS

ASKED = "<http://127.0.0.1:PORT/>{?a ?b ?c}"
OUTBOUND = {
    "plain": f"SELECT * {{ SERVICE {ASKED} }}",
    "any case": f"SELECT * {{ sErViCe {ASKED} }}",
    "silent": f"SELECT * {{ SERVICE SILENT {ASKED} }}",
    "glued to silent": f"SELECT * {{ SERVICESILENT{ASKED} }}",
    "glued to a name": "PREFIX ex: <http://127.0.0.1:PORT/> SELECT * { SERVICEex:a {?a ?b ?c} }",
    "behind a keyword": f"SELECT * {{ {{BIND(1 AS ?s)}} FILTER(true)SERVICE{ASKED} }}",
    "comparison as address": f"SELECT * {{ BIND(1 AS ?x) FILTER(?x<2)SERVICE#>\n{ASKED} }}",
    "comparison hides a comment": f'SELECT * {{ BIND(1 AS ?x) FILTER(?x<2#>"""\n)SERVICE {ASKED} #"""\n }}',
    "scheme is a prefix": (
        "PREFIX http: <http://x/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
        f' SELECT * {{ BIND(xsd:integer(1) AS ?x) FILTER(?x<xsd:integer#>"""\n(2))SERVICE {ASKED} #"""\n }}'
    ),
    "long string that is none": f"SELECT * {{ VALUES ?v {{ '''a' }} SERVICE {ASKED} #\\x'''\n }}",
}
"""Queries that made the engine call another host: each is shown to do so below, and to be refused."""

REFUSED = {
    "escaped": f"SELECT * {{ \\u0053ERVICE {ASKED} }}",
    "escaped long": f"SELECT * {{ \\U00000053ERVICE {ASKED} }}",
    "behind true": f"SELECT * {{ ?s ?p trueSERVICE{ASKED} }}",
    "behind a number": f"SELECT * {{ ?s ?p 1SERVICE{ASKED} }}",
    "behind an empty local name": f"PREFIX ex: <http://x/> SELECT * {{ ?s ?p ex:.SERVICE {ASKED} }}",
    "quote by escape": f'SELECT * {{ <http://x/\\u0041#y> ?p "\\u0022" . SERVICE {ASKED} # """\n}}',
    "surrogate": '"\\uD800"',
}
ALLOWED = {
    "string": 'SELECT * { ?s ?p "SERVICE", \'SERVICE\', """SERVICE""" }',
    "comment": "SELECT * { ?s ?p ?o # SERVICE\n }",
    "variable": "SELECT ?service { ?service ?p $SERVICE }",
    "address": "SELECT * { ?s <http://example.org/service#x> <https://schema.org/Service> }",
    "local name": "PREFIX ex: <http://example.org/> SELECT * { ?s ex:SERVICE ex:web-service }",
    "relative address": "BASE <http://example.org/> SELECT * { <a/b> ?p <> }",
    "comparison": "SELECT * { ?s ?p ?x FILTER(?x < 2 && ?x > 1) }",
    "empty": "",
    "not SPARQL": "Здравствуйте",
}


@pytest.fixture(scope="module")
def victim() -> Iterator[tuple[str, list[str]]]:
    """Yield the port of a server that notes who called, and its notes."""
    calls: list[str] = []
    answer = b'{"head":{"vars":[]},"results":{"bindings":[]}}'

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            calls.append(self.path)
            self.send_response(200)
            self.send_header("content-type", "application/sparql-results+json")
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield str(server.server_port), calls
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("name", OUTBOUND)
def test_what_would_call_out_is_refused(name: str, victim: tuple[str, list[str]]) -> None:
    port, calls = victim
    query = OUTBOUND[name].replace("PORT", port)
    calls.clear()
    list(pyoxigraph.Store().query(query))
    assert calls, "the engine no longer does this: the case shows nothing"
    with pytest.raises(QueryError, match=r"error at \d+:\d+"):
        check(query)


@pytest.mark.parametrize("name", REFUSED)
def test_what_hides_the_word_is_refused(name: str) -> None:
    with pytest.raises(QueryError):
        check(REFUSED[name])


@pytest.mark.parametrize("name", ALLOWED)
def test_what_only_looks_like_it_passes(name: str) -> None:
    check(ALLOWED[name])


def test_every_query_that_ships_passes() -> None:
    files = list(resources.path("queries").rglob("*.rq"))
    assert len(files) > 25
    for file in files:
        check(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#" + "я" * (MAX_BYTES // 2), "bytes"),
        ("ASK " + "{" * (MAX_NESTING + 1), f"error at 1:{5 + MAX_NESTING}: nested deeper"),
        ("ASK { FILTER" + "(" * MAX_NESTING, "nested deeper"),
        ("ASK { ?s ?p " + "[" * MAX_NESTING, "nested deeper"),
        ("ASK { FILTER(" + "!" * MAX_TOKENS + "1) }", "tokens"),
    ],
)
def test_limits(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        "ASK " + "{" * MAX_NESTING + "}" * MAX_NESTING,
        "ASK { FILTER" + "(" * (MAX_NESTING - 1) + "!" * (MAX_TOKENS - 200) + "1" + ")" * (MAX_NESTING - 1) + " }",
        "ASK { FILTER(1" + " || 1" * 1600 + ") }",
        "ASK { {}" + " UNION {}" * 1600 + " }",
        "ASK {" + " OPTIONAL {}" * 1600 + " }",
        "ASK { <a:a> " + "^" * (MAX_TOKENS - 10) + "<a:b> 1 }",
    ],
    ids=["braces", "negations", "alternatives", "unions", "optionals", "inverses"],
)
def test_what_passes_does_not_overflow_the_engine_in_a_thread(text: str) -> None:
    check(text)
    program = (
        "import sys, threading, pyoxigraph\n"
        "def run(text=sys.stdin.read()):\n"
        "    try: pyoxigraph.Store().query(text)\n"
        "    except SyntaxError: pass\n"
        "thread = threading.Thread(target=run); thread.start(); thread.join(); print('alive')"
    )
    ended = subprocess.run([sys.executable, "-c", program], input=text, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.strip()) == (0, "alive"), ended.stderr
