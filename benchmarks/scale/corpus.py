"""What it takes to build a corpus of real documents, and to build it again when a few of them have changed.

    python benchmarks/scale/corpus.py FOLDER [--sample N] [--changed 10] [--shapes] [--folder FOLDER]

FOLDER and the folders in it hold the documents, UN documents in Akoma Ntoso for example. They are built with one worker
process, with two, and with two once more after a few files were changed; every build is a fresh process.
"""

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from one_build import measured

from comity.sources.formats import SUFFIXES

COLUMNS = ("build", "seconds", "CPU seconds", "per CPU second", "parent MB", "worker MB", "quads", "statements")


def main() -> None:
    """Build three times, with a line for each; then tell what could not be read and what was violated."""
    options = arguments()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        work = Path(folder)
        files = copied(options.documents, work / "documents", options.sample)
        print(f"{len(files):,} documents, {sum(file.stat().st_size for file in files) / 2**20:.1f} MB")
        print("".join(f"{column:>16}" for column in COLUMNS), flush=True)

        def built(name: str, out: str, workers: int) -> dict[str, Any]:
            told = measured(work / "documents", work / out, workers=workers, shapes=options.shapes)
            print(line(name, told, len(files)), flush=True)
            return told

        one, two = built("1 worker", "one", 1), built("2 workers", "two", 2)
        change(files, options.changed)
        built(f"{options.changed} changed", "two", 2)
    print("one worker and two write " + ("the same bytes" if one["sha256"] == two["sha256"] else "DIFFERENT BYTES"))
    for failure in two["failures"]:
        print(f"not read: {failure}")
    for shape, count in sorted(two["violations"].items()):
        print(f"violations of {shape}: {count}")


def arguments() -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path, metavar="FOLDER", help="the documents")
    parser.add_argument("--sample", type=int, help="so many of them, evenly from all, in place of all")
    parser.add_argument("--changed", type=int, default=10, help="how many files are changed before the last build")
    parser.add_argument("--shapes", action="store_true", help="validate every document by the shapes")
    parser.add_argument(
        "--folder", type=Path, help="where to put documents and builds for the while, if not in the usual place"
    )
    return parser.parse_args()


def copied(folder: Path, target: Path, sample: int | None) -> list[Path]:
    """Copy documents into one folder, where those of one name get that of their folder before theirs."""
    found = sorted(file for file in folder.rglob("*") if file.suffix in SUFFIXES)
    count = min(sample or len(found), len(found))
    chosen = [found[number * len(found) // count] for number in range(count)]
    names = Counter(file.name for file in chosen)
    target.mkdir()
    return [
        Path(shutil.copy(file, target / (file.name if names[file.name] == 1 else f"{file.parent.name}-{file.name}")))
        for file in chosen
    ]


def change(files: list[Path], count: int) -> None:
    """Add a word to the last paragraph of some files, evenly from all."""
    for number in range(count):
        file = files[number * len(files) // count]
        before, end, after = file.read_bytes().rpartition(b"</p>")
        file.write_bytes(before + b" Changed." + end + after)


def line(name: str, told: dict[str, Any], documents: int) -> str:
    """Return the line of a build."""
    figures = (
        *(name, f"{told['seconds']:.1f}", f"{told['cpu']:.1f}", f"{documents / told['cpu']:.1f}"),
        *(f"{told['parent']:.0f}", f"{told['worker']:.0f}", f"{told['quads']:,}", f"{told['statements']:,}"),
    )
    return "".join(f"{figure:>16}" for figure in figures)


if __name__ == "__main__":
    main()
