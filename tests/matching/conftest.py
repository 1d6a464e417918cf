from collections.abc import Callable

import pytest

from comity.lexicon import Lexicon
from comity.matching import Profile, profiles
from comity.pipeline import extract, knowledge
from comity.sources import read_source


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return knowledge("ru").lexicon


@pytest.fixture(scope="session")
def told_by() -> Callable[[str, str], tuple[Profile, ...]]:
    """Return what a text, given with its name, tells of the things it names."""

    def told(name: str, text: str) -> tuple[Profile, ...]:
        found = extract(read_source(text.encode(), name, name=name))
        known = knowledge(found.document.language).lexicon
        return profiles(found.reading, found.links, found.statements, known)

    return told
