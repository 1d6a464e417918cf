"""Titles in quotation marks after the noun of what they name."""

import pytest

from comity.lexicon import language_patterns, read
from comity.mentions import quotations
from comity.mentions.titling import Titling
from comity.pipeline import knowledge
from comity.sources import read_source
from comity.text import structure


@pytest.mark.parametrize(
    ("language", "text", "noun", "title"),
    [
        ("ru", "Стороны изучили резолюцию «Реки и горы».", "резолюцию", "Реки и горы"),
        ("ru", "Стороны изучили резолюцию под названием «Реки и горы».", "резолюцию", "Реки и горы"),
        (
            "en",
            "They read the resolution entitled “Rivers and hills of the world”.",
            "resolution",
            "Rivers and hills of the world",
        ),
        ("en", "They read the resolution and the “Rivers and hills”.", "resolution", None),
    ],
)
def test_titles(language: str, text: str, noun: str, title: str | None) -> None:
    document = structure(read_source(text.encode(), "text", name="text"))
    reading = read(document, knowledge(language).lexicon.morphology)
    quoted = {quotation.opening: quotation.closing for quotation in quotations(reading)}
    titling = Titling(reading, language_patterns(language), quoted)
    place = next(index for index, token in enumerate(reading.tokens) if token.text == noun)
    found = titling.title(place + 1, len(reading.tokens))
    assert (reading.text(found[0] + 1, found[1]) if found else None) == title
