"""Every command and every option is described in its own section of the reference, and nothing else is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from comity import cli

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
HEADING = re.compile(r"^## `(comity [\w -]+)`$", re.MULTILINE)


def commands(command: Any, path: str = "comity") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - typer's own classes
    """Yield each command that does something, after the words that call it."""
    if hasattr(command, "list_commands"):
        context = typer.Context(command)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), f"{path} {name}")
    else:
        yield path, command


COMMANDS = dict(commands(typer.main.get_command(cli.app)))
OPTIONS = [
    (name, option) for name, command in COMMANDS.items() for parameter in command.params for option in parameter.opts
]


def sections() -> dict[str, str]:
    """Return the text below the heading of each command."""
    headings = list(HEADING.finditer(PAGE))
    ends = [*(heading.start() for heading in headings[1:]), len(PAGE)]
    return {heading[1]: PAGE[heading.end() : end] for heading, end in zip(headings, ends, strict=True)}


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert sorted(sections()) == sorted(COMMANDS)


@pytest.mark.parametrize(("command", "option"), [(name, option) for name, option in OPTIONS if option.startswith("--")])
def test_every_option_is_described(command: str, option: str) -> None:
    assert re.search(rf"`{option}\b", sections()[command])


def test_no_option_is_made_up() -> None:
    for command, text in sections().items():
        described = set(re.findall(r"`(--[\w-]+)", text))
        options = {option for each in COMMANDS[command].params for option in (*each.opts, *each.secondary_opts)}
        assert described <= options, command
