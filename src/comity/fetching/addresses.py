"""From a symbol to the address of its text, and to the name of the file that will hold it."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from comity.errors import FetchError
from comity.lexicon.series import full_symbol, tidy_symbol

__all__ = ["Order", "address_of", "checked_symbol", "file_stem"]

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_IN_FILE_NAMES = str.maketrans({"/": "-", "-": "_", "(": "_", ")": "", " ": ""})


@dataclass(frozen=True, slots=True)
class Order:
    """One text that is wanted: its symbol, the language as in ISO 639, the address to ask.

    `sha256` is the digest in hex that the text must have, where one was recorded before.
    """

    symbol: str
    language: str
    url: str
    sha256: str | None = None

    def __post_init__(self) -> None:
        if checked_symbol(self.symbol) != self.symbol:
            raise FetchError(f"{self.symbol}: expected the symbol as its body writes it, {tidy_symbol(self.symbol)}")
        if not _LANGUAGE.fullmatch(self.language):
            raise FetchError(f"language {self.language!r}: expected the two or three letters of ISO 639, such as ru")
        if urlsplit(self.url).scheme not in {"http", "https"}:
            raise FetchError(f"{self.url}: expected an http or https address")
        if self.sha256 is not None and not _DIGEST.fullmatch(self.sha256):
            raise FetchError(f"sha256 {self.sha256!r}: expected 64 hexadecimal digits")

    @property
    def stem(self) -> str:
        """The name of the file without its ending."""
        return file_stem(self.symbol, self.language)


def checked_symbol(symbol: str) -> str:
    """Return a symbol as its body writes it.

    Raises:
        FetchError: it is not the full symbol of a document.
    """
    tidy = tidy_symbol(symbol.strip())
    if not (tidy.isascii() and full_symbol().fullmatch(tidy)):
        raise FetchError(f"{symbol!r} is not the symbol of a document; expected one in full, such as A/RES/79/325")
    return tidy


def address_of(template: str, symbol: str, language: str) -> str:
    """Return the address of a text: `template` with its {symbol} and {language} replaced.

    In the path of an address the slashes of a symbol stand as they are; in its query they are escaped.
    """
    path, mark, query = template.partition("?")
    return _filled(path, symbol, language, "/") + mark + _filled(query, symbol, language, "")


def _filled(part: str, symbol: str, language: str, safe: str) -> str:
    return part.replace("{symbol}", quote(symbol, safe=safe)).replace("{language}", language)


def file_stem(symbol: str, language: str) -> str:
    """Return the name, without ending, of the file for a text: "A/RES/79/325" in Russian → "a-res-79-325.ru".

    The names of different symbols differ, and no name has a character that a file system or a shell minds.
    """
    return f"{symbol.translate(_IN_FILE_NAMES).lower()}.{language}"
