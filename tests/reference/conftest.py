import pyoxigraph as ox
import pytest

from comity import resources

BASE = "https://w3id.org/comity/id/"


@pytest.fixture(scope="session")
def triples() -> list[ox.Triple]:
    files = sorted(resources.path("data/reference").glob("*.ttl"))
    return [quad.triple for file in files for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)]


@pytest.fixture(scope="session")
def records(triples: list[ox.Triple]) -> dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    """Each resource of ours ("state/KAZ") with its values by the last part of the predicate ("prefLabel")."""
    found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for triple in triples:
        predicate = triple.predicate.value.replace("#", "/").rpartition("/")[2]
        found.setdefault(triple.subject.value.removeprefix(BASE), {}).setdefault(predicate, []).append(triple.object)
    return found
