"""Evidence: an assertion for every extracted triple, with the exact words it rests on.

Selectors follow the Web Annotation Data Model (W3C, 2017): positions count code points of the stored text, half-open.
"""

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from comity.graph.names import Names
from comity.model import DocumentKind, Entity, Source, Span, Statement
from comity.namespaces import COMITY, DCTERMS, OA, PROV, RDF, RDFS, XSD, concept

__all__ = ["evidence_triples", "rule_triples", "span_triples"]

_CONTEXT = 40
_RULE_VERSION = "1"


def evidence_triples(
    statements: Sequence[Statement], source: Source, own: Entity | None, kind: DocumentKind, names: Names
) -> Iterator[ox.Triple]:
    """Yield the assertions about the statements of one document, their spans, their rules, and the text itself."""
    document = names.resource(f"document/{source.identifier}")
    yield _triple(document, COMITY.sourceText, ox.Literal(source.text))
    for group in _by_triple(statements).values():
        yield from _assertion(group, source, own, kind, names)
    for span in {span: None for statement in statements for span in statement.spans}:
        yield from _span(span, source, document, names)


def _by_triple(statements: Iterable[Statement]) -> dict[tuple[str, str, str], list[Statement]]:
    """Return the statements of each triple: one assertion carries all its words, kinds of speech act and speakers."""
    groups: dict[tuple[str, str, str], list[Statement]] = {}
    for statement in statements:
        key = (statement.subject.identifier, statement.predicate, Names.local(statement.object))
        groups.setdefault(key, []).append(statement)
    return groups


def _assertion(
    group: list[Statement], source: Source, own: Entity | None, kind: DocumentKind, names: Names
) -> Iterator[ox.Triple]:
    best = max(group, key=lambda statement: (statement.modality == "asserted", statement.confidence))
    subject, value = names.resource(best.subject.identifier), names.term(best.object)
    local = (best.subject.identifier, best.predicate, names.local(best.object))
    node = names.node("assertion", source.identifier, *local)
    document = names.resource(f"document/{source.identifier}")
    yield _triple(node, RDF.type, ox.NamedNode(COMITY.Assertion))
    yield _triple(node, RDF.subject, subject)
    yield _triple(node, RDF.predicate, names.predicate(best.predicate))
    yield _triple(node, RDF.object, value)
    yield _triple(node, COMITY.confidence, ox.Literal(f"{best.confidence:.2f}", datatype=ox.NamedNode(XSD.decimal)))
    yield _triple(node, COMITY.modality, ox.NamedNode(concept("modality", best.modality)))
    for statement in group:
        speaker = statement.speaker or own
        yield _triple(node, COMITY.attributedTo, names.resource(speaker.identifier) if speaker else document)
        if not kind.is_instrument and speaker is not None and speaker.identifier != f"document/{source.identifier}":
            yield _triple(node, COMITY.reportedBy, document)
        yield from rule_triples(node, statement.rule, names)
        for span in statement.spans:
            yield _triple(node, COMITY.evidence, names.span(source.identifier, span))


def rule_triples(node: ox.NamedNode, name: str, names: Names) -> Iterator[ox.Triple]:
    """Yield which rule made a node, and what the rule is."""
    rule = names.resource(f"rule/{name}")
    yield _triple(node, PROV.wasGeneratedBy, rule)
    yield _triple(rule, RDF.type, ox.NamedNode(COMITY.ExtractionRule))
    yield _triple(rule, RDFS.label, ox.Literal(name.replace("-", " "), language="en"))
    yield _triple(rule, DCTERMS.hasVersion, ox.Literal(_RULE_VERSION))


def _span(span: Span, source: Source, document: ox.NamedNode, names: Names) -> Iterator[ox.Triple]:
    around = (source.text[max(span.start - _CONTEXT, 0) : span.start], source.text[span.end : span.end + _CONTEXT])
    yield from span_triples(names.span(source.identifier, span), document, span, span.of(source.text), around)


def span_triples(
    node: ox.NamedNode, document: ox.NamedNode, span: Span, exact: str, around: tuple[str, str]
) -> Iterator[ox.Triple]:
    """Yield the node of a piece of a document's text: its place, its words, the words before and after."""
    position, quote = ox.NamedNode(f"{node.value}/position"), ox.NamedNode(f"{node.value}/quote")
    yield _triple(node, RDF.type, ox.NamedNode(OA.SpecificResource))
    yield _triple(node, OA.hasSource, document)
    yield _triple(node, OA.hasSelector, position)
    yield _triple(node, OA.hasSelector, quote)
    yield _triple(position, RDF.type, ox.NamedNode(OA.TextPositionSelector))
    yield _triple(position, OA.start, ox.Literal(span.start))
    yield _triple(position, OA.end, ox.Literal(span.end))
    yield _triple(quote, RDF.type, ox.NamedNode(OA.TextQuoteSelector))
    yield _triple(quote, OA.exact, ox.Literal(exact))
    yield _triple(quote, OA.prefix, ox.Literal(around[0]))
    yield _triple(quote, OA.suffix, ox.Literal(around[1]))


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), value)
