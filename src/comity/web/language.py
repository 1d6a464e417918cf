"""The interface in Russian and in English: one catalogue of strings a language, and which one a request wants."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from starlette.requests import Request

from comity.web.negotiation import best_language

__all__ = ["LANGUAGES", "Label", "Language", "language_of", "pick", "strings"]

LANGUAGES = ("ru", "en")
_FOLDER = Path(__file__).with_name("translations")


@dataclass(frozen=True, slots=True)
class Language:
    """The language of an answer, and whether the address says it (then links keep saying it)."""

    code: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its language; "" where it has none."""

    text: str
    language: str


@cache
def strings(code: str) -> Mapping[str, str]:
    """Return the strings of the interface in a language, by key."""
    return MappingProxyType(tomllib.loads((_FOLDER / f"{code}.toml").read_text(encoding="utf-8")))


def language_of(request: Request) -> Language:
    """Return the language asked for by ``?lang=``, or else the one the browser likes best, Russian before English."""
    asked = request.query_params.get("lang", "")
    if asked in LANGUAGES:
        return Language(asked, chosen=True)
    return Language(best_language(request.headers.get("accept-language", ""), LANGUAGES), chosen=False)


def pick(by_language: Mapping[str, str], code: str) -> Label:
    """Return the text in this language, or without a language, or else in the first language there is."""
    for language in (code, "", *LANGUAGES, *by_language):
        if language in by_language:
            return Label(by_language[language], language)
    return Label("", "")
