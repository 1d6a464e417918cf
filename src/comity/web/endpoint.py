"""``/sparql``: the query endpoint as a plain ASGI application, so that nothing stands between it and the engine.

Queries run in a thread, never in the event loop. A person's browser gets a page instead, with the same answer.
"""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from comity.errors import DatasetError, QueryError
from comity.queries import check, query_form
from comity.store import Reader
from comity.web.description import service_description
from comity.web.formats import GRAPH_FORMATS, HTML, offers
from comity.web.negotiation import choose
from comity.web.protocol import MAX_BODY, Operation, read_operation

__all__ = ["Console", "Endpoint"]

Console = Callable[[Request, Operation], Response]
"""What answers a browser: a page with the form and, when there is a query, its answer."""

_METHODS = "GET, HEAD, POST, OPTIONS"
_CORS = {"access-control-allow-origin": "*"}
_PREFLIGHT = {
    "allow": _METHODS,
    "access-control-allow-methods": _METHODS,
    "access-control-allow-headers": "accept, content-type",
    "access-control-max-age": "86400",
}


class Endpoint:
    """The ASGI application of the endpoint over one reader."""

    def __init__(self, reader: Reader, console: Console) -> None:
        self._reader = reader
        self._console = console

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except ClientDisconnect:
            return
        except HTTPException as refusal:
            response = _text(refusal.status_code, refusal.detail)
        except QueryError as error:
            response = _text(400, str(error))
        except DatasetError as error:
            response = _text(503, str(error))
        response.headers.update({**_CORS, "vary": "Accept, Accept-Language"})
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        if request.method not in {"GET", "HEAD", "POST"}:
            response = _text(405, f"use one of {_METHODS}")
            response.headers["allow"] = _METHODS
            return response
        body = await _body(request) if request.method == "POST" else b""
        content_type = request.headers.get("content-type", "")
        operation = read_operation(request.method, request.scope["query_string"], content_type, body)
        return await run_in_threadpool(self._evaluate, request, operation)

    def _evaluate(self, request: Request, operation: Operation) -> Response:
        written = offers(query_form(operation.query)) if operation.query is not None else GRAPH_FORMATS
        offer = choose(", ".join(request.headers.getlist("accept")), (*written, HTML))
        if offer is None:
            raise HTTPException(406, f"the answer can be had as {', '.join(known.media_type for known in written)}")
        if offer is HTML:
            return self._console(request, operation)
        if operation.query is None:
            address = str(request.url.replace(query="", fragment=""))
            return Response(service_description(address, offer), headers={"content-type": offer.content_type})
        check(operation.query)
        answer = self._reader.answer(operation.query, offer.written_as, operation.graphs)
        return Response(answer, headers={"content-type": offer.content_type})


async def _body(request: Request) -> bytes:
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > MAX_BODY:
            raise HTTPException(413, f"a request body has at most {MAX_BODY:,} bytes")
    return bytes(parts)


def _text(status: int, message: str) -> Response:
    return Response(f"{message}\n", status, media_type="text/plain")
