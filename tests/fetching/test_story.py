import hashlib
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from comity.errors import FetchError
from comity.fetching import Cache, Client, Entry, Library, Manners, Order, fetch, read_manifest

Server = Any  # the class is in conftest.py
SYMBOL = "A/RES/79/325"
TEXT = f"{SYMBOL}\nResolution adopted by the General Assembly.".encode()
OTHER = f"{SYMBOL}*\nReissued for technical reasons.".encode()


def fetched(orders: list[Order], library: Library, client: Client, cache: Cache) -> list[Entry]:
    return list(fetch(orders, library, client, cache))


def order(url: str, symbol: str = SYMBOL) -> Order:
    return Order(symbol, "en", url)


def file_names(library: Library) -> set[str]:
    return {path.name for path in library.folder.iterdir()}


def test_a_text_is_written_with_its_metadata_and_recorded(
    server: Server, library: Library, client: Client, cache: Cache
) -> None:
    url = server.script("/a", server.gives(TEXT, "text/plain"))
    before = datetime.now(UTC)
    (entry,) = fetched([order(url)], library, client, cache)
    digest = hashlib.sha256(TEXT).hexdigest()
    assert entry == Entry(Order(SYMBOL, "en", url, digest), entry.when, len(TEXT), "text/plain")
    assert before <= entry.when <= datetime.now(UTC)
    assert read_manifest(library.manifest) == [replace(entry, when=entry.when.replace(microsecond=0))]
    assert (library.folder / "a-res-79-325.en.txt").read_bytes() == TEXT
    assert tomllib.loads((library.folder / "a-res-79-325.en.toml").read_text(encoding="utf-8")) == {
        "publisher": "United Nations",
        "url": url,
        "received": entry.when.date(),
        "language": "en",
    }
    assert file_names(library) == {"a-res-79-325.en.txt", "a-res-79-325.en.toml", "manifest.jsonl"}


def test_what_fails_is_recorded_and_the_others_are_fetched(
    server: Server, library: Library, client: Client, cache: Cache
) -> None:
    good = server.gives(TEXT, "text/plain")
    orders = [order(server.script("/a", server.says(404)), "A/RES/79/1"), order(server.script("/b", good))]
    failed, found = fetched(orders, library, client, cache)
    assert failed.error == "the server answered 404 Not Found; expected 200 OK"
    assert found.error is None
    assert [entry.error for entry in read_manifest(library.manifest)] == [failed.error, None]


def test_a_text_that_is_not_the_one_leaves_no_file(
    server: Server, library: Library, client: Client, cache: Cache, tmp_path: Path
) -> None:
    url = server.script("/a", server.gives(b"Please log in.", "text/plain", headers={"ETag": '"1"'}))
    (entry,) = fetched([order(url)], library, client, cache)
    assert entry.error
    assert file_names(library) == {"manifest.jsonl"}
    assert not (tmp_path / "cache").exists()


def test_the_manifest_knows_of_every_text_that_was_yielded(
    server: Server, library: Library, client: Client, cache: Cache
) -> None:
    url = server.script("/a", server.gives(TEXT, "text/plain"))
    for entry in fetch([order(url), order(url, "A/RES/79/1")], library, client, cache):
        assert read_manifest(library.manifest)[-1].order == entry.order


def test_a_text_that_is_not_newer_comes_from_the_cache(
    server: Server, library: Library, client: Client, cache: Cache
) -> None:
    url = server.script("/a", server.gives(TEXT, "text/plain", headers={"ETag": '"1"'}), server.says(304))
    fetched([order(url)], library, client, cache)
    elsewhere = replace(library, folder=library.folder / "new", manifest=library.folder / "new.jsonl")
    (entry,) = fetched([order(url)], elsewhere, client, cache)
    assert entry.error is None
    assert (elsewhere.folder / "a-res-79-325.en.txt").read_bytes() == TEXT
    assert [headers.get("If-None-Match") for headers in server.asked("/a")] == [None, '"1"']


def test_a_newer_text_takes_the_place_of_the_earlier(
    server: Server, library: Library, client: Client, cache: Cache
) -> None:
    url = server.script(
        "/a", server.gives(TEXT, "text/plain", headers={"ETag": '"1"'}), server.gives(OTHER, "text/plain")
    )
    first, second = (fetched([order(url)], library, client, cache)[0] for _ in range(2))
    assert first.order.sha256 != second.order.sha256
    assert (library.folder / "a-res-79-325.en.txt").read_bytes() == OTHER
    assert [entry.order for entry in read_manifest(library.manifest)] == [second.order]


def test_metadata_that_a_person_completed_stay_while_the_text_is_the_same(
    server: Server, library: Library, client: Client, cache: Cache
) -> None:
    url = server.script("/a", server.gives(TEXT, "text/plain"))
    fetched([order(url)], library, client, cache)
    (library.folder / "a-res-79-325.en.toml").write_text('licence = "ours"\n', encoding="utf-8")
    fetched([order(url)], library, client, cache)
    assert (library.folder / "a-res-79-325.en.toml").read_text(encoding="utf-8") == 'licence = "ours"\n'


def test_a_failure_does_not_take_the_place_of_a_text(
    server: Server, library: Library, client: Client, cache: Cache
) -> None:
    url = server.script("/a", server.gives(TEXT, "text/plain"), server.says(404))
    fetched([order(url)], library, client, cache)
    (failed,) = fetched([order(url)], library, client, cache)
    assert failed.error
    assert [entry.error for entry in read_manifest(library.manifest)] == [None]


def test_two_files_of_one_name_are_refused(server: Server, library: Library, client: Client, cache: Cache) -> None:
    url = server.script("/a", server.gives(TEXT, "text/plain"))
    library.folder.mkdir()
    (library.folder / "a-res-79-325.en.pdf").write_bytes(b"another")
    (entry,) = fetched([order(url)], library, client, cache)
    assert entry.error
    assert "a-res-79-325.en.pdf: has the same name as a-res-79-325.en.txt" in entry.error


def test_a_server_that_says_unchanged_to_one_who_knows_nothing_is_not_believed(
    server: Server, library: Library, client: Client, cache: Cache
) -> None:
    (entry,) = fetched([order(server.script("/a", server.says(304)))], library, client, cache)
    assert entry.error == "the server answered 304 Not Modified; expected 200 OK"


class TestAgain:
    """What a manifest names is fetched again."""

    @pytest.fixture
    def recorded(self, server: Server, library: Library, client: Client, cache: Cache) -> list[Order]:
        urls = [server.script(path, server.gives(TEXT, "text/plain")) for path in ("/a", "/b")]
        symbols = [SYMBOL, "A/RES/79/1"]
        server.script("/b", server.says(404))
        fetched([order(url, symbol) for url, symbol in zip(urls, symbols, strict=True)], library, client, cache)
        return [entry.order for entry in read_manifest(library.manifest)]

    def test_what_is_there_is_not_asked_for(
        self, server: Server, library: Library, client: Client, cache: Cache, recorded: list[Order]
    ) -> None:
        there, missing = fetched(recorded, library, client, cache)
        assert (there.error, missing.error is None) == (None, False)
        assert (len(server.asked("/a")), len(server.asked("/b"))) == (1, 2)

    def test_what_is_missing_is_fetched(
        self, server: Server, library: Library, client: Client, cache: Cache, recorded: list[Order]
    ) -> None:
        (library.folder / "a-res-79-325.en.txt").unlink()
        server.script("/b", server.gives(b"A/RES/79/1", "text/plain"))
        assert [entry.error for entry in fetched(recorded, library, client, cache)] == [None, None]
        assert (library.folder / "a-res-79-325.en.txt").read_bytes() == TEXT
        assert (library.folder / "a-res-79-1.en.txt").read_bytes() == b"A/RES/79/1"

    def test_what_was_changed_is_said_and_stays(
        self, server: Server, library: Library, client: Client, cache: Cache, recorded: list[Order]
    ) -> None:
        (library.folder / "a-res-79-325.en.txt").write_bytes(OTHER)
        entry, _ = fetched(recorded, library, client, cache)
        assert entry.error
        assert "a-res-79-325.en.txt: changed since it was fetched: sha256 is " in entry.error
        assert (library.folder / "a-res-79-325.en.txt").read_bytes() == OTHER
        assert read_manifest(library.manifest)[0].order == recorded[0]
        assert len(server.asked("/a")) == 1

    def test_another_text_than_was_recorded_is_refused(
        self, server: Server, library: Library, client: Client, cache: Cache, recorded: list[Order]
    ) -> None:
        (library.folder / "a-res-79-325.en.txt").unlink()
        server.script("/a", server.gives(OTHER, "text/plain"))
        entry, _ = fetched(recorded, library, client, cache)
        assert entry.error
        assert "gives another text than was recorded: sha256 is " in entry.error
        assert not (library.folder / "a-res-79-325.en.txt").exists()


def test_a_manifest_that_cannot_be_read_stops_all(
    server: Server, library: Library, client: Client, cache: Cache
) -> None:
    library.folder.mkdir()
    library.manifest.write_text("{", encoding="utf-8")
    with pytest.raises(FetchError, match="not an entry of a manifest"):
        fetched([order(server.script("/a", server.gives(TEXT, "text/plain")))], library, client, cache)
    assert server.requests == []


def test_an_interrupted_client_can_be_left(manners: Manners, server: Server, library: Library, cache: Cache) -> None:
    url = server.script("/a", server.gives(TEXT, "text/plain"))
    with Client(manners) as client:
        next(fetch([order(url), order(url, "A/RES/79/1")], library, client, cache))
    assert len(server.requests) == 1
