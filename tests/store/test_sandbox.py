"""What a query may not do, it cannot; and the next one does not notice."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from comity.errors import (
    AnswerTooLargeError,
    BusyError,
    ComityError,
    ConfigurationError,
    DatasetError,
    QueryError,
    QueryStoppedError,
)
from comity.store import DatasetGraphs, EmbeddedReader, Limits
from comity.store.sandbox import SandboxReader, Zygote

DATASET = Path(__file__).parents[1] / "web" / "data" / "dataset.trig"
JSON, CSV, TSV, XML = (
    "application/sparql-results+json",
    "text/csv",
    "text/tab-separated-values",
    "application/sparql-results+xml",
)
LIMITS = Limits(seconds=1, rows=100, size=2**20, memory=64 * 2**20)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
DEEP = f"SELECT * {'{' * 3000}{'}' * 3000}"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c"
LARGE = "SELECT (CONCAT(?o, STR(?s), STR(?o)) AS ?x) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }"
SERVICE = "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }"


@pytest.fixture(scope="module")
def reader(zygote: Zygote) -> Iterator[SandboxReader]:
    with closing(SandboxReader(zygote, LIMITS, 2)) as reader:
        yield reader


def test_answers_are_those_of_the_engine(reader: SandboxReader) -> None:
    engine = EmbeddedReader.load(DATASET)
    for query, media_type in (
        (COUNT, JSON),
        (COUNT, CSV),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "application/n-triples"),
    ):
        assert sorted(reader.answer(query, media_type).split()) == sorted(engine.answer(query, media_type).split())
    inferred = DatasetGraphs(default=("https://w3id.org/comity/graph/inferred",))
    assert reader.answer(COUNT, CSV, inferred) == engine.answer(COUNT, CSV, inferred)


def test_each_form_has_its_method(reader: SandboxReader) -> None:
    assert reader.ask("ASK { ?s ?p ?o }") is True
    assert len(reader.construct("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 3")) == 3
    assert [dict(row)["x"].value for row in reader.select('SELECT ("ы" AS ?x) {}')] == ["ы"]


@pytest.mark.parametrize(
    ("query", "error", "told"),
    [
        (ENDLESS, QueryStoppedError, "after 1 s"),
        (DEEP, QueryStoppedError, "went deeper"),
        (GREEDY, QueryStoppedError, "."),
        (LARGE, AnswerTooLargeError, "1,048,576 bytes"),
        ("SELECT * { ?a ?b ?c } LIMIT 101", AnswerTooLargeError, "more than 100 rows"),
        ("SELECT * {", QueryError, "1:11"),
        ("ASK { ?s ?p ?o", QueryError, "1:15"),
        ("INSERT DATA { <a:b> <a:c> 1 }", QueryError, "expected"),
    ],
)
def test_what_is_too_much_is_stopped_and_the_next_query_is_answered(
    reader: SandboxReader, query: str, error: type[ComityError], told: str
) -> None:
    begun = time.monotonic()
    with pytest.raises(error, match=told):
        reader.answer(query, JSON)
    assert time.monotonic() - begun < LIMITS.seconds + 5  # far below what it would have taken, on any machine
    assert reader.answer(COUNT, CSV)


@pytest.mark.parametrize("media_type", [JSON, CSV, TSV, XML])
def test_as_many_rows_as_are_allowed_are_answered(reader: SandboxReader, media_type: str) -> None:
    assert reader.answer("SELECT ?a ?b { ?a ?b ?c } LIMIT 100", media_type)
    with pytest.raises(AnswerTooLargeError, match="rows"):
        reader.answer("SELECT ?a ?b { ?a ?b ?c } LIMIT 101", media_type)


def test_no_other_host_is_reached(reader: SandboxReader) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.3)
        with pytest.raises(DatasetError, match="could not answer"):
            reader.answer(SERVICE.replace("PORT", str(listener.getsockname()[1])), JSON)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_worker_may_not_open_sockets_or_write(zygote: Zygote) -> None:
    with closing(SandboxReader(zygote, LIMITS, 1)) as reader:
        reader.answer(COUNT, CSV)
        (worker,) = reader._idle
        status = Path(f"/proc/{worker.process}/status").read_text()
        limits = Path(f"/proc/{worker.process}/limits").read_text()
    assert "NoNewPrivs:\t1\nSeccomp:\t2\n" in status
    assert [line.split()[-3:-1] for line in limits.splitlines() if "core file" in line or "Max file size" in line] == [
        ["0", "0"]
    ] * 2


def test_all_workers_taken_for_long_is_said(zygote: Zygote) -> None:
    impatient, patient = SandboxReader(zygote, LIMITS, 1), SandboxReader(zygote, Limits(seconds=3), 1)
    impatient._places = patient._places

    def ask_patiently() -> None:
        with pytest.raises(QueryStoppedError):
            patient.answer(ENDLESS, JSON)

    busy = threading.Thread(target=ask_patiently)
    busy.start()
    time.sleep(0.2)
    with pytest.raises(BusyError, match="no worker has been free for 1 s"):
        impatient.answer(COUNT, CSV)
    busy.join()
    with closing(impatient):
        assert impatient.answer(COUNT, CSV)


def test_a_zygote_that_dies_is_born_again(data: Path) -> None:
    with Zygote(data) as zygote, closing(SandboxReader(zygote, LIMITS, 1)) as reader:
        reader.answer(COUNT, CSV)
        zygote._process.kill()
        zygote._process.wait()
        with pytest.raises(QueryStoppedError):
            reader.answer(COUNT, CSV)  # its worker has gone, too
        assert reader.answer(COUNT, CSV)


def test_nothing_is_left_when_the_server_is_killed(data: Path) -> None:
    program = f"""
import time
from pathlib import Path
from comity.store import Limits
from comity.store.sandbox import Zygote
zygote = Zygote(Path({str(data)!r}))
workers = [zygote.worker(2**26) for _ in range(3)]
print(zygote._process.pid, *(worker.process for worker in workers), flush=True)
time.sleep(60)
"""
    server = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    processes = [int(number) for number in server.stdout.readline().split()]
    server.kill()
    server.wait()
    server.stdout.close()
    assert len(processes) == 4
    until = time.monotonic() + 10
    while any(_is_running(process) for process in processes) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(_is_running(process) for process in processes)


def _is_running(process: int) -> bool:
    try:
        return (
            "zygote" in Path(f"/proc/{process}/cmdline").read_text()
            and " Z " not in Path(f"/proc/{process}/stat").read_text()
        )
    except OSError:
        return False


def test_data_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "broken.trig"
    broken.write_text("<a:b> <a:c> .")
    with pytest.raises(DatasetError, match="not a readable dataset"):
        Zygote(broken)
    with pytest.raises(DatasetError, match="there is no dataset"):
        Zygote(tmp_path / "missing.trig")


def test_elsewhere_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(ConfigurationError, match="Linux alone; this is darwin"):
        Zygote(DATASET)
