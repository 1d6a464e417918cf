"""Closed namespaces: a term that its vocabulary does not have is an error at the line that names it.

The terms are read from the ontology's own Turtle, from its code lists and from the pinned term lists of
other vocabularies, so there is no second list to keep in step. The files keep a form that one expression
reads without an RDF parser: every term starts a line (``comity:State a owl:Class``,
``<speech-act-kind/notes> a skos:Concept``, or the bare IRI in ``ontology/external/*.txt``).
"""

import re
from collections.abc import Iterable
from functools import cache

from comity import resources
from comity.errors import UnknownTermError

__all__ = [
    "BASE",
    "CODE",
    "COMITY",
    "DCTERMS",
    "OA",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SKOS",
    "XSD",
    "ClosedNamespace",
    "concept",
]

BASE = "https://w3id.org/comity/"
CODE = f"{BASE}code/"


class ClosedNamespace:
    """A vocabulary whose terms are attributes; an unknown one raises `UnknownTermError`.

    >>> RDFS.label
    'http://www.w3.org/2000/01/rdf-schema#label'
    """

    def __init__(self, iri: str, terms: Iterable[str]) -> None:
        self.iri = iri
        self.terms = frozenset(terms)

    def __getattr__(self, name: str) -> str:
        return self[name]

    def __getitem__(self, name: str) -> str:
        if name not in self.terms:
            raise UnknownTermError(f"{self.iri} has no term {name!r}")
        return self.iri + name

    def __contains__(self, iri: str) -> bool:
        return iri.startswith(self.iri) and iri[len(self.iri) :] in self.terms


def _own(iri: str) -> ClosedNamespace:
    turtle = resources.path("ontology/comity.ttl").read_text(encoding="utf-8")
    return ClosedNamespace(iri, re.findall(r"^comity:(\w+)\s+a\s", turtle, re.MULTILINE))


def _pinned(prefix: str, iri: str) -> ClosedNamespace:
    lines = resources.path(f"ontology/external/{prefix}.txt").read_text(encoding="utf-8").splitlines()
    return ClosedNamespace(iri, (line[len(iri) :] for line in lines if line.startswith(iri)))


@cache
def _concepts(scheme: str) -> frozenset[str]:
    turtle = resources.path(f"ontology/codelists/{scheme}.ttl").read_text(encoding="utf-8")
    return frozenset(re.findall(rf"^<{re.escape(scheme)}/([\w-]+)>\s+a\s", turtle, re.MULTILINE))


def concept(scheme: str, notation: str) -> str:
    """Return the IRI of a concept of one of our code lists.

    Raises:
        UnknownTermError: the scheme has no such concept.
    """
    if notation not in _concepts(scheme):
        raise UnknownTermError(f"code list {scheme!r} has no concept {notation!r}")
    return f"{CODE}{scheme}/{notation}"


COMITY = _own("https://w3id.org/comity/ontology#")
RDF = _pinned("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = _pinned("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
OWL = _pinned("owl", "http://www.w3.org/2002/07/owl#")
XSD = _pinned("xsd", "http://www.w3.org/2001/XMLSchema#")
SKOS = _pinned("skos", "http://www.w3.org/2004/02/skos/core#")
DCTERMS = _pinned("dcterms", "http://purl.org/dc/terms/")
PROV = _pinned("prov", "http://www.w3.org/ns/prov#")
OA = _pinned("oa", "http://www.w3.org/ns/oa#")
ORG = _pinned("org", "http://www.w3.org/ns/org#")

PREFIXES = {
    "comity": COMITY.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "owl": OWL.iri,
    "xsd": XSD.iri,
    "skos": SKOS.iri,
    "dcterms": DCTERMS.iri,
    "prov": PROV.iri,
    "oa": OA.iri,
    "org": ORG.iri,
}
"""Prefixes of the vocabularies that Comity's own data uses, for serialisers and for queries."""
