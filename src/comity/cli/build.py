"""``comity build`` and ``comity up``: documents → graph → validated, and served."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from comity import resources
from comity.cli.serve import run_site
from comity.graph import Names
from comity.pipeline import Build, Options, Result, is_built
from comity.pipeline import build as build_dataset
from comity.settings import settings

__all__ = ["build", "up"]

FINDINGS, UNREAD = 3, 4
_MOST_SHOWN = 20

Paths = Annotated[list[Path] | None, typer.Argument(help="Documents and folders; the five shipped ones if none.")]
Out = Annotated[Path | None, typer.Option(help="Folder of the dataset, the store and the report (default: build).")]


def build(
    paths: Paths = None,
    out: Out = None,
    workers: Annotated[int, typer.Option(min=1, help="How many processes read and validate documents.")] = 1,
    shapes: Annotated[
        bool, typer.Option(help="Validate each document by the shapes, which takes longer than all the rest.")
    ] = True,
) -> None:
    """Read documents and write the validated dataset, the embedded store and the report.

    A document that cannot be read is reported, and the others are built.
    """
    folder = out or settings().out
    built = build_dataset(_documents(paths), folder, _options(workers, shapes=shapes), _progress)
    _tell(built, folder)
    if built.failures:
        raise typer.Exit(UNREAD)
    if not built.report.conforms:
        raise typer.Exit(FINDINGS)


def up(
    paths: Paths = None,
    out: Out = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on (default: 127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on (default: 8000).")] = None,
) -> None:
    """Build what is missing or stale, validate it, and serve it."""
    configured = settings()
    folder, documents = out or configured.out, _documents(paths)
    if is_built(documents, folder, _options()):
        typer.echo(f"{folder} is up to date", err=True)
    else:
        _tell(build_dataset(documents, folder, _options(), _progress), folder)
    run_site(str(folder), host or configured.host, configured.port if port is None else port)


def _documents(paths: list[Path] | None) -> list[Path]:
    return paths or [resources.path("data/documents")]


def _options(workers: int = 1, *, shapes: bool = True) -> Options:
    configured = settings()
    return Options(
        Names(configured.base_iri),
        configured.morphology,
        configured.ner,
        configured.maximum_bytes,
        workers,
        shapes,
    )


def _progress(results: Iterable[Result], total: int) -> Iterator[Result]:
    """Show a bar on a terminal, and nothing elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading", total=total)
        for result in results:
            bar.update(task, advance=1, description=result.file.name)
            yield result


class _Rate(ProgressColumn):
    """How many documents are read in a second."""

    def render(self, task: Task) -> Text:
        """Return the rate of the last while, once there is one."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")


def _tell(built: Build, folder: Path) -> None:
    for reason in built.failures.values():
        typer.echo(f"not read: {reason}", err=True)
    statements = sum(built.documents.values())
    counts = ", ".join(f"{count} {severity}" for severity, count in built.report.counts().items())
    verdict = "conforms" if built.report.conforms else "does not conform"
    typer.echo(f"{folder}: {len(built.documents)} documents, {statements} statements, {built.quads} quads", err=True)
    typer.echo(f"validation: {verdict} ({counts}); see {folder / 'report.json'}", err=True)
    for finding in [f for f in built.report.findings if f.severity == "violation"][:_MOST_SHOWN]:
        typer.echo(f"  {finding.focus}: {finding.message('en')}", err=True)
