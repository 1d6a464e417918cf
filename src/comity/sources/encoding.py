"""From bytes to text: which encoding a file is in, and whether it is text at all."""

import codecs
import re

from comity.errors import BinarySourceError, EmptySourceError, EncodingError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC_PAGES = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_FREQUENT = frozenset("оеаинтсрвлкм")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAXIMUM_CONTROL_SHARE = 0.001
_SAMPLE = 65536


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    Byte order marks decide first, then UTF-8; what is neither is tried in the Cyrillic code pages, and the one
    with most of the frequent Russian letters in lower case wins, as Windows-1251 read as KOI8-R swaps the cases.

    Raises:
        EmptySourceError: there is nothing but white space.
        BinarySourceError: the bytes are not text in any of these encodings.
        EncodingError: a byte order mark promises an encoding that the bytes break.
    """
    if not data.strip():
        raise EmptySourceError(f"{name}: the file is empty; expected a document of at least one sentence")
    text, encoding = _decode(data, name)
    controls = len(_CONTROL.findall(text[:_SAMPLE]))
    if controls > _MAXIMUM_CONTROL_SHARE * min(len(text), _SAMPLE):
        raise BinarySourceError(f"{name}: {controls} control characters near its start; expected a text file")
    if not text.strip("\ufeff \t\r\n"):
        raise EmptySourceError(f"{name}: the file holds only white space; expected a document of at least one sentence")
    return text, encoding


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise EncodingError(f"{name}: says {encoding} but byte {error.start} does not fit it") from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = error.start
    best = max(_CYRILLIC_PAGES, key=lambda page: _russian_share(data, page))
    if b"\x00" in data or _russian_share(data, best) < _MINIMUM_RUSSIAN_SHARE:
        raise BinarySourceError(
            f"{name}: byte {broken} is not UTF-8, and no Cyrillic code page makes words of it; expected a text file"
        )
    return data.decode(best, errors="replace"), best


_MINIMUM_RUSSIAN_SHARE = 0.3


def _russian_share(data: bytes, page: str) -> float:
    """Return the share of frequent lower-case Russian letters among the bytes that are not ASCII punctuation."""
    sample = data[:_SAMPLE].decode(page, errors="replace")
    letters = [character for character in sample if character > "\x7f" or character.isalpha()]
    return sum(character in _FREQUENT for character in letters) / len(letters) if letters else 0.0
