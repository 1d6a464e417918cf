"""The only place where facts become RDF and back."""

from comity.graph.dataset import Extraction, document_quads, ontology_quads, reference_quads
from comity.graph.files import Block, join_blocks, read_blocks, read_dataset, write_blocks, write_dataset
from comity.graph.identity import given_judgements, identity_quads, resolved_quads
from comity.graph.names import Names
from comity.graph.reference import reference_entries, reference_triples

__all__ = [
    "Block",
    "Extraction",
    "Names",
    "document_quads",
    "given_judgements",
    "identity_quads",
    "join_blocks",
    "ontology_quads",
    "read_blocks",
    "read_dataset",
    "reference_entries",
    "reference_quads",
    "reference_triples",
    "resolved_quads",
    "write_blocks",
    "write_dataset",
]
