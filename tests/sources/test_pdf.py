import zlib
from collections.abc import Callable

import pytest

from comity.errors import DamagedSourceError, EncryptedSourceError, SourceError, SourceTooLargeError, TextLayerError
from comity.sources import pdf
from comity.sources.pdf import pdf_text

Printer = Callable[..., bytes]


def line(text: str, left: float = 90, base: float = 700, size: float = 10) -> tuple[float, float, float, str]:
    return (left, base, size, text)


def test_a_page_becomes_its_words(print_pdf: Printer) -> None:
    assert pdf_text(print_pdf([[line("Стороны договорились.")]]), "note.pdf") == "Стороны договорились.\n"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_drawn(print_pdf: Printer, turned: int) -> None:
    printed = print_pdf([[line("Стороны"), line("договорились.", base=688)]], turned=turned)
    assert pdf_text(printed, "note.pdf") == "Стороны договорились.\n"


def test_the_order_of_the_file_does_not_matter(print_pdf: Printer) -> None:
    lines = [line("Первая строка", base=700), line("вторая строка", base=688), line("и третья.", base=676)]
    assert pdf_text(print_pdf([lines[::-1]]), "note.pdf") == "Первая строка вторая строка и третья.\n"


def test_small_raised_figures_are_marks_and_small_lines_that_begin_with_one_are_notes(print_pdf: Printer) -> None:
    page = [line("См. Договор¹, статью 5."), line("¹ Документ A/79/1.", base=80, size=8), line("1", base=40, size=8)]
    assert pdf_text(print_pdf([page]), "note.pdf") == f"См. Договор¹, статью 5.\n\n{'_' * 18}\n\n1 Документ A/79/1.\n"


def test_a_page_without_text_is_a_picture(print_pdf: Printer) -> None:
    with pytest.raises(TextLayerError, match=r"^scan\.pdf: 2 pages without text"):
        pdf_text(print_pdf([[], []]), "scan.pdf")


def test_a_file_that_is_cut_off_is_refused_wherever_it_ends(typeset: Printer) -> None:
    whole = typeset(["Стороны договорились."] * 20)
    for end in range(200, len(whole) - 8, len(whole) // 40):
        with pytest.raises(DamagedSourceError, match=r"^note\.pdf: .*expected a whole file"):
            pdf_text(whole[:end], "note.pdf")


def test_a_broken_file_is_refused(print_pdf: Printer) -> None:
    with pytest.raises(DamagedSourceError, match=r"^note\.pdf: .*expected a whole file"):
        pdf_text(b"%PDF-1.7\nno objects\n%%EOF\n", "note.pdf")
    with pytest.raises(SourceError):
        pdf_text(print_pdf([[line("a")]]).replace(b"/Type/Page/", b"/Type/Pane/"), "note.pdf")


def test_a_file_with_a_password_is_refused(print_pdf: Printer) -> None:
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(%b)/U(%b)>>/ID[(a)(a)]/Root" % (b"o" * 32, b"u" * 32)
    with pytest.raises(EncryptedSourceError, match=r"^note\.pdf: .*password"):
        pdf_text(print_pdf([[line("Стороны")]]).replace(b"/Root", lock), "note.pdf")


def test_too_many_pages_are_refused(print_pdf: Printer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAXIMUM_PAGES", 2)
    assert pdf_text(print_pdf([[line("a")], [line("b")]]), "note.pdf")
    with pytest.raises(SourceTooLargeError, match=r"^note\.pdf: 3 pages; expected at most 2"):
        pdf_text(print_pdf([[line("a")]] * 3), "note.pdf")


def test_too_many_characters_are_refused(print_pdf: Printer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MAXIMUM_CHARACTERS", 10)
    with pytest.raises(SourceTooLargeError, match=r"^note\.pdf: more than 10 characters"):
        pdf_text(print_pdf([[line("Стороны договорились.")]]), "note.pdf")


@pytest.mark.parametrize("filters", [b"/FlateDecode", b"[/FlateDecode/FlateDecode]", b"[]"])
def test_a_stream_that_unpacks_without_end_is_refused(print_pdf: Printer, filters: bytes) -> None:
    packed = b" " * (pdf._MAXIMUM_STREAM + 1)
    for _ in range(filters.count(b"Flate")):
        packed = zlib.compress(packed, 9)
    bomb = b"<</Filter%b/Length %d>>stream\n%b\nendstream" % (filters, len(packed), packed)
    hidden = print_pdf([[line("a")]]).replace(b"xref\n0", b"99 0 obj\n" + bomb + b"\nendobj\nxref\n0")
    with pytest.raises(SourceTooLargeError, match=r"^bomb\.pdf: unpacks to more than 4,194,304 bytes"):
        pdf_text(hidden, "bomb.pdf")
    picture = hidden.replace(b"<</Filter", b"<</Subtype/Image/Filter")
    assert pdf_text(picture, "picture.pdf") == "a\n"
