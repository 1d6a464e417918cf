"""Datasets on disk: TriG, the same bytes for the same facts."""

import os
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from comity.errors import DatasetError
from comity.namespaces import PREFIXES

__all__ = ["read_dataset", "write_dataset"]


def write_dataset(quads: Iterable[ox.Quad], path: Path) -> int:
    """Write quads as TriG, sorted, beside the target and then in its place; return how many there are.

    Raises:
        DatasetError: the folder cannot be written.
    """
    ordered = sorted(set(quads), key=_order)
    temporary = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            ox.serialize(ordered, stream, format=ox.RdfFormat.TRIG, prefixes=PREFIXES)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        raise DatasetError(f"{path}: cannot be written ({error.strerror})") from error
    return len(ordered)


def _order(quad: ox.Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


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
