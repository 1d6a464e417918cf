from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from comity import resources
from comity.namespaces import BASE
from comity.store import EmbeddedReader

PREFIXES = f"""
@prefix comity: <{BASE}ontology#> .
@prefix id: <{BASE}id/> .
@prefix graph: <{BASE}graph/> .
@prefix code: <{BASE}code/> .
@prefix speech: <{BASE}code/speech-act-kind/> .
@prefix citing: <{BASE}code/citation-kind/> .
@prefix state: <{BASE}id/state/> .
@prefix body: <{BASE}id/body/> .
@prefix person: <{BASE}id/person/> .
@prefix instrument: <{BASE}id/instrument/> .
@prefix initiative: <{BASE}id/initiative/> .
@prefix document: <{BASE}id/document/> .
@prefix act: <{BASE}id/speech-act/> .
@prefix evidence: <{BASE}id/assertion/> .
@prefix span: <{BASE}id/span/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture(scope="session")
def ontology() -> bytes:
    """The ontology and its code lists as the graph that every dataset has."""
    folder = resources.path("ontology")
    files = [folder / "comity.ttl", *sorted((folder / "codelists").glob("*.ttl"))]
    graph = ox.NamedNode(f"{BASE}graph/ontology")
    quads = [
        ox.Quad(quad.subject, quad.predicate, quad.object, graph)
        for file in files
        for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE)
    ]
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert written is not None
    return written


@pytest.fixture
def read(tmp_path: Path, ontology: bytes) -> Callable[..., EmbeddedReader]:
    """A dataset written in TriG, with the ontology, as a reader over the real store."""

    def load(trig: str, *, backwards: bool = False) -> EmbeddedReader:
        facts = list(ox.parse((PREFIXES + trig).encode(), format=ox.RdfFormat.TRIG))
        quads = [*facts, *ox.parse(ontology, format=ox.RdfFormat.N_QUADS)]
        file = tmp_path / "dataset.trig"
        ox.serialize(quads[::-1] if backwards else quads, str(file), format=ox.RdfFormat.TRIG)
        return EmbeddedReader.load(file)

    return load
