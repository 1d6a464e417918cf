"""The service description: what this endpoint is, in RDF (SPARQL 1.1 Service Description)."""

from functools import lru_cache
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from comity.namespaces import PREFIXES
from comity.web.negotiation import Offer

__all__ = ["service_description"]

_TURTLE = Path(__file__).with_name("service.ttl")


@lru_cache(maxsize=64)
def service_description(endpoint: str, offer: Offer) -> bytes:
    """Return the description of the endpoint at this address, written in one of the graph formats."""
    triples = [quad.triple for quad in pyoxigraph.parse(path=_TURTLE, format=RdfFormat.TURTLE, base_iri=endpoint)]
    written = pyoxigraph.serialize(triples, format=RdfFormat.from_media_type(offer.written_as), prefixes=PREFIXES)
    return written or b""
