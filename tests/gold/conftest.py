"""The texts of data/gold/ and what extraction makes of them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from comity import resources
from comity.evaluation import Gold, Outcome, compare, read_gold
from comity.graph import Extraction
from comity.model import Source
from comity.pipeline import extract

GOLD = resources.path("data/gold")


@cache
def gold_texts() -> dict[str, Gold]:
    """Return every text of data/gold/ by its name."""
    return read_gold(GOLD)


@cache
def _extraction(name: str) -> Extraction:
    return extract(gold_texts()[name].source)


def _differences(name: str, *, statements: bool) -> list[str]:
    items = compare(gold_texts()[name], _extraction(name))
    return [
        f"{item.outcome} {item.said} from {item.words}"
        for item in items
        if item.outcome is not Outcome.FOUND and item.is_statement is statements
    ]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for `gold` the name of every text; FAULTS of its module marks the expected failures."""
    if "gold" not in metafunc.fixturenames:
        return
    faults = getattr(metafunc.module, "FAULTS", {}).get(metafunc.function.__name__, {})
    unknown = faults.keys() - gold_texts().keys()
    if unknown:
        raise pytest.UsageError(f"no gold text is called {sorted(unknown)}")
    marks = {name: pytest.mark.xfail(strict=True, reason=reason) for name, reason in faults.items()}
    metafunc.parametrize("gold", [pytest.param(name, id=name, marks=marks.get(name, ())) for name in gold_texts()])


@pytest.fixture(scope="session")
def gold_files() -> list[Path]:
    """The files that were collected."""
    return sorted(GOLD.glob("*.txt"))


@pytest.fixture(scope="session")
def sources() -> dict[str, Source]:
    """Every text as a document, by its name."""
    return {name: gold.source for name, gold in gold_texts().items()}


@pytest.fixture(scope="session")
def extractions() -> dict[str, Extraction]:
    """What the pipeline makes of every text."""
    return {name: _extraction(name) for name in gold_texts()}


@pytest.fixture(scope="session")
def silent() -> dict[str, frozenset[str]]:
    """The rules that must not fire, by the name of the text."""
    return {name: gold.silent for name, gold in gold_texts().items()}


@pytest.fixture(scope="session")
def mention_differences() -> Callable[[str], list[str]]:
    """Tell what of a text's mentions is not found, and what is found besides."""
    return lambda name: _differences(name, statements=False)


@pytest.fixture(scope="session")
def statement_differences() -> Callable[[str], list[str]]:
    """Tell what of a text's statements is not made, and what is stated besides."""
    return lambda name: _differences(name, statements=True)
