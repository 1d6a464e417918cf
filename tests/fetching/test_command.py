import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from comity.cli import app
from comity.errors import FetchError
from comity.settings import settings

Server = Any  # the class is in conftest.py
PAGE = "<html><title>{0}</title><p>{0}</p><p>" + "General Assembly resolution. " * 20 + "</p></html>"


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["fetch", *map(str, words)], catch_exceptions=False)


@pytest.fixture(autouse=True)
def address(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ask our own server, which gives one text, one that comes at the second attempt, and refuses all others."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMITY_FETCH_ADDRESS", server.url("/{language}/{symbol}?t=pdf"))
    monkeypatch.setenv("COMITY_FETCH_INTERVAL", "0")
    settings.cache_clear()
    for number in ("325", "326"):
        text = server.gives(PAGE.format(f"A/RES/79/{number}").encode(), "text/html; charset=utf-8")
        busy = [server.says(429, Retry_After="0")] if number == "326" else []
        server.script(f"/ru/A/RES/79/{number}", *busy, text)
        server.script(f"/en/A/RES/79/{number}", text)


def test_the_paths_of_the_texts_are_printed() -> None:
    answer = run("A/RES/79/325", "A/RES/79/326", "A/RES/79/325", "--language", "ru", "--out", "texts")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.splitlines() == ["texts/a-res-79-325.ru.html", "texts/a-res-79-326.ru.html"]
    assert all(Path(line).is_file() for line in answer.stdout.splitlines())


def test_english_texts_go_into_a_folder_of_their_own_unless_told_otherwise() -> None:
    assert run("A/RES/79/325").stdout == "fetched/a-res-79-325.en.html\n"
    assert Path("fetched/manifest.jsonl").is_file()


def test_what_cannot_be_got_is_one_line_each_and_the_others_are_fetched(server: Server) -> None:
    answer = run("79/325", "A/RES/79/999", "A/RES/79/325", "--language", "ru")
    assert answer.exit_code == 4
    assert answer.stdout == "fetched/a-res-79-325.ru.html\n"
    assert answer.stderr.splitlines() == [
        "comity: '79/325' is not the symbol of a document; expected one in full, such as A/RES/79/325",
        "comity: A/RES/79/999: the server answered 404 Not Found; expected 200 OK",
    ]
    assert [path for path, _ in server.requests] == ["/ru/A/RES/79/999", "/ru/A/RES/79/325"]


def test_a_manifest_fetches_the_same_texts_again(tmp_path: Path) -> None:
    run("A/RES/79/325", "A/RES/79/326", "--manifest", "list/all.jsonl")
    Path("list/a-res-79-325.en.html").unlink()
    answer = run("--manifest", "list/all.jsonl")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.splitlines() == ["list/a-res-79-325.en.html", "list/a-res-79-326.en.html"]
    Path("list/a-res-79-326.en.html").write_bytes(b"changed")
    answer = run("--manifest", "list/all.jsonl")
    assert answer.exit_code == 4
    assert "comity: A/RES/79/326: list/a-res-79-326.en.html: changed since it was fetched" in answer.stderr
    elsewhere = run("--manifest", "list/all.jsonl", "--out", tmp_path / "other")
    assert elsewhere.exit_code == 0
    assert (tmp_path / "other" / "a-res-79-326.en.html").is_file()


def test_the_manifest_grows_with_every_call() -> None:
    run("A/RES/79/325")
    run("A/RES/79/326", "--language", "ru")
    lines = Path("fetched/manifest.jsonl").read_text(encoding="utf-8").splitlines()
    assert [(json.loads(line)["symbol"], json.loads(line)["language"]) for line in lines] == [
        ("A/RES/79/325", "en"),
        ("A/RES/79/326", "ru"),
    ]


def test_without_symbols_and_manifest_there_is_nothing_to_do() -> None:
    assert run().exit_code == 2


def test_a_manifest_that_is_not_there_is_refused() -> None:
    with pytest.raises(FetchError, match=r"^missing\.jsonl: no such manifest$"):
        run("--manifest", "missing.jsonl")


def test_a_language_that_is_none_is_refused_before_anything_is_asked(server: Server) -> None:
    with pytest.raises(FetchError, match="ISO 639"):
        run("A/RES/79/325", "--language", "../ru")
    assert server.requests == []
