"""Processes that are confined, over the same data in memory and on disk."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.store import EmbeddedReader, build_store
from comity.store.building import current_store
from comity.store.sandbox import Zygote

DATASET = Path(__file__).parents[1] / "web" / "data" / "dataset.trig"


@pytest.fixture(scope="session", params=["memory", "disk"])
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what a zygote opens: the dataset file, or the folder of its store."""
    if request.param == "memory":
        return DATASET
    folder = tmp_path_factory.mktemp("store")
    build_store(DATASET, folder)
    return current_store(folder)


@pytest.fixture(scope="session")
def zygote(data: Path) -> Iterator[Zygote]:
    if sys.platform != "linux":
        pytest.skip("processes are confined on Linux alone")
    with Zygote(data) as zygote:
        yield zygote


@pytest.fixture(scope="session")
def engine() -> EmbeddedReader:
    return EmbeddedReader.load(DATASET)
