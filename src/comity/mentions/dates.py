"""Days, months and years."""

import re
from calendar import monthrange
from collections.abc import Iterator

from comity.lexicon import LanguagePatterns
from comity.model import Date, Mention, Reading, Token

__all__ = ["find_dates"]

_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})")
_FILLERS = frozenset('«»"“”„,')


def find_dates(reading: Reading, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield every date; one without a year is left out, as the text alone does not say when it was."""
    dated = {form for form, places in reading.forms.items() if _is_dated(reading.tokens[places[0]], patterns)}
    end = 0
    for index in reading.written(dated):
        if index < end:
            continue
        mention = _month_date(reading, index, patterns) or _iso(reading, index) or _year(reading, index, patterns)
        if mention:
            yield mention
            end = mention.last


def _is_dated(token: Token, patterns: LanguagePatterns) -> bool:
    """Return whether a date may be read from a token: a month, or a number that may be a year."""
    return _YEAR.fullmatch(token.text) is not None or _month(token, patterns) is not None


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
    """Read "31 августа – 1 сентября 2025 года" and "1–3 сентября 2025 года" backwards from the closing day."""
    position = first - 1
    if len(date.start) != 10 or position <= sentence.start or reading.tokens[position].text not in {"-", "–", "—"}:  # noqa: PLR2004
        return first, date
    month = _month(reading.tokens[position - 1], patterns)
    day = position - 2 if month else position - 1
    if day < sentence.start or not _DAY.fullmatch(reading.tokens[day].text):
        return first, date
    closing_year, closing_month = int(date.start[:4]), int(date.start[5:7])
    month = month or closing_month
    year = closing_year - (month > closing_month)
    try:
        return day, Date(f"{year:04}-{month:02}-{int(reading.tokens[day].text):02}", date.start)
    except ValueError:
        return first, date


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
    if not named and before not in {"in", "by", "since", "until"}:
        return None
    year = reading.tokens[index].text
    return Mention(index, following + 1 if named else following, index, "Date", "year", year, date=Date(year))
