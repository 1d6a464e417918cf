from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from comity.errors import DatasetError
from comity.graph import join_blocks, read_dataset, write_blocks, write_dataset
from comity.namespaces import BASE, COMITY, RDFS, XSD

DIFFICULT = '«да»\r\nи "нет"\t\\ \u00a0 й \u0438\u0306 😀 \u2028 \x0b\x7f \'\'\'""" \u200f\ufeff'
GRAPH, OTHER = ox.NamedNode(f"{BASE}graph/d"), ox.NamedNode(f"{BASE}graph/d/evidence")
NODE, BLANK = ox.NamedNode(f"{BASE}id/document/%D0%B0%20b"), ox.BlankNode("b0")
LABEL, TEXT, STARTS = (ox.NamedNode(iri) for iri in (RDFS.label, COMITY.text, COMITY.startDate))
QUADS = [
    ox.Quad(NODE, LABEL, ox.Literal(DIFFICULT, language="ru"), GRAPH),
    ox.Quad(NODE, LABEL, ox.Literal(DIFFICULT, language="ru"), OTHER),
    ox.Quad(NODE, TEXT, ox.Literal(""), OTHER),
    ox.Quad(NODE, STARTS, ox.Literal("2025-09-01", datatype=ox.NamedNode(XSD.date)), GRAPH),
    ox.Quad(NODE, STARTS, ox.Literal("today", datatype=ox.NamedNode(XSD.date)), OTHER),
    ox.Quad(NODE, ox.NamedNode(COMITY.partOf), BLANK, GRAPH),
    ox.Quad(BLANK, ox.NamedNode(COMITY.partOf), NODE, GRAPH),
]
UNCLOSED = b"<https://e.org/g> { <https://e.org/a> <https://e.org/b> <https://e.org/c>"


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    assert write_dataset(QUADS, tmp_path / "dataset.trig") == len(QUADS)
    read, written = ox.Dataset(read_dataset(tmp_path / "dataset.trig")), ox.Dataset(QUADS)
    read.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    written.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    assert read == written


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib warns of itself
def test_another_library_reads_the_same(tmp_path: Path) -> None:
    write_dataset(QUADS, tmp_path / "dataset.trig")
    read = rdflib.Dataset().parse(data=(tmp_path / "dataset.trig").read_bytes(), format="trig")
    for graph in (GRAPH, OTHER):
        expected = b"".join(
            ox.serialize([q.triple], format=ox.RdfFormat.N_TRIPLES) for q in QUADS if q.graph_name == graph
        )
        found = read.graph(rdflib.URIRef(graph.value))
        assert isomorphic(found, rdflib.Graph().parse(data=expected, format="nt"))


@given(st.text())
def test_any_text_comes_back_unchanged(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.trig"
    write_dataset([ox.Quad(NODE, TEXT, ox.Literal(text), OTHER)], path)
    assert [quad.object.value for quad in read_dataset(path)] == [text]


def test_order_and_repetition_leave_no_trace_in_the_bytes(tmp_path: Path) -> None:
    shuffled = [*QUADS[::-2], *QUADS[::-3], *QUADS]
    write_dataset(QUADS, tmp_path / "one.trig")
    assert write_dataset(iter(shuffled), tmp_path / "two.trig") == len(QUADS)
    assert (tmp_path / "one.trig").read_bytes() == (tmp_path / "two.trig").read_bytes()


def test_what_is_sorted_on_disk_is_written_as_what_is_sorted_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dataset(QUADS, tmp_path / "one.trig")
    monkeypatch.setattr("comity.graph.ordering._HELD", 2)
    assert write_dataset([*QUADS[::-1], *QUADS], tmp_path / "two.trig") == len(QUADS)
    assert (tmp_path / "two.trig").read_bytes() == (tmp_path / "one.trig").read_bytes()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one.trig", "two.trig"]


def test_blocks_put_together_are_the_dataset(tmp_path: Path) -> None:
    graphs = sorted({quad.graph_name for quad in QUADS}, key=str)
    first = write_blocks([quad for quad in QUADS[::-1] if quad.graph_name == graphs[0]], tmp_path / "first")
    others = write_blocks([quad for quad in [*QUADS, *QUADS] if quad.graph_name != graphs[0]], tmp_path / "others")
    assert [block.graph for block in (*first, *others)] == [str(graph) for graph in graphs]
    assert join_blocks([*others, *first], tmp_path / "joined.trig") == len(QUADS)
    write_dataset(QUADS, tmp_path / "whole.trig")
    assert (tmp_path / "joined.trig").read_bytes() == (tmp_path / "whole.trig").read_bytes()
    assert join_blocks([], tmp_path / "nothing.trig") == 0
    assert (tmp_path / "nothing.trig").read_bytes() == b""


def test_graphs_and_subjects_stand_in_order(tmp_path: Path) -> None:
    write_dataset(reversed(QUADS), tmp_path / "dataset.trig")
    written = ox.parse(path=tmp_path / "dataset.trig", format=ox.RdfFormat.TRIG)
    places = [(str(quad.graph_name), str(quad.subject)) for quad in written if quad.subject == NODE]
    assert places == sorted(places)
    assert f"@prefix comity: <{COMITY.iri}> ." in (tmp_path / "dataset.trig").read_text(encoding="utf-8").splitlines()


def test_the_file_before_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "below" / "dataset.trig"
    write_dataset(QUADS, path)
    write_dataset(QUADS[:1], path)
    assert len(read_dataset(path)) == 1
    assert [file.name for file in path.parent.iterdir()] == ["dataset.trig"]


def test_a_folder_that_cannot_be_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatasetError, match=r"file/dataset\.trig: cannot be written"):
        write_dataset(QUADS, tmp_path / "file" / "dataset.trig")


@pytest.mark.parametrize("ending", ["trig", "nq", "ttl", "nt", "rdf", "jsonld"])
def test_the_ending_tells_the_format(tmp_path: Path, ending: str) -> None:
    form = ox.RdfFormat.from_extension(ending)
    assert form
    quad = ox.Quad(
        NODE, LABEL, ox.Literal("Китай", language="ru"), GRAPH if form.supports_datasets else ox.DefaultGraph()
    )
    path = tmp_path / f"data.{ending}"
    path.write_bytes(ox.serialize([quad], format=form) or b"")
    assert read_dataset(path) == [quad]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("missing.trig", None, "no such file"),
        ("data.xlsx", b"", "unknown ending '.xlsx'"),
        ("data", b"", "unknown ending ''"),
        ("data.trig", UNCLOSED, "line 1"),
        ("data.trig", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "data.trig: "),
        ("data.nt", "<a> <b> \xff".encode("latin-1"), "data.nt: "),
    ],
)
def test_what_is_no_dataset_is_an_error_that_names_the_file(
    tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DatasetError, match=message) as refused:
        read_dataset(tmp_path / name)
    assert str(tmp_path / name) in str(refused.value)


def test_a_folder_is_no_dataset(tmp_path: Path) -> None:
    (tmp_path / "folder.trig").mkdir()
    with pytest.raises(DatasetError, match=r"folder\.trig"):
        read_dataset(tmp_path / "folder.trig")
