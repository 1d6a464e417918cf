"""``/sparql`` in a browser: a form for a query and, when there is one, its answer as a table or as Turtle."""

from pyoxigraph import QueryBoolean, QueryResultsFormat, parse_query_results
from starlette.requests import Request
from starlette.responses import Response

from comity.errors import QueryError
from comity.namespaces import PREFIXES
from comity.queries import catalogue, check, query_form
from comity.store import Table, table
from comity.web.formats import GRAPH_FORMATS, RESULT_FORMATS
from comity.web.pages.questions import SHOWN
from comity.web.protocol import Operation
from comity.web.site import Site, iris_of, site_of

__all__ = ["console"]

_EXAMPLE = "\n".join(
    [
        *(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in PREFIXES.items()),
        "",
        "SELECT ?initiative ?name WHERE {",
        "  ?initiative a comity:Initiative ; rdfs:label ?name .",
        "}",
    ]
)


def console(request: Request, operation: Operation) -> Response:
    """Return the page with the query's answer, or with what is wrong with it (status 400)."""
    site = site_of(request)
    answer: Table | bool | str | None = None
    error = ""
    if operation.query is not None:
        try:
            answer = _answer(site, operation, operation.query)
        except QueryError as problem:
            error = str(problem)
    rows = answer.rows[:SHOWN] if isinstance(answer, Table) else ()
    return site.page(
        request,
        "console.html",
        status=400 if error else 200,
        query=operation.query or _EXAMPLE,
        questions=catalogue().values(),
        error=error,
        columns=answer.variables if isinstance(answer, Table) else (),
        rows=rows,
        count=len(answer) if isinstance(answer, Table) else 0,
        truth=answer if isinstance(answer, bool) else None,
        turtle=answer if isinstance(answer, str) else None,
        is_table=isinstance(answer, Table),
        resources=iris_of(rows),
    )


def _answer(site: Site, operation: Operation, query: str) -> Table | bool | str:
    check(query)
    if query_form(query) in {"construct", "describe"}:
        return site.reader.answer(query, GRAPH_FORMATS[0].written_as, operation.graphs).decode()
    written = site.reader.answer(query, RESULT_FORMATS[0].written_as, operation.graphs)
    results = parse_query_results(written, QueryResultsFormat.JSON)
    return bool(results) if isinstance(results, QueryBoolean) else table(results)
