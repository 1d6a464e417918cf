"""From what a person types after ``--store`` to a reader."""

from pathlib import Path

from pyoxigraph import Store

from comity.errors import DatasetError
from comity.store.building import build_store, current_store, is_current
from comity.store.embedded import EmbeddedReader
from comity.store.reader import Reader
from comity.store.remote import RemoteReader

__all__ = ["DATASET_NAME", "STORE_NAME", "open_reader"]

DATASET_NAME = "dataset.trig"
STORE_NAME = "store"


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
