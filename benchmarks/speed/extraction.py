"""How fast Comity reads Russian documents beside the natasha chain, in one run on the same texts.

    python benchmarks/speed/extraction.py [--documents N] [--rounds N] [--peer-python PYTHON]

Each contender is a fresh process with one thread. All have read everything once before the first round, and take turns
in every round, so a busy machine slows them alike; what counts is CPU time. Start: CPU time and memory until the first
document is read. natasha gets an environment of its own, made once under `build/benchmarks/` (its `pymorphy2` wants an
old setuptools), unless a Python that has it is named.
"""

import argparse
import inspect
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from varied import write

from comity.pipeline import extract

ROOT = Path(__file__).parents[2]
PEER = ROOT / "build" / "benchmarks" / "natasha"
PEER_REQUIREMENTS = ("natasha==1.6.0", "setuptools<81")
GOALS = {"comity": 60, "comity-ner": 10}
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)


@dataclass
class Contender:
    """A process that reads documents when asked, and what it has told."""

    name: str
    process: "subprocess.Popen[str]"
    started: float
    wall: float = 0.0
    cpu: float = 0.0
    first_peak: float = 0.0
    peak: float = 0.0
    rounds: list[float] = field(default_factory=list)

    def answer(self) -> dict[str, float]:
        """Wait for what the process tells next."""
        assert self.process.stdout is not None  # noqa: S101 - it was asked for
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} stopped with {self.process.wait()}")
        told: dict[str, float] = json.loads(line)
        self.peak = told["peak"]
        return told

    def read_all(self) -> float:
        """Let it read all documents once, and return the CPU time this took."""
        assert self.process.stdin is not None  # noqa: S101 - it was asked for
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.answer()["cpu"]


def main() -> None:
    """Run the contenders and print the table."""
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder)
        write(options.documents, texts)
        characters = sum(len(file.read_text(encoding="utf-8")) for file in texts.glob("*.txt"))
        contenders = [start(name, python, texts) for name, python in chosen(options.peer_python)]
        for contender in contenders:
            contender.read_all()
        for _ in range(options.rounds):
            for contender in contenders:
                contender.rounds.append(contender.read_all())
        for contender in contenders:
            contender.process.communicate()
    print(f"{options.documents} documents of {characters / options.documents:.0f} characters, {options.rounds} rounds")
    print_table(contenders, options.documents)


def arguments() -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20, help="the five documents and variations of them")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer-python", type=Path, help="a Python that has natasha")
    return parser.parse_args()


def chosen(peer: Path | None) -> Iterator[tuple[str, Path]]:
    """Yield the contenders that can run here, each with its Python."""
    python = Path(sys.executable)
    yield "natasha", peer or peer_environment()
    yield from ((name, python) for name in ("comity", "comity-quads", "comity-pymorphy3"))
    if "ner" in inspect.signature(extract).parameters and all(map(find_spec, ("slovnet", "navec", "natasha"))):
        yield "comity-ner", python


def peer_environment() -> Path:
    """Return the Python of natasha's environment, made if it is not there."""
    python = PEER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (PEER / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(PEER)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEER_REQUIREMENTS], check=True)
        (PEER / "ready").touch()
    return python


def start(name: str, python: Path, texts: Path) -> Contender:
    """Start a contender and wait until it has read its first document."""
    command = [str(python), str(Path(__file__).with_name("contender.py")), name, str(texts)]
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | ONE_THREAD
    )
    contender = Contender(name, process, begun)
    told = contender.answer()
    contender.wall, contender.cpu, contender.first_peak = time.perf_counter() - begun, told["cpu"], told["peak"]
    return contender


def print_table(contenders: list[Contender], documents: int) -> None:
    """Print what was measured; ratios compare the same round."""
    (peer,) = (contender for contender in contenders if contender.name == "natasha")
    print(f"{'':18}{'docs/CPU-s':>12}{'x natasha':>11}{'(range)':>16}{'start CPU-s':>13}{'start MB':>10}{'peak MB':>9}")
    for contender in contenders:
        speed = documents / statistics.median(contender.rounds)
        ratios = [theirs / ours for theirs, ours in zip(peer.rounds, contender.rounds, strict=True)]
        spread = f"({min(ratios):.1f}-{max(ratios):.1f})"
        print(
            f"{contender.name:18}{speed:12.1f}{statistics.median(ratios):11.1f}{spread:>16}"
            f"{contender.cpu:13.2f}{contender.first_peak:10.0f}{contender.peak:9.0f}"
            + (f"   goal {GOALS[contender.name]}" if contender.name in GOALS else "")
        )


if __name__ == "__main__":
    main()
