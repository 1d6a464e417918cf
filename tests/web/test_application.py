import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

import httpx
import pytest
from fastapi import FastAPI
from pyoxigraph import Store

from comity.store import EmbeddedReader, RemoteReader
from comity.web import create_app
from comity.web.security import HEADERS

Serving = Callable[[FastAPI], AbstractContextManager[httpx.Client]]


def test_health(client: httpx.Client) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")


@pytest.mark.parametrize("path", ["/", "/sparql", "/health", "/static/style.css", "/nothing", "/id/state/KAZ.ttl"])
def test_every_answer_has_the_headers_that_protect(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    for name, value in HEADERS.items():
        assert headers[name] == value
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/static/../application.py", "/static/%2e%2e/application.py", "/static/none.css"])
def test_static_files_are_those_of_the_folder(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_head_of_a_page(client: httpx.Client) -> None:
    answer = client.head("/")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.fixture
def orphan() -> FastAPI:
    """Return an application whose store is gone."""
    return create_app(RemoteReader("http://127.0.0.1:9/sparql"), title="Orphan")


@pytest.mark.parametrize("path", ["/health", "/", "/sparql?query=ASK%7B%7D"])
def test_a_store_that_is_gone_is_503(serving: Serving, orphan: FastAPI, path: str) -> None:
    with serving(orphan) as client:
        assert client.get(path).status_code == 503


@pytest.mark.parametrize(
    "path", ["/", "/network", "/citations", "/ontology", "/data", "/queries/stances", "/search?q=x"]
)
def test_an_empty_store_has_pages_too(serving: Serving, path: str) -> None:
    with serving(create_app(EmbeddedReader(Store()))) as client:
        assert client.get(path).status_code == 200


def test_without_a_dataset_file_there_is_nothing_to_download(serving: Serving, reader: EmbeddedReader) -> None:
    with serving(create_app(reader)) as client:
        assert client.get("/data/dataset.trig").status_code == 404
        assert client.get("/data").status_code == 200


def test_title_and_base_are_those_given(serving: Serving, reader: EmbeddedReader) -> None:
    app = create_app(reader, base_iri="https://example.org/", title="Мой граф <b>")
    with serving(app) as client:
        assert "Мой граф &lt;b&gt;" in client.get("/?lang=ru").text
        assert client.get("/id/state/KAZ").status_code == 404


def test_many_readers_at_once(client: httpx.Client, address: str) -> None:
    statuses: list[int] = []

    def read() -> None:
        agent = {"user-agent": f"reader {threading.get_ident()}"}
        with httpx.Client(base_url=address, timeout=60, headers=agent) as own:
            statuses.extend(own.get(path).status_code for path in ("/", "/id/state/KAZ", "/sparql?query=ASK%7B%7D") * 3)

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 72
    assert client.get("/health").status_code == 200
