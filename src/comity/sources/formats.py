"""Which format a file is in, told by its bytes, and who reads it."""

from collections.abc import Callable

from comity.model import Markup
from comity.sources.akoma_ntoso import read_akoma_ntoso
from comity.sources.encoding import decode
from comity.sources.xml import begins_like_xml

__all__ = ["SUFFIXES", "read_format"]

SUFFIXES = frozenset((".txt", ".xml"))
"""How the names of files end that are looked for in folders; what a file is, its bytes tell."""

_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, str], tuple[str, Markup | None]]], ...] = (
    (begins_like_xml, read_akoma_ntoso),
)
"""Formats in the order in which they are tried: does a file begin like it, and who reads it; the rest is plain text."""


def read_format(data: bytes, name: str) -> tuple[str, Markup | None]:
    """Return the text in the bytes of a file, and its mark-up where the format has any.

    Raises:
        SourceError: the bytes are empty, broken, hostile, or of no format that can be read.
    """
    for begins_like_it, read in _READERS:
        if begins_like_it(data):
            return read(data, name)
    text, _ = decode(data, name)
    return text, None
