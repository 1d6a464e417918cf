"""Cited resolutions in English resolutions of the United Nations: Comity beside five plain regular expressions.

    python benchmarks/accuracy/citations.py [--corpus FILE.tar.xz] [--every N] [--peer-python PYTHON]

The collection is `../shared/corpora/un-akn-dev.tar.xz` beside the repository; without it the program says so and stops.
Both are given the same bare text, without links and mark-up. Counted are, as `comity score citations` does, the sets of
resolutions that the documents cite, themselves left out, against the links of their editors: "comity" with every
disagreement, "counted" without those in which the words say what nobody linked.

Speed is characters of text in a CPU second, best of three rounds: of the five expressions; of Comity's scan for symbols
in full and bare numbers; of Comity from the text to statements; and, if `--peer-python` names a Python that has it, of
eyecite, in one round. It looks for citations of courts, so that only its speed is compared.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from comity.evaluation import Count, comparable, compare_citations, figures_of, linked_resolutions, marked_sources
from comity.evaluation.stripped import series_of
from comity.lexicon.series import bare_number, full_symbol
from comity.model import Source
from comity.pipeline import extract

_CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "un-akn-dev.tar.xz"
_ROUNDS = 3
_EXPRESSIONS = (
    (re.compile(r"\b(?:[ASE](?:/HRC)?/RES/(?:E?S-)?\d+(?:/\d+)?(?:\s?\([A-Z\d-]+\))?)"), "{}"),
    (re.compile(r"(?<![\w/])(\d{1,4})\s?\(((?:19|20)\d\d)\)"), "S/RES/{}({})"),
    (re.compile(r"(?<![\w/])(\d{1,4})(?:\s[A-Z](?:-[A-Z])?)?\s?\(((?:E?S-)?[IVXL]+)\)"), "A/RES/{}({})"),
    (re.compile(r"(?<![\w/.-])((?:[3-7]\d|E?S-\d+)/\d{1,3})(?![\w/]|\.\d)"), "A/RES/{}"),
    (re.compile(r"(?<![\w/])((?:19|20)\d\d/\d{1,3})(?![\w/])"), "E/RES/{}"),
)
_EYECITE = """
import sys, time
from eyecite import get_citations
text = sys.stdin.read()
get_citations(text[:1000])
start = time.process_time()
get_citations(text)
print(time.process_time() - start)
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What one contender got right in one document."""

    series: str
    expressions: Count
    comity: Count
    counted: Count


def main() -> None:
    """Compare both and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=_CORPUS)
    parser.add_argument("--every", type=int, default=10, help="only every so manieth document")
    parser.add_argument("--peer-python", help="a Python that has eyecite")
    given = parser.parse_args()
    if not given.corpus.is_file():
        sys.exit(f"{given.corpus} is not there; nothing is measured")
    sources = [source for index, source in enumerate(marked_sources([given.corpus])) if index % given.every == 0]
    _accuracy([row for row in map(_row, sources) if row is not None])
    _speed([replace(source, markup=None) for source in sources], given.peer_python)


def by_expressions(text: str) -> set[str]:
    """Return the resolutions that five plain expressions see in a text."""
    matches = ((match, form) for pattern, form in _EXPRESSIONS for match in pattern.finditer(text))
    return {comparable(form.format(*(match.groups() or (match[0],)))) for match, form in matches}


def _row(source: Source) -> Row | None:
    result = compare_citations(source)
    if not result.linked:
        return None
    own = {comparable(source.markup.record.symbol or "")} if source.markup else set()
    linked, found = linked_resolutions(source).keys() - own, by_expressions(source.text) - own
    expressions = Count(len(linked & found), len(found - linked), len(linked - found))
    return Row(series_of(source), expressions, result.plain, result.counted)


def _accuracy(rows: Sequence[Row]) -> None:
    print("series\tcontender\tdocuments\tprecision\trecall\tF1")
    for series in sorted({row.series for row in rows}):
        some = [row for row in rows if row.series == series]
        for name in ("expressions", "comity", "counted"):
            shares = figures_of([getattr(row, name) for row in some])
            figures = (f"{share.value:.3f} ({share.low:.3f}-{share.high:.3f})" if share else "-" for share in shares)
            print(series, name, len(some), *figures, sep="\t")


def _speed(sources: Sequence[Source], peer: str | None) -> None:
    characters = sum(len(source.text) for source in sources)
    contenders: dict[str, Callable[[], object]] = {
        "five expressions": lambda: [by_expressions(source.text) for source in sources],
        "Comity's scan for symbols": lambda: [_scan(source.text) for source in sources],
        "Comity, text to statements": lambda: [extract(source) for source in sources],
    }
    print("\ncontender\tcharacters in a CPU second")
    for name, work in contenders.items():
        print(name, f"{characters / _best(work):,.0f}", sep="\t")
    if peer:
        text = "\n".join(source.text for source in sources)
        done = subprocess.run([peer, "-c", _EYECITE], input=text, capture_output=True, text=True, check=True)
        print("eyecite", f"{characters / float(done.stdout):,.0f}", sep="\t")


def _scan(text: str) -> Iterable[str]:
    return [match[0] for pattern in (full_symbol(), bare_number()) for match in pattern.finditer(text)]


def _best(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


if __name__ == "__main__":
    main()
