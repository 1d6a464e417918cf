"""Queries answered by confined processes without a thread that waits: for the event loop of a server."""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Protocol, cast

from comity.errors import BusyError, QueryStoppedError
from comity.store.frames import ANSWER, answered, written_question
from comity.store.limits import Limits
from comity.store.reader import WHOLE_DATASET, DatasetGraphs, Reader
from comity.store.sandbox import Worker, Zygote

__all__ = ["Answers", "SandboxAnswers", "ThreadedAnswers"]

_PATIENCE = 0.1
"""Seconds after which a query has to give way to shorter ones."""


class Answers(Protocol):
    """What answers queries in an event loop; it raises what `comity.store.Reader` raises."""

    async def answer(self, query: str, media_type: str, graphs: DatasetGraphs = WHOLE_DATASET) -> bytes:
        """Return the answer to a query of any form, written in this media type; cancelled, it ends the query."""

    def close(self) -> None:
        """Let go of what answers, in the event loop that has asked."""


class ThreadedAnswers:
    """`Answers` of a reader, each query in a thread, where it goes on when nobody waits for it any more."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def answer(self, query: str, media_type: str, graphs: DatasetGraphs = WHOLE_DATASET) -> bytes:
        """Return what the reader answers."""
        return await asyncio.to_thread(self._reader.answer, query, media_type, graphs)

    def close(self) -> None:
        """Have nothing to let go of."""


class SandboxAnswers:
    """`Answers` by at most `count` workers of a zygote; `queue` more may wait."""

    def __init__(self, zygote: Zygote, limits: Limits, count: int, queue: int) -> None:
        self._zygote = zygote
        self._limits = limits
        self._free = count
        self._queue = queue
        self._idle: list[_Talk] = []
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def answer(self, query: str, media_type: str, graphs: DatasetGraphs = WHOLE_DATASET) -> bytes:
        """Return the answer to a query of any form, as a worker wrote it in this media type.

        Raises:
            QueryStoppedError: the query took more time, memory or depth than it may.
            AnswerTooLargeError: its answer has too many rows or bytes.
            BusyError: as many as may wait are waiting.
        """
        deadline = asyncio.get_running_loop().time() + self._limits.seconds
        await self._place(deadline)
        try:
            talk = self._idle.pop() if self._idle else await self._new()
            letter, body = await talk.ask(written_question(query, media_type, graphs, self._limits), deadline)
            if talk.is_open:
                self._idle.append(talk)
        finally:
            self._leave()
        return answered(letter, body)

    def close(self) -> None:
        """End the workers that have nothing to do."""
        while self._idle:
            self._idle.pop().end("")

    async def _place(self, deadline: float) -> None:
        if self._free:
            self._free -= 1
            return
        if len(self._waiting) >= self._queue:
            raise BusyError(f"{self._queue} queries wait already; ask again in a moment")
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            async with asyncio.timeout_at(deadline):
                await turn
        except (TimeoutError, asyncio.CancelledError) as error:
            if turn.done() and not turn.cancelled():
                self._leave()  # the place was given just when nobody wanted it any more
            with suppress(ValueError):
                self._waiting.remove(turn)
            if isinstance(error, TimeoutError):
                raise BusyError("no worker has been free in time; ask again in a moment") from error
            raise

    def _leave(self) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    async def _new(self) -> "_Talk":
        """Return a talk with a new worker; one that nobody waits for any more is kept for the next query."""
        beginning = asyncio.ensure_future(self._begin())
        try:
            return await asyncio.shield(beginning)
        except asyncio.CancelledError:
            beginning.add_done_callback(lambda begun: self._idle.append(begun.result()))
            raise

    async def _begin(self) -> "_Talk":
        loop = asyncio.get_running_loop()
        worker = await loop.run_in_executor(None, self._zygote.worker, self._limits.memory)
        _, talk = await loop.create_unix_connection(lambda: _Talk(worker), sock=worker.connection)
        return talk


class _Talk(asyncio.Protocol):
    """The conversation with one worker."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._received = bytearray()
        self._answer: asyncio.Future[tuple[bytes, bytes]] | None = None
        self.is_open = True

    async def ask(self, frame: bytes, deadline: float) -> tuple[bytes, bytes]:
        """Return the letter and the body of the answer, if it comes in time; else the worker is no more."""
        loop = asyncio.get_running_loop()
        self._answer = loop.create_future()
        self._transport.write(frame)
        slow = loop.call_later(_PATIENCE, self._worker.give_way)
        late = loop.call_at(deadline, self.end, "the query was stopped: it took more time than a query may")
        try:
            return await self._answer
        except asyncio.CancelledError:
            self.end("nobody waits for the answer")
            raise
        finally:
            slow.cancel()
            late.cancel()
            if loop.time() > slow.when():
                self.end("")  # its low priority cannot be raised again

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is none by inheritance

    def data_received(self, data: bytes) -> None:
        """Take a part of the answer; hand it over when it is whole."""
        self._received += data
        if len(self._received) < ANSWER.size or self._answer is None:
            return
        letter, length = ANSWER.unpack_from(self._received)
        if len(self._received) == ANSWER.size + length:
            body, self._received = bytes(self._received[ANSWER.size :]), bytearray()
            if not self._answer.done():
                self._answer.set_result((letter, body))

    def connection_lost(self, error: Exception | None) -> None:  # noqa: ARG002 - either way the worker is gone
        """Say what became of the query."""
        self.end("the query was stopped: it took more memory, or went deeper, than a query may")

    def end(self, reason: str) -> None:
        """End the worker; whoever waits for an answer is told the reason."""
        if self.is_open:
            self.is_open = False
            self._worker.kill()
            self._transport.abort()
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(QueryStoppedError(reason))
