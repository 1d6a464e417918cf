"""PDF files: the characters of each page with their places, and through them the text in reading order."""

import ctypes
import math
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from comity.errors import DamagedSourceError, EncryptedSourceError, SourceTooLargeError, TextLayerError
from comity.sources.layout import Fragment, Page, reading_order
from comity.sources.prose import prose
from comity.sources.wraps import join_notes, join_paragraphs

__all__ = ["MAXIMUM_PAGES", "pdf_text"]

MAXIMUM_PAGES = 5_000
"""The longest document that is read, in pages."""

_MAXIMUM_CHARACTERS = 10_000_000
_MAXIMUM_STREAM = 4 * 2**20
_MAXIMUM_STREAMS = 128 * 2**20
_TAIL = 2048
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 1024
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_TEXT = re.compile(r"\d{1,3}|\*{1,3}")
_RAISED_SIZE = 0.85
_READ = {0x02: "-", 0xFFFE: "-", 0xF0B7: "•", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_FONT_NAME = 128
_STRAIGHT = 0.05
_SAME = 0.08
_SPACE = 0.17
_WIDE = 1.0
_BASELINE = 0.25


def pdf_text(data: bytes, name: str) -> str:
    """Return the text of a PDF file: its paragraphs, one a line, and its footnotes after a rule at the end.

    Raises:
        EncryptedSourceError: it opens with a password only.
        DamagedSourceError: it is cut off, or a page cannot be read.
        TextLayerError: its pages are pictures.
        SourceTooLargeError: it has too many pages or characters, or unpacks to far more than it holds.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise DamagedSourceError(f"{name}: the PDF file ends without its end mark; expected a whole file")
    _check_streams(data, name)
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = list(_pages(document, name))
    except pypdfium2.PdfiumError as error:
        if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise EncryptedSourceError(f"{name}: the PDF file needs a password; expected an open one") from error
        raise DamagedSourceError(f"{name}: the PDF file is broken ({error}); expected a whole file") from error
    body, notes = reading_order(pages)
    paragraphs = join_paragraphs(body)
    if not any(map(str.strip, paragraphs)):
        raise TextLayerError(
            f"{name}: {len(pages)} pages without text, as of a scan; expected a PDF file whose text was recognised"
        )
    return prose(paragraphs, join_notes(notes))


def _check_streams(data: bytes, name: str) -> None:
    """Refuse a file whose streams, pictures apart, hold or unpack to more than text ever needs.

    A page takes some two hundred times the memory of its operators.
    """
    total = 0
    for match in _STREAM.finditer(data):
        described = data[max(0, match.start() - _DICTIONARY) : match.start()].rpartition(b" obj")[2]
        size = 0 if b"/Image" in described else _unpacked(data, match.end(), described.count(b"/FlateDecode"))
        total += size
        if size > _MAXIMUM_STREAM or total > _MAXIMUM_STREAMS:
            raise SourceTooLargeError(
                f"{name}: unpacks to more than {_MAXIMUM_STREAM:,} bytes at byte {match.start():,}; "
                "expected the pages of a document"
            )


def _unpacked(data: bytes, start: int, times: int) -> int:
    """Return how many bytes a stream holds when it has been unpacked, or a little more than is allowed."""
    if not times:
        end = data.find(b"endstream", start)
        return (end if end >= 0 else len(data)) - start
    packed: bytes | memoryview = memoryview(data)[start:]
    for _ in range(times):
        try:
            packed = zlib.decompressobj().decompress(packed, _MAXIMUM_STREAM + 1)
        except zlib.error:
            return 0  # encrypted, or broken: the reader will tell
    return len(packed)


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[Page]:
    if len(document) > MAXIMUM_PAGES:
        raise SourceTooLargeError(f"{name}: {len(document):,} pages; expected at most {MAXIMUM_PAGES:,}")
    total = 0
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        text = page.get_textpage()
        total += text.count_chars()
        if total > _MAXIMUM_CHARACTERS:
            raise SourceTooLargeError(
                f"{name}: more than {_MAXIMUM_CHARACTERS:,} characters; expected at most that many"
            )
        yield _page(number, page, text)
        text.close()
        page.close()


def _page(number: int, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Page:
    """Return the text of a page turned so that most of it runs from left to right; the rest is left out."""
    left, bottom, right, top = page.get_mediabox()
    drawn = list(_characters(text))
    turns = Counter(character.turn for character in drawn if character.turn is not None).most_common(1)
    turn = turns[0][0] if turns else 0
    size = (right - left, top - bottom)
    upright = [_turned(character, (left, bottom), size) for character in drawn if character.turn == turn]
    fragments = tuple(replace(part, page=number) for part in _on_lines(_with_raised(list(_runs(upright, text)))))
    return Page(number, *(size if turn % 2 == 0 else size[::-1]), fragments)


class _Character(NamedTuple):
    """A character on its page; `before` is the white space between it and the one before, `turn` its quarter turns."""

    text: str
    before: str
    start: tuple[float, float]
    end: tuple[float, float]
    size: float
    turn: int | None
    place: int


def _characters(page: pypdfium2.PdfTextPage) -> Iterator[_Character]:
    """Yield the characters that a page shows, in the order of the file."""
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    before = ""
    for index in range(page.count_chars()):
        text = _text(pdfium.FPDFText_GetUnicode(page, index))
        if text.isspace():
            before += text
            continue
        if not text or not pdfium.FPDFText_GetMatrix(page, index, matrix):
            continue
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(page, index, box)
        size = pdfium.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
        turn = round(angle) % 4 if abs(angle - round(angle)) < _STRAIGHT else None
        far = ((box.right, y.value), (x.value, box.top), (box.left, y.value), (x.value, box.bottom))[turn or 0]
        yield _Character(text, before, (x.value, y.value), far, size, turn, index)
        before = ""


@cache
def _text(code: int) -> str:
    """Return a character as it is stored: marks of PDFium and of symbol fonts are read, what cannot be shown is not."""
    if code in _READ:
        return _READ[code]
    text = chr(code)
    return text if text.isprintable() or text.isspace() else ""


def _turned(character: _Character, origin: tuple[float, float], size: tuple[float, float]) -> _Character:
    """Return a character where it is once the page, of this size and with this lower left corner, is turned upright."""
    if not character.turn and origin == (0, 0):
        return character

    def place(point: tuple[float, float]) -> tuple[float, float]:
        x, y = point[0] - origin[0], point[1] - origin[1]
        return ((x, y), (y, size[0] - x), (size[0] - x, size[1] - y), (size[1] - y, x))[character.turn or 0]

    return character._replace(start=place(character.start), end=place(character.end))


def _runs(characters: Sequence[_Character], page: pypdfium2.PdfTextPage) -> Iterator[Fragment]:
    """Yield what the file draws in one go: characters of one size on one line without a wide gap."""
    run: list[_Character] = []
    for character in characters:
        if run and not _follows(run[-1], character):
            yield _fragment(run, page)
            run = []
        run.append(character)
    if run:
        yield _fragment(run, page)


def _follows(last: _Character, character: _Character) -> bool:
    gap = character.start[0] - last.end[0]
    return (
        abs(character.start[1] - last.start[1]) < _SAME * last.size
        and abs(character.size - last.size) < _SAME * last.size
        and -last.size < gap < _WIDE * last.size
    )


def _fragment(run: list[_Character], page: pypdfium2.PdfTextPage) -> Fragment:
    text, head = run[0].text, 0.0
    left = run[0].start[0]
    for last, character in pairwise(run):
        apart = character.before or character.start[0] - last.end[0] > _SPACE * last.size
        text += f" {character.text}" if apart else character.text
        head = head or (last.end[0] - left if apart else 0.0)
    right, base, size = run[-1].end[0], run[0].start[1], run[0].size
    bold = all(_is_bold(page, character.place) for character in (run[0], run[-1]))
    return Fragment(unicodedata.normalize("NFC", text), left, right, base, size, head or right - left, bold)


def _is_bold(page: pypdfium2.PdfTextPage, index: int) -> bool:
    name = ctypes.create_string_buffer(_FONT_NAME)
    pdfium.FPDFText_GetFontInfo(page, index, name, _FONT_NAME, ctypes.c_int())
    return b"bold" in name.value.lower()


def _with_raised(runs: list[Fragment]) -> list[Fragment]:
    """Write small raised figures, which are marks of footnotes, with the figures that Unicode has for them."""
    raised = list(runs)
    for index, run in enumerate(runs):
        if not _RAISED_TEXT.fullmatch(run.text):
            continue
        for other in (*runs[max(index - 1, 0) : index], *runs[index + 1 : index + 2]):
            lift = run.base - other.base
            touches = min(abs(run.left - other.right), abs(other.left - run.right)) < other.size
            if touches and run.size < _RAISED_SIZE * other.size and _SAME * other.size < lift < other.size:
                text = run.text.translate(_RAISED)
                raised[index] = replace(run, text=text, base=other.base, size=other.size, bold=other.bold)
                break
    return raised


def _on_lines(runs: list[Fragment]) -> Iterator[Fragment]:
    """Yield the fragments of a page from top to bottom, those of one line from left to right on one height."""
    line: list[Fragment] = []
    for run in sorted(runs, key=lambda run: -run.base):
        if line and line[0].base - run.base > _BASELINE * min(line[0].size, run.size):
            yield from _levelled(line)
            line = []
        line.append(run)
    yield from _levelled(line)


def _levelled(line: list[Fragment]) -> list[Fragment]:
    return [replace(run, base=line[0].base) for run in sorted(line, key=attrgetter("left"))]
