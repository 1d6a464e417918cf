"""The embedded store: Oxigraph in this process, in memory or on disk, opened for reading."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, Self

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

from comity.errors import AnswerTooLargeError, DatasetError, QueryError
from comity.store.building import fill
from comity.store.limits import UNBOUNDED, Limits
from comity.store.reader import WHOLE_DATASET, DatasetGraphs, Table, table

__all__ = ["EmbeddedReader"]

_ROW_MARKS = {
    "application/sparql-results+json": (b'},{"', 1),
    "application/sparql-results+xml": (b"<result>", 0),
    "text/csv": (b"\n", -1),
    "text/tab-separated-values": (b"\n", -1),
}
"""What stands at each row of an answer, and how many rows there are beyond that.

A literal may hold the mark of JSON or CSV, too, and then counts as a row more.
"""


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

    def answer(
        self, query: str, media_type: str, graphs: DatasetGraphs = WHOLE_DATASET, limits: Limits = UNBOUNDED
    ) -> bytes:
        """Return the answer to a query of any form as the engine's serialiser writes it in this media type.

        Raises:
            AnswerTooLargeError: the answer has more rows or bytes than the limits allow.
        """
        with _failures():
            result: Any = self._evaluate(query, graphs)
            form = RdfFormat if isinstance(result, QueryTriples) else QueryResultsFormat
            written_as = form.from_media_type(media_type)
            if written_as is None:
                raise QueryError(f"the answer to this query cannot be written as {media_type}")
            sink = _BoundedSink(limits.size)
            result.serialize(sink, format=written_as)
            written = sink.getvalue()
        if isinstance(result, QuerySolutions) and _rows(written, media_type) > limits.rows:
            raise AnswerTooLargeError(f"the answer has more than {limits.rows:,} rows; ask for fewer with LIMIT")
        return written

    def _evaluate(self, query: str, graphs: DatasetGraphs) -> QuerySolutions | QueryBoolean | QueryTriples:
        if graphs.is_whole:
            return self._store.query(query)
        default, named = _nodes(graphs.default), _nodes(graphs.named)
        return self._store.query(query, default_graph=[*default], named_graphs=[*named])


def _rows(written: bytes, media_type: str) -> int:
    mark, beyond = _ROW_MARKS[media_type]
    return written.count(mark) + beyond


class _BoundedSink(BytesIO):
    """Takes what the serialiser writes, up to a size."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def write(self, part: bytes, /) -> int:  # type: ignore[override]  # bytes are all it is given
        """Keep a part."""
        count = super().write(part)
        if self.tell() > self._size:
            raise AnswerTooLargeError(f"the answer has more than {self._size:,} bytes; ask for fewer rows with LIMIT")
        return count


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
