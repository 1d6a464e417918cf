"""Which format a file is in, told by its bytes, and who reads it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from comity.model import Markup, Metadata
from comity.sources.akoma_ntoso import read_akoma_ntoso
from comity.sources.encoding import decode
from comity.sources.html import begins_like_html, read_html
from comity.sources.office import begins_like_office, read_office
from comity.sources.pdf import pdf_text
from comity.sources.xml import begins_like_xml

__all__ = ["SUFFIXES", "Content", "read_format"]

SUFFIXES = frozenset((".txt", ".xml", ".pdf", ".html", ".htm", ".docx"))
"""How the names of files end that are looked for in folders; what a file is, its bytes tell."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the bytes of a file hold: the text, the mark-up where the format has any, and what it says of itself."""

    text: str
    markup: Markup | None = None
    metadata: Metadata = field(default_factory=Metadata)


def read_format(data: bytes, name: str) -> Content:
    """Return what is in the bytes of a file; `name` is how errors speak of it.

    Raises:
        SourceError: the bytes are empty, broken, hostile, or of no format that can be read.
    """
    for begins_like_it, read in _READERS:
        if begins_like_it(data):
            return read(data, name)
    return Content(decode(data, name)[0])


def _begins_like_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_PDF_HEADER]


def _pdf(data: bytes, name: str) -> Content:
    return Content(pdf_text(data, name))


def _office(data: bytes, name: str) -> Content:
    return Content(read_office(data, name))


def _web_page(data: bytes, name: str) -> Content:
    text, metadata = read_html(data, name)
    return Content(text, metadata=metadata)


def _akoma_ntoso(data: bytes, name: str) -> Content:
    return Content(*read_akoma_ntoso(data, name))


_PDF_HEADER = 1024
"""How many bytes may stand before the header of a PDF file (ISO 32000-1, Annex H, note 13)."""

_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, str], Content]], ...] = (
    (_begins_like_pdf, _pdf),
    (begins_like_office, _office),
    (begins_like_html, _web_page),
    (begins_like_xml, _akoma_ntoso),
)
"""Formats in the order in which they are tried: does a file begin like it, and who reads it; the rest is plain text."""
