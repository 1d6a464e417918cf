from collections.abc import Callable
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.analysis import antecedents, cycles, dependents, longest_chain, missing_instruments
from comity.network import Network

Make = Callable[..., Network]

DIAMOND = [("d", "b"), ("d", "c"), ("d", "a"), ("b", "a"), ("c", "a"), ("e", "d")]
LETTERS = st.sampled_from("abcdefg")
GRAPHS = st.sets(st.tuples(LETTERS, LETTERS).filter(lambda tie: tie[0] != tie[1]), min_size=1, max_size=20)


def test_kin_have_the_depth_of_the_shortest_way(network: Make) -> None:
    made = network(DIAMOND)
    assert [(kin.node.iri, kin.depth) for kin in antecedents(made, "e")] == [("d", 1), ("a", 2), ("b", 2), ("c", 2)]
    assert [(kin.node.iri, kin.depth) for kin in dependents(made, "b")] == [("d", 1), ("e", 2)]
    assert antecedents(made, "a") == ()


def test_the_longest_chain_has_one_node_a_step(network: Make) -> None:
    steps = longest_chain(network(DIAMOND))
    assert ["".join(node.iri for node in step) for step in steps] in (["e", "d", "b", "a"], ["e", "d", "c", "a"])


def test_a_circle_is_one_step_of_the_longest_chain(network: Make) -> None:
    steps = longest_chain(network([("d", "b"), ("b", "c"), ("c", "b"), ("c", "a")]))
    assert ["".join(node.iri for node in step) for step in steps] == ["d", "bc", "a"]


def test_circles_are_found_and_shown_as_they_run(network: Make) -> None:
    made = network([("a", "b"), ("b", "c"), ("c", "a"), ("b", "a"), ("x", "y"), ("y", "x"), ("c", "x")])
    assert ["".join(node.iri for node in circle) for circle in cycles(made)] == ["ab", "xy"]


def test_an_empty_network_has_no_chain_and_no_circle(network: Make) -> None:
    assert (longest_chain(network([])), cycles(network([])), missing_instruments(network([]))) == ((), (), ())


@settings(max_examples=60, deadline=None)
@given(GRAPHS)
def test_circles_and_chains_agree_with_networkx(network: Make, ties: set[tuple[str, str]]) -> None:
    made, graph = network(ties), nx.DiGraph(sorted(ties))
    groups = [group for group in nx.strongly_connected_components(graph) if len(group) > 1]
    found = cycles(made)
    assert len(found) == len(groups)
    for circle in found:
        assert all(graph.has_edge(one.iri, other.iri) for one, other in pairwise((*circle, circle[0])))
    steps = longest_chain(made)
    assert len(steps) == nx.dag_longest_path_length(nx.condensation(graph), weight="", default_weight=1) + 1
    for earlier, later in pairwise(steps):
        assert any(graph.has_edge(one.iri, other.iri) for one in earlier for other in later)


@pytest.mark.parametrize(
    ("read", "expected"),
    [("", [("a", 3), ("b", 1), ("c", 1), ("d", 1)]), ("ed", [("a", 3), ("b", 1), ("c", 1)]), ("abcd", [])],
)
def test_missing_instruments_are_cited_but_not_read_most_cited_first(
    network: Make, read: str, expected: list[tuple[str, int]]
) -> None:
    assert [(node.iri, count) for node, count in missing_instruments(network(DIAMOND, read=read))] == expected
