import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from comity.analysis import communities
from comity.errors import AnalysisError
from comity.network import Network

Make = Callable[..., Network]

# Two triangles with one tie between them.
TRIANGLES = [("a", "b"), ("b", "c"), ("a", "c"), ("x", "y"), ("y", "z"), ("x", "z"), ("c", "x")]


def test_two_triangles_are_two_communities(network: Make) -> None:
    found = communities(network(TRIANGLES, "actor-actor"))
    assert ["".join(node.iri for node in group) for group in found.groups] == ["abc", "xyz"]
    # 6 of 7 ties are inside; each half has 7 of 14 tie ends: 6/7 - 2 (1/2)^2.
    assert found.modularity == pytest.approx(6 / 7 - 1 / 2)
    assert (found.method, found.projection) == ("louvain", "actor-actor")


def test_opposite_ties_add_up(network: Make) -> None:
    found = communities(network([*TRIANGLES, ("x", "c"), ("b", "a")]))
    graph = nx.Graph()
    graph.add_weighted_edges_from((*tie, 2.0 if tie in {("a", "b"), ("c", "x")} else 1.0) for tie in TRIANGLES)
    groups = [{node.iri for node in group} for group in found.groups]
    assert found.modularity == pytest.approx(nx.community.modularity(graph, groups))


def test_every_node_is_in_one_community(network: Make) -> None:
    made = network(TRIANGLES)
    assert sorted(node.iri for group in communities(made).groups for node in group) == [node.iri for node in made.nodes]


def test_a_network_without_ties_has_no_communities(network: Make) -> None:
    with pytest.raises(AnalysisError, match="has no ties"):
        communities(network([]))


PROGRAM = """
import networkx as nx
from comity.analysis import communities
from comity.network import PROJECTIONS, Edge, Network, Node
ties = sorted(nx.gnm_random_graph(60, 150, seed=1).edges)
nodes = tuple(Node(f"n{i:02}", "actor") for i in range(60))
edges = tuple(Edge(f"n{a:02}", f"n{b:02}") for a, b in ties)
found = communities(Network(PROJECTIONS["actor-actor"], nodes, edges))
print([[node.iri for node in group] for group in found.groups], found.modularity)
"""


def test_the_division_does_not_depend_on_the_order_of_hashes() -> None:
    source = str(Path(__file__).parents[2] / "src")
    printed = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": source},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(printed) == 1
