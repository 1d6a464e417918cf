"""The embedded store: Oxigraph in this process, in memory or on disk, opened for reading."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
)

from comity.errors import DatasetError, QueryError
from comity.store.building import fill
from comity.store.reader import WHOLE_DATASET, DatasetGraphs, Table, table

__all__ = ["EmbeddedReader"]


class EmbeddedReader:
    """A `comity.store.Reader` over a pyoxigraph store that nobody else writes to."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def load(cls, dataset: Path) -> Self:
        """Return a reader over the TriG file, read into memory.

        Raises:
            DatasetError: the file is missing or is not TriG (with line and column).
        """
        store = Store()
        fill(store, dataset)
        return cls(store)

    def select(self, query: str, /) -> Table:
        """Return the rows of a SELECT."""
        with _failures():
            result = self._store.query(query)
            if not isinstance(result, QuerySolutions):
                raise QueryError("expected a SELECT query")
            return table(result)

    def ask(self, query: str, /) -> bool:
        """Return the answer to an ASK."""
        with _failures():
            result = self._store.query(query)
            if not isinstance(result, QueryBoolean):
                raise QueryError("expected an ASK query")
            return bool(result)

    def construct(self, query: str, /) -> tuple[Triple, ...]:
        """Return the triples of a CONSTRUCT or DESCRIBE."""
        with _failures():
            result = self._store.query(query)
            if not isinstance(result, QueryTriples):
                raise QueryError("expected a CONSTRUCT or DESCRIBE query")
            return tuple(result)

    def answer(self, query: str, media_type: str, graphs: DatasetGraphs = WHOLE_DATASET) -> bytes:
        """Return the answer to a query of any form as the engine's serialiser writes it in this media type."""
        with _failures():
            result = self._evaluate(query, graphs)
            form = RdfFormat if isinstance(result, QueryTriples) else QueryResultsFormat
            written_as = form.from_media_type(media_type)
            if written_as is None:
                raise QueryError(f"the answer to this query cannot be written as {media_type}")
            written = result.serialize(format=written_as)  # type: ignore[arg-type]  # the format fits the result
            return written or b""

    def _evaluate(self, query: str, graphs: DatasetGraphs) -> QuerySolutions | QueryBoolean | QueryTriples:
        if graphs.is_whole:
            return self._store.query(query)
        default, named = _nodes(graphs.default), _nodes(graphs.named)
        return self._store.query(query, default_graph=[*default], named_graphs=[*named])


@contextmanager
def _failures() -> Iterator[None]:
    """Turn the engine's errors into ours; rows are read lazily, so they come late as well as early."""
    try:
        yield
    except SyntaxError as error:
        raise QueryError(str(error)) from error
    except (OSError, RuntimeError) as error:
        raise DatasetError(f"the store could not answer: {error}") from error


def _nodes(iris: tuple[str, ...]) -> list[NamedNode]:
    try:
        return [NamedNode(iri) for iri in dict.fromkeys(iris)]
    except ValueError as error:
        raise QueryError(f"not the IRI of a graph: {error}") from error
