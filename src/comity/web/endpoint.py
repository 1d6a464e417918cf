"""``/sparql``: the query endpoint as a plain ASGI application, so that nothing stands between it and the engine.

Queries run elsewhere, never in the event loop. A person's browser gets a page instead, with the same answer.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from comity.errors import AnswerTooLargeError, BusyError, ComityError, DatasetError, QueryError, QueryStoppedError
from comity.queries import check, query_form
from comity.store import Answers
from comity.web.cache import AnswerCache, Key, is_changing
from comity.web.clients import Allowance, Clients, client_of
from comity.web.description import ServiceDescription
from comity.web.formats import GRAPH_FORMATS, HTML, RESULT_FORMATS, offers
from comity.web.negotiation import Offer, choose
from comity.web.protocol import MAX_BODY, Operation, read_operation

__all__ = ["Console", "Endpoint", "Outcome", "Policy", "respond"]

_METHODS = "GET, HEAD, POST, OPTIONS"
_CORS = {"access-control-allow-origin": "*", "access-control-expose-headers": "etag, retry-after"}
_PREFLIGHT = {
    "allow": _METHODS,
    "access-control-allow-methods": _METHODS,
    "access-control-allow-headers": "accept, content-type, if-none-match",
    "access-control-max-age": "86400",
}
_VARY = {"vary": "Accept, Accept-Language"}
_STATUS: dict[type[ComityError], int] = {
    QueryStoppedError: 503,
    AnswerTooLargeError: 413,
    BusyError: 503,
    QueryError: 400,
    DatasetError: 503,
}
"""The status of an answer that tells of an error, the narrower ones first."""

_SECONDS_TO_SEND = 10
_WATCHED_AFTER = 0.05
"""Seconds after which we look whether the client still waits."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a query: its answer, in JSON or Turtle, or what is wrong with it and the status that says so."""

    query: str | None
    answer: bytes = b""
    problem: str = ""
    status: int = 200


Console = Callable[[Request, Outcome], Response]
"""What answers a browser: a page with the form and, when there is a query, its answer."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a client may have, and for which data answers are kept: none where its `version` is not known."""

    allowance: Allowance = field(default_factory=Allowance)
    version: str = ""
    cache_bytes: int = 64 * 2**20


class Endpoint:
    """The ASGI application of the endpoint."""

    def __init__(self, answers: Answers, description: ServiceDescription, console: Console, policy: Policy) -> None:
        self._answers = answers
        self._description = description
        self._console = console
        self._clients = Clients(policy.allowance)
        self._cache = AnswerCache(policy.version, policy.cache_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await respond(self._answer, scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        if request.method not in {"GET", "HEAD", "POST"}:
            return _text(405, f"use one of {_METHODS}", {"allow": _METHODS})
        body = await _body(request) if request.method == "POST" else b""
        content_type = request.headers.get("content-type", "")
        operation = read_operation(request.method, request.scope["query_string"], content_type, body)
        formats = offers(query_form(operation.query)) if operation.query is not None else GRAPH_FORMATS
        offer = choose(", ".join(request.headers.getlist("accept")), (*formats, HTML))
        if offer is None:
            raise HTTPException(406, f"the answer can be had as {', '.join(known.media_type for known in formats)}")
        if offer is HTML:
            return await self._page(request, operation)
        if operation.query is None:
            address = str(request.url.replace(query="", fragment=""))
            written = await run_in_threadpool(self._description.written, address, offer)
            return Response(written, headers={"content-type": offer.content_type})
        return await self.written(request, Key(operation.query, offer.written_as, operation.graphs), offer)

    async def written(self, request: Request, key: Key, offer: Offer) -> Response:
        """Return the answer to a query as its serialiser wrote it, or that the client's own copy is still good."""
        headers = {"content-type": offer.content_type}
        answer = self._cache.get(key)
        if answer is not None or (self._cache.is_on and not is_changing(key.query)):
            headers |= {"etag": self._cache.tag(key), "cache-control": "no-cache"}
            if headers["etag"] in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers=headers)
        return Response(await self._evaluated(request, key) if answer is None else answer, headers=headers)

    async def holds(self, request: Request, key: Key) -> bool:
        """Return the answer to an ASK, whose key says CSV."""
        return (self._cache.get(key) or await self._evaluated(request, key)).startswith(b"true")

    async def _page(self, request: Request, operation: Operation) -> Response:
        outcome = Outcome(operation.query)
        if operation.query is not None:
            is_graph = query_form(operation.query) in {"construct", "describe"}
            offer = (GRAPH_FORMATS if is_graph else RESULT_FORMATS)[0]
            key = Key(operation.query, offer.written_as, operation.graphs)
            try:
                outcome = Outcome(operation.query, self._cache.get(key) or await self._evaluated(request, key))
            except (QueryError, DatasetError) as error:
                outcome = Outcome(operation.query, problem=str(error), status=_status(error))
        return await run_in_threadpool(self._console, request, outcome)

    async def _evaluated(self, request: Request, key: Key) -> bytes:
        check(key.query)
        with self._clients.charged(client_of(request)):
            answer = await _while_wanted(request, self._answers.answer(key.query, key.media_type, key.graphs))
        self._cache.keep(key, answer)
        return answer


def _status(error: ComityError) -> int:
    return next(status for kind, status in _STATUS.items() if isinstance(error, kind))


async def respond(answer: Callable[[Request], Awaitable[Response]], scope: Scope, receive: Receive, send: Send) -> None:
    """Send the answer to a request, or what is wrong with it as text with its status; any origin may read either."""
    request = Request(scope, receive)
    try:
        response = await answer(request)
    except ClientDisconnect:
        return
    except HTTPException as refusal:
        response = _text(refusal.status_code, refusal.detail, refusal.headers)
    except (QueryError, DatasetError) as error:
        response = _text(_status(error), str(error), {"retry-after": "1"} if isinstance(error, BusyError) else None)
    response.headers.update(_CORS | _VARY)
    await response(scope, receive, send)


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
    try:
        async with asyncio.timeout(_SECONDS_TO_SEND):
            async for part in request.stream():
                parts += part
                if len(parts) > MAX_BODY:
                    raise HTTPException(413, f"a request body has at most {MAX_BODY:,} bytes")
    except TimeoutError as error:
        raise HTTPException(408, f"the request was not sent within {_SECONDS_TO_SEND} s") from error
    return bytes(parts)


def _text(status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    return Response(f"{message}\n", status, headers, "text/plain")
