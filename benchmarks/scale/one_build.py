"""One build in a process of its own, and what it took: a line of JSON for whoever started it.

python benchmarks/scale/one_build.py DOCUMENTS OUT [--workers N] [--shapes]
"""

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from comity.pipeline import Options, Result, build

_UNIT = (1 if sys.platform == "darwin" else 1024) / 2**20


def measured(documents: Path, out: Path, *, workers: int, shapes: bool) -> dict[str, Any]:
    """Build in a fresh process; return its figures: seconds, memory in MB, counts, violations by their shapes."""
    command = [sys.executable, __file__, str(documents), str(out), "--workers", str(workers)]
    told = subprocess.run(command + ["--shapes"] * shapes, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(told.stdout))


def main() -> None:
    """Build once and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--shapes", action="store_true", help="validate every document by the shapes")
    options = parser.parse_args()
    begun, read = time.perf_counter(), []

    def watched(results: Iterable[Result], total: int) -> Iterator[Result]:  # noqa: ARG001 - as the build calls it
        yield from results
        read.append(time.perf_counter() - begun)

    built = build([options.documents], options.out, Options(workers=options.workers, shapes=options.shapes), watched)
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    violations = [finding for finding in built.report.findings if finding.severity == "violation"]
    dataset = options.out / "dataset.trig"
    figures = {
        "seconds": time.perf_counter() - begun,
        "reading": read[0],
        "cpu": own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime,
        "parent": own.ru_maxrss * _UNIT,
        "worker": workers.ru_maxrss * _UNIT,
        "quads": built.quads,
        "statements": sum(built.documents.values()),
        "failures": list(built.failures.values()),
        "violations": Counter(finding.shape for finding in violations),
        "dataset": dataset.stat().st_size / 2**20,
        "sha256": hashlib.sha256(dataset.read_bytes()).hexdigest(),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
