"""A real server that does what it is told, which is mostly what servers should not do."""

import io
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import docx
import pytest

from comity.fetching import Cache, Client, Library, Manners
from comity.settings import settings

Behaviour = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """Behaves at each path as scripted: one behaviour a request, the last one for ever."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.scripts: dict[str, list[Behaviour]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Clients may leave early."""

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def script(self, path: str, *behaviours: Behaviour) -> str:
        self.scripts[path] = list(behaviours)
        return self.url(path)

    def asked(self, path: str) -> list[dict[str, str]]:
        """Return the headers of each request of a path."""
        return [headers for asked, headers in self.requests if asked == path]

    @staticmethod
    def gives(
        body: bytes = b"", media_type: str = "application/pdf", status: int = 200, headers: dict[str, str] | None = None
    ) -> Behaviour:
        def behave(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in {"Content-Type": media_type, "Content-Length": len(body), **(headers or {})}.items():
                handler.send_header(name, str(value))
            handler.end_headers()
            handler.wfile.write(body)

        return behave

    def says(self, status: int, **headers: str) -> Behaviour:
        return self.gives(status=status, headers={name.replace("_", "-"): value for name, value in headers.items()})

    @staticmethod
    def resets(handler: BaseHTTPRequestHandler) -> None:
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()

    def stays_silent(self, handler: BaseHTTPRequestHandler) -> None:  # noqa: ARG002
        self.over.wait(30)

    def drips(self, handler: BaseHTTPRequestHandler) -> None:
        """Send a head that does not end, a byte at a time."""
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.over.wait(0.02):
            handler.wfile.write(b".")

    @staticmethod
    def never_ends(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        while True:
            handler.wfile.write(b"1000\r\n" + b"%" * 0x1000 + b"\r\n")


class Handler(BaseHTTPRequestHandler):
    """Passes requests to the script."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.server.requests.append((path, dict(self.headers)))
        script = self.server.scripts.get(path) or [Server.gives(status=404)]
        behaviour = script.pop(0) if len(script) > 1 else script[0]
        self.close_connection = True
        behaviour(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the parent
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield running
        running.over.set()
        running.shutdown()
        thread.join()


@pytest.fixture
def manners() -> Manners:
    """Manners without pauses, for a server that does not mind."""
    return Manners(
        contact="https://example.org/about",
        interval=0,
        attempts=3,
        longest_wait=5,
        connect=5,
        read=20,
        whole=30,
        maximum_bytes=100_000,
    )


@pytest.fixture
def client(manners: Manners) -> Iterator[Client]:
    with Client(manners) as client:
        yield client


@pytest.fixture
def hasty(manners: Manners) -> Iterator[Client]:
    """A client that waits for nothing."""
    with Client(replace(manners, read=0.2, whole=0.5, attempts=2)) as client:
        yield client


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "texts", tmp_path / "texts" / "manifest.jsonl", "United Nations")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Read the settings anew, from an environment that names no cache but our own and no proxy."""
    monkeypatch.setenv("COMITY_FETCH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    settings.cache_clear()
    yield
    settings.cache_clear()


def word_document(*paragraphs: str, header: str = "") -> bytes:
    """Return a small document of Word, each paragraph in runs of three letters, as its own habit is."""
    document = docx.Document()
    for words in paragraphs:
        paragraph = document.add_paragraph()
        for start in range(0, len(words), 3):
            paragraph.add_run(words[start : start + 3])
    document.sections[0].header.paragraphs[0].text = header
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.fixture(scope="session")
def word() -> Callable[..., bytes]:
    return word_document
