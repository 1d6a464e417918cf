"""Days, months and years."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as day
from datetime import timedelta

from comity.lexicon import LanguagePatterns
from comity.model import BlockKind, Date, Mention, Reading, Token
from comity.text.patterns import text_patterns

__all__ = ["find_dates", "own_day"]

_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})")
_FIGURES = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20|21)\d\d)")
_FILLERS = frozenset('«»"“”„,')
_DASHES = frozenset("-–—")
_DAY_LENGTH = 10
_NEAR = timedelta(days=120)
"""So far from the day of a document a date is taken to be of the nearest year."""


def find_dates(reading: Reading, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield every date; one without a year only where the document's own day tells which year is meant."""
    whole = list(_whole_dates(reading, patterns))
    written = own_day(reading, whole)
    short = list(_short_dates(reading, whole, written, patterns)) if written is not None else []
    yield from sorted((*whole, *short), key=lambda mention: mention.first)


def own_day(reading: Reading, dates: Sequence[Mention]) -> day | None:
    """Return the day a document was published or adopted: that of its metadata, its dateline or its signature line."""
    document = reading.document
    if document.source.metadata.published is not None:
        return document.source.metadata.published
    published = text_patterns(document.language).published
    for mention in dates:
        block = reading.block(mention.first)
        stamped = block.kind is BlockKind.FURNITURE and published.match(document.quote(block.span)) is not None
        if mention.date is None or len(mention.label) != _DAY_LENGTH or mention.date.end is not None:
            continue
        if stamped or block.kind in {BlockKind.DATELINE, BlockKind.SIGNATURE}:
            return day.fromisoformat(mention.label)
    return None


def _short_dates(
    reading: Reading, whole: Sequence[Mention], written: day, patterns: LanguagePatterns
) -> Iterator[Mention]:
    """Yield "22–23 ноября" and "5 мая" in the year in which they lie close to the day of the document."""
    taken = {index for mention in whole for index in range(mention.first, mention.last)}
    held: Mention | None = None
    for index in sorted(reading.having(patterns.months.keys())):
        found = _short_date(reading, index, written, patterns) if index not in taken else None
        if found is None:
            continue
        if held is not None and held.last <= found.first:  # else the first day of a span
            yield held
        held = found
    if held is not None:
        yield held


def _short_date(reading: Reading, index: int, written: day, patterns: LanguagePatterns) -> Mention | None:
    sentence = reading.sentence(index)
    month = _month(reading.tokens[index], patterns)
    first, number = _day_before(reading, index, sentence)
    if month is None or number is None or _names_a_year(reading, index + 1, sentence, patterns):
        return None
    near = [found for year in (-1, 0, 1) if (found := _near(written, written.year + year, month, number))]
    if not near:
        return None
    first, date = _with_start(reading, first, sentence, Date(near[0].isoformat()), patterns)
    return Mention(first, index + 1, index, "Date", "date-without-year", date.start, date=date)


def _near(written: day, year: int, month: int, number: int) -> day | None:
    if not 1 <= number <= monthrange(year, month)[1]:
        return None
    found = day(year, month, number)
    return found if abs(found - written) <= _NEAR else None


def _names_a_year(reading: Reading, position: int, sentence: range, patterns: LanguagePatterns) -> bool:
    """Return whether words follow that tell the year: "5 мая прошлого года", "5 мая каждого года"."""
    following = reading.tokens[position : min(position + 2, sentence.stop)]
    return any(token.lemma_in(patterns.words["dates.year"]) for token in following)


def _whole_dates(reading: Reading, patterns: LanguagePatterns) -> Iterator[Mention]:
    dated = {form for form in reading.forms if form.lower() in patterns.months or _is_figures(form)}
    held: Mention | None = None
    end = 0
    for index in sorted({*reading.having(patterns.months.keys()), *reading.written(dated)}):
        mention = _date(reading, index, patterns) if index >= end else None
        if mention is None:
            continue
        whole = _joined(reading, held, mention, patterns) if held is not None else None
        if held is not None and whole is None:
            yield held
        held, end = whole or mention, mention.last
    if held is not None:
        yield held


def _date(reading: Reading, index: int, patterns: LanguagePatterns) -> Mention | None:
    return (
        _month_date(reading, index, patterns)
        or _iso(reading, index)
        or _figures(reading, index, patterns)
        or _year(reading, index, patterns)
    )


def _is_figures(form: str) -> bool:
    """Return whether a date may be read from a number: a day in figures, or a year."""
    return form[0].isdigit() and (_YEAR.fullmatch(form) or _FIGURES.fullmatch(form)) is not None


def _joined(reading: Reading, start: Mention, end: Mention, patterns: LanguagePatterns) -> Mention | None:
    """Read "с 30 декабря 2024 года по 2 января 2025 года": two whole dates that bound a span."""
    if start.date is None or end.date is None or start.last + 1 != end.first or start.date.end or end.date.end:
        return None
    if not _bounds(reading, start.first, start.last, patterns):
        return None
    date = _span(start.date.start, end.date.start)
    return replace(end, first=start.first, date=date) if date else None


def _bounds(reading: Reading, first: int, joint: int, patterns: LanguagePatterns) -> bool:
    """Return whether a joint ("по") and a word before the first date ("с") make a span of two dates."""
    words = patterns.words
    before = reading.tokens[first - 1].text.lower() if first else ""
    return before in words["dates.since"] and reading.tokens[joint].text.lower() in words["dates.until"]


def _span(start: str, end: str) -> Date | None:
    try:
        return Date(start, end) if len(start) == len(end) else None
    except ValueError:
        return None


def _month_date(reading: Reading, index: int, patterns: LanguagePatterns) -> Mention | None:
    month = _month(reading.tokens[index], patterns)
    if month is None:
        return None
    sentence = reading.sentence(index)
    first, day = _day_before(reading, index, sentence)
    last, year = _year_after(reading, index, sentence, patterns)
    if year is None:
        return None
    if day is None and index + 2 < sentence.stop and _DAY.fullmatch(reading.tokens[index + 1].text):
        day = int(reading.tokens[index + 1].text)
    if day is not None and not 1 <= day <= monthrange(year, month)[1]:
        return None
    date = Date(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))
    first, date = _with_start(reading, first, sentence, date, patterns)
    return Mention(first, last, index, "Date", "date", date.start, date=date)


def _month(token: Token, patterns: LanguagePatterns) -> int | None:
    return patterns.months.get(token.text.lower()) or patterns.months.get(token.lemma)


def _day_before(reading: Reading, index: int, sentence: range) -> tuple[int, int | None]:
    position = index - 1
    while position >= sentence.start and reading.tokens[position].text in _FILLERS:
        position -= 1
    if position >= sentence.start and _DAY.fullmatch(reading.tokens[position].text):
        opening = position - 1
        quoted = opening >= sentence.start and reading.tokens[opening].text in '«"“„'
        return (opening if quoted else position), int(reading.tokens[position].text)
    return index, None


def _year_after(reading: Reading, index: int, sentence: range, patterns: LanguagePatterns) -> tuple[int, int | None]:
    position = index + 1
    if position < sentence.stop and _DAY.fullmatch(reading.tokens[position].text):
        position += 1
    while position < sentence.stop and reading.tokens[position].text == ",":
        position += 1
    if position < sentence.stop and _YEAR.fullmatch(reading.tokens[position].text):
        last = position + 1
        if last < sentence.stop and reading.tokens[last].lemma_in(patterns.words["dates.year"]):
            last += 1
        return last, int(reading.tokens[position].text)
    return index + 1, None


def _with_start(
    reading: Reading, first: int, sentence: range, date: Date, patterns: LanguagePatterns
) -> tuple[int, Date]:
    """Read backwards from the closing day or month: "31 августа – 1 сентября 2025 года", "с 1 по 3 сентября …"."""
    position = first - 1
    if position <= sentence.start:
        return first, date
    month = _month(reading.tokens[position - 1], patterns)
    with_day = len(date.start) == _DAY_LENGTH
    start = position - (1 + (month is not None) if with_day else 1)
    if start < sentence.start or (not with_day and month is None):
        return first, date
    if with_day and not _DAY.fullmatch(reading.tokens[start].text):
        return first, date
    closing_year, closing_month = int(date.start[:4]), int(date.start[5:7])
    month = month or closing_month
    opening = f"{closing_year - (month > closing_month):04}-{month:02}"
    if with_day:
        opening += f"-{int(reading.tokens[start].text):02}"
    whole = _span(opening, date.start)
    joint = reading.tokens[position].text
    follows = joint in patterns.words["dates.and"] and whole is not None and _is_next(whole)
    spans = joint in _DASHES or follows or _bounds(reading, start, position, patterns)
    return (start, whole) if whole is not None and spans else (first, date)


def _is_next(span: Date) -> bool:
    """Return whether a span is of two days, one after the other: "5 и 6 мая"."""
    if len(span.start) != _DAY_LENGTH or span.end is None:
        return False
    return day.fromisoformat(span.end) - day.fromisoformat(span.start) == timedelta(1)


def _figures(reading: Reading, index: int, patterns: LanguagePatterns) -> Mention | None:
    """Read "12.05.2024": day, month and year, as Russian texts write them."""
    match = _FIGURES.fullmatch(reading.tokens[index].text) if patterns.words["dates.year"] else None
    if not match:
        return None
    try:
        date = Date(f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}")
    except ValueError:
        return None
    named = index + 1 < len(reading.tokens) and reading.tokens[index + 1].lemma_in(patterns.words["dates.year"])
    return Mention(index, index + 1 + named, index, "Date", "date-in-figures", date.start, date=date)


def _iso(reading: Reading, index: int) -> Mention | None:
    text, start = reading.document.view.text, reading.tokens[index].span.start
    match = _ISO.match(text, start) if _YEAR.fullmatch(reading.tokens[index].text) else None
    if not match:
        return None
    try:
        date = Date(match[1])
    except ValueError:
        return None
    last = index
    while last < len(reading.tokens) and reading.tokens[last].span.end <= match.end():
        last += 1
    return Mention(index, last, index, "Date", "iso-date", match[1], date=date)


def _year(reading: Reading, index: int, patterns: LanguagePatterns) -> Mention | None:
    if not _YEAR.fullmatch(reading.tokens[index].text):
        return None
    following = index + 1
    named = following < len(reading.tokens) and reading.tokens[following].lemma_in(patterns.words["dates.year"])
    before = reading.tokens[index - 1].text.lower() if index else ""
    last = following + 1 if named else following
    span = _years(reading, index, patterns)
    if span is not None:
        return Mention(index, span[0], index, "Date", "years", reading.tokens[index].text, date=span[1])
    ending = before == "of" and index > 1 and reading.tokens[index - 2].has_lemma("end", "beginning", "start")
    if not named and not ending and before not in {"in", "by", "since", "until", "before"}:
        return None
    year = reading.tokens[index].text
    return Mention(index, last, index, "Date", "year", year, date=Date(year))


def _years(reading: Reading, index: int, patterns: LanguagePatterns) -> tuple[int, Date] | None:
    """Read "2024–2025 годах", "с 2024 по 2026 год": where the span ends, and the span."""
    end = index + 3
    if end > len(reading.tokens) or not _YEAR.fullmatch(reading.tokens[index + 2].text):
        return None
    named = end < len(reading.tokens) and reading.tokens[end].lemma_in(patterns.words["dates.year"])
    before = reading.tokens[index - 1].text.lower() if index else ""
    dashed = reading.tokens[index + 1].text in _DASHES and (named or before == "in")
    if not dashed and not _bounds(reading, index, index + 1, patterns):
        return None
    date = _span(reading.tokens[index].text, reading.tokens[index + 2].text)
    return (end + named, date) if date else None
