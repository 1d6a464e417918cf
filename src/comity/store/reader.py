"""What every store can do: answer queries. Nothing above this layer knows which store it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

__all__ = ["WHOLE_DATASET", "DatasetGraphs", "Reader", "Row", "Table", "Term", "table"]

Term = NamedNode | BlankNode | Literal | Triple
Row = Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: the names of its variables in order, and its rows; an unbound variable is absent."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def table(solutions: QuerySolutions) -> Table:
    """Return the engine's solutions as a table."""
    names = tuple(variable.value for variable in solutions.variables)
    rows = (
        {name: term for name, term in zip(names, solution, strict=True) if term is not None} for solution in solutions
    )
    return Table(names, tuple(rows))


@dataclass(frozen=True, slots=True)
class DatasetGraphs:
    """The dataset a query is asked of, as IRIs of graphs (SPARQL 1.1 Protocol, 2.1.4).

    With neither list the whole store is meant; with either, only what is listed.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the query is asked of the whole store."""
        return not (self.default or self.named)


WHOLE_DATASET = DatasetGraphs()


class Reader(Protocol):
    """A store that answers. The default graph is the union of the facts; ``GRAPH ?g`` reaches evidence and origin.

    Every method raises `comity.errors.QueryError` for a text that is no query of that form, with the parser's line and
    column, and `comity.errors.DatasetError` when the store itself fails.
    """

    def select(self, query: str, /) -> Table:
        """Return the rows of a SELECT."""

    def ask(self, query: str, /) -> bool:
        """Return the answer to an ASK."""

    def construct(self, query: str, /) -> tuple[Triple, ...]:
        """Return the triples of a CONSTRUCT or DESCRIBE."""

    def answer(self, query: str, media_type: str, graphs: DatasetGraphs = WHOLE_DATASET) -> bytes:
        """Return the answer to a query of any form as the engine's serialiser writes it in this media type."""
