"""Tables as CSV: comma, double quotes, CR LF and a header as in RFC 4180, in UTF-8."""

import csv
import io
from collections.abc import Iterable, Mapping

from comity.export.flat import Record, flat_edge, flat_node
from comity.network import Edge, Network, Selects, rows, value

__all__ = ["edges_csv", "nodes_csv", "statements_csv"]

_NODE = ("iri", "label", "label_ru", "label_en", "category", "role", "types", "date", "symbol", "in_corpus")
_EDGE = (
    *("source", "target", "source_label", "target_label", "label", "weight", "kinds"),
    *("strength", "positive", "negative", "dates", "via", "acts", "assertions", "documents"),
)
_STATEMENT = (
    *("document", "start", "end", "quote", "subject", "predicate", "object"),
    *("modality", "confidence", "attributed_to", "rule", "assertion"),
)


def nodes_csv(network: Network, language: str = "ru") -> bytes:
    """Return one row a node; ``label`` is in the language."""
    return _csv(_NODE, ({"iri": node.iri, **flat_node(node, language)} for node in network.nodes))


def edges_csv(network: Network, language: str = "ru") -> bytes:
    """Return one row a tie; ``label``, the names of its ends and of its kinds, is in the language."""
    return _csv(_EDGE, (_ends(network, edge, language) | flat_edge(network, edge, language) for edge in network.edges))


def statements_csv(source: Selects) -> bytes:
    """Return one row a statement and a quote it rests on, by document and place; offsets count code points."""
    return _csv(_STATEMENT, ({name: value(row, name) for name in _STATEMENT} for row in rows(source, "statements")))


def _ends(network: Network, edge: Edge, language: str) -> Record:
    source, target = network.node(edge.source), network.node(edge.target)
    return {
        "source": source.iri,
        "target": target.iri,
        "source_label": source.label(language),
        "target_label": target.label(language),
    }


def _csv(columns: tuple[str, ...], records: Iterable[Mapping[str, str | float | bool]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, columns, lineterminator="\r\n")
    writer.writeheader()
    # JSON's spelling of booleans, which other tools read.
    writer.writerows(
        {name: str(field).lower() if isinstance(field, bool) else field for name, field in record.items()}
        for record in records
    )
    return buffer.getvalue().encode()
