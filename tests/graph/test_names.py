from urllib.parse import unquote, urlsplit

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import UnknownTermError
from comity.graph import Names
from comity.model import Entity, Span, Value
from comity.namespaces import BASE, XSD

NAMES = Names()
ELSEWHERE = Names("https://example.org/kg/")
PARTS = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1f"), max_size=5), min_size=1)


@pytest.mark.parametrize(
    ("path", "iri"),
    [
        ("state/KAZ", "id/state/KAZ"),
        ("instrument/A-RES-79-325", "id/instrument/A-RES-79-325"),
        ("document/unga-79-325.ru", "id/document/unga-79-325.ru"),
        ("document/a_b~c", "id/document/a_b~c"),
        ("document/a b", "id/document/a%20b"),
        ("document/a%20b", "id/document/a%2520b"),
        ("document/заявление", "id/document/%D0%B7%D0%B0%D1%8F%D0%B2%D0%BB%D0%B5%D0%BD%D0%B8%D0%B5"),
        ("document/a#b?c=d&e", "id/document/a%23b%3Fc%3Dd%26e"),
        ('document/<"{}|^`\\>', "id/document/%3C%22%7B%7D%7C%5E%60%5C%3E"),
        ("document/[1]", "id/document/%5B1%5D"),
        ("document/line\nbreak", "id/document/line%0Abreak"),
        ("document/😀", "id/document/%F0%9F%98%80"),
    ],
)
def test_identifiers_are_percent_encoded(path: str, iri: str) -> None:
    assert NAMES.resource(path).value == BASE + iri


@given(st.text(min_size=1))
def test_the_identifier_can_be_read_back_from_its_iri(identifier: str) -> None:
    iri = NAMES.resource(f"document/{identifier}").value
    assert iri.isascii()
    assert not urlsplit(iri).query
    assert not urlsplit(iri).fragment
    assert unquote(iri.removeprefix(f"{BASE}id/document/")) == identifier


@given(PARTS, PARTS)
def test_the_same_parts_give_the_same_node_and_other_parts_another(one: list[str], other: list[str]) -> None:
    assert (NAMES.node("citation", "d", *one) == NAMES.node("citation", "d", *other)) is (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("citation", "d", "ab", "c"), ("citation", "d", "a", "bc")),
        (("citation", "d", "a", ""), ("citation", "d", "a")),
        (("citation", "d", "a", "b"), ("citation", "d", "b", "a")),
        (("citation", "d", "a"), ("speech-act", "d", "a")),
        (("citation", "d", "a"), ("citation", "e", "a")),
    ],
)
def test_parts_are_kept_apart(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert NAMES.node(*one) != NAMES.node(*other)


def test_a_node_lies_below_its_document() -> None:
    assert NAMES.node("assertion", "a b", "x").value.startswith(f"{BASE}id/assertion/a%20b/")


def test_graphs_and_spans_carry_the_document() -> None:
    assert NAMES.graph("unga-79-325.ru").value == f"{BASE}graph/unga-79-325.ru"
    assert NAMES.facts("unga-79-325.ru") == NAMES.graph("unga-79-325.ru")
    assert NAMES.evidence("unga-79-325.ru").value == f"{BASE}graph/unga-79-325.ru/evidence"
    assert NAMES.span("unga-79-325.ru", Span(3, 14)).value == f"{BASE}id/span/unga-79-325.ru/3-14"


@pytest.mark.parametrize("name", ["ontology", "reference", "inferred", "analytics"])
def test_a_document_called_like_a_graph_of_ours_has_another(name: str) -> None:
    assert NAMES.facts(name).value == f"{BASE}graph/document/{name}"
    assert NAMES.evidence(name).value == f"{BASE}graph/document/{name}/evidence"


def test_another_base_moves_resources_and_graphs() -> None:
    def made(names: Names) -> list[str]:
        nodes = (
            names.resource("state/KAZ"),
            names.graph("reference"),
            names.evidence("d"),
            names.node("citation", "d", "x"),
            names.span("d", Span(0, 1)),
            names.term(Entity("state/KAZ", ("State",))),
        )
        return [node.value for node in nodes]

    assert made(ELSEWHERE) == [iri.replace(BASE, ELSEWHERE.base) for iri in made(NAMES)]


@pytest.mark.parametrize(
    ("value", "term"),
    [
        (Value("текст"), ox.Literal("текст")),
        (Value("текст", language="ru"), ox.Literal("текст", language="ru")),
        (Value("2025-09-01", "date"), ox.Literal("2025-09-01", datatype=ox.NamedNode(XSD.date))),
        (Value("2025-09", "gYearMonth"), ox.Literal("2025-09", datatype=ox.NamedNode(XSD.gYearMonth))),
        (Value("40", "integer"), ox.Literal("40", datatype=ox.NamedNode(XSD.integer))),
        (Value("P3Y", "duration"), ox.Literal("P3Y", datatype=ox.NamedNode(XSD.duration))),
        (Value("modality/planned", "concept"), ox.NamedNode(f"{BASE}code/modality/planned")),
    ],
)
def test_values_become_literals_and_concepts_whatever_the_base(value: Value, term: ox.NamedNode | ox.Literal) -> None:
    assert NAMES.term(value) == term
    assert ELSEWHERE.term(value) == term


@pytest.mark.parametrize("value", [Value("modality/wished", "concept"), Value("1", "wholeNumber")])
def test_an_unknown_concept_or_datatype_is_refused(value: Value) -> None:
    with pytest.raises(UnknownTermError):
        NAMES.term(value)
