"""The endpoint under attack: what a query may not do is stopped with its status, and others notice nothing."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from comity.store import Capacity, Limits, open_served
from comity.web import create_app

DATASET = Path(__file__).parent / "data" / "dataset.trig"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c"
DISTINCT = "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
CAPACITY = Capacity(Limits(seconds=1, rows=100, size=2**20, memory=64 * 2**20), workers=2, queue=2, held="memory")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="queries are confined on Linux alone")


@pytest.fixture(scope="module")
def attacked(serving: Callable[[FastAPI], AbstractContextManager[httpx.Client]]) -> Iterator[httpx.Client]:
    with (
        open_served(str(DATASET.parent), CAPACITY) as opened,
        serving(create_app(opened.reader, opened.answers)) as client,
    ):
        yield client


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        (ENDLESS, 503, "more time"),
        (SORTED, 503, "stopped"),
        (DISTINCT, 413, "bytes"),
        ("SELECT * { ?s ?p ?o . ?a ?b ?c }", 413, "LIMIT"),
        ("SELECT ?s { ?s ?p ?o } LIMIT 101", 413, "100 rows"),
        ("SELECT * { ?s ?p ?o", 400, "error at 1:20"),
    ],
)
def test_an_attack_is_answered_with_its_status(attacked: httpx.Client, query: str, status: int, told: str) -> None:
    answer = attacked.post("/sparql", data={"query": query})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/plain; charset=utf-8")
    assert told in answer.text
    assert attacked.get("/sparql", params={"query": COUNT}).status_code == 200


def test_pages_do_not_wait_for_queries(attacked: httpx.Client) -> None:
    address = str(attacked.base_url)
    attackers = [
        threading.Thread(target=lambda: httpx.post(f"{address}/sparql", data={"query": ENDLESS}, timeout=60))
        for _ in range(2)
    ]
    for attacker in attackers:
        attacker.start()
    time.sleep(0.2)
    assert attacked.get("/").status_code == 200
    for attacker in attackers:
        attacker.join()


def test_one_too_many_is_told_when_to_come_back(attacked: httpx.Client) -> None:
    address = str(attacked.base_url)
    statuses: list[tuple[int, str | None]] = []

    def attack() -> None:
        answer = httpx.post(f"{address}/sparql", data={"query": ENDLESS}, timeout=60)
        statuses.append((answer.status_code, answer.headers.get("retry-after")))

    attackers = [threading.Thread(target=attack) for _ in range(6)]
    for attacker in attackers:
        attacker.start()
    for attacker in attackers:
        attacker.join()
    assert {status for status, _ in statuses} == {503}
    assert statuses.count((503, "1")) >= 2


def test_a_client_that_leaves_takes_its_query_along(attacked: httpx.Client) -> None:
    for _ in range(6):  # three times as many as there are workers
        with pytest.raises(httpx.ReadTimeout):
            attacked.post("/sparql", data={"query": ENDLESS}, timeout=0.02)
    begun = time.monotonic()
    assert attacked.get("/sparql", params={"query": COUNT}).status_code == 200
    assert time.monotonic() - begun < 60
