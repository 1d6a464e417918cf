import io
import zipfile
from collections.abc import Callable

import pytest

from comity.errors import FetchError
from comity.fetching.client import Answer
from comity.fetching.verification import ENDINGS, holds_symbol, media_type_of, verify

SYMBOL = "A/RES/79/325"
WORDS = "The General Assembly, recalling its resolution 70/1, decides to establish an independent panel. " * 5


def pdf(*pages: str) -> bytes:
    """Return a PDF file with one line on each page."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{' '.join(f'{4 + 2 * n} 0 R' for n in range(len(pages)))}]/Count {len(pages)}>>",
        "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
    ]
    for line in pages:
        drawn = f"BT /F 12 Tf 72 720 Td ({line}) Tj ET" if line else ""
        contents = f"{len(objects) + 2} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources 3 0 R/Contents {contents}>>")
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    file, table = "%PDF-1.7\n", ""
    for number, content in enumerate(objects, 1):
        table += f"{len(file):010} 00000 n \n"
        file += f"{number} 0 obj\n{content}\nendobj\n"
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF\n"
    return f"{file}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


PDF = pdf(f"United Nations {SYMBOL} General Assembly", "Recalling its resolution 70/1,")
PAGE = f"<!DOCTYPE html><html><head><title>Resolution</title></head><body><h1>{SYMBOL}</h1><p>{WORDS}</p></body></html>"
XML = f"""<?xml version="1.0"?>
<!-- as the United Nations publish them -->
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<coverPage><p><docNumber refersTo="#symbol">{SYMBOL}</docNumber></p></coverPage>
<mainBody><paragraph><num>1.</num><content><p>{WORDS}</p></content></paragraph></mainBody>
</statement></akomaNtoso>"""
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


def test_a_scan_is_believed() -> None:
    assert verify(Answer(pdf("", ""), "application/pdf"), SYMBOL) == "application/pdf"


def test_a_symbol_that_stands_at_the_head_of_every_page_is_seen() -> None:
    assert verify(Answer(pdf(SYMBOL, SYMBOL, "The end."), "application/pdf"), SYMBOL) == "application/pdf"


def archive() -> bytes:
    """Return an archive that is no document."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("text.txt", SYMBOL)
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "said", "words"),
    [
        (b"", "application/pdf", "the server gave nothing; the text may not be published in this language"),
        (b" \r\n", "text/html", "the server gave nothing"),
        (PDF, "text/html", "what came is application/pdf, though the server says text/html"),
        (PAGE.encode(), "application/pdf", "what came is text/html, though the server says application/pdf"),
        (PDF[:-7], "application/pdf", "what came: the PDF file ends without its end mark; expected a whole file"),
        (b"%PDF-1.7\n%%EOF\n", "application/pdf", "what came: the PDF file is broken"),
        (
            pdf("A/RES/79/326 Recalling"),
            "application/pdf",
            "what came is application/pdf and does not hold the symbol",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "image/png", "what came is none of PDF, DOCX, HTML, XML, TXT"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "application/msword", "what came is none of PDF, DOCX"),
        (archive(), DOCX, "what came: an archive that is no document of Word; expected a DOCX file"),
        (archive()[:60], DOCX, "what came: the DOCX file is broken"),
        (XML[:-20].encode(), "text/xml", "what came, line 6: broken XML"),
        (
            b'<?xml version="1.0"?><feed>A/RES/79/325</feed>',
            "text/xml",
            "what came: the root of the XML is feed; expected akomaNtoso",
        ),
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


def test_a_word_document_that_is_cut_short_or_another_is_refused(word: Callable[..., bytes]) -> None:
    with pytest.raises(FetchError, match="what came: the DOCX file is broken"):
        verify(Answer(word(SYMBOL, WORDS)[:-100], DOCX), SYMBOL)
    with pytest.raises(FetchError, match="does not hold the symbol; expected the document itself"):
        verify(Answer(word("A/RES/79/326", WORDS), DOCX), SYMBOL)


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
