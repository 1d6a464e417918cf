"""The whole story on documents of a few lines: what is written, what is told, and when it has to be done again."""

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from comity.errors import ConfigurationError, DatasetError, SourceError
from comity.graph import Names, read_dataset
from comity.matching import Decision, Judgement
from comity.namespaces import BASE
from comity.pipeline import Build, Options, Result, build, extract, is_built, knowledge
from comity.sources import read_source
from comity.store import open_reader

NEWS = "МОСКВА, 4 ноября. /ТАСС/. Китай предложил создать Всемирную организацию по сотрудничеству в области ИИ.\n"
SPEECH = (
    "Выступление Президента Казахстана\n\nКазахстан поддерживает создание Всемирной организации по сотрудничеству.\n"
)
PROPOSED = "ASK { <https://w3id.org/comity/id/state/CHN> <https://w3id.org/comity/ontology#proposes> ?organization }"
SIDECAR = 'language = "ru"\nurl = "https://example.org/news"\n'


@dataclass(frozen=True)
class Made:
    """A build and where it came from."""

    documents: Path
    out: Path
    build: Build
    results: list[Result]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("pipeline")
    documents = folder / "documents"
    (documents / "below").mkdir(parents=True)
    (documents / "news.txt").write_text(NEWS, encoding="utf-8")
    (documents / "news.toml").write_text(SIDECAR, encoding="utf-8")
    (documents / "below" / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (documents / "broken.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    seen: list[Result] = []

    def watched(results: Iterable[Result], total: int) -> Iterable[Result]:
        assert total == 3
        for result in results:
            seen.append(result)
            yield result

    built = build([documents], folder / "out", progress=watched)
    return Made(documents, folder / "out", built, seen)


@pytest.fixture
def copy(made: Made, tmp_path: Path) -> Made:
    """Return the build and its documents in folders of their own, to be changed."""
    shutil.copytree(made.documents, tmp_path / "documents")
    shutil.copytree(made.out, tmp_path / "out")
    return replace(made, documents=tmp_path / "documents", out=tmp_path / "out")


def test_the_build_tells_what_was_read_and_what_was_not(made: Made) -> None:
    assert list(made.build.documents) == ["speech", "news"]
    assert all(count > 3 for count in made.build.documents.values())
    ((file, reason),) = made.build.failures.items()
    assert file == str(made.documents / "broken.txt")
    assert reason.startswith(f"{file}: ")
    assert made.build.report.conforms


def test_the_dataset_is_what_was_counted(made: Made) -> None:
    quads = read_dataset(made.out / "dataset.trig")
    assert len(quads) == made.build.quads
    graphs = {quad.graph_name.value.removeprefix(f"{BASE}graph/") for quad in quads}
    assert graphs == {"ontology", "reference", "inferred", "news", "news/evidence", "speech", "speech/evidence"}


def test_the_store_holds_the_dataset_and_the_facts_as_its_default_graph(made: Made) -> None:
    quads = read_dataset(made.out / "dataset.trig")
    facts = {quad.triple for quad in quads if not quad.graph_name.value.endswith("/evidence")}
    reader = open_reader(str(made.out))
    ((named,),) = (tuple(row.values()) for row in reader.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"))
    ((plain,),) = (tuple(row.values()) for row in reader.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
    assert (named.value, plain.value) == (str(len(quads)), str(len(facts)))
    assert reader.ask(PROPOSED)


def test_the_report_is_written_beside_them(made: Made) -> None:
    report = json.loads((made.out / "report.json").read_text(encoding="utf-8"))
    assert (
        report.items()
        >= {
            "documents": dict(made.build.documents),
            "failures": dict(made.build.failures),
            "quads": made.build.quads,
            **made.build.report.to_dict(),
            "sound": sorted(made.build.report.sound),
        }.items()
    )
    assert sorted(file.name for file in made.out.iterdir()) == ["dataset.trig", "readings", "report.json", "store"]


def test_progress_sees_every_result_in_the_order_of_the_files(made: Made) -> None:
    assert [result.file.name for result in made.results] == ["speech.txt", "broken.txt", "news.txt"]
    assert [bool(result.failure) for result in made.results] == [False, True, False]
    assert {
        result.file.stem: result.statements for result in made.results if not result.failure
    } == made.build.documents


def test_a_second_build_gives_the_same_bytes(made: Made, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    shutil.copy(made.out / "report.json", tmp_path / "out")  # what was found sound is not validated twice
    build([made.documents / "news.txt", made.documents], tmp_path / "out", Options(workers=2))
    for name in ("dataset.trig", "report.json"):
        assert (tmp_path / "out" / name).read_bytes() == (made.out / name).read_bytes()


def test_without_the_shapes_the_dataset_is_the_same(made: Made, tmp_path: Path) -> None:
    built = build([made.documents], tmp_path / "out", Options(shapes=False))
    assert (tmp_path / "out" / "dataset.trig").read_bytes() == (made.out / "dataset.trig").read_bytes()
    assert made.build.report.sound
    assert not built.report.sound
    assert is_built([made.documents], tmp_path / "out", Options(shapes=False))
    assert not is_built([made.documents], tmp_path / "out")
    assert not is_built([made.documents], made.out, Options(shapes=False))


def test_a_folder_that_cannot_be_written_is_an_error_that_names_it(made: Made, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatasetError, match=r"file/out: cannot be written"):
        build([made.documents], tmp_path / "file" / "out")


def test_with_nothing_readable_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x00\xff" * 10)
    with pytest.raises(SourceError, match=r"no document could be read: .*binary\.txt: .*empty\.txt: "):
        build([tmp_path], tmp_path / "out")
    with pytest.raises(SourceError, match="no text file was found"):
        build([], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_document_above_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    with pytest.raises(SourceError, match=r"news\.txt: more than 10 bytes"):
        build([tmp_path], tmp_path / "out", Options(maximum=10))


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="mystem"):
        build([tmp_path], tmp_path / "out", Options(engine="mystem"))


def test_a_build_is_up_to_date(copy: Made) -> None:
    assert is_built([copy.documents], copy.out)
    assert is_built(sorted(copy.documents.rglob("*.txt"), reverse=True), copy.out)
    assert is_built([copy.documents], copy.out, Options(workers=2))


def changed(path: str, content: bytes) -> Callable[[Made], object]:
    return lambda made: (made.documents.parent / path).write_bytes(content)


def remove(path: str) -> Callable[[Made], object]:
    def removed(made: Made) -> None:
        whole = made.documents.parent / path
        shutil.rmtree(whole) if whole.is_dir() else whole.unlink()

    return removed


@pytest.mark.parametrize(
    "change",
    [
        changed("documents/news.txt", NEWS.replace("4", "5").encode()),
        changed("documents/broken.txt", NEWS.encode()),
        changed("documents/more.txt", NEWS.encode()),
        changed("documents/news.toml", b""),
        changed("documents/below/speech.toml", SIDECAR.encode()),
        changed("out/dataset.trig", b""),
        changed("out/report.json", b""),
        changed("out/report.json", b"{"),
        changed("out/report.json", b"[]"),
        changed("out/report.json", b"{}"),
        changed("out/report.json", b"\xff"),
        remove("documents/news.toml"),
        remove("documents/broken.txt"),
        remove("documents/below"),
        remove("out/dataset.trig"),
        remove("out/report.json"),
        remove("out/store"),
        remove("out"),
    ],
)
def test_a_build_is_stale_when_something_changes(copy: Made, change: Callable[[Made], object]) -> None:
    change(copy)
    assert not is_built([copy.documents], copy.out)


@pytest.mark.parametrize(
    "options",
    [
        Options(names=Names("https://example.org/")),
        Options(engine="pymorphy3"),
        Options(maximum=1000),
    ],
)
def test_a_build_is_stale_under_other_settings(made: Made, options: Options) -> None:
    assert not is_built([made.documents], made.out, options)


def test_extraction_depends_on_nothing_but_its_arguments() -> None:
    source = read_source(NEWS.encode(), "news", name="news")
    once = extract(source)
    knowledge.cache_clear()
    assert extract(source).statements == once.statements
    assert once.document.source is source
    assert once.own is None


def test_a_document_that_cannot_be_read_does_not_stop_the_question(made: Made) -> None:
    unreadable = Path("/proc/self/mem")
    if not unreadable.exists():
        pytest.skip("there is no /proc here")
    assert not is_built([made.documents, unreadable], made.out)


ONE_THING = {
    "a": "МОСКВА, 4 мая. /ТАСС/. Китай предложил создать Азиатский центр по изучению ледников и рек.\n",
    "b": "АСТАНА, 5 мая. /ТАСС/. Казахстан поддержал создание Азиатского центра в области изучения ледников и рек.\n",
}
SUPPORTED = """
PREFIX comity: <https://w3id.org/comity/ontology#>
SELECT ?centre WHERE { ?proponent comity:proposes ?centre . ?supporter comity:supports ?centre }
"""


def written(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_one_thing_that_two_documents_name_differently_is_one_resource(tmp_path: Path) -> None:
    built = build([written(tmp_path / "documents", ONE_THING)], tmp_path / "out")
    assert built.report.conforms
    assert len(list(open_reader(str(tmp_path / "out")).select(SUPPORTED))) == 1
    graphs = {
        quad.graph_name.value.removeprefix(f"{BASE}graph/") for quad in read_dataset(tmp_path / "out/dataset.trig")
    }
    assert {"identity", "identity/evidence"} <= graphs


def test_what_a_person_decided_prevails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    centres = (
        "body/aziatskij-centr-po-izuchenie-lednik-i-reka",
        "body/aziatskij-centr-v-oblast-izuchenie-lednik-i-reka",
    )
    decided = (Judgement(Decision.DIFFERENT, centres, reason=("так", "so"), author="A researcher"),)
    monkeypatch.setattr("comity.pipeline.story.given_judgements", lambda _: decided)
    built = build([written(tmp_path / "documents", ONE_THING)], tmp_path / "out")
    assert built.report.conforms
    assert list(open_reader(str(tmp_path / "out")).select(SUPPORTED)) == []
