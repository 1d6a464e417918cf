import pyoxigraph as ox
import pytest

from comity.namespaces import BASE, COMITY, RDFS, XSD
from comity.network import PROJECTIONS, Edge, Network, Node

PRESS, FACTS, EVIDENCE = (f"{BASE}graph/{name}" for name in ("press", "statement", "statement/evidence"))
QUOTE = 'Стороны договорились: «да»,\r\nи "нет"; a\x0b\x01\tb\\'


def quad(subject: str, predicate: str, value: ox.NamedNode | ox.BlankNode | ox.Literal, graph: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), value, ox.NamedNode(graph))


@pytest.fixture(scope="session")
def dataset() -> list[ox.Quad]:
    """Two graphs of facts that share a triple, one of evidence; every sort of term and of difficult text."""
    china, russia, plan = (f"{BASE}id/{path}" for path in ("state/CHN", "state/RUS", "initiative/план-«1»"))
    blank = ox.BlankNode("b1")
    return [
        quad(china, RDFS.label, ox.Literal("Китай", language="ru"), FACTS),
        quad(china, RDFS.label, ox.Literal("Китай", language="ru"), PRESS),
        quad(china, RDFS.label, ox.Literal("China", language="en"), FACTS),
        quad(china, COMITY.proposes, ox.NamedNode(plan), FACTS),
        quad(china, f"{BASE}other/2025/property", ox.Literal("x"), FACTS),
        quad(plan, COMITY.date, ox.Literal("2025-09-01", datatype=ox.NamedNode(XSD.date)), FACTS),
        quad(plan, COMITY.number, ox.Literal("7", datatype=ox.NamedNode(XSD.integer)), FACTS),
        quad(russia, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", ox.NamedNode(COMITY.State), PRESS),
        quad(russia, COMITY.supports, blank, PRESS),
        ox.Quad(blank, ox.NamedNode(RDFS.label), ox.Literal(""), ox.NamedNode(PRESS)),
        quad(f"{BASE}id/assertion/a1", COMITY.text, ox.Literal(QUOTE), EVIDENCE),
    ]


@pytest.fixture(scope="session")
def network() -> Network:
    nodes = (
        Node("urn:chn", "actor", {"ru": "Китай", "en": "China"}, ("State",), "State"),
        Node("urn:plan", "initiative", {"ru": 'План, «всеобщий»\x0b\r\n"да"'}, ("Initiative",), "Initiative", "2025"),
        Node("urn:rus", "actor", {"ru": "Россия"}, ("State",), "State", in_corpus=True),
    )
    edges = (
        Edge(
            "urn:chn",
            "urn:plan",
            2.0,
            ("urn:proposes", "urn:supports"),
            positive=True,
            assertions=("urn:a1", "urn:a2"),
            documents=("urn:d1",),
        ),
        Edge("urn:rus", "urn:plan", 1.0, ("urn:notes",)),
    )
    captions = {"urn:proposes": {"ru": "предлагает", "en": "proposes"}, "urn:supports": {"ru": "поддерживает"}}
    return Network(PROJECTIONS["actor-initiative"], nodes, edges, captions)
