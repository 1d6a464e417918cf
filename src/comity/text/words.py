"""Words and sentences with their offsets."""

import re
from collections.abc import Iterator

from comity.model import Span
from comity.text.patterns import TextPatterns

__all__ = ["sentence_ranges", "tokenise"]

_TOKEN = re.compile(
    r"""
    https?://[^\s<>«»"]*[^\s<>«»".,;:!?…)\]”’]            # address, without the marks of the sentence
    | [A-Z]{1,4}(?:/[\w.-]*\w)+(?:\(\w+\))?               # document symbol: A/RES/79/325, S/RES/1267(1999)
    | \d+(?:/\d+)+(?:/[\w.]+)*                            # bare symbol: 79/325
    | [A-ZА-ЯЁ]\d{1,3}\b                                  # letter with its number: G20
    | \d+-[а-яё]{1,3}\b | \d+(?:st|nd|rd|th)\b              # ordinal: 30-й, 80th
    | \d+(?:[.,]\d+(?![\d/]))*                           # number, not the "2017,35" of "2017,35/34"
    | [^\W\d_]+(?:[-'’][^\W_]+)*                          # word, hyphens inside
    | \w+
    | [^\w\s]
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"»”’)]*(?=\s+[\"«“(]*(?P<next>\w))")
_SPACES = re.compile(r"\s*")
_YEAR = re.compile(r"\b\d{4}\s?гг?$")
"""A year with its noun, after which a capital begins a sentence."""


def tokenise(text: str, span: Span) -> Iterator[Span]:
    """Yield the spans of the words, numbers, symbols and punctuation marks inside `span`."""
    for match in _TOKEN.finditer(text, span.start, span.end):
        yield Span(*match.span())


def sentence_ranges(text: str, span: Span, patterns: TextPatterns) -> Iterator[Span]:
    """Yield the sentences of a block: split at closing marks unless an abbreviation or initial stands before."""
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if match["next"].islower() or _is_abbreviation(text, start, match.start(), patterns):
            continue
        yield Span(start, match.end())
        spaces = _SPACES.match(text, match.end(), span.end)
        start = spaces.end() if spaces else match.end()
    if start < span.end:
        yield Span(start, span.end)


def _is_abbreviation(text: str, start: int, end: int, patterns: TextPatterns) -> bool:
    """Tell whether the last word of `text[start:end]` is an initial or a known abbreviation."""
    first = end
    while first > start and text[first - 1].isalpha():
        first -= 1
    if _YEAR.search(text, start, end):
        return False
    return end - first == 1 or text[first:end].lower() in patterns.abbreviations
