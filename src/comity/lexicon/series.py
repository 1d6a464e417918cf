"""How bodies number their documents, read from `data/language/symbols.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from comity import resources
from comity.errors import LanguageDataError
from comity.lexicon.ordinals import roman_value

__all__ = [
    "Series",
    "Sessions",
    "bare_number",
    "document_series",
    "full_symbol",
    "issuer_of",
    "reports_of_others",
    "symbol_kinds",
    "tidy_symbol",
    "whole_organisation",
]

_TABLE = "data/language/symbols.toml"
# A part of a symbol is a number, or letters that may have a number of their own: "RES", "C.3", "L.5", "S-20", "Rev.1".
_PART = r"(?:E?S-\d{1,2}|\d+|[A-Z]{1,5}(?:\.\d+)*|(?:Rev|Add|Corr|Res|Dec|Amend)\.\d+)\b"
_CLOSING = r"(?:\s[A-Z]\b)?(?:\s?\((?:\d{4}|(?:E?S-)?[IVXL]+)\))?"
_YEAR = re.compile(r"(?:.*\()?(?P<year>(?:19|20)\d\d)[/)]")
_SESSION = re.compile(r"(?<![\w-])(?:(?P<figures>\d{1,3})/|\d+(?:\s\S+)?\s?\((?P<roman>[IVXL]+)\))")
_SPACES = ((re.compile(r"(?<=\d)\s+(?=\()"), ""), (re.compile(r"(?<=\d)(?=[A-Z]$)"), " "), (re.compile(r"\s+"), " "))


@dataclass(frozen=True, slots=True)
class Sessions:
    """When the sessions sit by which a body numbers: the first began in `first`, then `a_year`, each over `years`."""

    first: int
    a_year: int
    years: int

    def sits(self, session: int, year: int) -> bool:
        """Return whether a session sits, or sat, in a year."""
        begins = self.first + (session - 1) // self.a_year
        return begins <= year < begins + self.years


@dataclass(frozen=True, slots=True)
class Series:
    """The numbered documents of one body: the form of the bare number, and the symbols made of it.

    `nouns` call the body for short; `alone` says that its numbers are known where no body is named. `reports` are the
    documents in which its resolutions are printed, `statements` is the template of what its president states for it.
    """

    body: str
    bare: re.Pattern[str]
    resolution: str
    decision: str
    nouns: frozenset[str] = frozenset()
    alone: bool = True
    decisions_from: int | None = None
    sessions: Sessions | None = None
    reports: re.Pattern[str] | None = None
    statements: str | None = None

    @property
    def templates(self) -> tuple[str, ...]:
        """The templates of its symbols: of resolutions, decisions and, where it has them, statements."""
        return self.resolution, self.decision, *([self.statements] if self.statements else [])

    def symbol(self, number: str, *, decision: bool = False) -> str:
        """Return the full symbol of a bare number: "79/325" → "A/RES/79/325", "1267 (1999)" → "S/RES/1267(1999)"."""
        return (self.decision if decision else self.resolution).format(tidy_symbol(number))

    def counts_sessions(self, number: str) -> bool:
        """Return whether a number tells the session it is of: "48/5", neither "2020/5" nor "S-27/1"."""
        return self.sessions is not None and _session(number) is not None

    def dates(self, number: str, year: int) -> bool:
        """Return whether a number may be of a year: that which it has in itself, or one in which its session sat."""
        written = _YEAR.match(number)
        if written is not None:
            return int(written["year"]) == year
        session = _session(number)
        return self.sessions is None or session is None or self.sessions.sits(session, year)

    def numbers_decision(self, number: str) -> bool:
        """Return whether a number is one of those that the body gives to decisions: "79/517"."""
        after_slash = re.search(r"/(\d+)", number)
        return (
            self.decisions_from is not None and after_slash is not None and int(after_slash[1]) >= self.decisions_from
        )


def _session(number: str) -> int | None:
    """Return the regular session that a number is of."""
    found = _SESSION.match(number)
    if found is None:
        return None
    return int(found["figures"]) if found["figures"] else roman_value(found["roman"])


def tidy_symbol(symbol: str) -> str:
    """Write a symbol as its body does: "1267 (1999)" → "1267(1999)", "217  A (III)" → "217 A (III)"."""
    for pattern, spaces in _SPACES:
        symbol = pattern.sub(spaces, symbol)
    return symbol


@cache
def document_series() -> tuple[Series, ...]:
    """Return the numbering of every body that has one.

    Raises:
        LanguageDataError: a row lacks a key or its expression does not compile.
    """
    try:
        return tuple(
            Series(
                row["body"],
                re.compile(row["bare"]),
                row["resolution"],
                row["decision"],
                frozenset(row["nouns"]),
                row["alone"],
                row.get("decisions_from"),
                Sessions(**row["sessions"]) if "sessions" in row else None,
                re.compile(row["reports"]) if "reports" in row else None,
                row.get("statements"),
            )
            for row in resources.table(_TABLE)["series"]
        )
    except (KeyError, TypeError, re.error) as error:
        raise LanguageDataError(f"{_TABLE}: {error!r}") from error


def issuer_of(symbol: str) -> str | None:
    """Return the body that numbers its documents as a symbol is: "S/PRST/2018/18" → the Security Council."""
    issued = ((template, series.body) for series in document_series() for template in series.templates)
    return next((body for template, body in issued if symbol.startswith(template.partition("{")[0])), None)


@cache
def symbol_kinds() -> dict[str, str]:
    """Return the part of a symbol that shows the class of what it stands on: "RES" → "Resolution"."""
    return dict(resources.table(_TABLE).get("kinds", {}))


@cache
def whole_organisation() -> str:
    """Return the organisation whose bodies these are: its name tells no series from another."""
    return str(resources.table(_TABLE).get("organisation", ""))


@cache
def reports_of_others() -> re.Pattern[str]:
    """Return the expression of the reports in which bodies print resolutions whose numbers make no symbol here."""
    return re.compile(resources.table(_TABLE).get("reports", r"(?!)"))


@cache
def bare_number() -> re.Pattern[str]:
    """Return the expression of a number in the form of any body; the longest forms come first."""
    forms = sorted((series.bare.pattern for series in document_series()), key=len, reverse=True)
    before = r"(?<![\w/-])(?<!\d\.)(?<!\b\d,)(?<!\b\d\d,)(?<!\b\d{3},)"
    return re.compile(rf"{before}(?:{'|'.join(forms)})(?![\w/]|-\d)")


@cache
def full_symbol() -> re.Pattern[str]:
    """Return the expression of a full symbol, such as "A/RES/79/325", "A/C.3/79/L.5/Rev.1", "S/RES/1267 (1999)".

    Raises:
        LanguageDataError: the organs are not listed.
    """
    try:
        organs = "|".join(sorted(map(re.escape, resources.table(_TABLE)["organs"]), key=len, reverse=True))
    except (KeyError, TypeError) as error:
        raise LanguageDataError(f"{_TABLE}: {error!r}") from error
    start = rf"(?<![\w.-])(?<![A-Z\d]/)(?=[A-Z\d/.-]*\d)(?:{organs})"
    return re.compile(rf"{start}(?:(?:/{_PART})*/RES(?:/{_PART})+{_CLOSING}|(?:/{_PART})+)(?![\w/])")
