"""Queries answered by confined processes, so that none can harm the one that asks: see `comity.store.zygote`."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from comity.errors import BusyError, ConfigurationError, DatasetError, QueryStoppedError
from comity.store.answering import AnsweringReader
from comity.store.frames import ANSWER, NUMBER, READY, answered, receive, written_question
from comity.store.limits import Limits
from comity.store.reader import WHOLE_DATASET, DatasetGraphs

__all__ = ["SandboxReader", "Worker", "Zygote"]

_LEAST_PRIORITY: Final = 19
_SUPPORTED: Final = "linux"


@dataclass(frozen=True, slots=True)
class Worker:
    """A process that answers one query at a time, over its socket."""

    process: int
    connection: socket.socket

    def kill(self) -> None:
        """End it, whatever it is doing; what it has taken goes with it."""
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        self.connection.close()

    def give_way(self) -> None:
        """Let it run only when others have nothing to do."""
        with suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, self.process, _LEAST_PRIORITY)


class Zygote:
    """The process that holds the data and forks workers; it is started when it is made, and again should it ever end.

    Raises:
        DatasetError: the data cannot be opened.
        ConfigurationError: this system has no processes that can be confined.
    """

    def __init__(self, data: Path) -> None:
        if sys.platform != _SUPPORTED:
            raise ConfigurationError(f"queries can be confined on Linux alone; this is {sys.platform}")
        self._data = data
        self._lock = threading.Lock()
        self._start()

    def worker(self, memory: int) -> Worker:
        """Return a new worker, a fork of the zygote, within some milliseconds; `memory` is in bytes beyond the data."""
        with self._lock:
            try:
                return self._fork(memory)
            except OSError:
                self.close()
                self._start()
                return self._fork(memory)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the zygote, and with it every worker."""
        self._control.close()
        self._process.kill()
        self._process.wait()

    def _start(self) -> None:
        self._control, theirs = socket.socketpair()
        words = [sys.executable, "-m", "comity.store.zygote", str(theirs.fileno()), str(self._data)]
        with theirs:
            self._process = subprocess.Popen(words, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)  # noqa: S603 - ourselves
        told = self._control.recv(65536)
        if told != READY:
            self.close()
            raise DatasetError(told.decode() or f"the process that opens {self._data} ended without a word")

    def _fork(self, memory: int) -> Worker:
        self._control.sendall(memory.to_bytes(NUMBER, "big"))
        number, descriptors, _, _ = socket.recv_fds(self._control, NUMBER, 1)
        if not descriptors:
            raise ConnectionResetError("the zygote has ended")
        return Worker(int.from_bytes(number, "big"), socket.socket(fileno=descriptors[0]))


class SandboxReader(AnsweringReader):
    """A `comity.store.Reader` whose queries run in at most `count` workers; it may be used from several threads.

    A query waits for a worker as long as it may run, and no longer.
    """

    def __init__(self, zygote: Zygote, limits: Limits, count: int) -> None:
        self._zygote = zygote
        self._limits = limits
        self._places = threading.Semaphore(count)
        self._idle: list[Worker] = []

    def answer(self, query: str, media_type: str, graphs: DatasetGraphs = WHOLE_DATASET) -> bytes:
        """Return the answer to a query of any form, as a worker wrote it in this media type.

        Raises:
            QueryStoppedError: the query took more time, memory or depth than it may.
            AnswerTooLargeError: its answer has too many rows or bytes.
            BusyError: every worker is taken.
        """
        seconds = self._limits.seconds
        if not self._places.acquire(timeout=seconds):
            raise BusyError(f"no worker has been free for {seconds:g} s")
        try:
            worker = self._idle.pop() if self._idle else self._zygote.worker(self._limits.memory)
            try:
                frame = written_question(query, media_type, graphs, self._limits)
                letter, body = _asked(worker.connection, frame, seconds)
            except BaseException:
                worker.kill()
                raise
            self._idle.append(worker)
            return answered(letter, body)
        finally:
            self._places.release()

    def close(self) -> None:
        """End the workers that have nothing to do."""
        while self._idle:
            self._idle.pop().kill()


def _asked(connection: socket.socket, frame: bytes, seconds: float) -> tuple[bytes, bytes]:
    """Return the letter and the body of an answer, if it comes in time."""
    deadline = time.monotonic() + seconds
    try:
        connection.settimeout(seconds)
        connection.sendall(frame)
        head = receive(connection, ANSWER.size)
        if head:
            letter, length = ANSWER.unpack(head)
            connection.settimeout(max(deadline - time.monotonic(), 0.001))
            body = receive(connection, length)
            if len(body) == length:
                return letter, body
    except TimeoutError as error:
        raise QueryStoppedError(f"the query was stopped after {seconds:g} s") from error
    except ConnectionError:
        pass  # the same as a connection that ends
    raise QueryStoppedError("the query was stopped: it took more memory, or went deeper, than a query may")
