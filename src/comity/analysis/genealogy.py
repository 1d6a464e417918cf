"""What an instrument rests on and what rests on it; the longest chain, the circles, the instruments nobody has read."""

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from comity.analysis.chains import Directed, directed
from comity.network import Network, Node

__all__ = ["Reached", "antecedents", "cycles", "dependents", "longest_chain", "missing_instruments"]


@dataclass(frozen=True, slots=True)
class Reached:
    """A node and the number of ties on the shortest way to it."""

    node: Node
    depth: int


def antecedents(network: Network, iri: str) -> tuple[Reached, ...]:
    """Return what a node cites, directly or through others, nearest first.

    Raises:
        AnalysisError: the node is not in the network, or ties have no direction.
    """
    return _reached(network, iri, directed(network))


def dependents(network: Network, iri: str) -> tuple[Reached, ...]:
    """Return what cites a node, directly or through others, nearest first.

    Raises:
        AnalysisError: as for `antecedents`.
    """
    return _reached(network, iri, directed(network).reverse())


def _reached(network: Network, iri: str, graph: Directed) -> tuple[Reached, ...]:
    start = network.node(iri)
    depths: Mapping[str, int] = nx.single_source_shortest_path_length(graph, start.iri)
    found = sorted((depth, other) for other, depth in depths.items() if depth)
    return tuple(Reached(network.node(other), depth) for depth, other in found)


def longest_chain(network: Network) -> tuple[tuple[Node, ...], ...]:
    """Return the steps of the longest chain, from the latest node to the earliest; empty for an empty network.

    A step is one node; where citations run in a circle, all nodes of the circle are one step, since a chain that
    enters it may leave it anywhere.

    Raises:
        AnalysisError: ties have no direction.
    """
    steps = nx.condensation(directed(network))
    return tuple(
        tuple(network.node(iri) for iri in sorted(steps.nodes[step]["members"]))
        for step in nx.dag_longest_path(steps, weight="", default_weight=1)
    )


def cycles(network: Network) -> tuple[tuple[Node, ...], ...]:
    """Return one circle of citations for every group of nodes that cite each other, directly or through others.

    Raises:
        AnalysisError: ties have no direction.
    """
    graph = directed(network)
    groups = sorted(sorted(group) for group in nx.strongly_connected_components(graph) if len(group) > 1)
    return tuple(_circle(network, graph, group) for group in groups)


def _circle(network: Network, graph: Directed, group: list[str]) -> tuple[Node, ...]:
    """Return the shortest circle through the first node of a strongly connected group."""
    first, inside = group[0], set(group)
    ways = nx.single_source_shortest_path(graph, first)
    closing = [other for other in graph.predecessors(first) if other in inside]
    way = min((ways[other] for other in closing), key=lambda nodes: (len(nodes), nodes))
    return tuple(map(network.node, way))


def missing_instruments(network: Network) -> tuple[tuple[Node, int], ...]:
    """Return the instruments that are cited but were not read, with how many instruments cite each, most cited first.

    Raises:
        AnalysisError: ties have no direction.
    """
    cited = directed(network).in_degree()
    missing = [(node, cited[node.iri]) for node in network.nodes if not node.in_corpus and cited[node.iri]]
    return tuple(sorted(missing, key=lambda found: (-found[1], found[0].iri)))
