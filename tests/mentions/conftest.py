from collections.abc import Callable

import pytest

from comity.lexicon import read
from comity.mentions import find_mentions
from comity.model import Mention, Reading
from comity.pipeline import knowledge
from comity.sources import read_source
from comity.text import structure


def _reading(text: str) -> Reading:
    document = structure(read_source(text.encode(), "text", name="text"))
    return read(document, knowledge(document.language).lexicon.morphology)


def _mentions(text: str) -> list[tuple[str, Mention]]:
    reading = _reading(text)
    known = knowledge(reading.document.language)
    found = find_mentions(reading, known.lexicon, known.patterns)
    return [(reading.text(mention.first, mention.last), mention) for mention in found]


@pytest.fixture(scope="session")
def reading_of() -> Callable[[str], Reading]:
    """Read a text."""
    return _reading


@pytest.fixture(scope="session")
def mentions_of() -> Callable[[str], list[tuple[str, Mention]]]:
    """Find the mentions of a text, each with its words."""
    return _mentions
