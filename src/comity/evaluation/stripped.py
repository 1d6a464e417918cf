"""Marked-up texts read without their mark-up: what extraction finds by itself, beside what the editors marked.

The figures of a body are sums over its documents; their intervals are those of a bootstrap over documents (Efron 1979),
since the citations of one text are not independent of each other.
"""

import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from comity.errors import SourceError
from comity.evaluation.figures import Share
from comity.model import Source
from comity.sources import find_documents, read_file, read_source

__all__ = ["Count", "Disagreement", "figures_of", "marked_sources", "series_of"]

_SAMPLES = 1000
_SEED = 20250901
_INTERVAL = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What extraction and the editors do not agree on: `outcome` is "missed", "wrong", or why it is not counted.

    `item` is a symbol or the beginning of a paragraph, `paragraph` its number, `words` the words it rests on.
    """

    document: str
    outcome: str
    item: str
    words: str = ""
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of one document were found rightly, found wrongly and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0


def marked_sources(paths: Iterable[Path]) -> Iterator[Source]:
    """Yield the marked-up documents of files, folders and tar archives; what has no mark-up is passed over.

    Raises:
        SourceError: a path does not exist, a file cannot be read, or none has mark-up.
    """
    found = False
    for path in paths:
        for source in _archived(path) if path.is_file() and tarfile.is_tarfile(path) else _stored(path):
            if source.markup is not None:
                found = True
                yield source
    if not found:
        raise SourceError(
            "no document with mark-up was found; expected Akoma Ntoso files, a folder or an archive of them"
        )


def _stored(path: Path) -> Iterator[Source]:
    # Files of one name in several folders are read one by one and need no telling apart.
    yield from map(read_file, sorted(path.rglob("*.xml")) if path.is_dir() else find_documents([path]))


def _archived(path: Path) -> Iterator[Source]:
    with tarfile.open(path) as archive:
        for member in archive:
            data = archive.extractfile(member) if member.name.endswith(".xml") else None
            if data is not None:
                yield read_source(data.read(), Path(member.name).stem, name=member.name)


def series_of(source: Source) -> str:
    """Return the series of a document, as its record tells it: "General Assembly, resolution"."""
    record = source.markup.record if source.markup is not None else None
    told = (record.body, record.genre) if record is not None else ()
    return ", ".join(word for word in told if word) or "unknown"


def figures_of(counts: Sequence[Count]) -> tuple[Share | None, Share | None, Share | None]:
    """Return precision, recall and F1 of some documents; None of what nothing was found or expected."""
    table = np.array([(count.right, count.wrong, count.missed) for count in counts], dtype=float).reshape(-1, 3)
    if not len(table):
        return None, None, None
    drawn = np.random.default_rng(_SEED).integers(len(table), size=(_SAMPLES, len(table)))
    samples = table[drawn].sum(axis=1)
    right, wrong, missed = table.sum(axis=0)
    return (
        _share(right, right + wrong, samples, (1, 1, 1, 0)),
        _share(right, right + missed, samples, (1, 1, 0, 1)),
        _share(2 * right, 2 * right + wrong + missed, samples, (2, 2, 1, 1)),
    )


def _share(part: float, whole: float, samples: NDArray[np.float64], way: tuple[int, int, int, int]) -> Share | None:
    """Return a share; `way` is by what the right ones count in it, and the right, wrong and missed ones below it."""
    if not whole:
        return None
    wholes = samples @ np.array(way[1:], dtype=float)
    low, high = np.percentile(way[0] * samples[wholes > 0, 0] / wholes[wholes > 0], _INTERVAL)
    return Share(part / whole, float(low), float(high))
