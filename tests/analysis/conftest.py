from collections.abc import Callable, Iterable

import pytest

from comity.network import PROJECTIONS, Edge, Network, Node

Ties = Iterable[tuple[str, str] | tuple[str, str, float]]


@pytest.fixture(scope="session")
def network() -> Callable[..., Network]:
    """A network of one-letter nodes from pairs, or triples with a weight; ``read`` nodes are in the corpus."""

    def make(ties: Ties, projection: str = "citations", read: str = "", documents: int = 1) -> Network:
        declared = PROJECTIONS[projection]
        edges = tuple(
            Edge(source, target, *weight, documents=tuple(f"urn:document:{number}" for number in range(documents)))
            for source, target, *weight in sorted(ties)
        )
        sources, targets = {edge.source for edge in edges}, {edge.target for edge in edges}
        nodes = tuple(
            Node(iri, _role(iri, sources, targets, declared.roles), {"ru": iri.upper()}, in_corpus=iri in read)
            for iri in sorted(sources | targets)
        )
        return Network(declared, nodes, edges)

    return make


def _role(iri: str, sources: set[str], targets: set[str], roles: tuple[str, str]) -> str:
    if roles[0] != roles[1] and iri in sources and iri in targets:
        return "both"
    return roles[0] if iri in sources else roles[1]
