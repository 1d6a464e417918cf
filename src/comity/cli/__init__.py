"""The command line: one module a command, one place where errors become messages and exit codes.

Exit codes: 0 done; 1 refused, with the reason; 2 wrong usage; 3 findings; 4 some documents could not be got.
"""

import io
import sys
from importlib import import_module

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from comity.errors import ComityError

__all__ = ["app", "main"]

_COMMANDS = ("build", "up", "serve", "extract", "validate", "query", "analyse", "export", "score", "fetch")
_SHARED_MODULES = {"up": "build"}


class _Commands(TyperGroup):
    """Commands whose modules are loaded when they are asked for: extracting a text needs no web server."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | TyperGroup | None:  # type: ignore[override]  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"comity.cli.{_SHARED_MODULES.get(cmd_name, cmd_name)}")
        own = getattr(module, "app", None)
        if own is None:
            own = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
            own.command(cmd_name)(getattr(module, cmd_name))
        command = get_command(own)
        command.name = cmd_name
        return command  # type: ignore[return-value]


app = typer.Typer(cls=_Commands, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def _described() -> None:
    """Turn documents of international politics into a knowledge graph in which every statement shows its words."""


def main() -> None:
    """Run the command line; an error of Comity becomes one line on standard error and exit code 1.

    Files may have names that are not UTF-8: what is printed of them is UTF-8, with their odd bytes escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except ComityError as error:
        typer.echo(f"comity: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
