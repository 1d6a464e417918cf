"""From ``dataset.trig`` to the embedded store beside it.

The dataset file is the truth; the store is a cache of it. A store folder holds one sub-folder, named for the digest of
the dataset it was made from, and the file ``current`` that says which one is in use. A new store is written aside, and
``current`` is replaced in one step, so a reader finds the old store or the new one and never half of either.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from comity.errors import DatasetError

__all__ = ["build_store", "current_store", "dataset_digest", "fill", "is_current", "store_aside", "switch_store"]

_LAYOUT = "1"
"""Version of the rule by which quads are laid out; a store of another version is stale."""
_POINTER = "current"
_BATCH = 100_000
"""How many quads are put into a store at a time: Oxigraph would hold a million in memory."""


def build_store(dataset: Path, directory: Path) -> None:
    """Write the embedded store of a dataset file into a folder and switch to it; what was there before is removed.

    Raises:
        DatasetError: the file is missing or is not TriG (with line and column), or the folder cannot be written.
    """
    dataset_digest(dataset)
    with store_aside(directory) as aside:
        _write(dataset, aside)
        switch_store(aside, directory, dataset)


@contextmanager
def store_aside(directory: Path) -> Iterator[Path]:
    """Give an empty folder for a new store beside the one in use; only the one that is then in use is left.

    Raises:
        DatasetError: the folder cannot be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".building-", dir=directory))
        aside.chmod(0o755)  # others may read the store; mkdtemp thinks of secrets
    except OSError as error:
        raise DatasetError(f"cannot write the store {directory}: {error}") from error
    try:
        yield aside
    finally:
        _remove_all_but(directory, {_read_pointer(directory), _POINTER})


def switch_store(aside: Path, directory: Path, dataset: Path) -> None:
    """Take a closed store into use that holds what the dataset file holds.

    Raises:
        DatasetError: the dataset file is missing.
    """
    name = _name(dataset)
    shutil.rmtree(directory / name, ignore_errors=True)
    aside.rename(directory / name)
    pointer = directory / f".{_POINTER}"
    pointer.write_text(name, encoding="utf-8")
    pointer.replace(directory / _POINTER)


def is_current(dataset: Path, directory: Path) -> bool:
    """Return whether the folder holds the store of exactly this dataset file.

    Raises:
        DatasetError: the dataset file is missing.
    """
    return _read_pointer(directory) == _name(dataset) and current_store(directory).is_dir()


def current_store(directory: Path) -> Path:
    """Return the sub-folder of the store in use (it may be missing)."""
    return directory / (_read_pointer(directory) or _POINTER)


def dataset_digest(dataset: Path) -> str:
    """Return the SHA-256 of a dataset file, in hexadecimal digits.

    Raises:
        DatasetError: the file is missing.
    """
    try:
        with dataset.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise DatasetError(f"there is no dataset {dataset}: {error}; 'comity build' makes one") from error


def fill(store: Store, dataset: Path) -> None:
    """Load a dataset file into an empty store, every graph but the evidence graphs into the default graph as well.

    So the default graph is the union of the facts, and no query needs a list of graphs or a union mode.

    Raises:
        DatasetError: the file is missing or is not TriG (with line and column).
    """
    try:
        quads = _laid_out(parse(path=dataset, format=RdfFormat.TRIG))
        while batch := list(islice(quads, _BATCH)):
            store.bulk_extend(batch)
    except SyntaxError as error:
        raise DatasetError(f"{dataset} is not a readable dataset: {error}") from error
    except OSError as error:
        raise DatasetError(f"there is no dataset {dataset}: {error}; 'comity build' makes one") from error


def _laid_out(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield each quad, a fact also without its graph; blank nodes keep their labels."""
    nowhere = DefaultGraph()
    for quad in quads:
        yield quad
        graph = quad.graph_name
        if isinstance(graph, NamedNode) and not graph.value.endswith("/evidence"):
            yield Quad(quad.subject, quad.predicate, quad.object, nowhere)


def _write(dataset: Path, directory: Path) -> None:
    store = Store(directory)
    fill(store, dataset)
    store.flush()


def _name(dataset: Path) -> str:
    return f"{dataset_digest(dataset)}-{_LAYOUT}"


def _read_pointer(directory: Path) -> str:
    try:
        return (directory / _POINTER).read_text(encoding="utf-8")
    except OSError:
        return ""


def _remove_all_but(directory: Path, kept: set[str]) -> None:
    for path in directory.iterdir():
        if path.name in kept:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
