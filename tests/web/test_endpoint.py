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
from comity.web import Allowance, Policy, create_app

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
        serving(create_app(opened.reader, opened.answers, policy=Policy(version=opened.version))) as client,
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
        agent = {"user-agent": f"attacker {threading.get_ident()}"}
        answer = httpx.post(f"{address}/sparql", data={"query": ENDLESS}, headers=agent, timeout=60)
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


def test_the_same_answer_is_not_sent_twice(attacked: httpx.Client) -> None:
    first = attacked.get("/sparql", params={"query": COUNT})
    tag = first.headers["etag"]
    again = attacked.get("/sparql", params={"query": COUNT}, headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = attacked.get("/sparql", params={"query": COUNT}, headers={"if-none-match": tag, "accept": "text/csv"})
    assert (other.status_code, other.headers["etag"] != tag) == (200, True)
    assert attacked.get("/sparql", params={"query": COUNT}).content == first.content


def test_what_changes_has_no_tag(attacked: httpx.Client) -> None:
    answer = attacked.get("/sparql", params={"query": "SELECT (NOW() AS ?now) {}"})
    assert (answer.status_code, "etag" in answer.headers) == (200, False)


def test_a_query_in_the_browser_has_the_same_bounds(attacked: httpx.Client) -> None:
    answer = attacked.get("/sparql", params={"query": ENDLESS, "lang": "en"}, headers={"accept": "text/html"})
    assert (answer.status_code, "more time" in answer.text) == (503, True)


def test_who_has_used_up_their_time_is_told_when_to_come_back(
    serving: Callable[[FastAPI], AbstractContextManager[httpx.Client]],
) -> None:
    policy = Policy(Allowance(seconds=0.01))
    with (
        open_served(str(DATASET.parent), CAPACITY) as opened,
        serving(create_app(opened.reader, opened.answers, policy=policy)) as client,
    ):
        statuses = [client.get("/sparql", params={"query": f"{COUNT} # {number}"}) for number in range(60)]
        assert {answer.status_code for answer in statuses} == {200, 429}
        assert int(statuses[-1].headers["retry-after"]) >= 1
        assert client.get("/sparql", params={"query": COUNT}, headers={"user-agent": "another"}).status_code == 200
