from collections.abc import Callable
from datetime import date

import networkx as nx
import pyoxigraph as ox

from comity.analysis import centrality, measurements
from comity.namespaces import BASE, COMITY, RDF
from comity.network import Network

DAY = date(2026, 11, 22)


def test_every_score_becomes_a_measurement(network: Callable[..., Network]) -> None:
    made = network([("urn:a", "urn:x"), ("urn:b", "urn:x"), ("urn:a", "urn:y")], "actor-initiative")
    result = centrality(made, "degree")
    store = ox.Store()
    store.extend(measurements([result], DAY))
    assert {graph.value for graph in store.named_graphs()} == {f"{BASE}graph/analytics"}
    query = f"""SELECT ?node ?value ?rank ?projection ?method ?date {{ GRAPH ?g {{ ?m a <{COMITY.Measurement}> ;
      <{COMITY.measuredNode}> ?node ; <{COMITY.value}> ?value ; <{COMITY.rank}> ?rank ; <{COMITY.method}> ?method ;
      <{COMITY.projection}> ?projection ; <{COMITY.date}> ?date }} }} ORDER BY ?rank"""
    rows = [[term.value for term in row] for row in store.query(query)]
    method = f"degree, networkx {nx.__version__}"
    assert rows == [
        ["urn:x", "2", "1", "actor-initiative", method, "2026-11-22"],
        ["urn:y", "1", "2", "actor-initiative", method, "2026-11-22"],
    ]


def test_measurements_of_different_measures_and_nodes_are_different(network: Callable[..., Network]) -> None:
    made = network([("urn:a", "urn:x"), ("urn:b", "urn:y")], "actor-initiative")
    results = [centrality(made, measure) for measure in ("degree", "pagerank")]
    quads = list(measurements(results, DAY))
    nodes = {quad.subject for quad in quads if quad.predicate.value == RDF.type}
    assert len(nodes) == 4
    assert quads == list(measurements(results, DAY))
