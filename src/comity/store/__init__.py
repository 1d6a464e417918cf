"""The graph as something that answers queries: embedded (Oxigraph) or remote (any SPARQL 1.1 endpoint)."""

from comity.store.building import build_store, dataset_digest, fill, is_current, store_aside, switch_store
from comity.store.embedded import EmbeddedReader
from comity.store.opening import DATASET_NAME, STORE_NAME, open_reader
from comity.store.reader import WHOLE_DATASET, DatasetGraphs, Reader, Row, Table, Term, table
from comity.store.remote import RemoteReader

__all__ = [
    "DATASET_NAME",
    "STORE_NAME",
    "WHOLE_DATASET",
    "DatasetGraphs",
    "EmbeddedReader",
    "Reader",
    "RemoteReader",
    "Row",
    "Table",
    "Term",
    "build_store",
    "dataset_digest",
    "fill",
    "is_current",
    "open_reader",
    "store_aside",
    "switch_store",
    "table",
]
