"""``/sparql`` in a browser: a form for a query and, when there is one, its answer as a table or as Turtle."""

from pyoxigraph import QueryBoolean, QueryResultsFormat, parse_query_results
from starlette.requests import Request
from starlette.responses import Response

from comity.namespaces import PREFIXES
from comity.queries import catalogue, query_form
from comity.store import Table, table
from comity.web.endpoint import Outcome
from comity.web.pages.questions import SHOWN
from comity.web.site import iris_of, site_of

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


def console(request: Request, outcome: Outcome) -> Response:
    """Return the page with the query's answer, or with what is wrong with it and the status that says so."""
    site = site_of(request)
    answer = _read(outcome) if outcome.query is not None and not outcome.problem else None
    rows = answer.rows[:SHOWN] if isinstance(answer, Table) else ()
    return site.page(
        request,
        "console.html",
        status=outcome.status,
        query=outcome.query or _EXAMPLE,
        questions=catalogue().values(),
        error=outcome.problem,
        columns=answer.variables if isinstance(answer, Table) else (),
        rows=rows,
        count=len(answer) if isinstance(answer, Table) else 0,
        truth=answer if isinstance(answer, bool) else None,
        turtle=answer if isinstance(answer, str) else None,
        is_table=isinstance(answer, Table),
        resources=iris_of(rows),
    )


def _read(outcome: Outcome) -> Table | bool | str:
    if query_form(outcome.query or "") in {"construct", "describe"}:
        return outcome.answer.decode()
    results = parse_query_results(outcome.answer, QueryResultsFormat.JSON)
    return bool(results) if isinstance(results, QueryBoolean) else table(results)
