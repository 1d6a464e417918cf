"""Citation chains between two instruments: counted first, enumerated to a limit."""

from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

import networkx as nx

from comity.analysis.basis import Basis, basis
from comity.errors import AnalysisError
from comity.network import Network, Node

__all__ = ["Chains", "chains", "count_chains", "directed"]

Directed: TypeAlias = "nx.DiGraph[str]"


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains that lead from one node to another.

    Args:
        source: where they start: the later instrument, which cites.
        target: where they end: the earlier one, which is cited.
        count: how many there are, as an exact integer of any size; ``None`` where citations run in a circle between
            the two, for then nothing short of listing them all counts them.
        chains: the shortest ones, shortest first, source and target included; not more than the limit.
        projection: name of the projection.
        basis: how much it rests on.
    """

    source: Node
    target: Node
    count: int | None
    chains: tuple[tuple[Node, ...], ...]
    projection: str
    basis: Basis


def chains(network: Network, source: str, target: str, limit: int = 100) -> Chains:
    """Return the chains between two nodes by their IRIs; no node occurs twice in a chain.

    Raises:
        AnalysisError: a node is not in the network, the two are one, or ties have no direction.
    """
    between = _between(network, source, target)
    found = islice(nx.shortest_simple_paths(between, source, target), limit) if between else ()
    return Chains(
        source=network.node(source),
        target=network.node(target),
        count=_count(between, source, target) if nx.is_directed_acyclic_graph(between) else None,
        chains=tuple(tuple(map(network.node, chain)) for chain in found),
        projection=network.projection.name,
        basis=basis(network),
    )


def count_chains(network: Network, source: str, target: str) -> int:
    """Return how many chains there are, without listing them; time grows with ties, not with chains.

    Raises:
        AnalysisError: as for `chains`, or citations run in a circle between the two.
    """
    between = _between(network, source, target)
    if not nx.is_directed_acyclic_graph(between):
        raise AnalysisError(
            f"citations run in a circle between <{source}> and <{target}>: their chains cannot be counted"
        )
    return _count(between, source, target)


def directed(network: Network) -> Directed:
    """Return the network as a directed graph.

    Raises:
        AnalysisError: its ties have no direction.
    """
    graph = network.to_networkx()
    if not isinstance(graph, nx.DiGraph):
        raise AnalysisError(f"chains need ties with a direction; {network.projection.name!r} has none")
    return graph


def _between(network: Network, source: str, target: str) -> Directed:
    """Return what lies on the way from source to target, both included; nothing if there is no way."""
    graph = directed(network)
    start, end = network.node(source), network.node(target)
    if start == end:
        raise AnalysisError(f"a chain leads from one node to another; both are <{source}>")
    onwards = nx.descendants(graph, source) | {source}
    backwards = nx.ancestors(graph, target) | {target}
    kept = onwards & backwards
    # A subgraph view would iterate over a set of strings, whose order changes from run to run.
    between: Directed = nx.DiGraph()
    between.add_nodes_from(node for node in graph if node in kept)
    between.add_edges_from((tail, head) for tail, head in graph.edges if tail in kept and head in kept)
    return between


def _count(between: Directed, source: str, target: str) -> int:
    ways = dict.fromkeys(between, 0)
    if source in ways:
        ways[source] = 1
    for node in nx.topological_sort(between):
        for cited in between.successors(node):
            ways[cited] += ways[node]
    return ways.get(target, 0)
