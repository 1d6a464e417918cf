import pytest

from comity.model import Metadata, Source


def test_a_source_needs_an_identifier() -> None:
    with pytest.raises(ValueError, match="identifier"):
        Source("", "Текст", "00")


def test_nothing_is_known_of_a_source_without_metadata() -> None:
    assert Source("note", "Текст", "00").metadata == Metadata(None, None, None, None, None, None)
