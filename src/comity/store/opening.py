"""From what a person types after ``--store`` to a reader, and to what a server answers with."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pyoxigraph import Store

from comity.errors import DatasetError
from comity.store.building import build_store, current_store, dataset_digest, is_current
from comity.store.concurrent import Answers, SandboxAnswers, ThreadedAnswers
from comity.store.embedded import EmbeddedReader
from comity.store.limits import Limits
from comity.store.reader import Reader
from comity.store.remote import RemoteReader
from comity.store.sandbox import SandboxReader, Zygote

__all__ = ["DATASET_NAME", "STORE_NAME", "Capacity", "Served", "open_reader", "open_served"]

DATASET_NAME = "dataset.trig"
STORE_NAME = "store"

_MOST_IN_MEMORY = 256 * 2**20
"""Bytes of a dataset file up to which its store is held in memory: about a gigabyte of it."""

_OWN_LIMITS = Limits(seconds=60, rows=10_000_000, size=2**30, memory=4 * 2**30)
"""What the server's own questions may take: bounds all the same, should one of them be badly written."""

_OWN_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Capacity:
    """How a server answers: the limits of a query, how many run at a time, how many wait, where the data is held."""

    limits: Limits = field(default_factory=Limits)
    workers: int = 8
    queue: int = 32
    held: Literal["auto", "memory", "disk"] = "auto"


@dataclass(frozen=True, slots=True)
class Served:
    """What a server answers with: a reader for its own questions, answers for those of others.

    `is_confined` says whether what others ask can harm neither the server nor its host; `version` names the data, and
    is empty where it may change.
    """

    reader: Reader
    answers: Answers
    is_confined: bool
    version: str = ""


@contextmanager
def open_served(location: str, capacity: Capacity) -> Iterator[Served]:
    """Give what to serve an endpoint (a URL) or a folder that `comity build` made with.

    Raises:
        DatasetError: there is no dataset, or it cannot be opened.
    """
    if location.startswith(("http://", "https://")):
        remote = RemoteReader(location)
        yield Served(remote, ThreadedAnswers(remote), is_confined=True)
        return
    if sys.platform != "linux":
        reader = open_reader(location)
        yield Served(reader, ThreadedAnswers(reader), is_confined=False)
        return
    with Zygote(_data(Path(location), capacity.held)) as zygote:
        answers = SandboxAnswers(zygote, capacity.limits, capacity.workers, capacity.queue)
        with closing(SandboxReader(zygote, _OWN_LIMITS, _OWN_WORKERS)) as reader:
            yield Served(reader, answers, is_confined=True, version=dataset_digest(Path(location) / DATASET_NAME))


def _data(folder: Path, held: str) -> Path:
    """Return the dataset file, to be held in memory, or the folder of its store on disk.

    In memory a whole is read two to six times as fast, and on disk the things that very many others point to.
    """
    dataset, directory = folder / DATASET_NAME, folder / STORE_NAME
    try:
        is_small = dataset.stat().st_size <= _MOST_IN_MEMORY
    except OSError as error:
        raise DatasetError(f"there is no dataset {dataset}: {error}; 'comity build' makes one") from error
    if held == "memory" or (held == "auto" and is_small):
        return dataset
    if not is_current(dataset, directory):
        build_store(dataset, directory)
    return current_store(directory)


def open_reader(location: str) -> Reader:
    """Return a reader over an endpoint (a URL) or over a folder that `comity build` made.

    In a folder, ``dataset.trig`` is the truth: an embedded store that is missing or was made from other bytes is made
    anew before it is opened for reading.

    Raises:
        DatasetError: there is no dataset, or its store cannot be made or opened.
    """
    if location.startswith(("http://", "https://")):
        return RemoteReader(location)
    dataset, directory = Path(location) / DATASET_NAME, Path(location) / STORE_NAME
    if not is_current(dataset, directory):
        build_store(dataset, directory)
    try:
        return EmbeddedReader(Store.read_only(str(current_store(directory))))
    except (OSError, RuntimeError) as error:
        raise DatasetError(
            f"cannot open the store {directory}: {error}; remove it and it will be made again"
        ) from error
