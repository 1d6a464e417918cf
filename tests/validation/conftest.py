from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

PREFIXES = """
@base <https://w3id.org/comity/id/> .
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix citation: <https://w3id.org/comity/code/citation-kind/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix graph: <https://w3id.org/comity/graph/> .
@prefix kind: <https://w3id.org/comity/code/speech-act-kind/> .
@prefix modality: <https://w3id.org/comity/code/modality/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix role: <https://w3id.org/comity/code/membership-role/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def parse(trig: str) -> list[ox.Quad]:
    return list(ox.parse(PREFIXES + trig, format=ox.RdfFormat.TRIG))


@pytest.fixture(scope="session")
def quads() -> Callable[[str], list[ox.Quad]]:
    """Read TriG with the usual prefixes."""
    return parse


@pytest.fixture(scope="session")
def sound() -> list[ox.Quad]:
    """A dataset in which there is nothing to find."""
    return list(ox.parse(path=Path(__file__).parent / "sound.trig", format=ox.RdfFormat.TRIG))
