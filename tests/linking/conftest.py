from collections.abc import Callable

import pytest

from comity.lexicon import read
from comity.linking import link, own_instrument
from comity.mentions import find_mentions
from comity.model import Entity, Link, Mention, Reading
from comity.pipeline import knowledge
from comity.sources import read_source
from comity.text import structure


def _found(text: str) -> tuple[Reading, tuple[Mention, ...], Entity | None]:
    document = structure(read_source(text.encode(), "text", name="text"))
    known = knowledge(document.language)
    reading = read(document, known.lexicon.morphology)
    mentions = find_mentions(reading, known.lexicon, known.patterns)
    return reading, mentions, own_instrument(reading, mentions, known.lexicon)


def _links(text: str) -> list[tuple[str, Link]]:
    reading, mentions, own = _found(text)
    known = knowledge(reading.document.language)
    found = link(reading, mentions, known.lexicon, known.patterns, own)
    return [(reading.text(item.mention.first, item.mention.last), item) for item in found]


@pytest.fixture(scope="session")
def links_of() -> Callable[[str], list[tuple[str, Link]]]:
    """Link the mentions of a text; each link comes with its words."""
    return _links


@pytest.fixture(scope="session")
def own_of() -> Callable[[str], Entity | None]:
    """Tell the instrument that a text is."""
    return lambda text: _found(text)[2]
