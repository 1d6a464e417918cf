"""What holds for every text: gold sentences shuffled among noise, in other line endings, read by either engine."""

import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.graph import Extraction
from comity.model import Entity, Source, Statement
from comity.pipeline import extract, knowledge
from comity.sources import read_source

ENGINES = ("rumorph", "pymorphy3")
NOISE = (
    "«", "»", '"', "“", "„", "(", ")", "[", "*", "**", "–", "-", "•", ";", ":", ",", ".", "…", "!", "?", "№", "/", "|",
    "\t", "\n", "\n\n", "\r\n", "\x0b", "\u2028", "\u00a0", "\u00ad", "\u200b", "\ufeff", "_______________\n",
    "24/7", "79/325", "1267 (1999)", "A/RES/", "A/79/L.118/Rev.1", "XXV", "30-й", "«12»", "31 июня 2024 года", "2025 г.",
    "1.", "а)", "a)", "1)", "РОССИЯ", "ШОС", "ООН", "(далее – ШОС)", "под названием", "🙂", "é", "漢字", "عربى", "Å", "ﬁ",
    "https://docs.un.org/A/RES/79/325", "г.", "и", "не", "который", "по", "в рамках", "таких как",
)  # fmt: skip

_COMMON = _SETTINGS = settings(
    deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def facts(statements: tuple[Statement, ...]) -> set[tuple[str | None, ...]]:
    """Return what statements say, apart from where."""
    return {
        (
            s.subject.identifier,
            s.predicate,
            s.object.identifier if isinstance(s.object, Entity) else s.object.text,
            s.kind,
            s.modality,
            s.speaker.identifier if s.speaker else None,
        )
        for s in statements
    }
