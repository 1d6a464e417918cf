"""Words and sentences with their offsets."""

import re
from collections.abc import Iterator

from comity.model import Span
from comity.text.patterns import TextPatterns

__all__ = ["sentence_ranges", "tokenise"]

_TOKEN = re.compile(
    r"""
    https?://[^\s<>«»"]+                                # address
    | [A-Z]{1,4}(?:/[\w.-]*\w)+(?:\(\w+\))?               # document symbol: A/RES/79/325, S/RES/1267(1999)
    | \d+(?:/\d+)+(?:/[\w.]+)*                            # bare symbol: 79/325
    | \d+-[а-яё]{1,3}\b | \d+(?:st|nd|rd|th)\b              # ordinal: 30-й, 80th
    | \d+(?:[.,]\d+)*                                    # number
    | [^\W\d_]+(?:[-'’][^\W_]+)*                          # word, hyphens inside
    | \w+
    | [^\w\s]
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"»”’)]*(?=\s+[\"«“(]*[\w])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def tokenise(text: str, span: Span) -> Iterator[Span]:
    """Yield the spans of the words, numbers, symbols and punctuation marks inside `span`."""
    for match in _TOKEN.finditer(text, span.start, span.end):
        yield Span(match.start(), match.end())


def sentence_ranges(text: str, span: Span, patterns: TextPatterns) -> Iterator[Span]:
    """Yield the sentences of a block: split at closing marks unless an abbreviation or initial stands before."""
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        following = text[match.end() : span.end].lstrip()[:2].lstrip('"«“(')
        if following[:1].islower() or _is_abbreviation(text[start : match.start()], patterns):
            continue
        yield Span(start, match.end())
        start = match.end() + len(text[match.end() : span.end]) - len(text[match.end() : span.end].lstrip())
    if start < span.end:
        yield Span(start, span.end)


def _is_abbreviation(before: str, patterns: TextPatterns) -> bool:
    word = _LAST_WORD.search(before)
    return word is not None and (len(word[0]) == 1 or word[0].lower() in patterns.abbreviations)
