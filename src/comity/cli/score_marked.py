"""``comity score citations`` and ``comity score structure``: marked-up texts read without their mark-up."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from comity.cli.score_texts import print_table, told
from comity.evaluation import (
    ROLES,
    CitationResult,
    Count,
    Disagreement,
    Share,
    StructureResult,
    compare_citations,
    compare_structure,
    figures_of,
    marked_sources,
)
from comity.model import Source
from comity.settings import settings
from comity.workers import working

__all__ = ["citations", "structure"]

Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Akoma Ntoso files, folders or archives of them.")]
Failures = Annotated[bool, typer.Option(help="Also list each disagreement with its words and paragraph.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read documents.")]
_FIGURES = ("precision", "recall", "F1")
Made = TypeVar("Made", CitationResult, StructureResult)


def citations(paths: Paths, *, failures: Failures = False, as_json: AsJson = False, workers: Workers = 1) -> None:
    """Compare the resolutions that bare text is found to cite with those that its editors linked.

    "plain" counts every disagreement; "reviewed" leaves out those in which the words say what nobody linked.
    "kind right" is what share of the citations in named clauses of preambles is of the kind that the name says.
    """
    results = _made(compare_citations, paths, workers)
    by_series = _grouped(results)
    rows = {
        (series, way): [getattr(result, way) for result in some if result.linked]
        for series, some in by_series.items()
        for way in ("plain", "counted")
    }
    figures = {key: (counts, figures_of(counts)) for key, counts in rows.items() if counts}
    kinds = {key: _kinds(by_series[key[0]], key[1]) for key in figures}
    if as_json:
        series = [
            {"series": series, "way": way, "documents": len(counts)}
            | _json_figures(counts, shares)
            | _json_kinds(*kinds[series, way])
            for (series, way), (counts, shares) in figures.items()
        ]
        _print_json({"documents": len(results), "series": series}, results, failures=failures)
        return
    head = ("series", "counted", "documents", "right", "wrong", "missed", *_FIGURES, "kinds", "kind right")
    cells = [
        (*key, str(len(counts)), *_cells(counts, shares), str(kinds[key][0]), told(kinds[key][1]))
        for key, (counts, shares) in figures.items()
    ]
    print_table(head, cells)
    _print_failures(results, failures=failures)
    unlinked = sum(not result.linked for result in results)
    typer.echo(
        f"{len(results)} documents; in {unlinked} the editors linked no resolution, so they tell nothing", err=True
    )


def structure(paths: Paths, *, failures: Failures = False, as_json: AsJson = False, workers: Workers = 1) -> None:
    """Compare the structure that is found in bare text with that of its mark-up."""
    results = _made(compare_structure, paths, workers)
    series = [_structure_row(name, some) for name, some in (*_grouped(results).items(), ("all", results))]
    if as_json:
        _print_json({"documents": len(results), "series": series}, results, failures=failures)
        return
    head = ("series", "documents", *(f"{role} F1" for role in ROLES), "macro-F1", "title", "symbol", "adopted")
    cells = [[_value(row[column]) for column in head] for row in series]
    print_table(head, cells)
    _print_failures(results, failures=failures)


def _made(compare: Callable[..., Made], paths: Iterable[Path], workers: int) -> list[Made]:
    work: Callable[[Source], Made] = partial(compare, engine=settings().morphology, ner=settings().ner)
    with working(workers) as parallel:
        return list(parallel(work, marked_sources(paths)))


def _grouped(results: Iterable[Made]) -> dict[str, list[Made]]:
    groups: dict[str, list[Made]] = defaultdict(list)
    for result in results:
        groups[result.series].append(result)
    return dict(sorted(groups.items()))


def _kinds(results: Iterable[CitationResult], way: str) -> tuple[int, Share | None]:
    """Return how many kinds of citation are counted in a way, and what share of them is right."""
    counts = [result.kinds[way] for result in results if way in result.kinds]
    return sum(count.right + count.wrong for count in counts), figures_of(counts)[0]


def _structure_row(name: str, results: Sequence[StructureResult]) -> dict[str, Any]:
    scores = {role: figures_of([result.counts[role] for result in results])[2] for role in ROLES}
    values = [share.value for share in scores.values() if share is not None]
    row: dict[str, Any] = {"series": name, "documents": len(results)}
    row |= {f"{role} F1": round(share.value, 4) if share else None for role, share in scores.items()}
    row["macro-F1"] = round(sum(values) / len(values), 4) if values else None
    for what in ("title", "symbol", "adopted"):
        known = [is_so for result in results if (is_so := result.exact.get(what)) is not None]
        row[what] = round(sum(known) / len(known), 4) if known else None
    return row


def _value(value: object) -> str:
    return "—" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)


def _totals(counts: Iterable[Count]) -> tuple[int, int, int]:
    right, wrong, missed = zip(*((count.right, count.wrong, count.missed) for count in counts), strict=True)
    return sum(right), sum(wrong), sum(missed)


def _cells(counts: Sequence[Count], shares: Sequence[Share | None]) -> tuple[str, ...]:
    return (*map(str, _totals(counts)), *map(told, shares))


def _json_figures(counts: Sequence[Count], shares: Sequence[Share | None]) -> dict[str, object]:
    totals = zip(("right", "wrong", "missed"), _totals(counts), strict=True)
    named = zip(_FIGURES, (asdict(share) if share else None for share in shares), strict=True)
    return {**dict(totals), **dict(named)}


def _json_kinds(count: int, share: Share | None) -> dict[str, object]:
    return {"kinds": count, "kind right": asdict(share) if share else None}


def _print_json(record: dict[str, Any], results: Sequence[Made], *, failures: bool) -> None:
    listed = {"failures": [asdict(each) for each in _failures(results)]} if failures else {}
    typer.echo(json.dumps(record | listed, ensure_ascii=False, indent=1))


def _failures(results: Iterable[Made]) -> Iterable[Disagreement]:
    return (each for result in results for each in result.disagreements)


def _print_failures(results: Iterable[Made], *, failures: bool) -> None:
    rows = [(each.document, each.outcome, each.item, each.paragraph, each.words) for each in _failures(results)]
    if failures and rows:
        print_table(("document", "outcome", "what", "paragraph", "words"), rows)
