"""What resolution 79/325 recalls and what those recall, beside the links that the editors of their files put in."""

import re
import shutil
import tarfile
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from comity import resources
from comity.pipeline import Options, build
from comity.queries import run
from comity.store import DATASET_NAME, EmbeddedReader

ARCHIVE = Path(__file__).parents[3] / "shared" / "corpora" / "un-akn-related.tar.xz"
RELATED = {"A-RES-77-320", "A-RES-78-213", "A-RES-78-265", "A-RES-78-311"}
RECALLS = "https://w3id.org/comity/code/citation-kind/recalls"
LINK = re.compile(r"https?://undocs\.org/(?:\w\w/)?([AE]/RES/\d+/\d+)$")

pytestmark = pytest.mark.skipif(not ARCHIVE.is_file(), reason="there is no shared/corpora beside the repository")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("related")
    with tarfile.open(ARCHIVE) as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member)
            if content and member.name.endswith(".xml"):
                (folder / Path(member.name).name).write_bytes(content.read())
    for file in resources.path("data/documents").glob("unga-79-325.*"):
        shutil.copy(file, folder)
    return folder


@pytest.fixture(scope="module")
def reader(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> EmbeddedReader:
    out = tmp_path_factory.mktemp("out")
    build([folder], out, Options(shapes=False))
    return EmbeddedReader.load(out / DATASET_NAME)


def linked(folder: Path, clause: str = "") -> set[tuple[str, str]]:
    """Return who links to which other resolution: in the words below a verb, or anywhere, footnotes too."""
    found = set()
    for file in folder.glob("*.xml"):
        tree = ET.parse(file)  # noqa: S314 - the archive is ours
        symbol = next(part for part in tree.iter() if part.get("refersTo") == "#symbol").text or ""
        noted = {link for note in tree.iter() if note.tag.endswith("}authorialNote") for link in note.iter()}
        for part in tree.iter():
            if not clause or (part.tag.endswith("}container") and part.get("name", "").startswith(clause)):
                links = {LINK.match(link.get("href", "")) for link in part.iter() if not (clause and link in noted)}
                found |= {(named(symbol), named(link[1])) for link in links if link}
    return {(citing, cited) for citing, cited in found if citing != cited}


def named(symbol: str) -> str:
    return symbol.replace("/", "-")


def steps(reader: EmbeddedReader, **values: str) -> list[tuple[int, str, str, str, str]]:
    """Return the rows of the question: step, citing, kind, cited, quote."""
    names = ("step", "citing", "kind", "cited", "quote")
    rows = [
        [row[name].value.rpartition("/")[2] if name != "quote" else row[name].value for name in names]
        for row in run("citation-steps", values, reader)
    ]
    return [(int(step), citing, kind, cited, quote) for step, citing, kind, cited, quote in rows]


def test_the_first_step_is_what_the_resolution_recalls(reader: EmbeddedReader) -> None:
    recalled = {cited for step, _, _, cited, _ in steps(reader, kind=RECALLS, depth="1")}
    assert recalled == RELATED | {"A-RES-79-1", "A-RES-79-194", "global-digital-compact"}


def test_the_second_step_has_every_resolution_that_the_editors_linked(reader: EmbeddedReader, folder: Path) -> None:
    links = linked(folder)
    assert {citing for citing, _ in links} == RELATED
    assert links <= {(citing, cited) for step, citing, _, cited, _ in steps(reader) if step == 2}


def test_a_link_below_a_recalling_verb_recalls(reader: EmbeddedReader, folder: Path) -> None:
    links = linked(folder, "Recalling")
    assert len(links) > 15
    found = {(citing, cited) for step, citing, _, cited, _ in steps(reader, kind=RECALLS) if step == 2}
    assert links <= found
    assert not {pair for pair in found - links if pair in linked(folder, "Reaffirming")}


def test_there_is_no_third_step_into_texts_that_were_not_read(reader: EmbeddedReader) -> None:
    assert {step for step, *_ in steps(reader)} == {1, 2}


def test_each_step_shows_its_words(reader: EmbeddedReader, folder: Path) -> None:
    text = (folder / "unga-79-325.ru.txt").read_text(encoding="utf-8")
    for step, _, _, cited, quote in steps(reader):
        assert quote, cited
        assert step > 1 or quote in text
