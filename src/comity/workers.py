"""Work done by one process or by several; the results come in the order of the things either way."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
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
    with ProcessPoolExecutor(count) as pool:

        def mapped(function: Callable[[Given], Made], things: Iterable[Given], /) -> Iterator[Made]:
            waiting: deque[Future[Made]] = deque()
            for thing in things:
                waiting.append(pool.submit(function, thing))
                if len(waiting) >= count * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

        yield mapped
