"""Communities: groups of nodes with more ties inside than chance would give."""

from dataclasses import dataclass

import networkx as nx

from comity.analysis.basis import Basis, basis
from comity.errors import AnalysisError
from comity.network import Network, Node

__all__ = ["Communities", "communities"]

_SEED = 79325
_RESOLUTION = 1.0


@dataclass(frozen=True, slots=True)
class Communities:
    """A division of a network.

    Args:
        groups: the communities, largest first, each sorted by IRI.
        modularity: share of weight inside groups minus what chance would give; at most 1, near 0 for no structure.
        method: what found them.
        parameters: what it was run with.
        projection: name of the projection.
        basis: how much it rests on.
    """

    groups: tuple[tuple[Node, ...], ...]
    modularity: float
    method: str
    parameters: str
    projection: str
    basis: Basis


def communities(network: Network) -> Communities:
    """Divide a network with the method of Louvain (Blondel et al. 2008), ties taken both ways, with a fixed seed.

    Raises:
        AnalysisError: the network has no ties.
    """
    if not network.edges:
        raise AnalysisError(f"the network {network.projection.name!r} has no ties: it has no communities")
    graph = _both_ways(network)
    found = nx.community.louvain_communities(graph, weight="weight", resolution=_RESOLUTION, seed=_SEED)
    groups = sorted((tuple(network.nodes[index] for index in sorted(group)) for group in found), key=_largest_first)
    return Communities(
        groups=tuple(groups),
        modularity=float(f"{nx.community.modularity(graph, found, resolution=_RESOLUTION):.12g}"),
        method="louvain",
        parameters=f"resolution={_RESOLUTION}, seed={_SEED}, weight=weight",
        projection=network.projection.name,
        basis=basis(network),
    )


def _both_ways(network: Network) -> "nx.Graph[int]":
    """Return the undirected graph of node positions; two opposite ties add up.

    Positions, because the method walks sets, and sets of strings are walked in another order on every run.
    """
    position = {node.iri: index for index, node in enumerate(network.nodes)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(network.nodes)))
    for edge in network.edges:
        ends = position[edge.source], position[edge.target]
        before = graph.edges[ends]["weight"] if graph.has_edge(*ends) else 0.0
        graph.add_edge(*ends, weight=before + edge.weight)
    return graph


def _largest_first(group: tuple[Node, ...]) -> tuple[int, str]:
    return -len(group), group[0].iri
