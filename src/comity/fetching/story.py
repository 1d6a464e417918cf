"""The story of a text: asked for, verified, written with its metadata, entered into the manifest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from comity.errors import FetchError
from comity.fetching.addresses import Order
from comity.fetching.cache import Cache, conditions
from comity.fetching.client import Answer, Client
from comity.fetching.files import digest, sidecar, write_file
from comity.fetching.manifest import Entry, read_manifest, write_manifest
from comity.fetching.verification import ENDINGS, verify
from comity.model import Metadata

__all__ = ["Library", "fetch"]


@dataclass(frozen=True, slots=True)
class Library:
    """Where texts are kept: their folder, their manifest; and who publishes them, which their metadata will say."""

    folder: Path
    manifest: Path
    publisher: str


def fetch(orders: Iterable[Order], library: Library, client: Client, cache: Cache) -> Iterator[Entry]:
    """Fetch texts one by one and yield what came of each; the manifest on disk knows of all that were yielded.

    An order with a digest is content with a file that has it, and refuses any other. What fails is entered with its
    error, but not in place of a text that was fetched before.

    Raises:
        FetchError: the manifest cannot be read or written.
    """
    entries = {(entry.order.symbol, entry.order.language): entry for entry in read_manifest(library.manifest)}
    for order in orders:
        key = order.symbol, order.language
        try:
            entry = _kept(order, library, entries.get(key)) or _fetched(order, library, client, cache)
        except FetchError as error:
            entry = Entry(order, datetime.now(UTC), error=str(error))
        if entry.error is None or key not in entries or entries[key].error is not None:
            entries[key] = entry
            write_manifest(library.manifest, entries.values())
        yield entry


def _kept(order: Order, library: Library, entry: Entry | None) -> Entry | None:
    """Return the entry of a text that is there as it was recorded, or None if there is no file of it."""
    if entry is None or entry.file is None or order.sha256 is None:
        return None
    path = library.folder / entry.file
    try:
        found = digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FetchError(f"{path}: cannot be read ({error.strerror})") from error
    if found != order.sha256:
        raise FetchError(f"{path}: changed since it was fetched: sha256 is {found}, expected {order.sha256}")
    return entry


def _fetched(order: Order, library: Library, client: Client, cache: Cache) -> Entry:
    """Return the entry of a text that was asked for, verified and written."""
    answer = _asked(order, client, cache)
    media_type, found = verify(answer, order.symbol), digest(answer.body)
    if order.sha256 not in {None, found}:
        raise FetchError(
            f"{order.url}: gives another text than was recorded: sha256 is {found}, expected {order.sha256}"
        )
    cache.keep(order.url, answer)
    now = datetime.now(UTC)
    _write(library, order, media_type, answer.body, now)
    return Entry(replace(order, sha256=found), now, len(answer.body), media_type)


def _asked(order: Order, client: Client, cache: Cache) -> Answer:
    known = cache.find(order.url)
    answer = client.get(order.url, conditions(known)) or known
    if answer is None:
        raise FetchError("the server says that nothing is newer, though nothing was known")
    return answer


def _write(library: Library, order: Order, media_type: str, body: bytes, now: datetime) -> None:
    """Write a text and, before it, what is known of it; where the same text is already, both stay as they are."""
    path = library.folder / (order.stem + ENDINGS[media_type])
    beside = path.with_name(f"{order.stem}.toml")
    for ending in ENDINGS.values():
        other = path.with_name(order.stem + ending)
        if other != path and other.exists():
            raise FetchError(
                f"{other}: has the same name as {path.name}, which came; documents are told apart by names"
            )
    is_there = path.is_file() and path.read_bytes() == body
    if not (is_there and beside.is_file()):
        write_file(beside, sidecar(Metadata(library.publisher, order.url, now.date(), language=order.language)))
    if not is_there:
        write_file(path, body)
