"""Every example of the documentation is run as printed, on a live server, and prints what is printed below it."""

import re
import subprocess
import sys
from collections.abc import Iterator
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


def examples() -> Iterator[Example]:
    for page in PAGES:
        found = list(blocks(page))
        for (line, language, code), (below, kind, printed) in zip(found, [*found[1:], (0, "", "")], strict=True):
            if language in {"sh", "python"} and not all(map(TESTED_ELSEWHERE.match, code.splitlines())):
                follows = kind in PRINTED and below == line + code.count("\n") + 3
                place = f"{page.relative_to(ROOT).as_posix()}:{line}"
                yield Example(place, language, code, printed if follows else None)


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: example.place)
def test_an_example_does_what_it_says(
    example: Example, address: str, workplace: Path, environment: dict[str, str]
) -> None:
    program = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}[example.language]
    code = example.code.replace(PRINTED_ADDRESS, address)
    result = subprocess.run(
        [*program, code], cwd=workplace, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip(), "an example that prints nothing shows nothing"
    if example.printed is not None:
        assert result.stdout.replace(address, PRINTED_ADDRESS).strip() == example.printed.strip()


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
