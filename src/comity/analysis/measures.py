"""The measures of centrality, declared as data; networkx computes them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx

__all__ = ["MEASURES", "Measure"]

Graph: TypeAlias = "nx.Graph[str]"
Values: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to say how central a node is.

    Args:
        name: what it is called on the command line and in addresses.
        titles: its name for people, by language.
        compute: a graph to a value for every node.
        parameters: what it is computed with.
        needs_direction: whether it has no meaning where ties have no direction.
        follows_paths: whether it looks further than one tie; the directed paths of a two-mode network end after one,
            so there it takes ties both ways.
    """

    name: str
    titles: Mapping[str, str]
    compute: Callable[[Graph], Values]
    parameters: str = ""
    needs_direction: bool = False
    follows_paths: bool = False


def _degree(graph: Graph) -> Values:
    return dict(graph.degree())


def _in_degree(graph: Graph) -> Values:
    return dict(nx.DiGraph(graph).in_degree())


def _out_degree(graph: Graph) -> Values:
    return dict(nx.DiGraph(graph).out_degree())


def _weighted_degree(graph: Graph) -> Values:
    return dict(graph.degree(weight="weight"))


def _pagerank(graph: Graph) -> Values:
    return nx.pagerank(graph, alpha=0.85, weight="weight", tol=1e-12, max_iter=1000)


def _betweenness(graph: Graph) -> Values:
    return nx.betweenness_centrality(graph, normalized=True, weight=None)


_DECLARED = (
    Measure("degree", {"ru": "Степень", "en": "Degree"}, _degree),
    Measure("in-degree", {"ru": "Входящие связи", "en": "In-degree"}, _in_degree, needs_direction=True),
    Measure("out-degree", {"ru": "Исходящие связи", "en": "Out-degree"}, _out_degree, needs_direction=True),
    Measure(
        "weighted-degree", {"ru": "Взвешенная степень", "en": "Weighted degree"}, _weighted_degree, "weight=weight"
    ),
    Measure("pagerank", {"ru": "PageRank", "en": "PageRank"}, _pagerank, "alpha=0.85, weight=weight, tol=1e-12"),
    Measure(
        "betweenness",
        {"ru": "Посредничество", "en": "Betweenness"},
        _betweenness,
        "normalized, unweighted",
        follows_paths=True,
    ),
)

MEASURES: Mapping[str, Measure] = {declared.name: declared for declared in _DECLARED}
"""Every measure by its name."""
