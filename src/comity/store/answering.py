"""Readers that get every answer as bytes, from another process or another host."""

from abc import ABC, abstractmethod
from typing import Final

from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results

from comity.errors import QueryError
from comity.store.reader import WHOLE_DATASET, DatasetGraphs, Table, table

__all__ = ["AnsweringReader"]

_RESULTS: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"


class AnsweringReader(ABC):
    """A `comity.store.Reader` of which only `answer` differs."""

    @abstractmethod
    def answer(self, query: str, media_type: str, graphs: DatasetGraphs = WHOLE_DATASET) -> bytes:
        """Return the answer to a query of any form, written in this media type."""

    def select(self, query: str, /) -> Table:
        """Return the rows of a SELECT."""
        results = parse_query_results(self.answer(query, _RESULTS), QueryResultsFormat.JSON)
        if isinstance(results, QueryBoolean):
            raise QueryError("expected a SELECT query")
        return table(results)

    def ask(self, query: str, /) -> bool:
        """Return the answer to an ASK."""
        result = parse_query_results(self.answer(query, _RESULTS), QueryResultsFormat.JSON)
        if not isinstance(result, QueryBoolean):
            raise QueryError("expected an ASK query")
        return bool(result)

    def construct(self, query: str, /) -> tuple[Triple, ...]:
        """Return the triples of a CONSTRUCT or DESCRIBE."""
        return tuple(quad.triple for quad in parse(self.answer(query, _TRIPLES), RdfFormat.N_TRIPLES))
