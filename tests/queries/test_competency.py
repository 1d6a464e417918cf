"""Every question answered from the five documents, row by row. The expected rows were read against the texts.

Questions about votes and sponsors are answered from three made-up resolutions in `records/`: plain texts have none.

A golden file is called after its question, with a word for the case where there are several:
``members-on-date.2020.csv``. Its first line may give parameters, ``# day=2020-11-10``; then comes CSV as the engine
writes it. Its columns may be fewer than the question has: offsets, confidences and long quotations are left out.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from comity import resources
from comity.namespaces import BASE, RDFS
from comity.pipeline import build
from comity.queries import catalogue, find, run
from comity.store import DATASET_NAME, EmbeddedReader, Table

QUESTIONS = catalogue()
GOLDEN = sorted(Path(__file__).with_name("competency").glob("*.csv"))
RECORDED = frozenset(("co-sponsorship", "contested-votes", "subjects", "unresolved-names", "votes", "voting-agreement"))
"""What is asked of the records of files."""
SLOW = {"differing-sources": "rdflib joins every graph with every other: nine seconds"}
CHOICES = [
    (name, found.name)
    for name, question in QUESTIONS.items()
    for found in question.parameters
    if found.type == "iri" and found.name in question.columns
]

RECALLS = "https://w3id.org/comity/code/citation-kind/recalls"
SMALL = """
PREFIX comity: <https://w3id.org/comity/ontology#>
PREFIX kind: <https://w3id.org/comity/code/citation-kind/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX role: <https://w3id.org/comity/code/membership-role/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
BASE <https://w3id.org/comity/id/>

GRAPH <../graph/one> {
  <instrument/d> comity:cites <instrument/c> . <instrument/c> comity:cites <instrument/b>, <instrument/a> .
  <instrument/b> comity:cites <instrument/a> . <instrument/e> comity:cites <instrument/d> .
  <c/1> comity:citing <instrument/e> ; comity:cited <instrument/d> ; comity:kind kind:recalls .
  <c/2> comity:citing <instrument/d> ; comity:cited <instrument/c> ; comity:kind kind:cites .
  <c/3> comity:citing <instrument/c> ; comity:cited <instrument/b> ; comity:kind kind:notes .
  <c/4> comity:citing <instrument/c> ; comity:cited <instrument/a> ; comity:kind kind:recalls .
  <c/5> comity:citing <instrument/b> ; comity:cited <instrument/a> ; comity:kind kind:cites .
  <document/one> comity:contentDigest "1" ; dcterms:issued "2025-10-01"^^xsd:date ; comity:expresses <instrument/d> .
  <instrument/d> comity:date "2025-01-01"^^xsd:date .
  <event/precise> a comity:Event ; comity:date "2025"^^xsd:gYear .
  <event/disputed> a comity:Event ; comity:date "2025-09"^^xsd:gYearMonth .
  <event/past> a comity:Event ; comity:date "2025-08"^^xsd:gYearMonth .
}
GRAPH <../graph/one/evidence> {
  <assertion/1> comity:evidence <s> ;
    rdf:subject <instrument/d> ; rdf:predicate comity:cites ; rdf:object <instrument/c> .
  <s> oa:hasSource <document/one> .
}
GRAPH <../graph/two> {
  <event/precise> comity:date "2025-08-31"^^xsd:date .
  <event/disputed> comity:date "2025-10"^^xsd:gYearMonth .
}
GRAPH <../graph/reference> {
  <m/1> comity:organization <organization/o> ; comity:member <state/LEFT> ; comity:role role:member ;
    comity:startDate "2001"^^xsd:gYear ; comity:endDate "2020-01-01"^^xsd:date .
  <m/2> comity:organization <organization/o> ; comity:member <state/GONE> ; comity:role role:member ;
    comity:startDate "2001"^^xsd:gYear ; comity:endDate "2019-12-31"^^xsd:date .
  <m/3> comity:organization <organization/o> ; comity:member <state/ROSE> ; comity:role role:observer ;
    comity:startDate "2001"^^xsd:gYear ; comity:endDate "2024-12-31"^^xsd:date .
  <m/4> comity:organization <organization/o> ; comity:member <state/ROSE> ; comity:role role:member ;
    comity:startDate "2025-01-01"^^xsd:date .
}
"""


@dataclass(frozen=True)
class Data:
    """What questions are asked of: a whole dataset, and an extract of it in two engines, each loaded when needed."""

    dataset: Path

    @cached_property
    def whole(self) -> EmbeddedReader:
        return EmbeddedReader.load(self.dataset)

    @cached_property
    def part(self) -> Path:
        return extract(self.dataset)

    @cached_property
    def extract(self) -> EmbeddedReader:
        return EmbeddedReader.load(self.part)

    @cached_property
    def other_engine(self) -> rdflib.Dataset:
        return other_engine(self.part)


def made(documents: Path, folder: Path) -> Data:
    build([documents], folder)
    return Data(folder / DATASET_NAME)


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Data:
    return made(resources.path("data/documents"), tmp_path_factory.mktemp("five"))


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Data:
    return made(Path(__file__).with_name("records"), tmp_path_factory.mktemp("records"))


@pytest.fixture(scope="module")
def data_for(five: Data, records: Data) -> Callable[[str], Data]:
    """The data that a question is asked of."""
    return lambda name: records if name in RECORDED else five


def extract(dataset: Path) -> Path:
    """The documents, what the reference data says of the things they name, and the hierarchies of the ontology."""
    quads = list(ox.parse(path=dataset, format=ox.RdfFormat.TRIG))
    shipped = {ox.NamedNode(f"{BASE}graph/{name}") for name in ("reference", "inferred", "ontology")}
    read = [quad for quad in quads if quad.graph_name not in shipped]
    named = {node for quad in read for node in (quad.subject, quad.object)}
    hierarchy = {ox.NamedNode(RDFS.subClassOf), ox.NamedNode(RDFS.subPropertyOf)}
    kept = [
        quad
        for quad in quads
        if quad.graph_name in shipped
        and (quad.subject in named or quad.predicate in hierarchy or f"{BASE}id/membership/sco-" in str(quad.subject))
    ]
    file = dataset.with_name("extract.trig")
    ox.serialize([*read, *kept], str(file), format=ox.RdfFormat.TRIG)
    return file


def other_engine(file: Path) -> rdflib.Dataset:
    store = ox.Store()
    for quad in ox.parse(path=file, format=ox.RdfFormat.TRIG):
        store.add(quad)
        if not str(quad.graph_name).endswith("/evidence>"):
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object, ox.DefaultGraph()))
    loaded = rdflib.Dataset()
    loaded.parse(data=store.dump(format=ox.RdfFormat.N_QUADS), format="nquads")
    return loaded


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedReader:
    file = tmp_path_factory.mktemp("small") / DATASET_NAME
    file.write_text(SMALL, encoding="utf-8")
    return EmbeddedReader.load(file)


def cells(answer: Table, columns: list[str]) -> list[list[str]]:
    """The answer as text, restricted to some columns, every row once."""
    rows = (tuple(row[name].value if name in row else "" for name in columns) for row in answer)
    return [list(row) for row in dict.fromkeys(rows)]


def joined(cell: str) -> str:
    """A cell that lists names, in alphabetical order: GROUP_CONCAT promises none."""
    return " · ".join(sorted(cell.split(" · ")))


def test_every_question_has_a_golden_file_and_every_file_a_question() -> None:
    assert {file.name.partition(".")[0] for file in GOLDEN} == set(QUESTIONS)
    assert len(QUESTIONS) >= 26


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_every_row_is_the_expected_one(file: Path, data_for: Callable[[str], Data]) -> None:
    text = file.read_text(encoding="utf-8")
    comment, _, rest = text.partition("\n") if text.startswith("#") else ("#", "", text)
    values = dict(pair.split("=", 1) for pair in comment[1:].split())
    columns, *expected = csv.reader(io.StringIO(rest, newline=""))
    name = file.name.partition(".")[0]
    assert cells(run(name, values, data_for(name).whole), columns) == expected


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_an_answer_without_choosing_anything(name: str, data_for: Callable[[str], Data]) -> None:
    answer = run(name, {}, data_for(name).whole)
    assert len(answer) > 0
    assert set(answer.variables) == set(QUESTIONS[name].columns)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_order_of_rows_is_certain(name: str, data_for: Callable[[str], Data]) -> None:
    question = QUESTIONS[name]
    free = {found.name: "" for found in question.parameters if found.type == "iri"}
    keys = re.findall(r"\?(\w+)", question.text.rpartition("ORDER BY")[2])
    answer = run(name, free, data_for(name).whole)
    assert len(cells(answer, keys)) == len(answer)


@pytest.mark.parametrize(("name", "parameter"), CHOICES)
def test_a_choice_removes_rows_and_invents_none(name: str, parameter: str, data_for: Callable[[str], Data]) -> None:
    reader = data_for(name).whole
    everything = run(name, {parameter: ""}, reader)
    columns = list(everything.variables)
    rows = cells(everything, columns)
    chosen = next(value for row in rows if (value := row[columns.index(parameter)]))
    expected = [row for row in rows if row[columns.index(parameter)] == chosen]
    assert sorted(cells(run(name, {parameter: chosen}, reader), columns)) == sorted(expected)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib warns of itself
@pytest.mark.parametrize("name", QUESTIONS)
def test_another_engine_gives_the_same_rows(name: str, data_for: Callable[[str], Data]) -> None:
    if name in SLOW:
        pytest.skip(SLOW[name])
    data = data_for(name)
    ours = run(name, {}, data.extract)
    expected = Counter(tuple(joined(row[name].value) if name in row else "" for name in ours.variables) for row in ours)
    assert expected
    rows = data.other_engine.query(find(name).bound({}))
    assert Counter(tuple("" if term is None else joined(str(term)) for term in row) for row in rows) == expected


@pytest.mark.parametrize(
    ("name", "values", "columns", "expected"),
    [
        ("citation-chain-from", "instrument=instrument/d", "citing cited", "c>a c>b b>a d>c"),
        ("citation-chain-from", "instrument=instrument/b", "citing cited", "b>a"),
        ("citation-chain-to", "instrument=instrument/a", "cited citing", "a>b a>c b>c c>d d>e"),
        ("citation-steps", "instrument=instrument/e", "step citing cited", "1>e>d 2>d>c 3>c>a 3>c>b 4>b>a"),
        ("citation-steps", "instrument=instrument/e depth=2", "step citing cited", "1>e>d 2>d>c"),
        ("citation-steps", f"instrument=instrument/e kind={RECALLS}", "step citing cited", "1>e>d 3>c>a"),
        ("differing-sources", "", "subject value", "disputed>2025-09 disputed>2025-10"),
        ("as-of", "day=2025-09-30 resource=instrument/d", "object", ""),
        ("as-of", "day=2025-10-01 resource=instrument/d", "object", "c"),
        ("events-to-come", "day=2025-09-01", "date event", "2025>precise 2025-09>disputed 2025-10>disputed"),
        (
            "memberships-compared",
            "organization=organization/o earlier=2020-01-01 later=2025-01-01",
            "member before after",
            "LEFT>member> ROSE>observer>member",
        ),
    ],
)
def test_what_five_documents_do_not_show(
    name: str, values: str, columns: str, expected: str, small: EmbeddedReader
) -> None:
    answer = run(name, dict(pair.split("=", 1) for pair in values.split()), small)
    found = [">".join(cell.rpartition("/")[2] for cell in row) for row in cells(answer, columns.split())]
    assert sorted(found) == sorted(expected.split())
