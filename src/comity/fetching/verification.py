"""Whether what came is the document that was asked for, and all of it."""

import html
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cache

import pypdfium2

from comity import resources
from comity.errors import FetchError, LanguageDataError, SourceError, TextLayerError
from comity.fetching.client import Answer
from comity.fetching.pages import read_page
from comity.sources.encoding import decode
from comity.sources.formats import read_format
from comity.sources.html import begins_like_html
from comity.sources.xml import begins_like_xml

__all__ = ["ENDINGS", "holds_symbol", "media_type_of", "verify"]

_PDF, _HTML, _XML, _TEXT = "application/pdf", "text/html", "application/xml", "text/plain"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNKNOWN = "application/octet-stream"
ENDINGS = {_PDF: ".pdf", _DOCX: ".docx", _HTML: ".html", _XML: ".xml", _TEXT: ".txt"}
"""The media types that are kept, with the endings of their files."""

# Servers use old names, and that of Word before 2007 for what is .docx.
_OTHER_NAMES = {
    "": _UNKNOWN,
    "binary/octet-stream": _UNKNOWN,
    "application/x-pdf": _PDF,
    "application/msword": _DOCX,
    "application/xhtml+xml": _HTML,
    "application/akn+xml": _XML,
    "text/xml": _XML,
}
_HEAD = 1024
_TAG = re.compile(r"<[^<>]*>")
_HYPHENS = "[-\u2010\u2011]"
_REFUSALS = "data/language/refusals.toml"
_FEWEST_WORDS = 40


def verify(answer: Answer, symbol: str) -> str:
    """Return the media type of an answer that is the document asked for.

    A text that is a picture of one is believed to be that of the symbol.

    Raises:
        FetchError: it is empty, cut short, of another type than the server says or of one that cannot be read; or its
            text is another one, such as a page that tells of an error.
    """
    if not answer.body.strip():
        raise FetchError("the server gave nothing; the text may not be published in this language")
    found, said = media_type_of(answer.body), _OTHER_NAMES.get(answer.media_type, answer.media_type)
    if found == _UNKNOWN:
        raise FetchError(f"what came is none of {', '.join(ending[1:].upper() for ending in ENDINGS.values())}")
    if said not in {found, _UNKNOWN}:
        raise FetchError(f"what came is {found}, though the server says {answer.media_type}")
    try:
        read_format(answer.body, "what came")
    except TextLayerError:
        return found
    except SourceError as error:
        raise FetchError(str(error)) from error
    if not holds_symbol(_SHOWN[found](answer.body), symbol):
        raise FetchError(f"what came is {found} and does not hold the symbol; expected the document itself")
    return found


def media_type_of(body: bytes) -> str:
    """Return the media type that the bytes show; application/octet-stream stands for all that is not kept."""
    if b"%PDF-" in body[:_HEAD]:
        return _PDF
    if body.startswith(b"PK\x03\x04"):
        return _DOCX
    if begins_like_html(body):
        return _HTML
    if begins_like_xml(body):
        return _XML
    try:
        decode(body, "what came")
    except SourceError:
        return _UNKNOWN
    return _TEXT


def holds_symbol(text: str, symbol: str) -> bool:
    """Return whether a symbol stands in a text, with whatever spaces the setting of the page put into it."""
    letters = r"\s*".join(_HYPHENS if letter == "-" else re.escape(letter) for letter in symbol if letter != " ")
    return re.search(rf"(?<![\w/]){letters}(?![\w/])", text) is not None


# What a document shows is more than what is read of it: symbols stand in running heads, which are no part of a text.


def _on_pages(body: bytes) -> str:
    with pypdfium2.PdfDocument(body) as document:
        texts = []
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                texts.append(text.get_text_bounded())
    return "\n".join(texts)


def _in_parts(body: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        parts = [name for name in archive.namelist() if re.fullmatch(r"word/(?:document|header\d*)\.xml", name)]
        return "\n".join(_without_tags(archive.read(part)) for part in parts)


def _without_tags(body: bytes) -> str:
    return html.unescape(_TAG.sub(" ", _plain(body)))


def _plain(body: bytes) -> str:
    return decode(body, "what came")[0]


def _on_screen(body: bytes) -> str:
    """Return what a page shows.

    Raises:
        FetchError: it tells of an error, or has too few words for a document.
    """
    page = read_page(_plain(body))
    heading = " ".join(page.headings).lower()
    if any(words in heading for words in _refusals()):
        raise FetchError(f"what came is a page in place of the document: {page.headings[0]!r}")
    if len(page.text.split()) < _FEWEST_WORDS:
        raise FetchError(f"what came is a page of fewer than {_FEWEST_WORDS} words; expected the document itself")
    return page.text


_SHOWN: Mapping[str, Callable[[bytes], str]] = {
    _PDF: _on_pages,
    _DOCX: _in_parts,
    _HTML: _on_screen,
    _XML: _without_tags,
    _TEXT: _plain,
}


@cache
def _refusals() -> frozenset[str]:
    try:
        return frozenset(resources.table(_REFUSALS)["headings"])
    except (KeyError, TypeError) as error:
        raise LanguageDataError(f"{_REFUSALS}: {error!r}") from error
