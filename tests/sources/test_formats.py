from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.errors import SourceError
from comity.model import Markup
from comity.sources import find_documents, identifiers, read_file, read_source
from comity.sources.formats import Content, read_format


def test_the_bytes_tell_the_format_and_not_the_name(resolution: bytes) -> None:
    content = read_format(resolution, "note.txt")
    assert isinstance(content.markup, Markup)
    assert content.text.startswith("A/RES/74/999")
    assert read_format(b"The <i>Council</i> agreed.", "note.xml") == Content("The <i>Council</i> agreed.")


def test_a_source_keeps_the_markup_of_its_file(resolution: bytes) -> None:
    source = read_source(resolution, "note", name="note.xml")
    assert source.markup is not None
    assert source.markup.record.symbol == "A/RES/74/999 B"
    assert read_source(b"Agreed.", "note", name="note.txt").markup is None


def test_folders_are_searched_for_every_format(tmp_path: Path) -> None:
    for name in ("a.txt", "deep/b.xml", "deep/C.XML", "d.toml", "e.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text")
    assert [file.name for file in find_documents([tmp_path])] == ["a.txt", "C.XML", "b.xml"]


def test_every_format_is_read_by_its_bytes(
    print_pdf: Callable[..., bytes], web_page: Callable[..., str], write_docx: Callable[..., bytes]
) -> None:
    clause = "Стороны договорились."
    for data in (print_pdf([[(90, 700, 10, clause)]]), web_page([clause]).encode(), write_docx([clause])):
        assert read_format(data, "note.txt").text.strip() == clause
        assert read_source(data, "note", name="note").text.strip() == clause


def test_the_sidecar_says_more_than_the_page(web_page: Callable[..., str], tmp_path: Path) -> None:
    head = '<meta property="og:site_name" content="Сайт"><meta name="date" content="2025-11-04">'
    (tmp_path / "note.html").write_text(web_page(["Стороны договорились."], head=head))
    (tmp_path / "note.toml").write_text('publisher = "ТАСС"\n')
    known = read_file(tmp_path / "note.html").metadata
    assert (known.publisher, known.published) == ("ТАСС", date(2025, 11, 4))


def test_one_name_with_two_endings_keeps_them_and_a_broken_file_is_left_to_the_reader(tmp_path: Path) -> None:
    for name in ("a.html", "b.pdf", "c.docx"):
        (tmp_path / name).write_bytes(b"%PDF-broken")
    assert [file.name for file in find_documents([tmp_path])] == ["a.html", "b.pdf", "c.docx"]
    (tmp_path / "a.pdf").touch()
    assert sorted(identifiers(find_documents([tmp_path])).values()) == ["a.html", "a.pdf", "b", "c"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_of_any_format_is_read_or_refused_by_name(
    print_pdf: Callable[..., bytes],
    web_page: Callable[..., str],
    write_docx: Callable[..., bytes],
    data: st.DataObject,
) -> None:
    clause = "Стороны договорились¹."
    whole = data.draw(
        st.sampled_from(
            [
                print_pdf([[(90, 700, 10, clause)]]),
                web_page([clause], ["1 Там"]).encode(),
                write_docx([clause], ["1 Там"]),
            ]
        )
    )
    start = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:start] + data.draw(st.binary(max_size=20)) + whole[start + data.draw(st.integers(0, 50)) :]
    assert outcome(damaged).startswith("note.txt") or "\n" in outcome(damaged)


def outcome(data: bytes) -> str:
    try:
        return read_source(data, "note", name="note.txt").text + "\n"
    except SourceError as error:
        return str(error)


def test_characters_that_xml_does_not_have_are_left_out_of_pages() -> None:
    page = b"<html><body><nav>x</nav>a&#1;b<nav>y</nav>cd<p>e&#8;</p></body></html>"
    assert read_format(page, "note.html").text.replace("\t", "").split() == ["abcd", "e"]
