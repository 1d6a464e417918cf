"""Files of the United Nations as they are: nothing of them is lost, and all of them say what they are."""

import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from lxml import etree

from comity.model import BlockKind, Source
from comity.sources import read_source
from comity.sources.xml import local_name
from comity.text import structure

ARCHIVE = Path(__file__).parents[3] / "shared" / "corpora" / "un-akn-dev.tar.xz"
EVERY = 10
RULE = "_" * 20
FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
pytestmark = pytest.mark.skipif(not ARCHIVE.is_file(), reason=f"there is no {ARCHIVE.name} beside the repository")


@pytest.fixture(scope="module")
def files() -> list[tuple[bytes, Source]]:
    with tarfile.open(ARCHIVE) as archive:
        members = [member for member in archive.getmembers() if member.name.endswith(".xml")][::EVERY]
        read = [(member.name, stream.read()) for member in members if (stream := archive.extractfile(member))]
    return [(data, read_source(data, PurePosixPath(name).stem, name=name)) for name, data in read]


def words(element: etree._Element, notes: list[etree._Element]) -> Iterator[str]:
    """The words of an element in reading order; its notes are put by, their marks stay."""
    yield element.text or ""
    for child in element:
        if local_name(child) == "authorialNote":
            notes.append(child)
            yield child.get("marker", "")
        elif local_name(child) != "meta":
            yield from words(child, notes)
        yield child.tail or ""


def printed(data: bytes) -> str:
    notes: list[etree._Element] = []
    whole = [*words(etree.fromstring(data, etree.XMLParser(remove_comments=True)), notes)]
    for note in notes:
        whole += [note.get("marker", ""), *words(note, notes)]
    return "".join("".join(whole).split())


def test_no_word_is_lost_and_none_is_added(files: list[tuple[bytes, Source]]) -> None:
    assert len(files) == 2500 // EVERY
    for data, source in files:
        body, _, notes = source.text.rpartition(f"\n\n{RULE}\n\n")
        text = "".join(f"{body}{notes}".split()).translate(FIGURES)
        assert text == printed(data).translate(FIGURES), source.identifier


def test_every_file_says_what_it_is(files: list[tuple[bytes, Source]]) -> None:
    for _, source in files:
        record = source.markup.record if source.markup else None
        assert record is not None
        stated = (record.symbol, record.adopted, record.body, record.genre, record.language)
        assert all(stated), (source.identifier, stated)


def test_links_lie_in_the_blocks_and_say_their_words(files: list[tuple[bytes, Source]]) -> None:
    for data, source in files:
        assert source.markup is not None
        linked = [link.span.of(source.text) for link in source.markup.references]
        written = ("".join(link.itertext()) for link in etree.fromstring(data).iter("{*}a"))
        assert len("".join("".join(linked).split())) == len("".join("".join(written).split()))
        inside = (any(b.span.contains(link.span) for b in source.markup.blocks) for link in source.markup.references)
        assert all(inside), source.identifier


def test_every_paragraph_has_its_own_number_and_its_words_their_place(files: list[tuple[bytes, Source]]) -> None:
    for _, source in files:
        document = structure(source)
        numbers = [block.number for block in document.blocks if block.number and block.kind is not BlockKind.FOOTNOTE]
        assert len(numbers) == len(set(numbers)), source.identifier
        for block in document.blocks:
            assert document.locate(block.span)[0].start < len(source.text)
            assert document.quote(block.span).strip()
