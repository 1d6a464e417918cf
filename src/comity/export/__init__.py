"""The knowledge graph in the forms that other tools read: RDF formats, network formats, tables; the ontology as pages.

The same facts give the same bytes.
"""

from comity.export.formats import FORMATS, Format
from comity.export.graphs import network_bytes
from comity.export.rdf import dataset_bytes, quads
from comity.export.tables import edges_csv, nodes_csv, statements_csv
from comity.export.vocabulary import vocabulary_files, vocabulary_page, write_vocabulary

__all__ = [
    "FORMATS",
    "Format",
    "dataset_bytes",
    "edges_csv",
    "network_bytes",
    "nodes_csv",
    "quads",
    "statements_csv",
    "vocabulary_files",
    "vocabulary_page",
    "write_vocabulary",
]
