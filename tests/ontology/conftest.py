"""The vocabulary as the tests of this folder see it: parsed once, grouped by what kind of file it came from."""

from pathlib import Path

import pytest
from rdflib import Graph

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"


def parsed(*paths: Path) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def comity() -> Graph:
    """Return classes, properties and axioms of our own."""
    return parsed(ONTOLOGY / "comity.ttl")


@pytest.fixture(scope="session")
def codelists() -> Graph:
    """Return all concept schemes with their concepts."""
    return parsed(*sorted(ONTOLOGY.glob("codelists/*.ttl")))


@pytest.fixture(scope="session")
def alignments() -> Graph:
    """Return all alignments but `rdf.ttl`, which lies outside OWL 2 DL by design."""
    return parsed(*(path for path in sorted(ONTOLOGY.glob("alignments/*.ttl")) if path.stem != "rdf"))


@pytest.fixture(scope="session")
def whole(comity: Graph, codelists: Graph, alignments: Graph) -> Graph:
    """Return everything that an OWL 2 DL reasoner is given."""
    return comity + codelists + alignments


@pytest.fixture(scope="session")
def pinned() -> dict[str, frozenset[str]]:
    """Return the terms of every pinned vocabulary by its namespace."""
    lists: dict[str, frozenset[str]] = {}
    for path in sorted(ONTOLOGY.glob("external/*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        (namespace,) = [line.removeprefix("# namespace: ") for line in lines if line.startswith("# namespace: ")]
        lists[namespace] = frozenset(line for line in lines if line and not line.startswith("#"))
    return lists
