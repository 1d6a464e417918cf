from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from comity.errors import QueryError
from comity.queries import Parameter, bind
from comity.queries.parameters import iri
from comity.store import EmbeddedReader

DATASET = Path(__file__).parents[1] / "web" / "data" / "dataset.trig"
ECHO = "SELECT ?value WHERE { VALUES ?any { 1 } }"


@pytest.fixture(scope="module")
def reader() -> EmbeddedReader:
    return EmbeddedReader.load(DATASET)


def parameter(kind: str) -> Parameter:
    return Parameter("value", kind, None, {})


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("iri", "https://w3id.org/comity/id/state/KAZ", "<https://w3id.org/comity/id/state/KAZ>"),
        ("iri", "<urn:x>", "<urn:x>"),
        ("iri", "state/KAZ", "<https://w3id.org/comity/id/state/KAZ>"),
        ("iri", "comity:supports", "<https://w3id.org/comity/ontology#supports>"),
        ("string", 'ШОС "x" {?y} \\', '"ШОС \\"x\\" {?y} \\\\"'),
        ("date", " 2025-09-01 ", '"2025-09-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("integer", "-12", '"-12"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ],
)
def test_texts_become_terms(kind: str, text: str, expected: str) -> None:
    assert str(parameter(kind).value(text)) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("iri", "https://x.org/a b"),
        ("iri", "https://x.org/> } #"),
        ("date", "1 September 2025"),
        ("date", "2025-02-30"),
        ("integer", "two"),
        ("decimal", "1.5"),
    ],
)
def test_texts_that_do_not_fit_are_refused_with_the_name(kind: str, text: str) -> None:
    with pytest.raises(QueryError, match="parameter 'value'"):
        parameter(kind).value(text)


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_bound_text_comes_back_as_it_was(text: str) -> None:
    reader = EmbeddedReader.load(DATASET)
    assert reader.select(bind(ECHO, {"value": Literal(text)})).rows == ({"value": Literal(text)},)


@pytest.mark.parametrize(
    "text",
    ['" } UNION { ?s ?p ?o', "\\", '\\" }', "\n}", "?value", "'''", '"""', "\u2028 # }", "\\u0022"],
)
def test_no_text_leaves_its_place(text: str, reader: EmbeddedReader) -> None:
    assert reader.select(bind(ECHO, {"value": Literal(text)})).rows == ({"value": Literal(text)},)


def test_several_values_mean_any_of_them(reader: EmbeddedReader) -> None:
    values = [Literal("a"), Literal("b")]
    assert [row["value"] for row in reader.select(bind(ECHO, {"value": values}))] == values
    assert len(reader.select(bind(ECHO, {"value": []}))) == 0


def test_without_values_the_text_stays_as_it_is() -> None:
    assert bind("ASK { }", {}) == "ASK { }"


def test_values_keep_the_lines_of_the_query() -> None:
    bound = bind("SELECT *\nWHERE {\n ?s ?p }", {"s": NamedNode("urn:x")})
    assert bound == "SELECT *\nWHERE { VALUES ?s { <urn:x> }\n ?s ?p }"


def test_a_path_of_ours_is_an_iri() -> None:
    assert iri("organization/sco").value == "https://w3id.org/comity/id/organization/sco"
