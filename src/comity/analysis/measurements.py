"""Results as linked data: one `comity:Measurement` for every node that was measured."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

import networkx as nx
from pyoxigraph import Literal, NamedNode, Quad

from comity.analysis.centrality import Centrality, Score
from comity.namespaces import BASE, COMITY, RDF, XSD

__all__ = ["measurements"]


def measurements(results: Iterable[Centrality], day: date, base: str = BASE) -> Iterator[Quad]:
    """Yield the quads of the graph ``…/graph/analytics``, in the order of the results and their scores.

    Args:
        results: what was computed.
        day: as of when; passed in, since the same facts must give the same quads.
        base: what our own IRIs start with.
    """
    graph = NamedNode(f"{base}graph/analytics")
    for result in results:
        for score in result.scores:
            measurement = NamedNode(f"{base}id/measurement/{_slug(result, score)}")
            for predicate, value in _facts(result, score, day):
                yield Quad(measurement, NamedNode(predicate), value, graph)


def _slug(result: Centrality, score: Score) -> str:
    node = sha256(score.node.iri.encode()).hexdigest()[:16]
    return f"{result.projection}/{result.measure.name}/{node}"


def _facts(result: Centrality, score: Score, day: date) -> Iterator[tuple[str, NamedNode | Literal]]:
    yield RDF.type, NamedNode(COMITY.Measurement)
    yield COMITY.measuredNode, NamedNode(score.node.iri)
    yield COMITY.value, Literal(repr(score.value), datatype=NamedNode(XSD.double))
    yield COMITY.rank, Literal(str(score.rank), datatype=NamedNode(XSD.integer))
    yield COMITY.method, Literal(f"{result.measure.name}, networkx {nx.__version__}")
    yield COMITY.parameters, Literal(result.measure.parameters)
    yield COMITY.projection, Literal(result.projection)
    yield COMITY.date, Literal(day.isoformat(), datatype=NamedNode(XSD.date))
