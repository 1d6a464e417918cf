"""Names, classes, dates and symbols: what is known of the ends of ties."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal

from comity.namespaces import COMITY
from comity.network.model import Edge, Node, tail
from comity.network.projections import Projection
from comity.network.rows import Row, value

__all__ = ["describe"]


@dataclass(slots=True)
class _Record:
    """What the rows tell of one resource, as they arrive."""

    labels: dict[str, str] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    categories: set[tuple[int, str]] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    symbols: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    def read(self, row: Row) -> None:
        label = row.get("label")
        if isinstance(label, Literal):
            language = label.language or ""
            # One preferred name a language is the rule; where data breaks it, the choice must not depend on row order.
            self.labels[language] = min(label.value, self.labels.get(language, label.value))
        if "category" in row:
            self.categories.add((int(value(row, "precedence")), tail(value(row, "category"))))
        for name, values in (
            ("type", self.types),
            ("date", self.dates),
            ("symbol", self.symbols),
            ("document", self.documents),
        ):
            if name in row:
                values.add(value(row, name))


def describe(
    edges: Collection[Edge], declared: Projection, rows: Iterable[Row]
) -> tuple[tuple[Node, ...], Mapping[str, Mapping[str, str]]]:
    """Return the nodes at the ends of the ties, sorted, and labels of kinds, classes and instruments spoken through.

    Args:
        edges: the ties of the network.
        declared: its projection, which names the roles.
        rows: of ``queries/network/attributes.rq``.
    """
    sources, targets = {edge.source for edge in edges}, {edge.target for edge in edges}
    mentioned = {iri for edge in edges for iri in (*edge.kinds, *edge.via)}
    records: defaultdict[str, _Record] = defaultdict(_Record)
    for row in rows:
        iri = value(row, "node")
        if iri in sources or iri in targets or iri in mentioned or iri.startswith(COMITY.iri):
            records[iri].read(row)
    nodes = tuple(_node(iri, _role(iri, sources, targets, declared), records[iri]) for iri in sorted(sources | targets))
    return nodes, dict(_captions(records, mentioned, nodes))


def _role(iri: str, sources: set[str], targets: set[str], declared: Projection) -> str:
    if declared.two_mode and iri in sources and iri in targets:
        return "both"
    return declared.roles[0 if iri in sources else 1]


def _node(iri: str, role: str, record: _Record) -> Node:
    return Node(
        iri=iri,
        role=role,
        labels=dict(sorted(record.labels.items())),
        types=tuple(sorted(tail(name) for name in record.types)),
        category=min(record.categories, default=(0, ""))[1],
        date=min(record.dates, default=""),
        symbol=min(record.symbols, default=""),
        in_corpus=bool(record.documents),
    )


def _captions(
    records: Mapping[str, _Record], mentioned: set[str], nodes: Iterable[Node]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    classes = {COMITY.iri + name for node in nodes for name in (*node.types, node.category) if name}
    for iri in sorted(classes | mentioned):
        if iri in records:
            yield iri, dict(sorted(records[iri].labels.items()))
