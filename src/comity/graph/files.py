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
from comity.namespaces import PREFIXES

__all__ = ["Block", "join_blocks", "read_blocks", "read_dataset", "write_blocks", "write_dataset"]


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
    ordered = sorted(set(quads), key=_order)
    with _replacing(path) as stream:
        ox.serialize(ordered, stream, format=ox.RdfFormat.TRIG, prefixes=PREFIXES)
    return len(ordered)


def write_blocks(quads: Iterable[ox.Quad], path: Path) -> tuple[Block, ...]:
    """Write quads as blocks, sorted, and return where each graph stands.

    Raises:
        DatasetError: the file cannot be written.
    """
    blocks: list[Block] = []
    with _refusing(path), path.open("wb") as stream:
        for graph, group in groupby(sorted(set(quads), key=_order), key=lambda quad: quad.graph_name):
            members, start = list(group), stream.tell()
            stream.write(_without_header(members))
            blocks.append(Block(str(graph), path, start, stream.tell() - start, len(members)))
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
            stream.write(_content(block))
    return sum(block.quads for block in ordered)


def read_blocks(blocks: Iterable[Block]) -> list[ox.Quad]:
    """Return the quads of blocks."""
    quads: list[ox.Quad] = []
    for block in blocks:
        quads += ox.parse(_header() + _content(block), format=ox.RdfFormat.TRIG)
    return quads


def _content(block: Block) -> bytes:
    with block.file.open("rb") as part:
        part.seek(block.start)
        return part.read(block.length)


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
    """Return the declarations of the prefixes, with which every dataset begins."""
    node = ox.NamedNode(PREFIXES["comity"])
    return _trig([ox.Quad(node, node, node)])[: -len(_without_header([ox.Quad(node, node, node)]))]


def _without_header(quads: list[ox.Quad]) -> bytes:
    return _trig(quads).split(b"\n", len(PREFIXES))[-1]


def _trig(quads: list[ox.Quad]) -> bytes:
    return ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b""


def _order(quad: ox.Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad)


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
