"""The formats of answers: media types, the names clients know them by, the endings of download addresses."""

from collections.abc import Mapping

from comity.queries import Form
from comity.web.negotiation import Offer

__all__ = ["GRAPH_FORMATS", "HTML", "RESULT_FORMATS", "SUFFIXES", "offers"]

HTML = Offer("text/html", "text/html")

_JSON = "application/sparql-results+json"
_XML = "application/sparql-results+xml"
RESULT_FORMATS = (
    Offer(_JSON, _JSON),
    Offer(_XML, _XML),
    Offer("text/csv", "text/csv"),
    Offer("text/tab-separated-values", "text/tab-separated-values"),
    Offer("application/json", _JSON),
    Offer("application/xml", _XML),
    Offer("text/xml", _XML),
)
"""For SELECT and ASK, the preferred one first."""

_RDF_XML = "application/rdf+xml"
GRAPH_FORMATS = (
    Offer("text/turtle", "text/turtle"),
    Offer("application/n-triples", "application/n-triples"),
    Offer("application/ld+json", "application/ld+json"),
    Offer(_RDF_XML, _RDF_XML),
    Offer("application/trig", "application/trig"),
    Offer("application/n-quads", "application/n-quads"),
    Offer("application/json", "application/ld+json"),
    Offer("application/xml", _RDF_XML),
)
"""For CONSTRUCT, DESCRIBE and the descriptions of resources, the preferred one first."""

SUFFIXES: Mapping[str, Offer] = {
    "ttl": GRAPH_FORMATS[0],
    "nt": GRAPH_FORMATS[1],
    "jsonld": GRAPH_FORMATS[2],
    "rdf": GRAPH_FORMATS[3],
}
"""Endings that name a format in an address, such as ``/id/state/KAZ.ttl``."""


def offers(form: Form | None) -> tuple[Offer, ...]:
    """Return the formats for the answer to a query of this form; text of no known form is the parser's to refuse."""
    if form is None:
        return (*RESULT_FORMATS, *GRAPH_FORMATS)
    return GRAPH_FORMATS if form in {"construct", "describe"} else RESULT_FORMATS
