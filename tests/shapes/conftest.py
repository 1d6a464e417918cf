import pytest
from rdflib import SH, Graph, URIRef

from comity.validation import shipped_requirements


@pytest.fixture(scope="session")
def shapes() -> Graph:
    return shipped_requirements().shapes


@pytest.fixture(scope="session")
def reporting(shapes: Graph) -> dict[URIRef, list[URIRef]]:
    """The shapes with a target, each with itself and its property shapes: those that a report can name."""
    targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
    targeted = {shape for target in targets for shape in shapes.subjects(target) if isinstance(shape, URIRef)}
    properties = {s: [p for p in shapes.objects(s, SH.property) if isinstance(p, URIRef)] for s in targeted}
    return {shape: [shape, *properties[shape]] for shape in sorted(targeted)}
