import os
from pathlib import Path

import pytest

from comity.fetching import Cache
from comity.fetching.cache import conditions
from comity.fetching.client import Answer

URL = "https://example.org/a"
ANSWER = Answer(b"first line\n\x00second", "application/pdf", '"1"', "Fri, 05 Sep 2025 10:00:00 GMT")


def test_an_answer_is_found_as_it_was_kept(cache: Cache) -> None:
    cache.keep(URL, ANSWER)
    assert cache.find(URL) == ANSWER
    assert cache.find(URL + "b") is None


def test_a_later_answer_takes_the_place_of_the_earlier(cache: Cache) -> None:
    later = Answer(b"later", "application/pdf", '"2"')
    cache.keep(URL, ANSWER)
    cache.keep(URL, later)
    assert cache.find(URL) == later


def test_an_answer_that_cannot_be_asked_for_again_is_not_kept(cache: Cache, tmp_path: Path) -> None:
    cache.keep(URL, Answer(b"text", "text/plain"))
    assert cache.find(URL) is None
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "headless", "listed"])
def test_what_is_damaged_is_not_found(cache: Cache, tmp_path: Path, damage: str) -> None:
    cache.keep(URL, ANSWER)
    (file,) = (tmp_path / "cache").iterdir()
    data = file.read_bytes()
    damaged = {
        "cut": data[:-1],
        "flipped": data[:-1] + b"D",
        "emptied": b"",
        "headless": data.partition(b"\n")[2],
        "listed": b"[]\n" + ANSWER.body,
    }
    file.write_bytes(damaged[damage])
    assert cache.find(URL) is None


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file" / os.curdir)
    cache.keep(URL, ANSWER)
    assert cache.find(URL) is None


@pytest.mark.parametrize(
    ("answer", "headers"),
    [
        (None, {}),
        (Answer(b"", ""), {}),
        (Answer(b"", "", '"1"'), {"If-None-Match": '"1"'}),
        (Answer(b"", "", None, "yesterday"), {"If-Modified-Since": "yesterday"}),
        (Answer(b"", "", '"1"', "yesterday"), {"If-None-Match": '"1"', "If-Modified-Since": "yesterday"}),
    ],
)
def test_a_newer_answer_is_asked_for_by_what_the_server_said(answer: Answer | None, headers: dict[str, str]) -> None:
    assert conditions(answer) == headers
