"""Every text of data/gold/ says what its annotation says: no mention and no statement more or less."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from comity.graph import Extraction
from comity.lexicon import morphology, read

FAULTS: Mapping[str, Mapping[str, str]] = {}

FILES = 17
TEXTS = 178
SENTENCES = 1


def test_the_collection_is_whole(gold_files: list[Path], extractions: dict[str, Extraction]) -> None:
    engine = morphology("ru")
    sentences = sum(len(read(extraction.document, engine).sentences) for extraction in extractions.values())
    assert (len(gold_files), len(extractions), sentences) == (FILES, TEXTS, SENTENCES)


def test_mentions(gold: str, mention_differences: Callable[[str], list[str]]) -> None:
    assert mention_differences(gold) == []


def test_statements(gold: str, statement_differences: Callable[[str], list[str]]) -> None:
    assert statement_differences(gold) == []


def test_every_rule_fires_and_is_silent(
    extractions: dict[str, Extraction], silent: dict[str, frozenset[str]]
) -> None:
    fired = Counter(statement.rule for extraction in extractions.values() for statement in extraction.statements)
    unfired = frozenset().union(*silent.values())
    assert fired.keys() == unfired
