"""IRIs for everything that Comity names; the base is configurable, the paths below it are not."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

import pyoxigraph as ox

from comity.model import Entity, Span, Value
from comity.namespaces import BASE, COMITY, DCTERMS, XSD, concept

__all__ = ["Names"]

_OWN_GRAPHS = frozenset(("ontology", "reference", "identity", "inferred", "analytics"))
_SAFE = "/-._~"


@lru_cache(maxsize=10_000)
def _quoted(path: str) -> str:
    return quote(path, safe=_SAFE)


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of one dataset, made from its base."""

    base: str = BASE

    def resource(self, path: str) -> ox.NamedNode:
        """Return the IRI of a resource from its path: "state/KAZ"."""
        return ox.NamedNode(f"{self.base}id/{_quoted(path)}")

    def graph(self, name: str) -> ox.NamedNode:
        """Return the IRI of a named graph: a document's identifier, "reference", "ontology" and so on."""
        return ox.NamedNode(f"{self.base}graph/{_quoted(name)}")

    def facts(self, document: str) -> ox.NamedNode:
        """Return the IRI of the graph that holds the facts of a document, which may be called like one of ours."""
        return self.graph(f"document/{document}" if document in _OWN_GRAPHS else document)

    def evidence(self, document: str) -> ox.NamedNode:
        """Return the IRI of the graph that holds the evidence of a document."""
        return ox.NamedNode(f"{self.facts(document).value}/evidence")

    def node(self, kind: str, document: str, *parts: str) -> ox.NamedNode:
        """Return the IRI of an n-ary node; the same parts always give the same IRI.

        Parts are joined by a character that none of them has, so that ("ab", "c") and ("a", "bc") differ.
        """
        digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
        return self.resource(f"{kind}/{document}/{digest}")

    def span(self, document: str, span: Span) -> ox.NamedNode:
        """Return the IRI of a piece of a document's stored text."""
        return self.resource(f"span/{document}/{span.start}-{span.end}")

    @staticmethod
    def predicate(name: str) -> ox.NamedNode:
        """Return the property that a statement's predicate names: one of the ontology, or the day of publication."""
        return ox.NamedNode(DCTERMS.issued if name == "issued" else COMITY[name])

    @staticmethod
    def local(value: Entity | Value) -> str:
        """Return a text that tells one object of a statement from another, whatever the base is."""
        return (
            value.identifier if isinstance(value, Entity) else f"{value.text}^{value.datatype}@{value.language or ''}"
        )

    def term(self, value: Entity | Value) -> ox.NamedNode | ox.Literal:
        """Return the RDF term of a statement's object; the datatype "concept" stands for a code list's concept.

        Raises:
            UnknownTermError: the code list has no such concept.
        """
        if isinstance(value, Entity):
            return self.resource(value.identifier)
        if value.datatype == "concept":
            scheme, _, notation = value.text.partition("/")
            return ox.NamedNode(concept(scheme, notation))
        if value.language:
            return ox.Literal(value.text, language=value.language)
        if value.datatype == "string":
            return ox.Literal(value.text)
        return ox.Literal(value.text, datatype=ox.NamedNode(XSD[value.datatype]))
