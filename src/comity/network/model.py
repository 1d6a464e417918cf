"""What a network is: frozen nodes and ties, and the same as a networkx graph."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

import networkx as nx

from comity.errors import AnalysisError
from comity.network.projections import Projection

__all__ = ["Appearance", "Edge", "Network", "Node", "caption", "tail"]


def caption(labels: Mapping[str, str], language: str, fallback: str) -> str:
    """Return the label in a language, or else the fallback; with no fallback, a label in any language."""
    return labels.get(language) or fallback or next(iter(sorted(labels.values())), "")


def tail(iri: str) -> str:
    """Return the last part of an IRI: what is left to show of a thing without any name."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Node:
    """An actor, an initiative or an instrument.

    Args:
        iri: what identifies it.
        role: ``actor``, ``initiative`` or ``instrument``; ``both`` for an initiative that acts itself.
        labels: its preferred names by language tag; ``""`` where a name has no language.
        types: local names of its classes, sorted.
        category: the most telling of the broad classes: ``State``, ``Organization``, ``Body``, ``Person``, ``Post``,
            ``StakeholderGroup``, ``Event``, ``Instrument`` or ``Initiative``; empty for none of them.
        date: ISO date, month or year; the earliest where the data has several; empty for none.
        symbol: official symbol of an instrument, such as ``A/RES/79/325``.
        in_corpus: whether a document that was read is its text.
    """

    iri: str
    role: str
    labels: Mapping[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = ()
    category: str = ""
    date: str = ""
    symbol: str = ""
    in_corpus: bool = False

    def label(self, language: str) -> str:
        """Return its name in a language; else its symbol, its name in another language, the end of its IRI."""
        return caption(self.labels, language, self.symbol) or tail(self.iri)


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two nodes, and what it rests on.

    Args:
        source: IRI of the node it leads from.
        target: IRI of the node it leads to.
        weight: see the description of the projection.
        kinds: IRIs of the kinds of speech act or citation, sorted.
        strength: of the strongest kind, an ordinal of the code list; 0 where kinds have none.
        positive: whether an act is in favour of the target: proposes, supports, undertakes it.
        negative: whether an act is against it.
        acts: IRIs of the speech act or citation nodes.
        assertions: IRIs of the assertions, which lead to the quotes.
        documents: IRIs of the documents where those stand.
        via: IRIs of the instruments and persons an actor spoke through, or of the initiatives that two actors share.
        dates: ISO dates of the acts, sorted.
    """

    source: str
    target: str
    weight: float = 1.0
    kinds: tuple[str, ...] = ()
    strength: int = 0
    positive: bool = False
    negative: bool = False
    acts: tuple[str, ...] = ()
    assertions: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a node is drawn: its centre (x to the right, y down) and width in one unit, its colour as ``#rrggbb``."""

    x: float
    y: float
    size: float
    colour: str


@dataclass(frozen=True)
class Network:
    """One projection of the data: nodes by IRI, ties by source and target.

    Args:
        projection: how it was read.
        nodes: sorted by IRI.
        edges: sorted by source and target; ends in order where the projection is undirected.
        captions: labels by language of the kinds and classes that occur, by IRI.
    """

    projection: Projection
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    captions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    _by_iri: Mapping[str, Node] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_iri", {node.iri: node for node in self.nodes})

    def __contains__(self, iri: object) -> bool:
        return iri in self._by_iri

    def node(self, iri: str) -> Node:
        """Return a node by its IRI.

        Raises:
            AnalysisError: the network has no such node.
        """
        try:
            return self._by_iri[iri]
        except KeyError:
            raise AnalysisError(f"the network {self.projection.name!r} has no node <{iri}>") from None

    @property
    def documents(self) -> tuple[str, ...]:
        """IRIs of the documents that the ties rest on, sorted."""
        return tuple(sorted({document for edge in self.edges for document in edge.documents}))

    def caption(self, iri: str, language: str) -> str:
        """Return what a kind of tie or a class is called in a language."""
        return caption(self.captions.get(iri, {}), language, "") or tail(iri)

    def to_networkx(self) -> "nx.Graph[str]":
        """Return a `networkx.DiGraph` (a `networkx.Graph` where undirected) whose nodes are IRIs, in order.

        Nodes and ties carry the fields of `Node` and `Edge` as attributes; ``labels`` become ``label_ru``,
        ``label_en`` and so on.
        """
        graph: nx.Graph[str] = nx.DiGraph() if self.projection.directed else nx.Graph()
        graph.graph["name"] = self.projection.name
        for node in self.nodes:
            attributes = asdict(node)
            labels = attributes.pop("labels")
            names = {f"label_{language or 'und'}": label for language, label in labels.items()}
            graph.add_node(attributes.pop("iri"), **attributes, **names)
        for edge in self.edges:
            attributes = asdict(edge)
            graph.add_edge(attributes.pop("source"), attributes.pop("target"), **attributes)
        return graph
