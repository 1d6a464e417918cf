"""``comity serve`` as a person runs it: a process of its own."""

import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from comity.cli.serve import run_server
from comity.errors import ConfigurationError
from comity.store import EmbeddedReader
from comity.web import create_app

DATASET = Path(__file__).parent / "data" / "dataset.trig"
PROGRAM = "import sys; from comity.cli.serve import serve; serve(sys.argv[1], '127.0.0.1', 0)"


@pytest.mark.parametrize("location", ["folder", "endpoint"])
def test_it_prints_its_address_when_it_listens_and_ends_when_told(tmp_path: Path, address: str, location: str) -> None:
    shutil.copy(DATASET, tmp_path / "dataset.trig")
    store = str(tmp_path) if location == "folder" else f"{address}/sparql"
    command = [sys.executable, "-c", PROGRAM, store]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        served = server.stdout.readline().strip()
        assert served.startswith("http://127.0.0.1:")
        assert httpx.get(f"{served}/health").json()["status"] == "ok"
        assert "Казахстан" in httpx.get(f"{served}/id/state/KAZ?lang=ru").text
        assert httpx.get(f"{served}/data/dataset.trig").status_code == (200 if location == "folder" else 404)
        server.send_signal(signal.SIGINT)
        _, problems = server.communicate(timeout=30)
    assert "Traceback" not in problems


def test_a_busy_port_is_said(reader: EmbeddedReader) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(
            ConfigurationError, match=rf"cannot listen on 127\.0\.0\.1 port {port}: something else listens there"
        ):
            run_server(create_app(reader), "127.0.0.1", port)


def test_a_host_that_is_not_ours_is_said(reader: EmbeddedReader) -> None:
    with pytest.raises(ConfigurationError, match=r"cannot listen on 192\.0\.2\.1 port 0"):
        run_server(create_app(reader), "192.0.2.1", 0)
