"""Centrality: who and what stands in the middle of a network, by one measure or by several side by side."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from comity.analysis.basis import Basis, basis
from comity.analysis.measures import MEASURES, Measure
from comity.errors import AnalysisError
from comity.network import Network, Node

__all__ = ["Centrality", "Ranking", "RankingRow", "Score", "centrality", "ranking"]


@dataclass(frozen=True, slots=True)
class Score:
    """The value of one node and its place, 1 for the highest; equal values share a place."""

    node: Node
    value: float
    rank: int


@dataclass(frozen=True, slots=True)
class Centrality:
    """One measure over one network.

    Args:
        measure: which one.
        projection: name of the projection it was computed on.
        scores: of the nodes that were asked for, highest first, equal ones by IRI.
        basis: how much it rests on.
    """

    measure: Measure
    projection: str
    scores: tuple[Score, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class RankingRow:
    """One node of a ranking.

    Args:
        node: which one.
        values: one for every measure.
        ranks: its places, one for every measure.
        documents: how many documents its own ties rest on; figures of a node with one document are that document's.
    """

    node: Node
    values: tuple[float, ...]
    ranks: tuple[int, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """Several measures of one network side by side.

    Args:
        measures: the columns.
        projection: name of the projection they were computed on.
        rows: by place in the first measure; where that is shared, by the next ones, then by IRI.
        basis: how much it rests on.
    """

    measures: tuple[Measure, ...]
    projection: str
    rows: tuple[RankingRow, ...]
    basis: Basis


def centrality(network: Network, measure: str, role: str = "") -> Centrality:
    """Compute a measure on a whole network and rank the nodes of one role by it.

    Args:
        network: what to measure.
        measure: a name in `MEASURES`.
        role: ``actor``, ``initiative`` or ``instrument``; ``all`` for every node; empty for what the projection ranks.

    Raises:
        AnalysisError: the measure or the role is unknown, the network is empty, or the measure has no meaning on it.
    """
    chosen = MEASURES.get(measure)
    if chosen is None:
        raise AnalysisError(f"no measure is called {measure!r}; there are {', '.join(MEASURES)}")
    wanted = _nodes(network, role or network.projection.ranked)
    return Centrality(chosen, network.projection.name, _ranked(wanted, _values(network, chosen)), basis(network))


def ranking(network: Network, measures: tuple[str, ...] = (), role: str = "") -> Ranking:
    """Compute several measures and put them side by side, best first by the first of them.

    Args:
        network: what to measure.
        measures: names in `MEASURES`; none for the usual ones of such a network.
        role: as for `centrality`.

    Raises:
        AnalysisError: as for `centrality`.
    """
    columns = tuple(centrality(network, measure, role) for measure in measures or _usual(network))
    by_node = [{score.node.iri: score for score in column.scores} for column in columns]
    documents = _documents(network)
    rows = []
    for node in (score.node for score in columns[0].scores):
        scores = [column[node.iri] for column in by_node]
        values, ranks = tuple(score.value for score in scores), tuple(score.rank for score in scores)
        rows.append(RankingRow(node, values, ranks, len(documents[node.iri])))
    rows.sort(key=lambda row: (row.ranks, row.node.iri))
    return Ranking(tuple(column.measure for column in columns), network.projection.name, tuple(rows), columns[0].basis)


def _usual(network: Network) -> tuple[str, ...]:
    """Return the measures that say most: of citations, who is cited comes before who cites."""
    cited = network.projection.directed and not network.projection.two_mode
    return (*(("in-degree", "out-degree") if cited else ("degree", "weighted-degree")), "pagerank", "betweenness")


def _documents(network: Network) -> Mapping[str, set[str]]:
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for edge in network.edges:
        documents[edge.source].update(edge.documents)
        documents[edge.target].update(edge.documents)
    return documents


def _nodes(network: Network, role: str) -> list[Node]:
    if not network.nodes:
        raise AnalysisError(f"the network {network.projection.name!r} is empty: there is nothing to measure")
    known = dict.fromkeys((*network.projection.roles, "all"))
    if role not in known:
        raise AnalysisError(f"{network.projection.name!r} has no role {role!r}; it has {', '.join(known)}")
    return [node for node in network.nodes if role == "all" or node.role in (role, "both")]


def _values(network: Network, measure: Measure) -> Mapping[str, float]:
    projection = network.projection
    if measure.needs_direction and not projection.directed:
        raise AnalysisError(
            f"{measure.name!r} has no meaning on {projection.name!r}, whose ties have no direction: use 'degree'"
        )
    graph = network.to_networkx()
    return measure.compute(graph.to_undirected() if measure.follows_paths and projection.two_mode else graph)


def _ranked(nodes: list[Node], values: Mapping[str, float]) -> tuple[Score, ...]:
    # Twelve digits: what differs beyond them is the order of floating point additions, not the node.
    rounded = {node.iri: float(f"{values[node.iri]:.12g}") for node in nodes}
    places: dict[float, int] = {}
    for place, value in enumerate(sorted(rounded.values(), reverse=True), start=1):
        places.setdefault(value, place)
    scores = [Score(node, rounded[node.iri], places[rounded[node.iri]]) for node in nodes]
    return tuple(sorted(scores, key=lambda score: (score.rank, score.node.iri)))
