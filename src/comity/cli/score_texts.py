"""``comity score texts``: how much of the golden texts extraction finds, how much of what it finds is right."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from comity import resources
from comity.cli.build import FINDINGS
from comity.evaluation import (
    Change,
    Changes,
    Figures,
    Gold,
    Item,
    Outcome,
    Share,
    changes,
    read_gold,
    read_record,
    tally,
    write_record,
)
from comity.evaluation import score as score_texts
from comity.settings import settings

__all__ = ["print_table", "score", "told"]

_COLUMNS = ("found", "missed", "wrong", "precision", "recall", "F1")


def score(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="[FOLDER]...", help="Folders of golden texts; data/gold if none.")
    ] = None,
    *,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind of mention or relation (state, cites …); may be repeated.")
    ] = None,
    failures: Annotated[bool, typer.Option(help="Also print what was missed or wrong, text by text.")] = False,
    record: Annotated[
        bool, typer.Option(help="Keep this run beside the texts, for later runs to compare with.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
) -> None:
    """Score extraction on golden texts; exit 3 if something was lost since the last recorded run."""
    golds: dict[str, Gold] = {}
    run: dict[str, tuple[Item, ...]] = {}
    found = []
    for folder in folders or [resources.path("data/gold")]:
        texts = read_gold(folder)
        made = score_texts(texts, settings().morphology, settings().ner)
        found.append(_chosen(changes(read_record(folder) or {}, made), kind))
        golds |= texts
        run |= {name: _of(items, kind) for name, items in made.items()}
        if record:
            typer.echo(f"recorded in {write_record(folder, made)}", err=True)
    if as_json:
        typer.echo(json.dumps(_record(golds, run, found, failures=failures), ensure_ascii=False, indent=1))
    else:
        _print(golds, run, found, failures=failures)
    lost = sum(len(each.lost) for each in found)
    typer.echo(_note(golds, found), err=True)
    if lost and not record:
        raise typer.Exit(FINDINGS)


def _of(items: Iterable[Item], kinds: Collection[str] | None) -> tuple[Item, ...]:
    return tuple(item for item in items if not kinds or item.kind in kinds)


def _chosen(found: Changes, kinds: Collection[str] | None) -> Changes:
    def chosen(these: Iterable[Change]) -> tuple[Change, ...]:
        return tuple(change for change in these if not kinds or change.item.kind in kinds)

    return Changes(chosen(found.gained), chosen(found.lost), found.new)


def _note(golds: Mapping[str, Gold], found: Sequence[Changes]) -> str:
    gained, lost = (sum(len(getattr(each, name)) for each in found) for name in ("gained", "lost"))
    new = sum(len(each.new) for each in found)
    return f"{len(golds)} texts, {new} of them not recorded yet; since the record {gained} gained, {lost} lost"


def _record(
    golds: Mapping[str, Gold], run: Mapping[str, tuple[Item, ...]], found: Sequence[Changes], *, failures: bool
) -> dict[str, Any]:
    mentions, relations = tally(item for items in run.values() for item in items)
    record = {
        "texts": len(golds),
        "mentions": [_figures(figures) for figures in mentions],
        "relations": [_figures(figures) for figures in relations],
        "gained": [_change(change) for each in found for change in each.gained],
        "lost": [_change(change) for each in found for change in each.lost],
        "new": [name for each in found for name in each.new],
    }
    failed = {
        name: [{"outcome": item.outcome, "item": item.said, "words": item.words} for item in _failed(items)]
        for name, items in run.items()
        if any(_failed(items))
    }
    return record | ({"failures": failed} if failures else {})


def _figures(figures: Figures) -> dict[str, Any]:
    def share(of: Share | None) -> dict[str, float] | None:
        return {key: round(getattr(of, key), 4) for key in ("value", "low", "high")} if of else None

    counts = {"kind": figures.kind, "found": figures.found, "missed": figures.missed, "wrong": figures.wrong}
    return counts | {"precision": share(figures.precision), "recall": share(figures.recall), "f1": share(figures.f1)}


def _change(change: Change) -> dict[str, Any]:
    return {"text": change.text, "item": change.item.said, "before": change.before, "now": change.now}


def _print(
    golds: Mapping[str, Gold], run: Mapping[str, tuple[Item, ...]], found: Sequence[Changes], *, failures: bool
) -> None:
    tables = tally(item for items in run.values() for item in items)
    for heading, rows in zip(("mentions of", "relation"), tables, strict=True):
        if rows:
            print_table((heading, *_COLUMNS), [_cells(figures) for figures in rows])
    changed = [
        (sign, change.text, change.before or "—", change.now or "—", change.item.said)
        for each in found
        for sign, these in (("gained", each.gained), ("lost", each.lost))
        for change in these
    ]
    if changed:
        print_table(("since the record", "text", "before", "now", "item"), changed)
    for name, items in run.items() if failures else ():
        if any(_failed(items)):
            typer.echo(f"== {name}\n{golds[name].text.rstrip()}")
            typer.echo("".join(f"{_line(item)}\n" for item in _failed(items)))


def _failed(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.outcome is not Outcome.FOUND]


def _line(item: Item) -> str:
    words = f" from {item.words}" if item.is_statement and item.words else ""
    return f"{item.outcome} {item.said}{words}"


def _cells(figures: Figures) -> tuple[str, ...]:
    counts = (str(count) for count in (figures.found, figures.missed, figures.wrong))
    return (figures.kind, *counts, *(told(each) for each in (figures.precision, figures.recall, figures.f1)))


def told(share: Share | None) -> str:
    """Return a share with its interval, as a cell of a table."""
    return f"{share.value:.3f} ({share.low:.3f}–{share.high:.3f})" if share else "—"


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table on a terminal and tab-separated lines elsewhere."""
    console = Console()
    if not console.is_terminal:
        typer.echo("\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in (columns, *rows)) + "\n")
        return
    table = Table(box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(column, justify="right" if column in _COLUMNS else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)
