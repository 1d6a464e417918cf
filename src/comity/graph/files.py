"""Datasets on disk: TriG, the same bytes for the same facts.

A dataset that is larger than memory is put together from blocks, one a graph, which were written before.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from comity.errors import DatasetError
from comity.graph.ordering import in_order
from comity.namespaces import PREFIXES

__all__ = ["Block", "join_blocks", "read_blocks", "read_dataset", "write_blocks", "write_dataset"]

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Block:
    """One graph of a dataset: where in a file it stands, in bytes, and how many quads it has."""

    graph: str
    file: Path
    start: int
    length: int
    quads: int


def write_dataset(quads: Iterable[ox.Quad], path: Path) -> int:
    """Write quads as TriG, sorted, beside the target and then in its place; return how many there are.

    Raises:
        DatasetError: the folder cannot be written.
    """
    with _replacing(path) as stream:
        return _serialize(in_order(quads, path), stream)


def write_blocks(quads: Iterable[ox.Quad], path: Path) -> tuple[Block, ...]:
    """Write quads as blocks, sorted, and return where each graph stands.

    Raises:
        DatasetError: the file cannot be written.
    """
    blocks: list[Block] = []
    with _refusing(path), path.open("wb") as stream:
        for graph, group in groupby(in_order(quads, path), key=lambda quad: quad.graph_name):
            start = stream.tell() + len(_header())
            count = _serialize(group, stream)
            blocks.append(Block(str(graph), path, start, stream.tell() - start, count))
    return tuple(blocks)


def join_blocks(blocks: Iterable[Block], path: Path) -> int:
    """Write blocks, each of another graph, as `write_dataset` would write their quads; return how many these are.

    Raises:
        DatasetError: the folder cannot be written, or a block cannot be read.
    """
    ordered = sorted(blocks, key=lambda block: block.graph)
    with _replacing(path) as stream:
        stream.write(_header() if ordered else b"")
        for block in ordered:
            for piece in _content(block):
                stream.write(piece)
    return sum(block.quads for block in ordered)


def read_blocks(blocks: Iterable[Block]) -> list[ox.Quad]:
    """Return the quads of blocks."""
    quads: list[ox.Quad] = []
    for block in blocks:
        quads += ox.parse(b"".join((_header(), *_content(block))), format=ox.RdfFormat.TRIG)
    return quads


def _content(block: Block) -> Iterator[bytes]:
    """Yield the bytes of a block in pieces: that of what was inferred has hundreds of megabytes."""
    left = block.length
    with block.file.open("rb") as part:
        part.seek(block.start)
        while left and (piece := part.read(min(left, _PIECE))):
            left -= len(piece)
            yield piece


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside the target that takes its place when all is written."""
    temporary = path.with_name(f".{path.name}.new")
    with _refusing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn the system's errors into ours."""
    try:
        yield
    except OSError as error:
        raise DatasetError(f"{path}: cannot be written ({error.strerror})") from error


@cache
def _header() -> bytes:
    """Return the declarations of the prefixes, with which every dataset and every file of blocks begins."""
    node = ox.NamedNode(PREFIXES["comity"])
    lines = ox.serialize([ox.Quad(node, node, node)], format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b""
    return b"".join(lines.splitlines(keepends=True)[: len(PREFIXES)])


def _serialize(quads: Iterable[ox.Quad], stream: BinaryIO) -> int:
    """Write quads as they come, after the header; return how many there were."""
    count = 0

    def counted() -> Iterator[ox.Quad]:
        nonlocal count
        for quad in quads:
            count += 1
            yield quad

    ox.serialize(counted(), stream, format=ox.RdfFormat.TRIG, prefixes=PREFIXES)
    return count


def read_dataset(path: Path) -> list[ox.Quad]:
    """Return the quads of an RDF file; its ending tells the format.

    Raises:
        DatasetError: the file is missing, of an unknown kind, or does not parse.
    """
    format_ = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
    if format_ is None:
        raise DatasetError(
            f"{path}: unknown ending {path.suffix!r}; expected .trig, .nq, .ttl, .nt or another RDF format"
        )
    try:
        return list(ox.parse(path=str(path), format=format_))
    except FileNotFoundError as error:
        raise DatasetError(f"{path}: no such file") from error
    except (SyntaxError, ValueError, OSError) as error:
        raise DatasetError(f"{path}: {error}") from error
