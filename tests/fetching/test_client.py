import gzip
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from comity import __version__
from comity.errors import FetchError
from comity.fetching import Client, Manners
from comity.fetching.client import Answer, retry_after

Server = Any  # the class is in conftest.py
TEXT = b"%PDF-1.7 text %%EOF"


def test_an_answer_is_the_body_its_type_and_what_tells_a_newer_one(server: Server, client: Client) -> None:
    headers = {"ETag": '"1"', "Last-Modified": "Fri, 05 Sep 2025 10:00:00 GMT"}
    url = server.script("/a", server.gives(TEXT, "Application/PDF; charset=binary", headers=headers))
    assert client.get(url, {}) == Answer(TEXT, "application/pdf", '"1"', "Fri, 05 Sep 2025 10:00:00 GMT")


def test_the_server_reads_who_asks(server: Server, client: Client) -> None:
    client.get(server.script("/a", server.gives(TEXT)), {})
    assert server.asked("/a")[0]["User-Agent"] == f"Comity/{__version__} (+https://example.org/about)"


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_passing_fault_is_asked_again(server: Server, client: Client, status: int) -> None:
    url = server.script("/a", server.says(status), server.says(status, Retry_After="0"), server.gives(TEXT))
    found = client.get(url, {})
    assert found
    assert found.body == TEXT
    assert len(server.asked("/a")) == 3


@pytest.mark.parametrize("status", [201, 202, 206, 304, 400, 401, 403, 404, 410, 501])
def test_a_lasting_one_is_not(server: Server, client: Client, status: int) -> None:
    with pytest.raises(FetchError, match=rf"^the server answered {status} .*; expected 200 OK$"):
        client.get(server.script("/a", server.says(status)), {})
    assert len(server.asked("/a")) == 1


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        ("resets", r"the connection broke"),
        ("cuts", r"the connection broke \(.*without sending complete message body.*\)"),
        ("cuts_compressed", r"the connection broke \(.*without sending complete message body.*\)"),
        ("garbles", r"the body is not compressed as its header says"),
        ("breaks", r"the connection broke"),
        ("always_busy", r"the server answered 503 Service Unavailable"),
    ],
)
def test_faults_that_stay_end_after_the_last_attempt(
    server: Server, client: Client, behaviour: str, words: str
) -> None:
    compressed = {"Content-Encoding": "gzip"}
    behaviours = {
        "resets": server.resets,
        "cuts": server.gives(TEXT, headers={"Content-Length": "1000"}),
        "cuts_compressed": server.gives(gzip.compress(TEXT), headers={"Content-Length": "1000", **compressed}),
        "garbles": server.gives(b"no gzip at all", headers=compressed),
        "breaks": lambda handler: handler.wfile.write(b"no HTTP at all\r\n\r\n"),
        "always_busy": server.says(503),
    }
    with pytest.raises(FetchError, match=rf"^{words}.* \(attempts: 3\)$"):
        client.get(server.script("/a", behaviours[behaviour]), {})
    assert len(server.asked("/a")) == 3


@pytest.mark.parametrize(
    ("behaviour", "words"), [("stays_silent", "silent for too long"), ("drips", "no full answer in 0.5 s")]
)
def test_a_slow_server_is_not_waited_for(server: Server, hasty: Client, behaviour: str, words: str) -> None:
    with pytest.raises(FetchError, match=rf"^{words}.* \(attempts: 2\)$"):
        hasty.get(server.script("/a", getattr(server, behaviour)), {})
    assert len(server.asked("/a")) == 2


def test_where_nobody_listens_there_is_no_connection(server: Server, client: Client) -> None:
    url = server.url("/a")
    server.socket.close()
    with pytest.raises(FetchError, match=r"^no connection \(.+\) \(attempts: 3\)$"):
        client.get(url, {})


def test_a_compressed_answer_is_unpacked(server: Server, client: Client) -> None:
    found = client.get(server.script("/a", server.gives(gzip.compress(TEXT), headers={"Content-Encoding": "gzip"})), {})
    assert found
    assert found.body == TEXT
    assert server.asked("/a")[0]["Accept-Encoding"] == "identity"


@pytest.mark.parametrize("form", ["announced", "unpacked", "endless"])
def test_a_huge_answer_is_refused_at_the_limit(server: Server, client: Client, form: str) -> None:
    behaviours = {
        "announced": server.gives(TEXT, headers={"Content-Length": "100001"}),
        "unpacked": server.gives(gzip.compress(b" " * 10_000_000), headers={"Content-Encoding": "gzip"}),
        "endless": server.never_ends,
    }
    with pytest.raises(FetchError, match=r"^more than 100,000 bytes; expected at most that many$"):
        client.get(server.script("/a", behaviours[form]), {})
    assert len(server.asked("/a")) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(server: Server, client: Client, status: int) -> None:
    server.script("/b", server.gives(TEXT))
    found = client.get(server.script("/a", server.says(status, Location="/b")), {})
    assert found
    assert found.body == TEXT


def test_a_circle_of_redirects_ends(server: Server, client: Client) -> None:
    server.script("/b", server.says(302, Location="/a"))
    with pytest.raises(FetchError, match=r"^redirects more than 5 times, the last time to http://127.*/a$"):
        client.get(server.script("/a", server.says(302, Location="/b")), {})
    assert len(server.requests) == 6


@pytest.mark.parametrize("target", ["ftp://example.org/a", "file:///etc/passwd", "data:text/plain,a"])
def test_a_redirect_leads_to_the_web_only(server: Server, client: Client, target: str) -> None:
    with pytest.raises(FetchError, match=r"leads to (?:.*; expected an http or https|what is no) address"):
        client.get(server.script("/a", server.says(302, Location=target)), {})


def test_a_redirect_to_nowhere_is_refused(server: Server, client: Client) -> None:
    with pytest.raises(FetchError, match=r"^the server answered 302 Found; expected 200 OK$"):
        client.get(server.script("/a", server.says(302)), {})


def test_nothing_newer_is_nothing(server: Server, client: Client) -> None:
    url = server.script("/a", server.says(304))
    assert client.get(url, {"If-None-Match": '"1"'}) is None
    assert server.asked("/a")[0]["If-None-Match"] == '"1"'


def test_a_server_that_wants_to_be_left_alone_is_not_asked_again(server: Server, client: Client) -> None:
    busy, other = server.script("/a", server.says(429, Retry_After="3600")), server.script("/b", server.gives(TEXT))
    for url in (busy, other):
        with pytest.raises(FetchError, match=r"^127\.0\.0\.1 asks to be left alone for 3600 s; at most 5 s are waited"):
            client.get(url, {})
    assert len(server.requests) == 1


def test_the_pauses_between_attempts_double(manners: Manners) -> None:
    client = Client(replace(manners, interval=1.0))
    for attempt in range(1, 6):
        pauses = {client._pause(attempt) for _ in range(100)}
        assert 0.75 * 2**attempt <= min(pauses) < max(pauses) <= 1.25 * 2**attempt


NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, 0),
        ("0", 0),
        ("120", 120),
        (" 7 ", 7),
        ("9" * 400, float("inf")),
        ("Sun, 22 Nov 2026 12:01:00 GMT", 60),
        ("Sun, 22 Nov 2026 12:01:00 -0000", 60),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("-5", 0),
        ("1.5", 0),
        ("soon", 0),
        ("", 0),
    ],
)
def test_retry_after_is_seconds_or_a_moment(value: str | None, seconds: float) -> None:
    assert retry_after(value, NOW) == seconds
