import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from comity import resources
from comity.cli import main
from comity.settings import settings

DOCUMENTS = sorted(resources.path("data/documents").glob("*.txt"))


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: bytes
    err: str


Command = Callable[..., Answer]


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read the settings anew, from an environment that has none, on a terminal of one width."""
    for name in [name for name in os.environ if name.startswith("COMITY_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "100")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def comity(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Return the command line, run in this process."""

    def run(*words: object, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "argv", ["comity", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsysbinary.readouterr()
        return Answer(int(ended.value.code or 0), out, err.decode())

    return run


@pytest.fixture(scope="session")
def program() -> Command:
    """Return the command line as a program of its own: `python -m comity`."""

    def run(*words: object, stdin: bytes = b"", **changed: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "comity", *map(str, words)],
            input=stdin,
            env={**os.environ, **changed},
            capture_output=True,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr.decode())

    return run


@dataclass(frozen=True)
class Built:
    """A build by the program, what it was made of, and what it printed."""

    paths: list[Path]
    folder: Path
    answer: Answer


@pytest.fixture(scope="session")
def built(program: Command, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The five documents, the last first, and one that is none, read in two processes."""
    folder = tmp_path_factory.mktemp("built")
    broken = folder / "broken.txt"
    broken.write_bytes(b"\x00\x01\xff" * 100)
    paths = [broken, *reversed(DOCUMENTS)]
    answer = program("build", *paths, "--out", folder / "out", "--workers", 2, PYTHONHASHSEED="1")
    return Built(paths, folder / "out", answer)


@pytest.fixture(scope="session")
def documents() -> list[Path]:
    """The five documents."""
    return DOCUMENTS
