"""Documents of Word (DOCX): paragraphs with the numbers Word computes, rows of tables, footnotes, changes accepted.

The format is Office Open XML, ECMA-376 Part 1, 17 (WordprocessingML).
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml import etree

from comity.errors import BinarySourceError, DamagedSourceError, EncryptedSourceError, SourceTooLargeError
from comity.sources.manuscript import raised
from comity.sources.numbering import Numbering
from comity.sources.prose import prose
from comity.sources.xml import parse

__all__ = ["begins_like_office", "read_office"]

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_WORD = b"wordprocessingml.document.main"
_MAXIMUM_UNPACKED = 256 * 2**20
_MAXIMUM_PART = 64 * 2**20
_MAXIMUM_PARTS = 10_000
_ENCRYPTED = 0x1
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HIDDEN = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}rt", _FALLBACK))
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_NOTE_CALLS = {
    f"{_W}footnoteReference": RELATIONSHIP_TYPE.FOOTNOTES,
    f"{_W}endnoteReference": RELATIONSHIP_TYPE.ENDNOTES,
}
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, OpcError, etree.LxmlError, EOFError, OSError),
    *(LookupError, ValueError, TypeError, AttributeError, NotImplementedError),
)
"""What the archive, its parts and python-docx raise for files that are not as the format has them."""

_FIGURES = re.compile(r"\d{1,3}")


def begins_like_office(data: bytes) -> bool:
    """Return whether a file begins like an archive, as DOCX does, or like the documents that Office wrote before it."""
    return data.startswith((_ZIP, _COMPOUND))


def read_office(data: bytes, name: str) -> str:
    """Return the text of a DOCX file: a paragraph a line, its footnotes and endnotes after a rule at the end.

    Raises:
        BinarySourceError: it is an archive of another kind, or a document of Word before 2007.
        EncryptedSourceError: it opens with a password only.
        SourceTooLargeError: it unpacks to far more than a document needs.
        DamagedSourceError: it is cut off or broken.
    """
    if data.startswith(_COMPOUND):
        raise BinarySourceError(
            f"{name}: a document of Office before 2007, or one with a password; expected it saved as DOCX, without one"
        )
    try:
        _check(data, name)
        document = docx.Document(io.BytesIO(data))
        writer = _Writer(Numbering.of(document, name), _notes(document, name))
        return prose([*writer.paragraphs(document.element.body)], writer.written)
    except _BROKEN as error:
        raise DamagedSourceError(f"{name}: the DOCX file is broken ({error}); expected a whole file") from error


def _check(data: bytes, name: str) -> None:
    """Refuse an archive that is no document of Word, that is locked, or that unpacks to more than documents do."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MAXIMUM_PARTS or sum(part.file_size for part in parts) > _MAXIMUM_UNPACKED:
            raise SourceTooLargeError(f"{name}: unpacks to more than {_MAXIMUM_UNPACKED:,} bytes; expected a document")
        if any(part.filename.endswith(".xml") and part.file_size > _MAXIMUM_PART for part in parts):
            raise SourceTooLargeError(f"{name}: a part of more than {_MAXIMUM_PART:,} bytes; expected a document")
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise EncryptedSourceError(f"{name}: the archive needs a password; expected an open DOCX file")
        if _TYPES not in archive.namelist() or _WORD not in archive.read(_TYPES):
            raise BinarySourceError(f"{name}: an archive that is no document of Word; expected a DOCX file")


def _notes(document: Document, name: str) -> dict[tuple[str, str], etree._Element]:
    """Return the footnotes and endnotes of a document by their kind and identifier."""
    found: dict[tuple[str, str], etree._Element] = {}
    for relation in document.part.rels.values():
        if relation.reltype in _NOTE_CALLS.values() and not relation.is_external:
            for note in parse(relation.target_part.blob, name):
                found[relation.reltype, note.get(f"{_W}id", "")] = note
    return found


@dataclass(slots=True)
class _Writer:
    """Writes the paragraphs of a document; `written` are the notes that were called so far, with their numbers."""

    numbering: Numbering
    notes: dict[tuple[str, str], etree._Element]
    written: list[str] = field(default_factory=list)

    def paragraphs(self, body: etree._Element) -> Iterator[str]:
        """Yield the paragraphs of a body, a row of a table as one, its cells parted by tabs.

        The cells of a table that holds more than a paragraph in any of a row are for layout only, and are parted.
        """
        visible = (element for element in body.iter(f"{_W}p") if not _is_hidden(element))
        for row, group in groupby(visible, key=lambda element: next(element.iterancestors(f"{_W}tr"), None)):
            texts = [(next(element.iterancestors(f"{_W}tc"), None), self._text(element)) for element in group]
            cells = [(cell, text) for cell, text in texts if text]
            if row is None or len({cell for cell, _ in cells}) < len(cells):
                yield from (text for _, text in cells)
            elif cells:
                yield "\t".join(text for _, text in cells)

    def _text(self, paragraph: etree._Element) -> str:
        lines = "".join(self._pieces(paragraph)).split("\n")
        text = "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)
        number = self.numbering.next(paragraph) if text else ""
        return f"{number} {text}" if number else text

    def _pieces(self, paragraph: etree._Element) -> Iterator[str]:
        for element in paragraph.iter(etree.Element):
            if element.tag == f"{_W}t" and not _is_hidden(element, paragraph):
                yield raised(element.text or "") if _is_raised(element) else element.text or ""
            elif element.tag in _SIGNS and next(element.iterancestors()).tag == f"{_W}r":
                yield _SIGNS[element.tag]
            elif element.tag in _NOTE_CALLS and not _is_hidden(element, paragraph):
                yield self._called(_NOTE_CALLS[element.tag], element)

    def _called(self, kind: str, call: etree._Element) -> str:
        """Write a note and return its raised number; a mark of the author's own is in the text that follows."""
        note = self.notes.pop((kind, call.get(f"{_W}id", "")), None)  # a note that calls itself is written once
        if note is None or call.get(f"{_W}customMarkFollows") is not None:
            return ""
        place = len(self.written)
        self.written.append("")
        texts = (self._text(element) for element in note.iter(f"{_W}p"))
        self.written[place] = f"{place + 1} {' '.join(text for text in texts if text)}"
        return raised(str(place + 1))


def _is_hidden(element: etree._Element, inside: etree._Element | None = None) -> bool:
    """Tell what was deleted, what is in a text box, and the second copy of what newer readers show otherwise."""
    for ancestor in element.iterancestors():
        if ancestor is inside:
            return False
        if ancestor.tag in _HIDDEN:
            return True
    return False


def _is_raised(element: etree._Element) -> bool:
    align = element.find(f"../{_W}rPr/{_W}vertAlign")
    figures = _FIGURES.fullmatch((element.text or "").strip()) is not None
    return figures and align is not None and align.get(f"{_W}val") == "superscript"
