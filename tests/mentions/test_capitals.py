"""Where names that are written with capitals begin and end."""

import pytest

from comity.lexicon import language_patterns, read
from comity.mentions.capitals import begins, singles_out, stops
from comity.model import Reading
from comity.pipeline import knowledge
from comity.sources import read_source
from comity.text import structure


def reading_of(text: str) -> Reading:
    """Return an English sentence as it is read."""
    document = structure(read_source(f"The text of the day is in the box. {text}".encode(), "text", name="text"))
    return read(document, knowledge("en").lexicon.morphology)


def index_of(reading: Reading, word: str) -> int:
    """Return the last place of a word."""
    return max(index for index, token in enumerate(reading.tokens) if token.text == word)


@pytest.mark.parametrize(
    ("text", "first", "head", "name"),
    [
        ("They met at the new Global Panel.", "new", "Panel", "Global"),
        ("They met at the next BRICS summit.", "next", "summit", "BRICS"),
        ("They met at the next regional summit.", "next", "summit", "next"),
    ],
)
def test_where_a_name_begins(text: str, first: str, head: str, name: str) -> None:
    reading = reading_of(text)
    assert begins(reading, index_of(reading, first), index_of(reading, head)) == index_of(reading, name)


@pytest.mark.parametrize(
    ("text", "head", "last"),
    [
        ("The Panel on Artificial Intelligence in poor countries met.", "Panel", "Intelligence"),
        ("The panel on rivers met.", "panel", "."),
    ],
)
def test_where_a_name_ends(text: str, head: str, last: str) -> None:
    reading = reading_of(text)
    stop = stops(reading, language_patterns("en"), index_of(reading, head), len(reading.tokens))
    assert reading.tokens[stop - 1].text == last


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [("The Chinese summit ended.", "summit", False), ("The Kazan summit ended.", "summit", True)],
)
def test_the_adjective_of_a_state_singles_nothing_out(text: str, head: str, *, expected: bool) -> None:
    reading = reading_of(text)
    place = index_of(reading, head)
    assert singles_out(reading, knowledge("en").lexicon, place - 1, place) is expected
