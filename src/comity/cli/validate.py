"""``comity validate``: SHACL and checks over a dataset."""

import json
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.analyse import Language
from comity.cli.build import FINDINGS
from comity.graph import read_dataset
from comity.settings import settings
from comity.store import DATASET_NAME
from comity.validation import validate as findings_of

__all__ = ["validate"]


def validate(
    datasets: Annotated[
        list[Path] | None, typer.Argument(help="RDF files or build folders; the build if none.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    lang: Annotated[Language, typer.Option(help="Language of the messages.")] = Language.EN,
) -> None:
    """Check a dataset against the shapes and checks; exit 0 if it conforms, 3 with findings."""
    files = [path / DATASET_NAME if path.is_dir() else path for path in datasets or [settings().out / DATASET_NAME]]
    report = findings_of([quad for file in files for quad in read_dataset(file)])
    typer.echo(json.dumps(report.to_dict(), ensure_ascii=False, indent=2) if as_json else report.to_text(lang))
    if not report.conforms:
        raise typer.Exit(FINDINGS)
