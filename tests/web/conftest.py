import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from comity.store import EmbeddedReader
from comity.web import create_app

DATASET = Path(__file__).parent / "data" / "dataset.trig"


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Serve an application for real, on a free port, and yield its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", h11_max_incomplete_event_size=256 * 1024))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def reader() -> EmbeddedReader:
    return EmbeddedReader.load(DATASET)


@pytest.fixture(scope="session")
def address(reader: EmbeddedReader) -> Iterator[str]:
    with served(create_app(reader, dataset_file=DATASET)) as address:
        yield address


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as client:
        yield client
