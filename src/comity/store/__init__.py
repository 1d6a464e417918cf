"""The graph as something that answers queries: embedded (Oxigraph) or remote (any SPARQL 1.1 endpoint)."""

from comity.store.building import build_store, dataset_digest, fill, is_current, store_aside, switch_store
from comity.store.concurrent import Answers, ThreadedAnswers
from comity.store.embedded import EmbeddedReader
from comity.store.limits import Limits
from comity.store.opening import DATASET_NAME, STORE_NAME, Capacity, Served, open_reader, open_served
from comity.store.reader import WHOLE_DATASET, DatasetGraphs, Reader, Row, Table, Term, table
from comity.store.remote import RemoteReader

__all__ = [
    "DATASET_NAME",
    "STORE_NAME",
    "WHOLE_DATASET",
    "Answers",
    "Capacity",
    "DatasetGraphs",
    "EmbeddedReader",
    "Limits",
    "Reader",
    "RemoteReader",
    "Row",
    "Served",
    "Table",
    "Term",
    "ThreadedAnswers",
    "build_store",
    "dataset_digest",
    "fill",
    "is_current",
    "open_reader",
    "open_served",
    "store_aside",
    "switch_store",
    "table",
]
