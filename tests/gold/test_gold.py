"""Every text of data/gold/ says what its annotation says: no mention and no statement more or less."""

from collections.abc import Callable, Mapping
from pathlib import Path

from comity.graph import Extraction
from comity.lexicon import morphology, read

FILES = 23
TEXTS = 374
SENTENCES = 801

_MENTIONS: Mapping[str, str] = {}
_STATEMENTS: Mapping[str, str] = {}
FAULTS: Mapping[str, Mapping[str, str]] = {"test_mentions": _MENTIONS, "test_statements": _STATEMENTS}
"""Known faults, by test and text: each is expected to fail, and fails the run once it is mended."""


def test_the_collection_is_whole(gold_files: list[Path], extractions: dict[str, Extraction]) -> None:
    engine = morphology("ru")
    sentences = sum(len(read(extraction.document, engine).sentences) for extraction in extractions.values())
    assert (len(gold_files), len(extractions), sentences) == (FILES, TEXTS, SENTENCES)


def test_mentions(gold: str, mention_differences: Callable[[str], list[str]]) -> None:
    assert mention_differences(gold) == []


def test_statements(gold: str, statement_differences: Callable[[str], list[str]]) -> None:
    assert statement_differences(gold) == []


def test_every_rule_fires_in_one_text_and_is_silent_in_another(
    extractions: dict[str, Extraction], silent: dict[str, frozenset[str]]
) -> None:
    fired = {statement.rule for extraction in extractions.values() for statement in extraction.statements}
    assert fired == frozenset().union(*silent.values())
