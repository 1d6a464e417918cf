"""Quads in the order in which datasets are written, however many there are."""

import tempfile
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby, islice
from pathlib import Path

import pyoxigraph as ox

__all__ = ["in_order"]

_HELD = 50_000
"""How many quads are sorted in memory; more are sorted in runs on disk, and the runs merged."""


def in_order(quads: Iterable[ox.Quad], beside: Path) -> Iterator[ox.Quad]:
    """Yield quads sorted by graph and then by their text, each once; runs are kept for the while `beside` a file.

    Raises:
        OSError: the runs cannot be written.
    """
    arriving = iter(quads)
    held = list(islice(arriving, _HELD))
    if len(held) < _HELD:
        yield from sorted(set(held), key=_order)
        return
    with tempfile.TemporaryDirectory(prefix=".runs-", dir=beside.parent) as folder:
        runs: list[Iterator[ox.Quad]] = []
        while held:
            runs.append(_run(held, Path(folder) / str(len(runs))))
            held = list(islice(arriving, _HELD))
        yield from (quad for quad, _ in groupby(merge(*runs, key=_order)))


def _run(quads: list[ox.Quad], path: Path) -> Iterator[ox.Quad]:
    ox.serialize(sorted(quads, key=_order), path, format=ox.RdfFormat.N_QUADS)
    return iter(ox.parse(path=path, format=ox.RdfFormat.N_QUADS))


def _order(quad: ox.Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad)
