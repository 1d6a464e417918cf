import io
import zipfile
from collections.abc import Callable

import pytest

from comity.errors import FetchError
from comity.fetching.client import Answer
from comity.fetching.verification import ENDINGS, holds_symbol, media_type_of, verify

SYMBOL = "A/RES/79/325"
WORDS = "The General Assembly, recalling its resolution 70/1, decides to establish an independent panel. " * 5
PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"
PAGE = f"<!DOCTYPE html><html><head><title>Resolution</title></head><body><h1>{SYMBOL}</h1><p>{WORDS}</p></body></html>"
XML = f'<?xml version="1.0"?>\n<!-- AKN --><akomaNtoso><docNumber>{SYMBOL}</docNumber></akomaNtoso>'
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("body", "said", "found"),
    [
        (PDF, "application/pdf", "application/pdf"),
        (PDF, "application/octet-stream", "application/pdf"),
        (b"\n\n" + PDF, "", "application/pdf"),
        (PDF, "application/x-pdf", "application/pdf"),
        (PAGE.encode(), "text/html", "text/html"),
        (PAGE.encode("utf-16"), "text/html", "text/html"),
        (("\ufeff" + PAGE).encode(), "application/xhtml+xml", "text/html"),
        (('<?xml version="1.0"?>' + PAGE).encode(), "application/xhtml+xml", "text/html"),
        (XML.encode(), "text/xml", "application/xml"),
        (XML.encode(), "application/akn+xml", "application/xml"),
        (f"{SYMBOL}\n{WORDS}".encode(), "text/plain", "text/plain"),
    ],
)
def test_a_document_is_of_the_type_that_its_bytes_show(body: bytes, said: str, found: str) -> None:
    assert verify(Answer(body, said), SYMBOL) == found


@pytest.mark.parametrize("said", [DOCX, "application/msword"])
def test_a_word_document_shows_its_symbol_in_its_header_or_in_its_text(word: Callable[..., bytes], said: str) -> None:
    for body in (word("Organization", header=SYMBOL), word("A /RES/79/325", WORDS)):
        assert verify(Answer(body, said), SYMBOL) == DOCX


def archive(**files: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in files.items():
            opened.writestr(f"word/{name}.xml", text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "said", "words"),
    [
        (b"", "application/pdf", "the server gave nothing; the text may not be published in this language"),
        (b" \r\n", "text/html", "the server gave nothing"),
        (PDF, "text/html", "what came is application/pdf, though the server says text/html"),
        (PAGE.encode(), "application/pdf", "what came is text/html, though the server says application/pdf"),
        (PDF[:-7], "application/pdf", "the PDF is cut short: its end is missing"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "image/png", "what came is none of PDF, DOCX, HTML, XML, TXT"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "application/msword", "what came is none of PDF, DOCX"),
        (archive(other=SYMBOL), DOCX, "what came is an archive, and no Word document"),
        (archive(document=SYMBOL)[:60], DOCX, "the archive is cut short or damaged"),
        (archive(document=SYMBOL, a="0" * (64 * 2**20)), DOCX, "the archive unpacks to more than 67,108,864 bytes"),
        (XML.replace("325", "326").encode(), "text/xml", "what came is application/xml and does not hold the symbol"),
        (f"A/RES/79/3250 {WORDS}".encode(), "text/plain", "does not hold the symbol; expected the document itself"),
        (PAGE.replace(SYMBOL, "Log in").encode(), "text/html", "does not hold the symbol"),
        (
            PAGE.replace("Resolution", "Document not found").encode(),
            "text/html",
            "a page in place of .*: 'Document not",
        ),
        (PAGE.replace("Resolution", "Ошибка 404").encode(), "text/html", "a page in place of the document: 'Ошибка"),
        (PAGE.replace(WORDS, "").encode(), "text/html", "what came is a page of fewer than 40 words"),
    ],
    ids=lambda value: f"{len(value)} bytes" if isinstance(value, bytes) else value,
)
def test_what_is_not_the_document_is_refused(body: bytes, said: str, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        verify(Answer(body, said), SYMBOL)


def test_a_damaged_part_of_a_word_document_is_noticed(word: Callable[..., bytes]) -> None:
    body = word(SYMBOL)
    damaged = body.replace(b"<w:document>", b"<w:DOCUMENT>")
    with pytest.raises(FetchError, match="the archive is cut short or damaged"):
        verify(Answer(damaged, DOCX), SYMBOL)


@pytest.mark.parametrize(
    ("text", "symbol", "holds"),
    [
        ("United Nations A/RES/79/325 General Assembly", SYMBOL, True),
        ("A\n/RES/79/325", SYMBOL, True),
        ("A/RES/79/3251", SYMBOL, False),
        ("A/RES/79/325/Add.1", SYMBOL, False),
        ("UNA/RES/79/325", SYMBOL, False),
        ("S/RES/1267 (1999)", "S/RES/1267(1999)", True),
        ("A/RES/48/75A", "A/RES/48/75 A", True),
        ("A/RES/S\u201020/2", "A/RES/S-20/2", True),
        ("E/2019.28", "E/2019/28", False),
        ("", SYMBOL, False),
    ],
)
def test_a_symbol_is_found_as_pages_set_it(text: str, symbol: str, holds: bool) -> None:  # noqa: FBT001 - a column
    assert holds_symbol(text, symbol) is holds


def test_every_type_that_is_kept_has_an_ending_of_its_own() -> None:
    assert len(set(ENDINGS.values())) == len(ENDINGS)
    assert media_type_of(b"\x00\x01\xff") not in ENDINGS


@pytest.mark.parametrize("letter", ["<", "<script>", "&", "<!--", "A/RES/79/", "A "])
def test_long_nonsense_takes_no_longer_than_another_text(letter: str) -> None:
    for start in ("<html>", "<a>", ""):
        with pytest.raises(FetchError):
            verify(Answer((start + letter * 30_000).encode(), ""), SYMBOL)
