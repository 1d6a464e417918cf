"""Documents read by one process or by several; the results come in the order of the files either way."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from comity.pipeline.records import Result

__all__ = ["working"]

_CHUNK = 8
Reading = Callable[[Path], Result]


@contextmanager
def working(count: int) -> Iterator[Callable[[Reading, Sequence[Path]], Iterable[Result]]]:
    """Give a map over files that runs in `count` processes."""
    if count == 1:
        yield map
        return
    with ProcessPoolExecutor(count) as pool:
        yield partial(pool.map, chunksize=_CHUNK)
