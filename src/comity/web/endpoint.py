"""``/sparql``: the query endpoint as a plain ASGI application, so that nothing stands between it and the engine.

Queries run elsewhere, never in the event loop. A person's browser gets a page instead, with the same answer.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from comity.errors import AnswerTooLargeError, BusyError, ComityError, DatasetError, QueryError, QueryStoppedError
from comity.queries import check, query_form
from comity.store import Answers
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
_STATUS: dict[type[ComityError], int] = {
    QueryStoppedError: 503,
    AnswerTooLargeError: 413,
    BusyError: 503,
    QueryError: 400,
    DatasetError: 503,
}
"""The status of an answer that tells of an error, the narrower ones first."""

_SOON = {"retry-after": "1"}
_WATCHED_AFTER = 0.05
"""Seconds after which we look whether the client still waits."""


class Endpoint:
    """The ASGI application of the endpoint."""

    def __init__(self, answers: Answers, console: Console) -> None:
        self._answers = answers
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
        except (QueryError, DatasetError) as error:
            status = next(status for kind, status in _STATUS.items() if isinstance(error, kind))
            response = _text(status, str(error))
            response.headers.update(_SOON if isinstance(error, BusyError) else {})
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
        written = offers(query_form(operation.query)) if operation.query is not None else GRAPH_FORMATS
        offer = choose(", ".join(request.headers.getlist("accept")), (*written, HTML))
        if offer is None:
            raise HTTPException(406, f"the answer can be had as {', '.join(known.media_type for known in written)}")
        if offer is HTML:
            return await run_in_threadpool(self._console, request, operation)
        if operation.query is None:
            address = str(request.url.replace(query="", fragment=""))
            return Response(service_description(address, offer), headers={"content-type": offer.content_type})
        check(operation.query)
        answering = self._answers.answer(operation.query, offer.written_as, operation.graphs)
        answer = await _while_wanted(request, answering)
        return Response(answer, headers={"content-type": offer.content_type})


async def _while_wanted(request: Request, answering: Coroutine[Any, Any, bytes]) -> bytes:
    """Return the answer, unless the client leaves before it is there."""
    task = asyncio.ensure_future(answering)
    try:
        await asyncio.wait({task}, timeout=_WATCHED_AFTER)
        while not task.done():
            if await request.is_disconnected():
                raise ClientDisconnect
            await asyncio.wait({task}, timeout=_WATCHED_AFTER)
        return task.result()
    finally:
        task.cancel()


async def _body(request: Request) -> bytes:
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > MAX_BODY:
            raise HTTPException(413, f"a request body has at most {MAX_BODY:,} bytes")
    return bytes(parts)


def _text(status: int, message: str) -> Response:
    return Response(f"{message}\n", status, media_type="text/plain")
