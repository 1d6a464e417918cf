"""Networks to GraphML and GEXF."""

import io
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import tostring

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from comity.errors import AnalysisError
from comity.export.flat import Record, flat_edge, flat_node
from comity.network import Appearance, Network
from comity.network.xml_text import keep_carriage_returns, legal

__all__ = ["network_bytes"]


def network_bytes(
    network: Network, form: str, language: str = "ru", appearances: Mapping[str, Appearance] | None = None
) -> bytes:
    """Return a network in ``graphml`` or ``gexf``; characters that XML 1.0 forbids become U+FFFD.

    Args:
        network: what to write; nodes are known by their IRIs.
        form: one of the two.
        language: of the field ``label``.
        appearances: place, size and colour of nodes by IRI; GEXF keeps them, GraphML has no standard for them.

    Raises:
        AnalysisError: the format is neither.
    """
    if form not in _WRITERS:
        raise AnalysisError(f"{form!r} is not a network format; there are {', '.join(_WRITERS)}")
    graph: nx.Graph[str] = nx.DiGraph() if network.projection.directed else nx.Graph()
    graph.graph["name"] = network.projection.name
    for node in network.nodes:
        graph.add_node(node.iri, **_legal(flat_node(node, language)))
    for edge in network.edges:
        graph.add_edge(edge.source, edge.target, **_legal(flat_edge(network, edge, language)))
    return keep_carriage_returns(_WRITERS[form](graph, appearances or {}))


def _legal(record: Record) -> Record:
    return {name: legal(value) if isinstance(value, str) else value for name, value in record.items()}


def _graphml(graph: "nx.Graph[str]", _: Mapping[str, Appearance]) -> bytes:
    buffer = io.BytesIO()
    # Not `write_graphml`: that one takes lxml where it is installed, and writes other bytes with it.
    nx.write_graphml_xml(graph, buffer)
    return buffer.getvalue()


def _gexf(graph: "nx.Graph[str]", appearances: Mapping[str, Appearance]) -> bytes:
    for iri, appearance in appearances.items():
        graph.nodes[iri]["viz"] = _viz(appearance)
    writer = GEXFWriter(graph, version="1.2draft")
    # The writer stamps the current day; the same facts must give the same bytes.
    meta = writer.xml.find("meta")
    meta.attrib.pop("lastmodifieddate")
    writer.indent(writer.xml)
    xml: bytes = tostring(writer.xml, encoding="utf-8", xml_declaration=True)
    return xml


def _viz(appearance: Appearance) -> dict[str, object]:
    red, green, blue = bytes.fromhex(appearance.colour.removeprefix("#"))
    return {
        # Up is positive in the format.
        "position": {"x": appearance.x, "y": -appearance.y, "z": 0.0},
        "size": appearance.size,
        "color": {"r": red, "g": green, "b": blue, "a": 1.0},
    }


_WRITERS: Mapping[str, Callable[["nx.Graph[str]", Mapping[str, Appearance]], bytes]] = {
    "graphml": _graphml,
    "gexf": _gexf,
}
