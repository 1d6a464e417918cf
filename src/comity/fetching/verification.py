"""Whether what came is the document that was asked for, and all of it."""

import html
import io
import re
import zipfile
import zlib
from functools import cache

from comity import resources
from comity.errors import FetchError, LanguageDataError, SourceError
from comity.fetching.client import Answer
from comity.fetching.pages import read_page
from comity.sources import MAXIMUM_BYTES
from comity.sources.encoding import decode

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
_HEAD, _TAIL = 1024, 2048
_HTML_START = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_HYPHENS = "[-\u2010\u2011]"
_REFUSALS = "data/language/refusals.toml"
_FEWEST_WORDS = 40


def verify(answer: Answer, symbol: str) -> str:
    """Return the media type of an answer that is the document asked for.

    A text that cannot be read here, such as a scan, is believed to be that of the symbol.

    Raises:
        FetchError: it is empty, cut short, of another type than the server says or of one that is not read; or its
            text is another one, such as a page that tells of an error.
    """
    if not answer.body.strip():
        raise FetchError("the server gave nothing; the text may not be published in this language")
    found, said = media_type_of(answer.body), _OTHER_NAMES.get(answer.media_type, answer.media_type)
    if found == _UNKNOWN:
        raise FetchError(f"what came is none of {', '.join(ending[1:].upper() for ending in ENDINGS.values())}")
    if said not in {found, _UNKNOWN}:
        raise FetchError(f"what came is {found}, though the server says {answer.media_type}")
    text = _text(answer.body, found)
    if text is not None and not holds_symbol(text, symbol):
        raise FetchError(f"what came is {found} and does not hold the symbol; expected the document itself")
    return found


def media_type_of(body: bytes) -> str:
    """Return the media type that the bytes show; application/octet-stream stands for all that is not kept."""
    if b"%PDF-" in body[:_HEAD]:
        return _PDF
    if body.startswith(b"PK\x03\x04"):
        return _DOCX
    try:
        start = decode(body, "the answer")[0][:_HEAD].lstrip("\ufeff \t\r\n")
    except SourceError:
        return _UNKNOWN
    if _HTML_START.search(start):
        return _HTML
    return _XML if start.startswith("<") else _TEXT


def holds_symbol(text: str, symbol: str) -> bool:
    """Return whether a symbol stands in a text, with whatever spaces the setting of the page put into it."""
    letters = r"\s*".join(_HYPHENS if letter == "-" else re.escape(letter) for letter in symbol if letter != " ")
    return re.search(rf"(?<![\w/]){letters}(?![\w/])", text) is not None


def _text(body: bytes, media_type: str) -> str | None:
    """Return the text of a whole document as far as it is needed to recognise it, or None where it cannot be read.

    Raises:
        FetchError: the document is cut short, or is a page in its place.
    """
    if media_type == _PDF:
        if b"%%EOF" not in body[-_TAIL:]:
            raise FetchError("the PDF is cut short: its end is missing")
        return None
    if media_type == _DOCX:
        return _word_text(body)
    text, _ = decode(body, "the answer")
    if media_type == _HTML:
        return _page_text(text)
    return html.unescape(_TAG.sub(" ", text)) if media_type == _XML else text


def _word_text(body: bytes) -> str:
    """Return what stands in the parts of a Word document, headers with the symbol among them."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = [part for part in archive.infolist() if re.fullmatch(r"word/\w+\.xml", part.filename)]
            if sum(part.file_size for part in parts) > MAXIMUM_BYTES:
                raise FetchError(f"the archive unpacks to more than {MAXIMUM_BYTES:,} bytes")
            if "word/document.xml" not in {part.filename for part in parts}:
                raise FetchError("what came is an archive, and no Word document")
            texts = [archive.read(part).decode("utf-8", errors="replace") for part in parts]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise FetchError(f"the archive is cut short or damaged ({error})") from error
    return "\n".join(html.unescape(_TAG.sub(" ", text)) for text in texts)


def _page_text(text: str) -> str:
    page = read_page(text)
    heading = " ".join(page.headings).lower()
    if any(words in heading for words in _refusals()):
        raise FetchError(f"what came is a page in place of the document: {page.headings[0]!r}")
    if len(page.text.split()) < _FEWEST_WORDS:
        raise FetchError(f"what came is a page of fewer than {_FEWEST_WORDS} words; expected the document itself")
    return page.text


@cache
def _refusals() -> frozenset[str]:
    try:
        return frozenset(resources.table(_REFUSALS)["headings"])
    except (KeyError, TypeError) as error:
        raise LanguageDataError(f"{_REFUSALS}: {error!r}") from error
