from collections.abc import Callable

import pytest

from comity.lexicon import read
from comity.linking import link, own_instrument
from comity.mentions import find_mentions
from comity.model import Entity, Metadata, Statement, Value
from comity.pipeline import extract, knowledge
from comity.sources import read_source
from comity.statements.context import Context
from comity.text import structure

Row = tuple[str, str, str]


def _context(text: str) -> Context:
    document = structure(read_source(text.encode(), "text", name="text"))
    known = knowledge(document.language)
    reading = read(document, known.lexicon.morphology)
    mentions = find_mentions(reading, known.lexicon, known.patterns)
    own = own_instrument(reading, mentions, known.lexicon)
    links = link(reading, mentions, known.lexicon, known.patterns, own)
    return Context(reading, mentions, links, known.lexicon, known.patterns, own)


def _statements(text: str, publisher: str | None = None) -> tuple[Statement, ...]:
    metadata = Metadata(publisher=publisher)
    return extract(read_source(text.encode(), "text", name="text", metadata=metadata)).statements


def _shown(thing: Entity | Value) -> str:
    return thing.text if isinstance(thing, Value) else thing.identifier


@pytest.fixture(scope="session")
def context_of() -> Callable[[str], Context]:
    """Link a text, for the functions that the families share."""
    return _context


@pytest.fixture(scope="session")
def statements_of() -> Callable[..., tuple[Statement, ...]]:
    """Make the statements of a text; its publisher may be named."""
    return _statements


@pytest.fixture(scope="session")
def said() -> Callable[..., list[Row]]:
    """Make the statements of a text whose predicates are among those given, as subject, predicate and object."""

    def rows(text: str, *predicates: str) -> list[Row]:
        return [
            (_shown(s.subject), s.predicate, _shown(s.object)) for s in _statements(text) if s.predicate in predicates
        ]

    return rows
