import io
from xml.etree.ElementTree import fromstring

import networkx as nx
import pytest

from comity.errors import AnalysisError
from comity.export import network_bytes
from comity.network import PROJECTIONS, Appearance, Network

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}
VIZ = "{http://www.gexf.net/1.2draft/viz}"
GEXF = "{http://www.gexf.net/1.2draft}"


@pytest.mark.parametrize("form", READERS)
def test_networkx_reads_back_nodes_ties_and_fields(network: Network, form: str) -> None:
    graph = READERS[form](io.BytesIO(network_bytes(network, form)))
    assert graph.is_directed()
    assert list(graph) == ["urn:chn", "urn:plan", "urn:rus"]
    assert list(graph.edges) == [("urn:chn", "urn:plan"), ("urn:rus", "urn:plan")]
    assert graph.nodes["urn:chn"]["label_en"] == "China"
    assert (graph.nodes["urn:rus"]["in_corpus"], graph.nodes["urn:chn"]["in_corpus"]) == (True, False)
    tie = graph.edges["urn:chn", "urn:plan"]
    assert (tie["weight"], tie["kinds"], tie["positive"]) == (2.0, "urn:proposes urn:supports", True)
    assert (tie["assertions"], tie["documents"]) == ("urn:a1 urn:a2", "urn:d1")


@pytest.mark.parametrize("form", READERS)
def test_text_survives_but_for_what_xml_forbids(network: Network, form: str) -> None:
    graph = READERS[form](io.BytesIO(network_bytes(network, form)))
    assert graph.nodes["urn:plan"]["label_ru"] == 'План, «всеобщий»\ufffd\r\n"да"'


@pytest.mark.parametrize(
    ("language", "node", "tie"),
    [("ru", "Китай", "предлагает, поддерживает"), ("en", "China", "proposes, поддерживает")],
)
def test_labels_are_in_the_language_that_was_asked_for(network: Network, language: str, node: str, tie: str) -> None:
    graph = nx.read_graphml(io.BytesIO(network_bytes(network, "graphml", language)))
    assert (graph.nodes["urn:chn"]["label"], graph.edges["urn:chn", "urn:plan"]["label"]) == (node, tie)


def test_undirected_projections_are_undirected(network: Network) -> None:
    folded = Network(PROJECTIONS["actor-actor"], network.nodes, network.edges)
    assert not nx.read_gexf(io.BytesIO(network_bytes(folded, "gexf"))).is_directed()


def test_gexf_has_place_size_and_colour(network: Network) -> None:
    looks = {node.iri: Appearance(10.5, 20.0, 13.0, "#0065a3") for node in network.nodes}
    root = fromstring(network_bytes(network, "gexf", appearances=looks))  # noqa: S314  # our own output
    node = next(root.iter(f"{GEXF}node"))
    found = {element.tag: dict(element.attrib) for element in node if element.tag.startswith(VIZ)}
    assert found == {
        f"{VIZ}position": {"x": "10.5", "y": "-20.0", "z": "0.0"},
        f"{VIZ}size": {"value": "13.0"},
        f"{VIZ}color": {"r": "0", "g": "101", "b": "163", "a": "1.0"},
    }


@pytest.mark.parametrize("form", READERS)
def test_the_same_network_gives_the_same_bytes_on_any_day(network: Network, form: str) -> None:
    written = network_bytes(network, form)
    assert written == network_bytes(network, form)
    assert b"lastmodified" not in written


@pytest.mark.parametrize("form", READERS)
def test_an_empty_network_is_an_empty_graph(form: str) -> None:
    graph = READERS[form](io.BytesIO(network_bytes(Network(PROJECTIONS["citations"], (), ()), form)))
    assert graph.number_of_nodes() == 0


def test_another_format_is_refused(network: Network) -> None:
    with pytest.raises(AnalysisError, match="'pajek' is not a network format; there are graphml, gexf"):
        network_bytes(network, "pajek")
