import pytest

from comity.analysis import find_node
from comity.errors import AnalysisError
from comity.namespaces import BASE
from comity.network import PROJECTIONS, Network, Node


def instrument(slug: str, symbol: str = "", **labels: str) -> Node:
    return Node(f"{BASE}id/instrument/{slug}", "instrument", labels, symbol=symbol)


NETWORK = Network(
    PROJECTIONS["citations"],
    (
        instrument("A-RES-79-325", "A/RES/79/325", ru="Круг ведения Группы"),
        instrument("A-RES-79-1", "A/RES/79/1", ru="Пакт во имя будущего", en="Pact for the Future"),
        instrument("A-RES-33-11", "A/RES/33/11"),
        instrument("A-HRC-RES-33-11", "A/HRC/RES/33/11"),
        instrument("charter", ru="Хартия ШОС", en="SCO Charter"),
        instrument("un-charter", ru="Устав ООН", en="Charter"),
    ),
    (),
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("A/RES/79/325", "A-RES-79-325"),
        ("a/res/79/325", "A-RES-79-325"),
        ("79/325", "A-RES-79-325"),
        ("79/1", "A-RES-79-1"),
        (f"{BASE}id/instrument/charter", "charter"),
        ("instrument/charter", "charter"),
        ("Пакт во имя будущего", "A-RES-79-1"),
        ("pact for the future", "A-RES-79-1"),
        ("хартия", "charter"),
        ("Charter", "un-charter"),  # a whole name comes before a part of another one
        (" A/HRC/RES/33/11 ", "A-HRC-RES-33-11"),
    ],
)
def test_a_symbol_a_name_or_an_iri_names_a_node(text: str, slug: str) -> None:
    assert find_node(NETWORK, text).iri == f"{BASE}id/instrument/{slug}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("33/11", "may be any of: A/HRC/RES/33/11 .*; A/RES/33/11|may be any of: A/RES/33/11 .*; A/HRC/RES/33/11"),
        ("A/RES/79/326", "nothing .* is called 'A/RES/79/326'; close to it: A/RES/79/325"),
        ("xyz", "nothing .* is called 'xyz'$"),
        ("", "nothing"),
    ],
)
def test_what_is_ambiguous_or_unknown_is_said_with_candidates(text: str, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        find_node(NETWORK, text)
