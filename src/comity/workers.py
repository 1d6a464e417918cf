"""Work done by one process or by several; the results come in the order of the things either way."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from threading import Thread
from typing import Protocol, TypeVar

__all__ = ["Mapping", "working"]

_AHEAD = 8
Given = TypeVar("Given")
Made = TypeVar("Made")


class Mapping(Protocol):
    """A map: a function over things, lazily, its results in the order of the things."""

    def __call__(self, function: Callable[[Given], Made], things: Iterable[Given], /) -> Iterator[Made]:
        """Yield the result for every thing."""


@contextmanager
def working(count: int) -> Iterator[Mapping]:
    """Give a map that runs in `count` processes and takes things only as they are needed."""
    if count == 1:
        yield map
        return
    with ProcessPoolExecutor(count, initializer=_end_with_parent) as pool:

        def mapped(function: Callable[[Given], Made], things: Iterable[Given], /) -> Iterator[Made]:
            waiting: deque[Future[Made]] = deque()
            for thing in things:
                waiting.append(pool.submit(function, thing))
                if len(waiting) >= count * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

        yield mapped


def _end_with_parent() -> None:
    """See to it that a worker does not wait for ever for work from a process that was killed."""
    Thread(target=_await_parent, daemon=True).start()


def _await_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
