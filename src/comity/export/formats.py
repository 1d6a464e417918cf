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
        extension: of file names, without the dot.
        rdf: what it is in the RDF library; ``None`` for network formats and tables.
        named_graphs: whether it is written with all graphs by their names.
    """

    name: str
    media_type: str
    extension: str
    rdf: RdfFormat | None = None
    named_graphs: bool = False


_DECLARED = (
    Format("turtle", "text/turtle", "ttl", RdfFormat.TURTLE),
    Format("json-ld", "application/ld+json", "jsonld", RdfFormat.JSON_LD),
    Format("n-triples", "application/n-triples", "nt", RdfFormat.N_TRIPLES),
    Format("rdf-xml", "application/rdf+xml", "rdf", RdfFormat.RDF_XML),
    Format("n-quads", "application/n-quads", "nq", RdfFormat.N_QUADS, named_graphs=True),
    Format("trig", "application/trig", "trig", RdfFormat.TRIG, named_graphs=True),
    Format("graphml", "application/graphml+xml", "graphml"),
    Format("gexf", "application/gexf+xml", "gexf"),
    Format("csv", "text/csv; charset=utf-8; header=present", "csv"),
)

FORMATS: Mapping[str, Format] = {declared.name: declared for declared in _DECLARED}
"""Every format by its name."""
