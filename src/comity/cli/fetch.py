"""``comity fetch``: official texts by their symbols."""

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.build import UNREAD
from comity.errors import FetchError
from comity.fetching import (
    MANIFEST_NAME,
    Cache,
    Client,
    Library,
    Manners,
    Order,
    address_of,
    checked_symbol,
    read_manifest,
)
from comity.fetching import fetch as fetch_texts
from comity.settings import settings

__all__ = ["fetch"]

_FOLDER = Path("fetched")


def fetch(
    symbols: Annotated[
        list[str] | None, typer.Argument(metavar="[SYMBOL]...", help="Symbols in full, such as A/RES/79/325.")
    ] = None,
    language: Annotated[str, typer.Option(help="Language of the texts, as in ISO 639: ru, en …")] = "en",
    out: Annotated[
        Path | None, typer.Option(help="Folder of the texts (default: that of the manifest, or fetched).")
    ] = None,
    manifest: Annotated[
        Path | None, typer.Option(help="Record of the texts; without symbols, what it names is fetched again.")
    ] = None,
) -> None:
    """Download official texts by their symbols; exit 4 if some could not be got.

    The paths of the texts are printed. A text that cannot be got is told with the reason, and the others are fetched.
    """
    if not symbols and manifest is None:
        raise typer.BadParameter("name symbols, or a manifest to fetch again with --manifest")
    folder = out or (manifest.parent if manifest else _FOLDER)
    library = Library(folder, manifest or folder / MANIFEST_NAME, settings().fetch_publisher)
    orders, refused = _ordered(symbols, language) if symbols else (_recorded(library.manifest), [])
    for reason in refused:
        typer.echo(f"comity: {reason}", err=True)
    failed = bool(refused)
    with Client(_manners()) as client:
        for entry in fetch_texts(orders, library, client, Cache(settings().fetch_cache.expanduser())):
            if entry.file is None:
                failed = True
                typer.echo(f"comity: {entry.order.symbol}: {entry.error}", err=True)
            else:
                typer.echo(folder / entry.file)
    if failed:
        raise typer.Exit(UNREAD)


def _ordered(symbols: list[str], language: str) -> tuple[list[Order], list[FetchError]]:
    """Return what to ask for, each text once, and why some words are no symbols."""
    orders: dict[str, Order] = {}
    refused = []
    for word in symbols:
        try:
            symbol = checked_symbol(word)
        except FetchError as error:
            refused.append(error)
            continue
        orders[symbol] = Order(symbol, language, address_of(settings().fetch_address, symbol, language))
    return list(orders.values()), refused


def _recorded(manifest: Path) -> list[Order]:
    if not manifest.is_file():
        raise FetchError(f"{manifest}: no such manifest")
    return [entry.order for entry in read_manifest(manifest)]


def _manners() -> Manners:
    configured = settings()
    return Manners(
        configured.fetch_contact,
        configured.fetch_interval,
        configured.fetch_attempts,
        configured.fetch_longest_wait,
        configured.fetch_connect_timeout,
        configured.fetch_read_timeout,
        configured.fetch_timeout,
        configured.maximum_bytes,
    )
