from pathlib import Path

from comity.model import Markup
from comity.sources import find_documents, read_source
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
