"""The documents that ship with Comity say the same printed, on the web and in Word as they do as plain text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from comity import resources
from comity.graph import Extraction
from comity.model import Source
from comity.pipeline import Options, build, extract
from comity.sources import read_file, read_source
from comity.text.paragraphs import Paragraph, Role, paragraphs
from comity.text.patterns import text_patterns

FILES = sorted(resources.path("data/documents").glob("*.txt"))
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
Manuscript = tuple[list[str], list[str]]


def written(paragraph: Paragraph, source: str) -> str:
    """Return a paragraph with its footnote marks where they were called, raised."""
    pieces = []
    for index, piece in enumerate(paragraph.segments):
        before = paragraph.segments[index - 1] if index else piece
        between = source[before.source + before.length : piece.source].strip() if index else ""
        gap = paragraph.text[before.view + before.length : piece.view] if index else ""
        pieces += [gap, between.translate(RAISED) if between in paragraph.marks else ""]
        pieces.append(paragraph.text[piece.view : piece.view + piece.length])
    return "".join(pieces)


def manuscript(source: Source) -> Manuscript:
    """Return the paragraphs of a document in the order of its text, and its footnotes."""
    parts = paragraphs(source.text, text_patterns("ru"))
    body = sorted((part for part in parts if part.role is not Role.FOOTNOTE), key=lambda part: part.segments[0].source)
    return [written(part, source.text) for part in body], [part.text for part in parts if part.role is Role.FOOTNOTE]


def stated(extraction: Extraction) -> set[tuple[str, str, str]]:
    """Return the statements, each thing by its identifier."""
    return {
        (found.subject.identifier, found.predicate, getattr(found.object, "identifier", str(found.object)))
        for found in extraction.statements
    }


def the_same(source: Source, data: bytes, name: str) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """Return what the text says and what the same text in another format says."""
    other = read_source(data, source.identifier, name=name, metadata=source.metadata)
    return stated(extract(source)), stated(extract(other))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_printed_documents_say_the_same(file: Path, typeset: Callable[..., bytes]) -> None:
    source = read_file(file)
    body, notes = manuscript(source)
    raised = [re.sub(r"^\d+", lambda mark: mark[0].translate(RAISED), note) for note in notes]
    expected, found = the_same(source, typeset(body, raised, head="A/RES/1/1"), f"{file.stem}.pdf")
    assert found == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_documents_on_the_web_say_the_same(file: Path, encoding: str, web_page: Callable[..., str]) -> None:
    source = read_file(file)
    expected, found = the_same(source, web_page(*manuscript(source)).encode(encoding), f"{file.stem}.html")
    assert found == expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_documents_of_word_say_the_same(file: Path, write_docx: Callable[..., bytes]) -> None:
    source = read_file(file)
    expected, found = the_same(source, write_docx(*manuscript(source)), f"{file.stem}.docx")
    assert found == expected


def test_a_folder_of_all_formats_is_built_and_what_is_broken_is_named(
    tmp_path: Path,
    typeset: Callable[..., bytes],
    web_page: Callable[..., str],
    write_docx: Callable[..., bytes],
) -> None:
    clause = ["Казахстан поддерживает инициативу Китая по созданию Банка развития ШОС."]
    files = {"a.pdf": typeset(clause), "b.HTML": web_page(clause).encode("cp1251"), "c.docx": write_docx(clause)}
    broken = {"d.pdf": files["a.pdf"][:900], "e.htm": b"<html><nav>x</nav>", "f.docx": files["c.docx"][:900]}
    for name, content in {**files, **broken}.items():
        (tmp_path / name).write_bytes(content)
    built = build([tmp_path], tmp_path / "out", Options(shapes=False))
    assert len(built.documents) == 3
    assert len(set(built.documents.values())) == 1
    assert sorted(Path(failed).name for failed in built.failures) == sorted(broken)


def test_all_five_are_read() -> None:
    assert len(FILES) == 5
