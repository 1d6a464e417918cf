"""The reading half of the SPARQL 1.1 Graph Store HTTP Protocol: ``/graphs?graph=IRI`` and ``/graphs?default``.

https://www.w3.org/TR/sparql11-http-rdf-update/. A graph is had under the same limits as the answer to a query.
"""

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from comity.store import WHOLE_DATASET, DatasetGraphs
from comity.web.cache import Key
from comity.web.endpoint import Endpoint, respond
from comity.web.formats import GRAPH_FORMATS
from comity.web.negotiation import choose

__all__ = ["GraphStore"]

_EVERYTHING = "CONSTRUCT { ?subject ?predicate ?object } WHERE { ?subject ?predicate ?object }"
_ANYTHING = "ASK { ?subject ?predicate ?object }"
_METHODS = "GET, HEAD"


class GraphStore:
    """The ASGI application that answers with whole graphs, evaluated by the endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await respond(self._answer, scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method not in {"GET", "HEAD"}:
            raise HTTPException(405, "graphs are for reading here", {"allow": _METHODS})
        graphs = _asked_for(request.scope["query_string"])
        offer = choose(", ".join(request.headers.getlist("accept")), GRAPH_FORMATS)
        if offer is None:
            raise HTTPException(406, f"a graph can be had as {', '.join(known.media_type for known in GRAPH_FORMATS)}")
        if not await self._endpoint.holds(request, Key(_ANYTHING, "text/csv", graphs)):
            raise HTTPException(404, f"there is no graph {' '.join(graphs.default)}")
        return await self._endpoint.written(request, Key(_EVERYTHING, offer.written_as, graphs), offer)


def _asked_for(query_string: bytes) -> DatasetGraphs:
    """Return the one graph that is asked for.

    Raises:
        HTTPException: 400 where it is not exactly one.
    """
    try:
        asked = parse_qsl(query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=10)
    except ValueError as error:
        raise HTTPException(400, f"the parameters are not percent-encoded UTF-8: {error}") from error
    named = [value for name, value in asked if name == "graph"]
    is_default = ("default", "") in asked
    if len(named) + is_default != 1:
        raise HTTPException(400, "expected one graph: ?graph=IRI, or ?default")
    return DatasetGraphs(default=tuple(named)) if named else WHOLE_DATASET
