import pytest

from comity.namespaces import BASE
from comity.network import PROJECTIONS, Network, Node, tail


@pytest.mark.parametrize(
    ("labels", "symbol", "language", "expected"),
    [
        ({"ru": "Китай", "en": "China"}, "", "en", "China"),
        ({"ru": "Китай", "en": "China"}, "", "ru", "Китай"),
        ({"ru": "Пакт во имя будущего"}, "A/RES/79/1", "en", "A/RES/79/1"),
        ({"ru": "Банк развития ШОС"}, "", "en", "Банк развития ШОС"),
        ({"": "BRI"}, "", "ru", "BRI"),
        ({}, "A/RES/79/1", "ru", "A/RES/79/1"),
        ({}, "", "ru", "CHN"),
    ],
)
def test_a_label_is_in_the_language_or_the_next_best(
    labels: dict[str, str], symbol: str, language: str, expected: str
) -> None:
    assert Node(f"{BASE}id/state/CHN", "actor", labels, symbol=symbol).label(language) == expected


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://a.org/id/state/CHN", "CHN"),
        ("https://a.org/o#State", "State"),
        ("https://a.org/x/", "x"),
        ("urn:x", "urn:x"),
    ],
)
def test_the_tail_of_an_iri_is_its_last_part(iri: str, expected: str) -> None:
    assert tail(iri) == expected


def test_a_network_knows_its_nodes_and_captions() -> None:
    node = Node("urn:a", "instrument")
    network = Network(PROJECTIONS["citations"], (node,), (), {"urn:recalls": {"en": "recalls"}})
    assert "urn:a" in network
    assert "urn:b" not in network
    assert network.node("urn:a") is node
    assert network.caption("urn:recalls", "ru") == "recalls"
    assert network.caption("https://a.org/kind/notes", "ru") == "notes"


@pytest.mark.parametrize("projection", PROJECTIONS.values(), ids=PROJECTIONS)
def test_projections_are_described_in_both_languages(projection: object) -> None:
    assert set(projection.titles) == set(projection.descriptions) == {"ru", "en"}
