"""Places of a text where something is named."""

from dataclasses import dataclass

__all__ = ["Date", "Mention"]


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year in ISO 8601 ("2025-09-01", "2025-09", "2025"); `end` closes a span of time."""

    start: str
    end: str | None = None

    def __post_init__(self) -> None:
        if len(self.start) not in {4, 7, 10}:
            raise ValueError(f"a date is YYYY, YYYY-MM or YYYY-MM-DD, found {self.start!r}")

    @property
    def datatype(self) -> str:
        """The XSD datatype of `start`: date, gYearMonth or gYear."""
        return {4: "gYear", 7: "gYearMonth", 10: "date"}[len(self.start)]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` up to, not including, `last` that name something; `head` is the noun that says what it is.

    `type` is a class of the ontology, or "Date". `candidates` are identifiers of known records. `label` is the
    name in the nominative. `specific` says that the words single something out (a proper name, a symbol, a
    title); what is not specific becomes a thing only where a statement is made about it. `series`
    is the known event of which an edition is named.
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
