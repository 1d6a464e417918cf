"""What a recogniser is, and which one the settings ask for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from comity.errors import ConfigurationError
from comity.model import Span

__all__ = ["CHOICES", "Recognised", "Recogniser", "is_used", "recogniser"]

CHOICES = ("off", "auto", "slovnet")
"""What the settings may ask for: no helper, the helper where it is installed, the helper or an error."""

_PACKAGES = ("slovnet", "navec", "natasha")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A name in a text: its place, and the class of the ontology that fits it (Person, Place or Organization)."""

    span: Span
    type: str


class Recogniser(Protocol):
    """Whatever finds names in sentences without knowing them."""

    def find(self, sentences: Sequence[str]) -> Iterator[Sequence[Recognised]]:
        """Yield the names of each sentence in their order; offsets count from the start of the sentence."""
        ...


def is_used(language: str, choice: str) -> bool:
    """Return whether a choice brings in a helper for a language here.

    Raises:
        ConfigurationError: the choice is unknown, or asks for packages that are not installed.
    """
    if choice not in CHOICES:
        raise ConfigurationError(f"the recogniser is one of {', '.join(CHOICES)}, found {choice!r}")
    if choice == "off" or language != "ru":
        return False
    missing = [package for package in _PACKAGES if find_spec(package) is None]
    if missing and choice != "auto":
        raise ConfigurationError(
            f"recogniser {choice!r} needs {', '.join(missing)}, not installed here: pip install 'comity[ner]'"
        )
    return not missing


@cache
def recogniser(language: str, choice: str = "off") -> Recogniser | None:
    """Return the helper for a language, loaded once; None where it is not wanted or there is none.

    Raises:
        ConfigurationError: the choice is unknown, or asks for packages that are not installed.
    """
    if not is_used(language, choice):
        return None
    from comity.recognition.slovnet import SlovnetRecogniser  # noqa: PLC0415 - an optional dependency

    return SlovnetRecogniser.load()
