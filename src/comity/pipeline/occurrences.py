"""What all documents tell of the things they name: too much for memory, and needed in the order of the things."""

import pickle
import sqlite3
from collections.abc import Hashable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

from comity.matching import Profile

__all__ = ["Occurrences", "gathering"]

_Value = TypeVar("_Value", bound=Hashable)


class Occurrences:
    """Profiles in a table on disk; iterating gives them by the identifiers of the things, then of the documents.

    Equal names and spellings are one object: thousands of documents name the same few hundred things.
    """

    def __init__(self, table: sqlite3.Connection) -> None:
        self._table = table
        table.execute("PRAGMA journal_mode = OFF")
        table.execute("CREATE TABLE told (thing TEXT, document TEXT, profile BLOB)")

    def add(self, profiles: Iterable[Profile]) -> None:
        """Take what one document tells."""
        rows = ((each.entity.identifier, each.document, pickle.dumps(each)) for each in profiles)
        self._table.executemany("INSERT INTO told VALUES (?, ?, ?)", rows)

    def __iter__(self) -> Iterator[Profile]:
        held: dict[Hashable, Any] = {}

        def once(value: _Value) -> _Value:
            return cast("_Value", held.setdefault(value, value))

        for (row,) in self._table.execute("SELECT profile FROM told ORDER BY thing, document"):
            profile: Profile = pickle.loads(row)  # noqa: S301 - this process has written it, into a folder of its own
            entity = replace(profile.entity, names=once(profile.entity.names))
            yield replace(profile, entity=entity, spellings=tuple(map(once, profile.spellings)))


@contextmanager
def gathering(file: Path) -> Iterator[Occurrences]:
    """Give an empty table in a new file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as table:
        table.execute("BEGIN")
        yield Occurrences(table)
