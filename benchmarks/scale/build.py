"""Whether `comity build` takes ten thousand documents: time by their number, and memory of parent and workers.

    python benchmarks/scale/build.py [--documents 1000 10000] [--workers 2] [--shapes] [--folder FOLDER]

Builds 1,000, 2,000, 5,000 and 10,000, or the numbers given, each in a fresh process, of the five documents with other
states, bodies, dates and symbols (a fixed seed). Without `--shapes` the documents are not validated one by one: that
takes pyshacl about half a second each, in the workers, and in a time that does not depend on their number.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from varied import write

SIZES = (1_000, 2_000, 5_000, 10_000)
ONE_BUILD = """
import json, resource, sys, time
from pathlib import Path
from comity.pipeline import Options, build
documents, out, workers, shapes = sys.argv[1:]
begun, read = time.perf_counter(), []
def watched(results, total):
    for result in results:
        yield result
    read.append(time.perf_counter() - begun)
built = build([Path(documents)], Path(out), Options(workers=int(workers), shapes=shapes == "True"), watched)
unit = (1 if sys.platform == "darwin" else 1024) / 2**20
own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "seconds": time.perf_counter() - begun,
    "reading": read[0],
    "cpu": own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime,
    "parent": own.ru_maxrss * unit,
    "worker": workers.ru_maxrss * unit,
    "quads": built.quads,
    "statements": sum(built.documents.values()),
    "failures": len(built.failures),
    "violations": built.report.counts()["violation"],
}))
"""


def main() -> None:
    """Build each number of documents and print a line for each number."""
    options = arguments()
    columns = (
        "documents",
        "s/1000",
        "reading",
        "CPU/1000",
        "parent MB",
        "worker MB",
        "quads",
        "statements",
        "dataset MB",
    )
    print("".join(f"{column:>12}" for column in columns), flush=True)
    for count in options.documents:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            work = Path(folder)
            write(count, work / "documents")
            line = measured(count, work, options)
        print(line, flush=True)


def arguments() -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=SIZES, help="how many, for each build")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--shapes", action="store_true", help="validate every document by the shapes")
    parser.add_argument(
        "--folder", type=Path, help="where to put documents and builds for the while, if not in the usual place"
    )
    return parser.parse_args()


def measured(count: int, work: Path, options: argparse.Namespace) -> str:
    """Build once in a fresh process; return the line of the table."""
    words = (work / "documents", work / "out", options.workers, options.shapes)
    command = [sys.executable, "-c", ONE_BUILD, *map(str, words)]
    told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    if told["failures"]:
        raise SystemExit(f"{told['failures']} documents could not be read")
    thousands = count / 1000
    size = (work / "out" / "dataset.trig").stat().st_size / 2**20
    shutil.rmtree(work / "out")
    figures = (
        *(f"{count:,}", f"{told['seconds'] / thousands:.1f}", f"{told['reading'] / thousands:.1f}"),
        *(f"{told['cpu'] / thousands:.1f}", f"{told['parent']:.0f}", f"{told['worker']:.0f}"),
        *(f"{told['quads']:,}", f"{told['statements']:,}", f"{size:.0f}"),
    )
    return "".join(f"{figure:>12}" for figure in figures) + f"   {told['violations']} violations"


if __name__ == "__main__":
    main()
