from pathlib import Path

import pytest

from comity.errors import DatasetError, QueryError
from comity.store import DatasetGraphs, EmbeddedReader

DATASET = Path(__file__).parents[1] / "web" / "data" / "dataset.trig"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
COUNT_NAMED = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
REFERENCE = "https://w3id.org/comity/graph/reference"
INFERRED = "https://w3id.org/comity/graph/inferred"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 2"


@pytest.fixture(scope="module")
def reader() -> EmbeddedReader:
    return EmbeddedReader.load(DATASET)


def number(reader: EmbeddedReader, query: str, graphs: DatasetGraphs) -> int:
    return int(reader.answer(query, "text/csv", graphs).split()[1])


def test_rows_map_names_to_terms_and_leave_out_what_is_unbound(reader: EmbeddedReader) -> None:
    table = reader.select('SELECT ?a ?b ?c WHERE { VALUES (?a ?b) { ("x"@ru UNDEF) } }')
    assert table.variables == ("a", "b", "c")
    (row,) = table
    assert set(row) == {"a"}
    assert (row["a"].value, row["a"].language) == ("x", "ru")


def test_each_form_has_its_method(reader: EmbeddedReader) -> None:
    assert reader.ask("ASK { ?s ?p ?o }") is True
    assert len(reader.construct(CONSTRUCT)) == 2


@pytest.mark.parametrize(
    ("method", "query"),
    [("select", "ASK { ?s ?p ?o }"), ("ask", COUNT), ("construct", COUNT), ("select", CONSTRUCT)],
)
def test_a_query_of_another_form_is_refused(reader: EmbeddedReader, method: str, query: str) -> None:
    with pytest.raises(QueryError, match="expected a"):
        getattr(reader, method)(query)


def test_a_syntax_error_has_its_line_and_column(reader: EmbeddedReader) -> None:
    with pytest.raises(QueryError, match="error at 2:9"):
        reader.select("SELECT * WHERE {\n ?s ?p }")


def test_an_update_is_no_query(reader: EmbeddedReader) -> None:
    with pytest.raises(QueryError):
        reader.answer("INSERT DATA { <https://x.org/s> <https://x.org/p> 1 }", "text/csv")


@pytest.mark.parametrize(
    ("graphs", "default", "named"),
    [
        (DatasetGraphs(default=(INFERRED,)), 6, 0),
        (DatasetGraphs(named=(INFERRED,)), 0, 6),
        (DatasetGraphs(default=(INFERRED,), named=(INFERRED,)), 6, 6),
        (DatasetGraphs(default=("https://x.org/unknown",)), 0, 0),
    ],
)
def test_a_dataset_is_what_is_listed(reader: EmbeddedReader, graphs: DatasetGraphs, default: int, named: int) -> None:
    assert (number(reader, COUNT, graphs), number(reader, COUNT_NAMED, graphs)) == (default, named)


def test_several_default_graphs_are_merged(reader: EmbeddedReader) -> None:
    both = number(reader, COUNT, DatasetGraphs(default=(INFERRED, REFERENCE)))
    assert both == 6 + number(reader, COUNT, DatasetGraphs(default=(REFERENCE,)))


def test_a_graph_that_is_no_iri_is_refused(reader: EmbeddedReader) -> None:
    with pytest.raises(QueryError, match="not the IRI of a graph"):
        reader.answer(COUNT, "text/csv", DatasetGraphs(default=("not an iri",)))


@pytest.mark.parametrize(("query", "media_type"), [(COUNT, "text/turtle"), (CONSTRUCT, "text/csv")])
def test_a_format_must_fit_the_form(reader: EmbeddedReader, query: str, media_type: str) -> None:
    with pytest.raises(QueryError, match=f"cannot be written as {media_type}"):
        reader.answer(query, media_type)


def test_what_fails_while_it_runs_is_a_failure_of_the_store(reader: EmbeddedReader) -> None:
    with pytest.raises(DatasetError, match="the store could not answer"):
        reader.select("SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
