"""Places of a text where something is named."""

import re
from dataclasses import dataclass
from datetime import date

__all__ = ["Date", "Mention"]


_DATE = re.compile(r"(\d{4})(-\d{2})?(?(2)(-\d{2})?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year in ISO 8601 ("2025-09-01", "2025-09", "2025"); `end` closes a span of time.

    Raises:
        ValueError: the calendar has no such date, or the end lies before the start.
    """

    start: str
    end: str | None = None

    def __post_init__(self) -> None:
        for text in (self.start,) if self.end is None else (self.start, self.end):
            if not _is_date(text):
                raise ValueError(f"a date is YYYY, YYYY-MM or YYYY-MM-DD, found {text!r}")
        if self.end is not None and self.end < self.start[: len(self.end)]:
            raise ValueError(f"a span of dates ends after it starts, found {self.start} to {self.end}")

    @property
    def datatype(self) -> str:
        """The XSD datatype of `start`: date, gYearMonth or gYear."""
        return {4: "gYear", 7: "gYearMonth", 10: "date"}[len(self.start)]


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    try:
        return match is not None and bool(date.fromisoformat(f"{match[1]}{match[2] or '-01'}{match[3] or '-01'}"))
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` up to, not including, `last` that name something; `head` is the noun that says what it is.

    `type` is a class of the ontology, or "Date". `candidates` are identifiers of known records. `label` is the
    name in the nominative. `specific` says that the words single something out (a proper name, a symbol, a
    title); what is not specific becomes a thing only where a statement is made about it. `series`
    is the known event of which an edition is named, `year` the year of that edition; `noun` is where the noun stands
    that opens the list of numbers which a bare symbol belongs to.
    """

    first: int
    last: int
    head: int
    type: str
    rule: str
    label: str
    candidates: tuple[str, ...] = ()
    specific: bool = True
    symbol: str | None = None
    title: str | None = None
    date: Date | None = None
    kind: str | None = None
    series: str | None = None
    year: str | None = None
    noun: int | None = None

    def __post_init__(self) -> None:
        if not self.first <= self.head < self.last:
            raise ValueError(f"the head {self.head} lies outside the mention {self.first}..{self.last}")

    def contains(self, other: "Mention") -> bool:
        """Return whether `other` lies wholly inside this mention and is not the whole of it."""
        return (
            self.first <= other.first
            and other.last <= self.last
            and (self.first, self.last) != (other.first, other.last)
        )
