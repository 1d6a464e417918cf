"""The house keeps its layers, its sizes and its manners; the linter contract is seen to bite."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PYTHON_FILES = sorted([ROOT / "run.py", *(ROOT / "src").rglob("*.py")])
TEXT_FOLDERS = ("src", "tests", "ontology", "shapes", "queries", "data/language", "docs", "benchmarks")
TEXT_ENDINGS = {".py", ".ttl", ".rq", ".toml", ".md", ".html", ".css", ".js", ".sh"}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "misc", "services", "manager"}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program, "import-linter is not installed beside this Python"
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    return subprocess.run(
        [program, "--no-cache"], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy_of_the_house(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_layers_hold() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("model/__init__.py", "import comity.graph", "The layers of the house"),
        ("text/__init__.py", "import comity.sources", "The layers of the house"),
        ("statements/__init__.py", "import rdflib", "Below graph nothing knows RDF"),
        ("annex.py", "", "annex"),
    ],
)
def test_the_contract_bites(copy_of_the_house: Path, module: str, line: str, broken: str) -> None:
    with (copy_of_the_house / "src" / "comity" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = lint_imports(copy_of_the_house)
    assert result.returncode != 0
    assert broken in result.stdout


@pytest.mark.parametrize("path", PYTHON_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_nothing_is_put_off_to_later() -> None:
    put_off = re.compile(r"\b(?:TODO|FIXME)\b")
    files = [path for folder in TEXT_FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in TEXT_ENDINGS]
    assert files
    found = [path for path in files if path != Path(__file__) and put_off.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_no_name_says_nothing() -> None:
    found = [path for path in (ROOT / "src").rglob("*") if FORBIDDEN_NAMES & {path.name, path.stem}]
    assert found == []
