import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from comity.errors import FetchError
from comity.fetching import Entry, Order, read_manifest
from comity.fetching.manifest import write_manifest

WHEN = datetime(2026, 11, 22, 12, 30, 15, tzinfo=UTC)
TEXT = Entry(Order("A/RES/79/325", "ru", "https://example.org/1", "0" * 64), WHEN, 1234, "application/pdf")
FAILED = Entry(Order("A/RES/79/999", "en", "https://example.org/2"), WHEN, error="the server answered 404 Not Found")


def test_entries_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_manifest(tmp_path / "manifest.jsonl", [TEXT, FAILED])
    assert read_manifest(tmp_path / "manifest.jsonl") == [TEXT, FAILED]


def test_a_line_is_for_people_to_read(tmp_path: Path) -> None:
    write_manifest(tmp_path / "manifest.jsonl", [TEXT, FAILED])
    lines = [json.loads(line) for line in (tmp_path / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == [
        {
            "symbol": "A/RES/79/325",
            "language": "ru",
            "status": "fetched",
            "when": "2026-11-22T12:30:15+00:00",
            "url": "https://example.org/1",
            "sha256": "0" * 64,
            "bytes": 1234,
            "media_type": "application/pdf",
        },
        {
            "symbol": "A/RES/79/999",
            "language": "en",
            "status": "failed",
            "when": "2026-11-22T12:30:15+00:00",
            "url": "https://example.org/2",
            "error": "the server answered 404 Not Found",
        },
    ]


def test_the_file_is_named_by_the_symbol_and_the_type() -> None:
    assert TEXT.file == "a-res-79-325.ru.pdf"
    assert FAILED.file is None


def test_without_a_file_there_are_no_entries(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "manifest.jsonl") == []


@pytest.mark.parametrize(
    "changed",
    [
        {"symbol": "../../etc/passwd"},
        {"symbol": None},
        {"language": "../ru"},
        {"url": "file:///etc/passwd"},
        {"sha256": "0"},
        {"sha256": None},
        {"media_type": "image/png"},
        {"media_type": None},
        {"bytes": None},
        {"when": "yesterday"},
        {"when": 5},
        {"error": "and a text"},
    ],
    ids=str,
)
def test_a_line_that_does_not_fit_is_named(tmp_path: Path, changed: dict[str, object]) -> None:
    path = tmp_path / "manifest.jsonl"
    write_manifest(path, [TEXT])
    record = json.loads(path.read_bytes()) | changed
    path.write_text(path.read_text(encoding="utf-8") + json.dumps(record) + "\n", encoding="utf-8")
    with pytest.raises(FetchError, match=r"manifest\.jsonl, line 2: not an entry of a manifest: "):
        read_manifest(path)


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"5", b"{}", b"\xff"])
def test_a_file_that_is_none_is_refused(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "manifest.jsonl").write_bytes(line + b"\n")
    with pytest.raises(FetchError, match=r"manifest\.jsonl(?:, line 1)?: (?:not an entry|cannot be read)"):
        read_manifest(tmp_path / "manifest.jsonl")
