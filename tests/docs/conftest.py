"""What the documentation's examples need: a built dataset in a folder of its own, and a live server."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAMS = Path(sys.executable).parent
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """Return an environment in which `comity` and `python` are those under test, as after activating theirs."""
    return {
        **os.environ,
        "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "NO_PROXY": "127.0.0.1",
    }


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """Return a folder in which `comity build` has been run."""
    folder = tmp_path_factory.mktemp("workplace")
    (folder / "data").symlink_to(ROOT / "data")
    subprocess.run(["comity", "build"], cwd=folder, env=environment, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def address(workplace: Path, environment: dict[str, str]) -> Iterator[str]:
    """Return the address of a server over that dataset, which prints it once it listens."""
    command = ["comity", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=workplace, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()
        server.terminate()
