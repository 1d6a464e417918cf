"""By when and how often something is to be done."""

import re
from collections.abc import Iterator
from itertools import chain

from comity.model import Value
from comity.statements.context import Context

__all__ = ["deadline", "periodicity"]

_SPACES = re.compile(r"\s+")


def deadline(context: Context, first: int, last: int) -> Value | None:
    """Return the date or the words of "до 1 июня 2025 года", "не позднее …", "на ее восемьдесят второй сессии"."""
    if first < last and context.tokens[first].lemma_in(context.acts["deadlines.prolonging"]):
        return None
    relative = (index for index in range(first, last) if context.tokens[index].has_lemma("который", "which"))
    last = next(relative, last)
    if not first < last:
        return None
    return next(chain(_dates(context, first, last), _phrases(context, first, last)), None)


def _dates(context: Context, first: int, last: int) -> Iterator[Value]:
    inside = {index for item in context.in_sentence(first) for index in range(item.first, item.last)}
    for mention in context.dates_at(first, last):
        before = context.tokens[mention.first - 1 - (context.tokens[mention.first - 1].text == "of")]
        if mention.date is None or mention.first in inside or not before.lemma_in(context.acts["deadlines.before"]):
            continue
        if not context.tokens[mention.first - 2].lemma_in(context.acts["deadlines.not_after"]):
            yield Value(mention.date.end or mention.date.start, mention.date.datatype)


def _phrases(context: Context, first: int, last: int) -> Iterator[Value]:
    span = context.reading.span(first, last)
    for pattern in context.acts.deadlines:
        match = pattern.search(context.reading.document.view.text, span.start, span.end)
        if match:
            yield Value(_SPACES.sub(" ", match[0]))


def periodicity(context: Context, text: str) -> Value | None:
    """Return the duration of "ежегодно" or "каждые 90 дней", or the words of "один-два раза в год"."""
    for pattern, duration in context.acts.periods:
        match = pattern.search(text)
        if match is None:
            continue
        if not duration:
            return Value(_SPACES.sub(" ", match[0]))
        number = match.groupdict().get("number") or "1"
        counted = context.acts.numerals.get(number.lower(), number)
        return Value(duration.format(number=counted), "duration")
    return None
