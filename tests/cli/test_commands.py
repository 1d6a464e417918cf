import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from comity.cli import app

COMMANDS = ["build", "up", "serve", "extract", "validate", "query", "export", "analyse", "score", "fetch"]
BELOW = ["centrality", "chains", "communities"]


def command_names() -> list[str]:
    return sorted(typer.main.get_command(app).list_commands(None))


def test_the_commands_are_these() -> None:
    assert command_names() == sorted(COMMANDS)


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS), *(["analyse", name] for name in BELOW)])
def test_help_is_printed_and_nothing_is_done(comity: Callable[..., Any], words: list[str]) -> None:
    answer = comity(*words, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert " ".join(["Usage: comity", *words]) in answer.out.decode()


def test_help_names_every_command(comity: Callable[..., Any]) -> None:
    told = comity("--help").out.decode()
    assert [name for name in COMMANDS if f" {name} " not in told] == []


def test_without_a_command_there_is_help(comity: Callable[..., Any]) -> None:
    answer = comity()
    assert answer.code == 2
    assert answer.out.strip() == comity("--help").out.strip()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["extrakt"], "No such command 'extrakt'"),
        (["--verbose"], "No such option: --verbose"),
        (["extract"], "Missing argument"),
        (["extract", "a.txt", "--format", "xml"], "'xml' is not one of"),
        (["build", "--workers", "0"], "Invalid value for '--workers'"),
        (["fetch"], "name symbols, or a manifest"),
        (["up", "--port", "65536"], "Invalid value for '--port'"),
        (["validate", "--verbose"], "No such option: --verbose"),
    ],
)
def test_wrong_usage_is_told_on_standard_error(comity: Callable[..., Any], words: list[str], said: str) -> None:
    answer = comity(*words)
    assert (answer.code, answer.out) == (2, b"")
    assert said in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ["build", "missing.txt"],
        ["up", "missing.txt"],
        ["serve", "--store", "missing"],
        ["extract", "missing.txt"],
        ["validate", "missing.trig"],
        ["query", "missing-question"],
        ["query", "citations", "--store", "missing"],
        ["export", "missing-format"],
        ["export", "turtle", "--store", "missing"],
        ["analyse", "centrality", "--store", "missing"],
        ["score", "missing"],
        ["fetch", "--manifest", "missing.jsonl"],
    ],
    ids=" ".join,
)
def test_a_refusal_is_one_line_on_standard_error(
    comity: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = comity(*words)
    assert (answer.code, answer.out) == (1, b"")
    assert answer.err.startswith("comity: ")
    assert answer.err.count("\n") == 1
    assert "missing" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("variable", "text"),
    [("COMITY_PORT", "http"), ("COMITY_MORPHOLOGY", "mystem"), ("COMITY_BASE_IRI", "http://example.org/a b/")],
)
def test_a_wrong_setting_is_one_line_on_standard_error(
    comity: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, variable: str, text: str
) -> None:
    monkeypatch.setenv(variable, text)
    answer = comity("extract", "-", stdin="Китай предложил создать банк.".encode())
    assert (answer.code, answer.out) == (1, b"")
    assert answer.err.startswith(f"comity: {variable}: ")
    assert answer.err.count("\n") == 1


def test_the_module_is_the_command_line(program: Callable[..., Any]) -> None:
    refused = program("extract", "missing.txt")
    assert (refused.code, refused.out) == (1, b"")
    assert refused.err == "comity: missing.txt: cannot be read (No such file or directory)\n"


def test_a_reader_that_closes_early_is_no_reason_to_complain(documents: list[Path]) -> None:
    command = [sys.executable, "-m", "comity", "extract", "--json", "--mentions", *map(str, documents)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
