"""What the documentation's examples need: a built dataset in a folder of its own, and a live server."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAMS = Path(sys.executable).parent
SOURCES = Path(__file__).parents[2] / "src"
PATIENCE = 60


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """Return an environment in which `comity` and `python` are those under test, as after activating theirs."""
    return {
        **os.environ,
        "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(SOURCES),
        "NO_PROXY": "127.0.0.1",
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310 - the address is our own
            return bool(response.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """Return a folder in which `comity build` has been run."""
    folder = tmp_path_factory.mktemp("workplace")
    subprocess.run(["comity", "build"], cwd=folder, env=environment, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def address(workplace: Path, environment: dict[str, str]) -> Iterator[str]:
    """Return the address of a server over that dataset."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = ["comity", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=workplace, env=environment) as server:
        deadline = time.monotonic() + PATIENCE
        while not answers(address):
            assert server.poll() is None, "the server ended by itself"
            assert time.monotonic() < deadline, f"no answer from {address} in {PATIENCE} s"
            time.sleep(0.1)
        yield address
        server.terminate()
