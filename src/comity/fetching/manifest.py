"""The record of what was fetched: one line of JSON a text, from which the same texts can be fetched again."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from comity.errors import FetchError
from comity.fetching.addresses import Order
from comity.fetching.files import write_file
from comity.fetching.verification import ENDINGS

__all__ = ["MANIFEST_NAME", "Entry", "read_manifest", "write_manifest"]

MANIFEST_NAME = "manifest.jsonl"
"""The manifest's name in a folder of fetched texts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What came of an order, and when: a text of so many bytes and a media type, or an error."""

    order: Order
    when: datetime
    bytes: int | None = None
    media_type: str | None = None
    error: str | None = None

    def __post_init__(self) -> None:
        whole = self.order.sha256 is not None and self.bytes is not None and self.media_type in ENDINGS
        if whole == (self.error is not None):
            raise FetchError(
                f"{self.order.symbol}: expected either a text with sha256, bytes and media type, or an error"
            )

    @property
    def file(self) -> str | None:
        """The name of the text's file, or None where there is no text."""
        return self.order.stem + ENDINGS[self.media_type] if self.media_type else None


def read_manifest(path: Path) -> list[Entry]:
    """Return the entries of a manifest in its order; an empty list if there is no such file.

    Raises:
        FetchError: it cannot be read, or a line is not what `write_manifest` writes.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise FetchError(f"{path}: cannot be read ({error})") from error
    entries = []
    for number, line in enumerate(lines, 1):
        try:
            entries.append(_entry(json.loads(line)))
        except (FetchError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise FetchError(f"{path}, line {number}: not an entry of a manifest: {error!r}") from error
    return entries


def write_manifest(path: Path, entries: Iterable[Entry]) -> None:
    """Write entries, one line each.

    Raises:
        FetchError: the file cannot be written.
    """
    write_file(path, "".join(json.dumps(_record(entry), ensure_ascii=False) + "\n" for entry in entries).encode())


def _entry(record: dict[str, Any]) -> Entry:
    order = Order(record["symbol"], record["language"], record["url"], record.get("sha256"))
    when = datetime.fromisoformat(record["when"])
    return Entry(order, when, record.get("bytes"), record.get("media_type"), record.get("error"))


def _record(entry: Entry) -> dict[str, object]:
    """Return an entry for people to read; what has no value is left out."""
    order = entry.order
    record = {
        "symbol": order.symbol,
        "language": order.language,
        "status": "failed" if entry.error else "fetched",
        "when": entry.when.isoformat(timespec="seconds"),
        "url": order.url,
        "sha256": order.sha256,
        "bytes": entry.bytes,
        "media_type": entry.media_type,
        "error": entry.error,
    }
    return {name: value for name, value in record.items() if value is not None}
