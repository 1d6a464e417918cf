"""The formats that Comity writes, declared as data."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import RdfFormat

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Args:
        name: what it is called on the command line and in addresses.
        media_type: as IANA or its specification registers it.
        rdf: what it is in the RDF library; ``None`` for network formats and tables.
        named_graphs: whether it is written with all graphs by their names.
    """

    name: str
    media_type: str
    rdf: RdfFormat | None = None
    named_graphs: bool = False


_DECLARED = (
    Format("turtle", "text/turtle", RdfFormat.TURTLE),
    Format("json-ld", "application/ld+json", RdfFormat.JSON_LD),
    Format("n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
    Format("rdf-xml", "application/rdf+xml", RdfFormat.RDF_XML),
    Format("n-quads", "application/n-quads", RdfFormat.N_QUADS, named_graphs=True),
    Format("trig", "application/trig", RdfFormat.TRIG, named_graphs=True),
    Format("graphml", "application/graphml+xml"),
    Format("gexf", "application/gexf+xml"),
    Format("csv", "text/csv; charset=utf-8; header=present"),
)

FORMATS: Mapping[str, Format] = {declared.name: declared for declared in _DECLARED}
"""Every format by its name."""
