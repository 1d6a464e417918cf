from collections.abc import Callable
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.analysis import chains, count_chains
from comity.errors import AnalysisError
from comity.network import Network

Make = Callable[..., Network]

#   d cites b and c and a; b and c cite a: three chains from d to a.
DIAMOND = [("d", "b"), ("d", "c"), ("d", "a"), ("b", "a"), ("c", "a")]
LETTERS = st.sampled_from("abcdefgh")
ACYCLIC = st.sets(st.tuples(LETTERS, LETTERS).filter(lambda tie: tie[0] > tie[1]), max_size=28).map(
    lambda ties: {*ties, ("h", "g"), ("b", "a")}
)
CYCLIC = st.sets(st.tuples(LETTERS, LETTERS).filter(lambda tie: tie[0] != tie[1]), max_size=18).map(
    lambda ties: {*ties, ("h", "g"), ("b", "a")}
)


def letters(found: tuple[tuple[object, ...], ...]) -> list[str]:
    return ["".join(node.iri for node in chain) for chain in found]


def test_chains_are_counted_and_listed_shortest_first(network: Make) -> None:
    found = chains(network(DIAMOND), "d", "a")
    assert found.count == 3
    assert letters(found.chains)[0] == "da"
    assert sorted(letters(found.chains)[1:]) == ["dba", "dca"]


def test_listing_stops_at_the_limit_and_counting_does_not(network: Make) -> None:
    found = chains(network(DIAMOND), "d", "a", limit=1)
    assert (found.count, letters(found.chains)) == (3, ["da"])


def test_there_may_be_no_chain(network: Make) -> None:
    found = chains(network(DIAMOND), "b", "c")
    assert (found.count, found.chains) == (0, ())


def test_counts_pass_any_fixed_size_of_integers(network: Make) -> None:
    # Each of two hundred layers of two doubles the chains.
    layers = [[f"{level:03}{side}" for side in "lr"] for level in range(200)]
    ties = [(later, earlier) for upper, lower in pairwise(layers) for later in upper for earlier in lower]
    ends = [("start", iri) for iri in layers[0]] + [(iri, "end") for iri in layers[-1]]
    found = chains(network([*ties, *ends]), "start", "end", limit=2)
    assert found.count == 2**200
    assert len(found.chains) == 2


@settings(max_examples=60, deadline=None)
@given(ACYCLIC)
def test_the_count_is_that_of_all_simple_paths(network: Make, ties: set[tuple[str, str]]) -> None:
    expected = sorted("".join(path) for path in nx.all_simple_paths(nx.DiGraph(sorted(ties)), "h", "a"))
    made = network(ties)
    found = chains(made, "h", "a", limit=10_000)
    assert found.count == count_chains(made, "h", "a") == len(expected)
    assert sorted(letters(found.chains)) == expected
    assert [len(chain) for chain in found.chains] == sorted(len(chain) for chain in found.chains)


@settings(max_examples=60, deadline=None)
@given(CYCLIC)
def test_circles_do_not_keep_chains_from_being_listed(network: Make, ties: set[tuple[str, str]]) -> None:
    graph = nx.DiGraph(sorted(ties))
    found = chains(network(ties), "h", "a", limit=10_000)
    assert sorted(letters(found.chains)) == sorted("".join(path) for path in nx.all_simple_paths(graph, "h", "a"))
    assert found.count in (None, len(found.chains))


def test_a_circle_on_the_way_is_not_counted_and_one_off_the_way_does_no_harm(network: Make) -> None:
    on_the_way = network([*DIAMOND, ("b", "c"), ("c", "b")])
    assert chains(on_the_way, "d", "a").count is None
    with pytest.raises(AnalysisError, match="in a circle"):
        count_chains(on_the_way, "d", "a")
    assert count_chains(network([*DIAMOND, ("x", "y"), ("y", "x"), ("d", "x")]), "d", "a") == 3


@pytest.mark.parametrize(
    ("projection", "source", "target", "message"),
    [
        ("citations", "d", "d", "from one node to another"),
        ("citations", "d", "q", "no node <q>"),
        ("actor-actor", "d", "a", "need ties with a direction"),
    ],
)
def test_what_is_no_chain_is_refused(network: Make, projection: str, source: str, target: str, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        chains(network(DIAMOND, projection), source, target)
