import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from comity.errors import (
    BinarySourceError,
    DamagedSourceError,
    EncryptedSourceError,
    SourceError,
    SourceTooLargeError,
)
from comity.sources import office
from comity.sources.office import begins_like_office, read_office

Writer = Callable[..., bytes]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return stream.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_paragraphs_and_footnotes_become_text(write_docx: Writer) -> None:
    data = write_docx(["ЗАЯВЛЕНИЕ", "Стороны², и¹ всё."], ["1 Первая.", "2 Вторая."])
    assert begins_like_office(data)
    text = f"ЗАЯВЛЕНИЕ\n\nСтороны¹, и² всё.\n\n{'_' * 18}\n\n1 Вторая.\n\n2 Первая.\n"
    assert read_office(data, "note.docx") == text


def test_a_row_is_a_paragraph_and_cells_for_layout_are_not() -> None:
    document = docx.Document()
    document.add_paragraph("до")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells), ("Китай", "за", "Левая", "Правая"), strict=True
    ):
        cell.text = text
    table.rows[1].cells[1].add_paragraph("Вторая")
    assert read_office(saved(document), "a") == "до\n\nКитай\tза\n\nЛевая\n\nПравая\n\nВторая\n"


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ("<w:r><w:t>од</w:t></w:r><w:ins><w:r><w:t>ин</w:t></w:r></w:ins>", "один"),
        ("<w:r><w:t>один</w:t></w:r><w:del><w:r><w:t>два</w:t><w:delText>три</w:delText></w:r></w:del>", "один"),
        ("<w:r><w:t>а</w:t><w:br/><w:t>б</w:t><w:tab/><w:t>в</w:t></w:r>", "а\nб в"),
        ('<w:r><w:t>м</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>', "м²"),
        ("<w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink>", "ссылка"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>да</w:t></w:r>", "да"),
        (
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>рамка</w:t></w:r></w:p></w:txbxContent></w:pict><w:t>да</w:t></w:r>",
            "да",
        ),
    ],
    ids=["inserted", "deleted", "break", "raised", "link", "field", "text box"],
)
def test_the_text_is_as_it_is_shown(runs: str, expected: str) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{runs}</w:p>"))
    assert read_office(saved(document), "a") == f"{expected}\n"


def test_documents_of_old_and_other_archives_are_refused(write_docx: Writer) -> None:
    with pytest.raises(BinarySourceError, match=r"^old\.doc: a document of Office before 2007"):
        read_office(b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old.doc")
    sheet = parts(write_docx(["а"]))
    sheet["[Content_Types].xml"] = sheet["[Content_Types].xml"].replace(b"wordprocessingml", b"spreadsheetml")
    for other in (archive({"a.txt": b"a"}), archive(sheet)):
        with pytest.raises(BinarySourceError, match=r"^a\.zip: an archive that is no document of Word"):
            read_office(other, "a.zip")


def test_a_file_that_is_cut_off_or_broken_is_refused(write_docx: Writer) -> None:
    whole = write_docx(["Стороны договорились."])
    for end in range(4, len(whole) - 4, len(whole) // 30):
        with pytest.raises(DamagedSourceError, match=r"^a\.docx: .*expected a whole file"):
            read_office(whole[:end], "a.docx")
    content = parts(whole)
    for part in ("word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml", "_rels/.rels"):
        for damage in (content[part][: len(content[part]) // 2], b""):
            with pytest.raises(SourceError, match=r"^a\.docx"):
                read_office(archive({**content, part: damage}), "a.docx")


def test_an_archive_that_unpacks_without_end_is_refused(write_docx: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    content = parts(write_docx(["а"]))
    monkeypatch.setattr(office, "_MAXIMUM_PART", 2**20)
    with pytest.raises(SourceTooLargeError, match=r"^bomb\.docx: a part of more than 1,048,576 bytes"):
        read_office(archive({**content, "word/document.xml": b" " * (2**20 + 1)}), "bomb.docx")
    monkeypatch.setattr(office, "_MAXIMUM_UNPACKED", 2**20)
    with pytest.raises(SourceTooLargeError, match=r"^bomb\.docx: unpacks to more than 1,048,576 bytes"):
        read_office(archive({**content, "word/media/a.png": b" " * 2**20}), "bomb.docx")


def test_a_locked_archive_is_refused(write_docx: Writer) -> None:
    data = bytearray(write_docx(["а"]))
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    with pytest.raises(EncryptedSourceError, match=r"^a\.docx: .*password"):
        read_office(bytes(data), "a.docx")


def test_a_note_that_calls_itself_is_written_once(write_docx: Writer) -> None:
    content = parts(write_docx(["а¹"], ["1 Там"]))
    call = b'<w:footnoteReference w:id="1"/>'
    content["word/footnotes.xml"] = content["word/footnotes.xml"].replace(b"<w:footnoteRef/>", call)
    assert read_office(archive(content), "a").endswith("1 Там\n")


def test_a_document_type_in_a_part_is_refused(write_docx: Writer) -> None:
    content = parts(write_docx(["а¹"], ["1 Там"]))
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]>' + content["word/footnotes.xml"].replace(b"\xd0\xa2", b"&b;")
    with pytest.raises(SourceError, match=r"^a\.docx"):
        read_office(archive({**content, "word/footnotes.xml": bomb}), "a.docx")
