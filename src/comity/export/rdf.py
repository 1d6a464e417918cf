"""Quads to the bytes of RDF formats.

N-Quads and TriG hold all graphs by their names. The other formats hold the facts: every graph but the evidence, as the
default graph of the endpoint does.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    serialize,
)

from comity.errors import DatasetError
from comity.export.formats import FORMATS, Format
from comity.export.jsonld import jsonld
from comity.namespaces import PREFIXES
from comity.network import Selects, rows, value
from comity.network.xml_text import keep_carriage_returns, legal

__all__ = ["dataset_bytes", "quads"]


def quads(source: Selects) -> Iterator[Quad]:
    """Yield every quad of every named graph of a store."""
    for row in rows(source, "quads"):
        subject = row["subject"]
        if not isinstance(subject, Literal):  # it never is; the type of a row does not know
            yield Quad(subject, NamedNode(value(row, "predicate")), row["object"], NamedNode(value(row, "graph")))


def dataset_bytes(quads: Iterable[Quad], form: str, graph: str = "") -> bytes:
    """Return a dataset in an RDF format of `FORMATS`; the order of the quads does not matter.

    RDF/XML cannot hold the control characters that XML 1.0 forbids: there they become U+FFFD.

    Args:
        quads: of named graphs.
        form: ``turtle``, ``json-ld``, ``n-triples``, ``rdf-xml``, ``n-quads`` or ``trig``.
        graph: IRI of the one graph to write; empty for all that the format holds.

    Raises:
        DatasetError: the format is none of these, or the dataset has no such graph.
    """
    chosen = FORMATS.get(form)
    if chosen is None or chosen.rdf is None:
        known = ", ".join(name for name, declared in FORMATS.items() if declared.rdf)
        raise DatasetError(f"{form!r} is not an RDF format; there are {known}")
    kept = _ordered(_scope(quads, chosen, graph))
    if chosen.rdf == RdfFormat.JSON_LD:
        return jsonld(kept)
    if chosen.rdf == RdfFormat.RDF_XML:
        return keep_carriage_returns(_serialised(map(_legal, kept), chosen.rdf))
    return _serialised(kept, chosen.rdf)


def _scope(quads: Iterable[Quad], form: Format, graph: str) -> set[Quad]:
    if graph:
        kept = {quad for quad in quads if _graph_name(quad) == graph}
        if not kept:
            raise DatasetError(f"the dataset has no graph <{graph}>")
    else:
        kept = {quad for quad in quads if form.named_graphs or not _graph_name(quad).endswith("/evidence")}
    if form.named_graphs:
        return kept
    return {Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in kept}


def _graph_name(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value


def _ordered(quads: set[Quad]) -> list[Quad]:
    """Return quads in the order of their N-Quads lines, by graph first, blank nodes named by RDFC-1.0."""
    if any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object)):
        dataset = Dataset(quads)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        quads = set(dataset)
    return sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))


def _legal(quad: Quad) -> Quad:
    term = quad.object
    if not isinstance(term, Literal) or term.value == legal(term.value):
        return quad
    text = legal(term.value)
    replaced = Literal(text, language=term.language) if term.language else Literal(text, datatype=term.datatype)
    return Quad(quad.subject, quad.predicate, replaced, quad.graph_name)


def _serialised(quads: Iterable[Quad], form: RdfFormat) -> bytes:
    return serialize(quads, format=form, prefixes=PREFIXES) or b""
