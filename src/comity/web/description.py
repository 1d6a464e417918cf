"""What the endpoint and its data are, in RDF: SPARQL 1.1 Service Description, VoID, and the questions as examples.

https://www.w3.org/TR/sparql11-service-description/, https://www.w3.org/TR/void/; the examples are `sh:SPARQLExecutable`
as in the SPARQL examples of the Swiss Institute of Bioinformatics, which query editors know how to read.
"""

import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from comity.namespaces import PREFIXES, RDF, RDFS
from comity.queries import catalogue
from comity.store import Reader, Table
from comity.web.negotiation import Offer
from comity.web.site import page_query
from comity.web.terms import text

__all__ = ["ServiceDescription"]

_TURTLE = Path(__file__).with_name("service.ttl")
_VOID = "http://rdfs.org/ns/void#"
_SHACL = "http://www.w3.org/ns/shacl#"
_TARGET = "https://schema.org/target"
_PREFIXES = {
    **PREFIXES,
    "void": _VOID,
    "sh": _SHACL,
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "schema": "https://schema.org/",
}


class ServiceDescription:
    """The description of an endpoint over a reader; what is counted is counted once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._lock = threading.Lock()
        self._counted: tuple[Table, Table] | None = None

    def written(self, endpoint: str, offer: Offer) -> bytes:
        """Return the description of the endpoint at this address, written in one of the graph formats."""
        service = (quad.triple for quad in pyoxigraph.parse(path=_TURTLE, format=RdfFormat.TURTLE, base_iri=endpoint))
        triples = [*service, *self._data(endpoint), *_examples(endpoint)]
        written = pyoxigraph.serialize(triples, format=RdfFormat.from_media_type(offer.written_as), prefixes=_PREFIXES)
        return written or b""

    def _data(self, endpoint: str) -> Iterator[Triple]:
        graph = NamedNode(f"{endpoint}#default-graph")
        classes, properties = self._counts()
        triples = sum(int(text(row, "triples")) for row in properties)
        yield Triple(graph, NamedNode(f"{_VOID}triples"), Literal(triples))
        for rows, partition, of, count in (
            (classes, "classPartition", "class", "entities"),
            (properties, "propertyPartition", "property", "triples"),
        ):
            for row in rows:
                node = BlankNode()
                yield Triple(graph, NamedNode(f"{_VOID}{partition}"), node)
                yield Triple(node, NamedNode(f"{_VOID}{of}"), row[of])
                yield Triple(node, NamedNode(f"{_VOID}{count}"), row[count])

    def _counts(self) -> tuple[Table, Table]:
        with self._lock:
            if self._counted is None:
                self._counted = (
                    self._reader.select(page_query("class-partitions")),
                    self._reader.select(page_query("property-partitions")),
                )
            return self._counted


def _examples(endpoint: str) -> Iterator[Triple]:
    """Yield the questions of the catalogue with the defaults of their parameters."""
    for name, question in catalogue().items():
        example = NamedNode(f"{endpoint}#{name}")
        for kind in ("SPARQLExecutable", "SPARQLSelectExecutable"):
            yield Triple(example, NamedNode(RDF.type), NamedNode(f"{_SHACL}{kind}"))
        for language, title in question.titles.items():
            yield Triple(example, NamedNode(RDFS.comment), Literal(title, language=language))
        for keyword in question.keywords:
            yield Triple(example, NamedNode("https://schema.org/keywords"), Literal(keyword))
        yield Triple(example, NamedNode(f"{_SHACL}select"), Literal(question.bound({})))
        yield Triple(example, NamedNode(_TARGET), NamedNode(endpoint))
