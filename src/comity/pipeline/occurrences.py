"""What all documents tell of the things they name: too much for memory, and needed in the order of the things."""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from comity.matching import Profile

__all__ = ["Occurrences", "gathering"]


class Occurrences:
    """Profiles in a table on disk; iterating gives them by the identifiers of the things, then of the documents."""

    def __init__(self, table: sqlite3.Connection) -> None:
        self._table = table
        table.execute("PRAGMA journal_mode = OFF")
        table.execute("CREATE TABLE told (thing TEXT, document TEXT, profile BLOB)")

    def add(self, profiles: Iterable[Profile]) -> None:
        """Take what one document tells."""
        rows = ((each.entity.identifier, each.document, pickle.dumps(each)) for each in profiles)
        self._table.executemany("INSERT INTO told VALUES (?, ?, ?)", rows)

    def __iter__(self) -> Iterator[Profile]:
        for (profile,) in self._table.execute("SELECT profile FROM told ORDER BY thing, document"):
            yield pickle.loads(profile)  # noqa: S301 - this process has written it, into a folder of its own


@contextmanager
def gathering(file: Path) -> Iterator[Occurrences]:
    """Give an empty table in a new file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as table:
        table.execute("BEGIN")
        yield Occurrences(table)
