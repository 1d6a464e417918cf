"""The command line: one module a command, one place where errors become messages and exit codes.

Exit codes: 0 done; 1 refused, with the reason; 2 wrong usage; 3 findings; 4 some documents could not be read.
"""

import sys

import typer

from comity.cli import analyse
from comity.cli.build import build, up
from comity.cli.export import export
from comity.cli.extract import extract
from comity.cli.query import query
from comity.cli.serve import serve
from comity.cli.validate import validate
from comity.errors import ComityError

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Documents of international politics become a knowledge graph in which every statement shows its words.",
)
for command in (build, up, serve, extract, validate, query, export):
    app.command()(command)
app.add_typer(analyse.app, name="analyse")


def main() -> None:
    """Run the command line; an error of Comity becomes one line on standard error and exit code 1."""
    try:
        app()
    except ComityError as error:
        typer.echo(f"comity: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
