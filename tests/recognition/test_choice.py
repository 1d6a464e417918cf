from collections.abc import Callable
from importlib.util import find_spec

import pytest

from comity.errors import ConfigurationError
from comity.recognition import CHOICES, is_used, recogniser

PACKAGES = {"slovnet", "navec", "natasha"}
INSTALLED = all(find_spec(package) for package in PACKAGES)


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the packages of the helper."""
    real: Callable[..., object] = find_spec
    monkeypatch.setattr("comity.recognition.choice.find_spec", lambda name: None if name in PACKAGES else real(name))
    recogniser.cache_clear()


@pytest.mark.usefixtures("absent")
@pytest.mark.parametrize("choice", ["off", "auto"])
def test_nothing_is_used_where_nothing_is_installed(choice: str) -> None:
    assert not is_used("ru", choice)
    assert recogniser("ru", choice) is None


@pytest.mark.usefixtures("absent")
def test_what_is_asked_for_and_missing_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match=r"slovnet, navec, natasha.*comity\[ner\]"):
        recogniser("ru", "slovnet")


def test_an_unknown_choice_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match="found 'spacy'"):
        is_used("ru", "spacy")


@pytest.mark.parametrize("choice", CHOICES)
def test_there_is_no_helper_for_other_languages(choice: str) -> None:
    assert recogniser("en", choice) is None


@pytest.mark.skipif(not INSTALLED, reason="the extra [ner] is not installed")
def test_slovnet_finds_persons_places_and_organisations() -> None:
    helper = recogniser("ru", "slovnet")
    assert helper is not None
    sentence = "Иван Петров из компании «Ромашка» приехал в Тверь."
    (found,) = helper.find([sentence])
    assert [(name.type, sentence[name.span.start : name.span.end]) for name in found] == [
        ("Person", "Иван Петров"),
        ("Organization", "Ромашка"),
        ("Place", "Тверь"),
    ]
