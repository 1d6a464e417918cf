"""Every example of the documentation is run as printed, on a live server, and prints what is printed below it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PRINTED_ADDRESS = "http://127.0.0.1:8000"
PRINTED = {"text", "json", "csv", "turtle"}
TESTED_ELSEWHERE = re.compile(r"(?:python3 run\.py|git clone|cd \w|bash )")


class Example(NamedTuple):
    """One fenced block that can be run, and the block right below it that shows what it prints."""

    place: str
    language: str
    code: str
    printed: str | None


def blocks(page: Path) -> Iterator[tuple[int, str, str]]:
    """Yield line, language and content of each fenced block."""
    text = page.read_text(encoding="utf-8")
    for found in re.finditer(r"^```(\w+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        yield text.count("\n", 0, found.start()) + 1, found[1], found[2]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def examples(page: Path) -> Iterator[Example]:
    """Yield what can be run of a page, in its order."""
    for (line, language, code), (below, kind, printed) in pairwise([*blocks(page), (0, "", "")]):
        if language in {"sh", "python"} and not all(map(TESTED_ELSEWHERE.match, code.splitlines())):
            follows = kind in PRINTED and below == line + code.count("\n") + 3
            yield Example(f"{name(page)}:{line}", language, code, printed if follows else None)


@pytest.mark.parametrize("page", [page for page in PAGES if list(examples(page))], ids=name)
def test_the_examples_of_a_page_do_what_they_say(
    page: Path, address: str, workplace: Path, environment: dict[str, str]
) -> None:
    for example in examples(page):
        program = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-W", "error", "-c"]}
        command = [*program[example.language], example.code.replace(PRINTED_ADDRESS, address)]
        result = subprocess.run(
            command, cwd=workplace, env=environment, capture_output=True, text=True, check=False, timeout=120
        )
        assert result.returncode == 0, f"{example.place}: {result.stderr}"
        assert result.stdout.strip(), f"{example.place} prints nothing"
        if example.printed is not None:
            printed = result.stdout.replace(address, PRINTED_ADDRESS)
            assert printed.split() == example.printed.split(), example.place


def test_the_first_code_of_the_readme_is_the_two_commands() -> None:
    assert [code for _, _, code in blocks(ROOT / "README.md")][:2] == ["python3 run.py\n", "python3 run.py test\n"]


def test_both_readmes_show_the_same_code() -> None:
    english, russian = ([block[1:] for block in blocks(ROOT / name)] for name in ("README.md", "README.ru.md"))
    assert english == russian


def test_both_readmes_have_the_same_sections() -> None:
    english, russian = (
        re.findall(r"^#+(?= )", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        for name in ("README.md", "README.ru.md")
    )
    assert english == russian
