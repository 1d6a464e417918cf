import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from comity.store import Capacity, EmbeddedReader, open_served
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


Serving = Callable[[FastAPI], AbstractContextManager[httpx.Client]]


@contextmanager
def client_of(app: FastAPI) -> Iterator[httpx.Client]:
    with served(app) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


@pytest.fixture(scope="session")
def serving() -> Serving:
    """Return what serves an application for real and gives a client of it."""
    return client_of


@pytest.fixture(scope="session")
def reader() -> EmbeddedReader:
    return EmbeddedReader.load(DATASET)


@pytest.fixture(scope="session")
def client(serving: Serving) -> Iterator[httpx.Client]:
    """Return a client of the whole application, its queries confined where they can be."""
    with (
        open_served(str(DATASET.parent), Capacity(held="memory")) as opened,
        serving(create_app(opened.reader, opened.answers, dataset_file=DATASET)) as client,
    ):
        yield client


@pytest.fixture(scope="session")
def address(client: httpx.Client) -> str:
    return str(client.base_url).rstrip("/")
