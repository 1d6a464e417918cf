"""The SPARQL 1.1 Protocol's query operation: from an HTTP request to a query text and a dataset.

https://www.w3.org/TR/sparql11-protocol/#query-operation. Each part is percent-decoded exactly once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException

from comity.store import DatasetGraphs

__all__ = ["MAX_BODY", "Operation", "read_operation"]

MAX_BODY = 256_000
"""Bytes of a request body: the longest query the guard lets through, percent-encoded, with room to spare."""

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """What is asked: the query (None when the request has none) and the graphs it is asked of."""

    query: str | None
    graphs: DatasetGraphs


def read_operation(method: str, query_string: bytes, content_type: str, body: bytes) -> Operation:
    """Return the operation of a GET, HEAD or POST request.

    Raises:
        HTTPException: 400 for text that is not UTF-8, a second query, an update or a POST without a query; 415 for a
            body of another media type or charset.
    """
    parameters = _pairs(query_string)
    if method != "POST":
        return _operation(parameters)
    media_type, charset = _content_type(content_type)
    if charset not in {"", "utf-8", "utf8"}:
        raise HTTPException(415, f"the charset must be UTF-8, not {charset}")
    if media_type == _FORM:
        return _with_query(_operation(_pairs(body)))
    if media_type == _QUERY:
        return _with_query(_operation([*parameters, ("query", _text(body))]))
    raise HTTPException(415, f"expected a body of {_FORM} or {_QUERY}, not {media_type or 'of an unnamed type'}")


def _operation(pairs: Pairs) -> Operation:
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise HTTPException(400, "updates are off: this endpoint is for reading")
    queries = values.get("query", [])
    if len(queries) > 1:
        raise HTTPException(400, "more than one query in a request")
    graphs = DatasetGraphs(tuple(values.get("default-graph-uri", ())), tuple(values.get("named-graph-uri", ())))
    return Operation(queries[0] if queries else None, graphs)


def _with_query(operation: Operation) -> Operation:
    if operation.query is None:
        raise HTTPException(400, "the request has no query")
    return operation


def _pairs(encoded: bytes) -> Pairs:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise HTTPException(400, f"the parameters are not percent-encoded UTF-8: {error}") from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the query is not UTF-8: {error}") from error


def _content_type(header: str) -> tuple[str, str]:
    media_type, *parameters = (part.strip().lower() for part in header.split(";"))
    charset = next(
        (value.strip('"') for key, _, value in (part.partition("=") for part in parameters) if key == "charset"), ""
    )
    return media_type, charset
