import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from comity.namespaces import BASE

Command = Callable[..., Any]
Built = Any  # the dataclass of conftest
PROPOSED = "ASK { <https://w3id.org/comity/id/state/CHN> <https://w3id.org/comity/ontology#proposes> ?initiative }"
JSON = "application/sparql-results+json"
BINARY = b"\x00\x01\xff" * 100


@pytest.fixture
def out(built: Built, tmp_path: Path) -> Path:
    """Return an empty folder but for the report of the build, so that what it found sound is not validated twice."""
    folder = tmp_path / "out"
    folder.mkdir()
    shutil.copy(built.folder / "report.json", folder)
    return folder


@pytest.fixture
def copies(documents: list[Path], tmp_path: Path) -> Path:
    """Return a folder with the five documents, to be changed."""
    return Path(shutil.copytree(documents[0].parent, tmp_path / "documents"))


def report_in(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "report.json").read_text(encoding="utf-8"))


def test_a_broken_document_is_reported_and_the_others_are_built(built: Built) -> None:
    broken, report = built.paths[0], report_in(built.folder)
    assert (built.answer.code, built.answer.out) == (4, b"")
    assert (len(report["documents"]), list(report["failures"]), report["conforms"]) == (5, [str(broken)], True)
    statements = sum(report["documents"].values())
    refused, counted, validated = built.answer.err.splitlines()
    assert refused.startswith(f"not read: {broken}: ")
    assert counted == f"{built.folder}: 5 documents, {statements} statements, {report['quads']} quads"
    assert validated.startswith("validation: conforms (0 violation, ")
    assert validated.endswith(f"see {built.folder / 'report.json'}")


def test_order_processes_and_hashes_leave_no_trace_in_the_bytes(
    comity: Command, built: Built, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMITY_OUT", str(out))
    assert comity("build").code == 0
    assert (out / "dataset.trig").read_bytes() == (built.folder / "dataset.trig").read_bytes()
    own = {"inputs", "failures"}  # the broken document's
    one, other = (report_in(folder).items() for folder in (built.folder, out))
    assert [item for item in one if item[0] not in own] == [item for item in other if item[0] not in own]


def test_findings_are_told_with_the_resource(comity: Command, out: Path, copies: Path) -> None:
    (copies / "unga-79-325.ru.toml").write_text('url = "docs.un.org"\n', encoding="utf-8")
    answer = comity("build", copies, "--out", out)
    assert (answer.code, answer.out) == (3, b"")
    assert "validation: does not conform (1 violation, " in answer.err
    assert f"  {BASE}id/document/unga-79-325.ru: " in answer.err.splitlines()[-1]


def test_with_nothing_readable_there_is_one_line_and_no_build(comity: Command, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    nothing = comity("build", folder, "--out", tmp_path / "out")
    assert (nothing.code, nothing.out) == (1, b"")
    assert nothing.err == "comity: no document could be read: no text file was found\n"
    (folder / "broken.txt").write_bytes(BINARY)
    (folder / "empty.txt").touch()
    refused = comity("build", folder, "--out", tmp_path / "out")
    assert (refused.code, refused.out) == (1, b"")
    assert refused.err.startswith(f"comity: no document could be read: {folder / 'broken.txt'}: ")
    assert f"; {folder / 'empty.txt'}: the file is empty" in refused.err
    assert refused.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_bar_is_shown_on_a_terminal_and_only_there(comity: Command, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(BINARY)
    assert "reading" not in comity("build", tmp_path).err
    assert "2/2" not in comity("build", tmp_path).err
    told = on_a_terminal("build", tmp_path)
    assert "2/2" in told
    assert re.search(r"\d\.\d/s", told)
    assert re.search(r"\d:\d\d:\d\d", told)


def on_a_terminal(*words: object) -> str:
    """Return what the program prints on a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "comity", *map(str, words)]
    with subprocess.Popen(command, stderr=theirs, stdout=theirs, env={**os.environ, "TERM": "xterm"}):
        os.close(theirs)
        told = b""
        while piece := _read(ours):
            told += piece
    os.close(ours)
    return told.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""


def test_what_is_up_to_date_is_served_and_not_built_again(built: Built) -> None:
    before = (built.folder / "report.json").stat().st_mtime_ns
    command = [sys.executable, "-m", "comity", "up", *map(str, built.paths), "--out", str(built.folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stderr
        address = server.stdout.readline().strip()
        with httpx.Client(base_url=address) as client:
            answer = client.get("/sparql", params={"query": PROPOSED}, headers={"Accept": JSON}).json()
        server.send_signal(signal.SIGINT)
        assert server.stderr.read() == f"{built.folder} is up to date\n"
    assert answer["boolean"] is True
    assert server.returncode == 0
    assert (built.folder / "report.json").stat().st_mtime_ns == before


def test_serving_listens_where_the_settings_say(built: Built) -> None:
    command = [sys.executable, "-m", "comity", "serve", "--store", str(built.folder)]
    changed = {"COMITY_HOST": "127.0.0.2", "COMITY_PORT": "0"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **changed}, text=True) as server:
        assert server.stdout
        address = server.stdout.readline().strip()
        server.send_signal(signal.SIGINT)
    assert address.startswith("http://127.0.0.2:")
    assert not address.endswith(":8000")
