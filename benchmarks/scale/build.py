"""Whether `comity build` takes ten thousand documents: time by their number, and memory of parent and workers.

    python benchmarks/scale/build.py [--documents 1000 10000] [--workers 2] [--shapes] [--folder FOLDER]

Builds 1,000, 2,000, 5,000 and 10,000, or the numbers given, each in a fresh process, of the five documents with other
states, bodies, dates and symbols (a fixed seed). Without `--shapes` the documents are not validated one by one: that
takes pyshacl about half a second each, in the workers, and in a time that does not depend on their number.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from one_build import measured
from varied import write

SIZES = (1_000, 2_000, 5_000, 10_000)


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
            print(line(count, work, options), flush=True)


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


def line(count: int, work: Path, options: argparse.Namespace) -> str:
    """Build once; return the line of the table."""
    told = measured(work / "documents", work / "out", workers=options.workers, shapes=options.shapes)
    if told["failures"]:
        raise SystemExit(f"{len(told['failures'])} documents could not be read")
    shutil.rmtree(work / "out")
    thousands = count / 1000
    figures = (
        *(f"{count:,}", f"{told['seconds'] / thousands:.1f}", f"{told['reading'] / thousands:.1f}"),
        *(f"{told['cpu'] / thousands:.1f}", f"{told['parent']:.0f}", f"{told['worker']:.0f}"),
        *(f"{told['quads']:,}", f"{told['statements']:,}", f"{told['dataset']:.0f}"),
    )
    return "".join(f"{figure:>12}" for figure in figures) + f"   {sum(told['violations'].values())} violations"


if __name__ == "__main__":
    main()
