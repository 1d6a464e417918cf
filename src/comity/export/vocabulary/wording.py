"""The documentation's own words: one catalogue a language, and never a word of another language in its place."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["LANGUAGES", "Wording", "wording"]

LANGUAGES = ("ru", "en")
_FOLDER = Path(__file__).with_name("translations")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language.

    Args:
        language: its BCP 47 tag.
        words: what the page itself says, by key.
        areas: the headings of ``comity.ttl`` in this language.
        names: what we call terms and things of others, by shortened name or IRI.
        vocabularies: what the vocabularies behind the prefixes are called.
    """

    language: str
    words: dict[str, str]
    areas: dict[str, str]
    names: dict[str, str]
    vocabularies: dict[str, str]


def wording(language: str) -> Wording:
    """Return the words of one of `LANGUAGES`."""
    catalogue: dict[str, Any] = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return Wording(language, **catalogue)
