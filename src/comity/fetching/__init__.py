"""Official texts by their symbols: asked for politely, verified, kept with a record of where they come from."""

from comity.fetching.addresses import Order, address_of, checked_symbol
from comity.fetching.cache import Cache
from comity.fetching.client import Client, Manners
from comity.fetching.manifest import MANIFEST_NAME, Entry, read_manifest
from comity.fetching.story import Library, fetch

__all__ = [
    "MANIFEST_NAME",
    "Cache",
    "Client",
    "Entry",
    "Library",
    "Manners",
    "Order",
    "address_of",
    "checked_symbol",
    "fetch",
    "read_manifest",
]
