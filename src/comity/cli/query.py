"""``comity query``: a question of the catalogue, or any ``.rq`` file, asked on the command line."""

import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated

import typer
from pyoxigraph import Literal, NamedNode
from rich.console import Console
from rich.table import Column
from rich.table import Table as RichTable
from rich.text import Text

from comity.cli.analyse import Lang, Language, Store
from comity.errors import QueryError
from comity.queries import Question, catalogue, find, names, query_form
from comity.store import Reader, Row, Table, Term, open_reader

__all__ = ["OutputFormat", "query"]


class OutputFormat(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


_MEDIA_TYPES = {OutputFormat.CSV: "text/csv", OutputFormat.JSON: "application/sparql-results+json"}


def query(
    name: Annotated[
        str | None, typer.Argument(help="Name of a question, or a .rq file; nothing lists the questions.")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option(help="A value for a parameter, as NAME=VALUE; may be repeated.")
    ] = None,
    store: Store = "build",
    output: Annotated[OutputFormat, typer.Option("--format", help="How to print the answer.")] = OutputFormat.TABLE,
    lang: Lang = Language.RU,
) -> None:
    """Ask a named question or a SPARQL file; a CONSTRUCT prints Turtle."""
    if name is None:
        _list_questions(lang)
        return
    question = find(name)
    text = question.bound(_values(param or []))
    reader = open_reader(store)
    if query_form(text) in {"construct", "describe"}:
        _write(reader.answer(text, "text/turtle"))
    elif output is not OutputFormat.TABLE:
        _write(reader.answer(text, _MEDIA_TYPES[output]))
    elif query_form(text) == "ask":
        typer.echo("true" if reader.ask(text) else "false")
    else:
        _print(question, reader.select(text), reader, lang)


def _values(pairs: Iterable[str]) -> dict[str, str]:
    values = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise QueryError(f"a parameter is given as NAME=VALUE, not as {pair!r}")
        values[name] = value
    return values


def _list_questions(language: str) -> None:
    for question in catalogue().values():
        typer.echo(f"{question.name}\t{question.titles.get(language, '')}")


def _write(answer: bytes) -> None:
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _print(question: Question, answer: Table, reader: Reader, language: str) -> None:
    """Print a table on a terminal and tab-separated lines elsewhere, with the names of resources; count on stderr."""
    known = names(_iris(answer), reader)
    columns = [question.column(name, language) for name in answer.variables]
    rows = [[_cell(row.get(name), known, language) for name in answer.variables] for row in answer]
    console = Console()
    if console.is_terminal:
        shown = RichTable(*(Column(name, overflow="fold") for name in columns))
        for row in rows:
            shown.add_row(*map(Text, row))
        console.print(shown)
    else:
        for row in (columns, *rows):
            typer.echo("\t".join(" ".join(cell.split()) for cell in row))
    typer.echo(f"rows: {len(answer)}", err=True)


def _iris(rows: Iterable[Row]) -> set[str]:
    return {term.value for row in rows for term in row.values() if isinstance(term, NamedNode)}


def _cell(term: Term | None, known: Mapping[str, Mapping[str, str]], language: str) -> str:
    """Return what a cell shows: a name of the resource, else its IRI; a literal as it is."""
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        by_language = known.get(term.value, {})
        return by_language.get(language) or next(iter(by_language.values()), term.value)
    return term.value if isinstance(term, Literal) else str(term)
