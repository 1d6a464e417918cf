"""How texts of a language are laid out, read from `data/language/<language>/text.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from comity import resources
from comity.errors import LanguageDataError

__all__ = ["DAY", "Alternatives", "TextPatterns", "text_patterns"]

_FALLBACK = "en"
DAY = re.compile(r"^\s*\d{1,2}\s+[^\W\d]+\s+\d{4}(?:\s+(?:г\.|года))?\s*$")
"""A line that is a day and nothing else."""


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Expressions of which the first that fits is taken."""

    patterns: tuple[re.Pattern[str], ...]

    def match(self, text: str) -> re.Match[str] | None:
        """Return what fits at the start of a text."""
        return next((found for pattern in self.patterns if (found := pattern.match(text))), None)


@dataclass(frozen=True, slots=True)
class TextPatterns:
    """Compiled layout patterns of one language."""

    instruments: dict[str, tuple[str, str]]
    attribute: re.Pattern[str]
    clause_openers: frozenset[str]
    enacting: frozenset[str]
    furniture: tuple[re.Pattern[str], ...]
    agencies: tuple[re.Pattern[str], ...]
    relays: tuple[re.Pattern[str], ...]
    reporting: tuple[re.Pattern[str], ...]
    dateline: Alternatives
    published: Alternatives
    signature: re.Pattern[str]
    numbered: re.Pattern[str]
    issued: re.Pattern[str]
    adopted: re.Pattern[str]
    meeting: re.Pattern[str]
    annex: re.Pattern[str]
    speech: re.Pattern[str]
    address: re.Pattern[str]
    abbreviations: frozenset[str]
    joined: re.Pattern[str] | None

    @property
    def closing(self) -> tuple[re.Pattern[str], ...]:
        """The lines that say where and when an instrument was adopted: place and day, the meeting, the day alone."""
        return (self.signature, self.adopted, self.meeting, DAY)


@cache
def text_patterns(language: str) -> TextPatterns:
    """Return the layout patterns of a language, the English ones where it has none of its own.

    Raises:
        LanguageDataError: the file lacks a key or holds an expression that does not compile.
    """
    name = f"data/language/{language if language in {'ru', 'en'} else _FALLBACK}/text.toml"
    data = resources.table(name)
    try:
        layout = data["layout"]
        return TextPatterns(
            instruments={word: _pair(pair) for word, pair in data["instruments"].items()},
            attribute=re.compile(layout["attribute"]),
            clause_openers=frozenset(_strings(layout["clause_openers"])),
            enacting=frozenset(_strings(layout["enacting"])),
            furniture=_expressions(layout["furniture"]),
            agencies=_expressions(layout["agencies"]),
            relays=_expressions(layout["relays"]),
            reporting=_expressions(layout["reporting"]),
            dateline=Alternatives(_expressions(layout["dateline"])),
            published=Alternatives(_expressions(layout["published"])),
            signature=re.compile(layout["signature"]),
            numbered=re.compile(layout["numbered"]),
            issued=re.compile(layout["issued"]),
            adopted=re.compile(layout["adopted"]),
            meeting=re.compile(layout["meeting"]),
            annex=re.compile(layout["annex"]),
            speech=re.compile(layout["speech"]),
            address=re.compile(layout["address"]),
            abbreviations=frozenset(_strings(layout["abbreviations"])),
            joined=re.compile(layout["joined"]) if layout["joined"] else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise LanguageDataError(f"{name}: {error!r}") from error


def _expressions(value: object) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _strings(value))


def _strings(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise TypeError(f"expected a list of strings, found {value!r}")
    return value


def _pair(value: object) -> tuple[str, str]:
    class_, kind = _strings(value)
    return class_, kind
