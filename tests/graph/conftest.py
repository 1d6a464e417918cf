from collections.abc import Callable

import pytest

from comity.graph import Extraction
from comity.pipeline import extract
from comity.sources import read_source


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., Extraction]:
    """What is read from a text, under an identifier."""
    return lambda text, identifier="d": extract(read_source(text.encode(), identifier, name=identifier))
