from pathlib import Path
from xml.etree.ElementTree import fromstring

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner, Result

from comity.cli import app
from comity.errors import ConfigurationError, DatasetError
from comity.export import FORMATS

DATASET = """
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<urn:ontology> { comity:cites rdfs:label "cites"@en . }
<urn:facts> { <urn:china> comity:supports <urn:plan> ; rdfs:label "Китай"@ru . <urn:a> comity:cites <urn:b> . }
<urn:facts/evidence> { <urn:assertion> rdfs:label "evidence" . }
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("store")
    (folder / "dataset.trig").write_text(DATASET, encoding="utf-8")
    return str(folder)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["export", *words], catch_exceptions=False)


@pytest.mark.parametrize("form", [*FORMATS, "svg"])
def test_every_format_is_written_to_standard_output_and_to_a_file(store: str, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"out.{form}"
    printed = run(form, "--store", store).stdout_bytes
    told = run(form, "--store", store, "--out", str(file))
    assert printed == file.read_bytes() != b""
    assert told.stdout == ""
    assert f"{len(printed)} bytes" in told.stderr


@pytest.mark.parametrize(("form", "count"), [("turtle", 4), ("json-ld", 4), ("n-quads", 5), ("trig", 5)])
def test_rdf_holds_the_facts_or_every_graph(store: str, form: str, count: int) -> None:
    assert len(list(ox.parse(run(form, "--store", store).stdout_bytes, format=FORMATS[form].rdf))) == count


def test_one_graph_can_be_picked(store: str) -> None:
    written = run("turtle", "--store", store, "--graph", "urn:facts/evidence").stdout_bytes
    assert [quad.subject.value for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)] == ["urn:assertion"]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (["csv"], "document,start,end,quote,"),
        (["csv", "--table", "nodes"], "iri,label,"),
        (["csv", "--table", "edges", "--projection", "citations"], "source,target,"),
    ],
)
def test_csv_has_three_tables(store: str, words: list[str], start: str) -> None:
    assert run(*words, "--store", store).stdout.startswith(start)


@pytest.mark.parametrize(
    ("projection", "name"), [("actor-initiative", "Actors and initiatives"), ("citations", "Citations")]
)
def test_pictures_are_of_the_projection_and_in_the_language(store: str, projection: str, name: str) -> None:
    written = run("svg", "--store", store, "--projection", projection, "--lang", "en").stdout
    title = fromstring(written).find("{http://www.w3.org/2000/svg}title")  # noqa: S314  # our own output
    assert title is not None
    assert (title.text or "").startswith(name)


@pytest.mark.parametrize(
    ("words", "error", "message"),
    [
        (["word"], ConfigurationError, "there is no format 'word'; there are turtle, .*, svg"),
        (["gexf", "--graph", "urn:facts"], ConfigurationError, "--graph .* RDF formats"),
        (["turtle", "--graph", "urn:no"], DatasetError, "no graph <urn:no>"),
        (["turtle", "--out", "/no/such/folder/file"], ConfigurationError, "cannot write /no/such/folder/file"),
    ],
)
def test_what_cannot_be_written_is_refused(store: str, words: list[str], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        run(*words, "--store", store)
