"""The one thing a network asks of its source: rows of SELECT queries."""

from collections.abc import Iterable
from typing import Protocol

from pyoxigraph import Triple

from comity import resources
from comity.queries import read
from comity.store import Row

__all__ = ["Row", "Selects", "rows", "value"]


class Selects(Protocol):
    """Anything that answers SELECT queries, such as `comity.store.Reader`."""

    def select(self, query: str, /) -> Iterable[Row]:
        """Return one mapping a solution, from variable name to term; an unbound variable is absent."""


def rows(source: Selects, name: str) -> Iterable[Row]:
    """Return the rows of the query ``queries/network/NAME.rq``."""
    return source.select(read(resources.path(f"queries/network/{name}.rq")).text)


def value(row: Row, name: str, default: str = "") -> str:
    """Return the IRI or the lexical form that a variable is bound to; the default where it is not bound."""
    term = row.get(name)
    if term is None:
        return default
    return str(term) if isinstance(term, Triple) else term.value
