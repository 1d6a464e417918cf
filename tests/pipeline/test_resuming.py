"""Builds that are killed, and builds of what has changed: the dataset is that of a build from nothing."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from comity import resources
from comity.pipeline import Options, build

WORKERS = 2
PATIENCE = 120


def start(documents: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "comity", "build", documents, "--out", out, "--workers", WORKERS, "--no-shapes"]
    return subprocess.Popen([*map(str, command)], stderr=subprocess.DEVNULL, start_new_session=True)


def result(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in ("dataset.trig", "report.json")}


def readings(out: Path) -> dict[str, int]:
    """Return the readings in a folder, whole ones, each with its inode: one that is written anew has another."""
    return {path.name: path.stat().st_ino for path in (out / "readings").glob("*") if not path.suffix}


def kill_when(happened: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Kill a process, and it alone, as soon as something has happened; see that none of its workers lives on."""
    until = time.monotonic() + PATIENCE
    while not happened() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.002)
    process.kill()
    process.wait()
    while time.monotonic() < until:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    pytest.fail("a worker outlived the build that was killed")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the shipped documents, and three of them under other names."""
    folder = tmp_path_factory.mktemp("resuming") / "documents"
    shutil.copytree(resources.path("data/documents"), folder)
    for file in sorted(folder.iterdir())[:6]:
        shutil.copy(file, file.with_name(f"again-{file.name}"))
    return folder


@pytest.fixture(scope="module")
def fresh(documents: Path) -> dict[str, bytes]:
    build([documents], documents.parent / "fresh", Options(shapes=False))
    return result(documents.parent / "fresh")


def test_a_build_that_is_killed_goes_on_and_loses_nothing(
    documents: Path, fresh: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    moments: list[Callable[[], bool]] = [
        lambda: len(readings(out)) >= 1,
        lambda: len(readings(out)) >= random.randint(2, 7),  # noqa: S311 - any moment will do
        lambda: any(out.glob(".drafts-*/common")),
        lambda: any(out.glob(".drafts-*/stated.trig")),
        lambda: any(out.glob("store/.building-*/*.sst")),
        lambda: any(out.glob(".drafts-*/inferred")),
        lambda: any(out.glob(".dataset.trig.new")) or (out / "dataset.trig").exists(),
    ]
    before: dict[str, int] = {}
    for moment in moments:
        kill_when(moment, start(documents, out))
        assert readings(out).items() >= before.items()  # nothing is read twice
        before = readings(out)
    assert len(before) == len(list(documents.glob("*.txt")))
    assert start(documents, out).wait() in {0, 3}
    assert result(out) == fresh
    assert readings(out) == before
    assert sorted(path.name for path in out.iterdir()) == ["dataset.trig", "readings", "report.json", "store"]
    assert len(list((out / "store").iterdir())) == len(("current", "the store"))


@pytest.fixture
def built(documents: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Return copies of the documents and of their build, to be changed."""
    shutil.copytree(documents, tmp_path / "documents")
    build([tmp_path / "documents"], tmp_path / "out", Options(shapes=False))
    return tmp_path / "documents", tmp_path / "out"


def test_only_what_has_changed_is_read_again(built: tuple[Path, Path], tmp_path: Path) -> None:
    folder, out = built
    news, speech, resolution, *_ = sorted(folder.glob("again-*.txt"))
    changes: list[tuple[Callable[[], object], int, int]] = [
        (lambda: None, 0, 0),
        (lambda: news.write_bytes(news.read_bytes() + b"\n"), 1, 1),
        (lambda: speech.with_suffix(".toml").write_text('url = "https://example.org/"\n', encoding="utf-8"), 1, 1),
        (lambda: shutil.copy(resolution, resolution.with_name("third.txt")), 1, 0),
        (resolution.unlink, 0, 1),
        (lambda: resolution.with_name("third.txt").write_bytes(b"\x00\xff" * 100), 0, 1),
        (lambda: max((out / "readings").iterdir()).write_bytes(b"damaged"), 0, 0),
    ]
    for number, (change, more, fewer) in enumerate(changes):
        before = readings(out)
        change()
        build([folder], out, Options(shapes=False))
        after = readings(out)
        assert (len(after.keys() - before.keys()), len(before.keys() - after.keys())) == (more, fewer), number
        build([folder], tmp_path / f"fresh-{number}", Options(shapes=False))
        assert result(out) == result(tmp_path / f"fresh-{number}"), number


def test_other_options_read_everything_again(built: tuple[Path, Path]) -> None:
    folder, out = built
    before = readings(out)
    build([folder], out, Options(shapes=False, maximum=10**6))
    assert len(readings(out)) == len(before)
    assert readings(out).keys().isdisjoint(before)
