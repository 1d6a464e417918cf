"""How bodies number their documents, read from `data/language/symbols.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from comity import resources
from comity.errors import LanguageDataError

__all__ = ["Series", "document_series"]


@dataclass(frozen=True, slots=True)
class Series:
    """The numbered documents of one body: the form of the bare number, and the symbols made of it."""

    body: str
    bare: re.Pattern[str]
    resolution: str
    decision: str

    def symbol(self, number: str, *, decision: bool = False) -> str:
        """Return the full symbol of a bare number: "79/325" → "A/RES/79/325", "1267 (1999)" → "S/RES/1267(1999)"."""
        return (self.decision if decision else self.resolution).format(re.sub(r"\s+(?=\()", "", number))


@cache
def document_series() -> tuple[Series, ...]:
    """Return the numbering of every body that has one.

    Raises:
        LanguageDataError: a row lacks a key or its expression does not compile.
    """
    name = "data/language/symbols.toml"
    try:
        return tuple(
            Series(row["body"], re.compile(row["bare"]), row["resolution"], row["decision"])
            for row in resources.table(name)["series"]
        )
    except (KeyError, re.error) as error:
        raise LanguageDataError(f"{name}: {error!r}") from error
