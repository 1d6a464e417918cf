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
_WESTERN = "cp1252"
_PAGES = (_WESTERN, "cp1251", "koi8-r", "cp866", "iso8859-5")
_CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў")
_FREQUENT = frozenset("оеаинтсрвлкм")
_PUNCTUATION = frozenset("«»„“”‘’–—…№§°\u00a0")
_PIECE = re.compile(r"[^\W\d_]+|[^\x00-\x7f]")
_SWAPPED_CASE = re.compile(r"[а-яёіїєґў][А-ЯЁІЇЄҐЎ]")
_MINIMUM_SCORE = 0.3
_OTHER_FORMATS = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_OTHER_FORMATS_NAMED = "PDF, an archive, an office document or a picture"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAXIMUM_CONTROL_SHARE = 0.001
_SAMPLE = 65536


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    Byte order marks decide first, then UTF-8; what is neither is tried in the Cyrillic code pages and the Western
    one of Windows, and the page that makes the likeliest words of the bytes beyond ASCII wins.

    Raises:
        EmptySourceError: there is nothing but white space.
        BinarySourceError: the bytes are not text in any of these encodings.
        EncodingError: a byte order mark promises an encoding that the bytes break.
    """
    if not data.strip():
        raise EmptySourceError(f"{name}: the file is empty; expected a document of at least one sentence")
    if data.startswith(_OTHER_FORMATS):
        raise BinarySourceError(f"{name}: begins like a {_OTHER_FORMATS_NAMED}; expected a text file")
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
    sample = data[max(0, broken - _SAMPLE // 2) : broken + _SAMPLE // 2]
    scores = {page: _score(sample.decode(page, errors="replace"), page) for page in _PAGES}
    best = max(scores, key=lambda page: scores[page])
    text = data.decode(best, errors="replace")
    if b"\x00" in data or scores[best] < _MINIMUM_SCORE or not text.strip():
        raise BinarySourceError(
            f"{name}: byte {broken} is not UTF-8, and no code page makes words of it; expected a text file"
        )
    return text, best


def _score(text: str, page: str) -> float:
    """Return how much the letters beyond ASCII look like words of the page's languages, from -1 to 1."""
    points = total = 0
    for piece in _PIECE.findall(text):
        foreign = sum(character > "\x7f" for character in piece)
        if not foreign or piece in _PUNCTUATION:
            continue
        total += foreign
        points += _western(piece, foreign) if page == _WESTERN else _cyrillic(piece, foreign)
    return points / total if total else _MINIMUM_SCORE


def _western(piece: str, foreign: int) -> int:
    """Accented letters stand among plain ones."""
    return foreign if foreign < len(piece) else -foreign


def _cyrillic(piece: str, foreign: int) -> int:
    """Words are Cyrillic throughout, made of frequent letters, and no capital follows a small letter."""
    letters = piece.lower()
    if not _CYRILLIC.issuperset(letters) or _SWAPPED_CASE.search(piece):
        return -foreign
    return sum(letter in _FREQUENT for letter in letters)
