"""Statements become named graphs: one of facts and one of evidence a document, reference data, the ontology."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import pyoxigraph as ox

from comity import resources
from comity.errors import ReferenceDataError
from comity.graph.evidence import evidence_triples
from comity.graph.names import Names
from comity.graph.nodes import statement_nodes
from comity.graph.record import record_evidence, record_facts
from comity.graph.reference import reference_triples
from comity.model import BlockKind, Document, DocumentKind, Entity, Link, NameKind, Reading, Register, Statement, Value
from comity.namespaces import BASE, CODE, COMITY, DCTERMS, RDF, RDFS, SKOS, concept
from comity.statements.context import INSTRUMENTS, provision_entity

__all__ = ["Extraction", "document_quads", "ontology_quads", "reference_quads"]

_Subject = ox.NamedNode | ox.BlankNode | ox.Triple
_Term = TypeVar("_Term", _Subject, _Subject | ox.Literal)
_CLASSES = {DocumentKind.NEWS: "NewsReport", DocumentKind.SPEECH: "Speech"}


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document.

    `own` is the instrument it is the text of; `publisher` is whom its metadata names, which no words of it prove;
    `register` is what the record of its file states beside the text.
    """

    reading: Reading
    links: tuple[Link, ...]
    own: Entity | None
    statements: tuple[Statement, ...]
    publisher: Entity | None = None
    register: Register = field(default_factory=Register)

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.reading.document


def ontology_quads(names: Names) -> Iterator[ox.Quad]:
    """Yield the ontology with its code lists and alignments; its IRIs do not move with the base."""
    folder = resources.path("ontology")
    files = [folder / "comity.ttl", *sorted(folder.glob("codelists/*.ttl")), *sorted(folder.glob("alignments/*.ttl"))]
    for file in files:
        label = _Labels(file.stem)
        try:
            for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=CODE):
                yield ox.Quad(label(quad.subject), quad.predicate, label(quad.object), names.graph("ontology"))
        except (SyntaxError, ValueError) as error:
            raise ReferenceDataError(f"{file.name}: {error}") from error


class _Labels:
    """Labels for the blank nodes of a file, by their order in it: the same in every build."""

    def __init__(self, prefix: str) -> None:
        self._prefix = re.sub(r"\W", "", prefix)
        self._numbers: dict[ox.BlankNode, int] = {}

    def __call__(self, term: _Term) -> _Term:
        if not isinstance(term, ox.BlankNode):
            return term
        return ox.BlankNode(f"{self._prefix}{self._numbers.setdefault(term, len(self._numbers))}")


def reference_quads(names: Names) -> Iterator[ox.Quad]:
    """Yield the authority records under the dataset's base; judgements are applied, and told by `identity_quads`."""
    graph = names.graph("reference")
    triples = reference_triples()
    judgements = {t.subject for t in triples if t.object == ox.NamedNode(COMITY.Judgement)}
    for triple in triples:
        if triple.subject in judgements:
            continue
        yield ox.Quad(_rebased(triple.subject, names), triple.predicate, _rebased(triple.object, names), graph)


def _rebased(term: _Term, names: Names) -> _Term:
    ours = f"{BASE}id/"
    if names.base != BASE and isinstance(term, ox.NamedNode) and term.value.startswith(ours):
        return names.resource(term.value[len(ours) :])
    return term


def document_quads(extraction: Extraction, names: Names) -> Iterator[ox.Quad]:
    """Yield the facts and the evidence of one document, each in its graph, without repetition."""
    source = extraction.document.source
    graph = names.facts(source.identifier)
    for triple in dict.fromkeys(_facts(extraction, names)):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)
    kind = extraction.document.kind
    evidence = (
        *evidence_triples(extraction.statements, source, extraction.own, kind, names),
        *record_evidence(extraction.register, source.identifier, names),
    )
    graph = names.evidence(source.identifier)
    for triple in dict.fromkeys(evidence):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _facts(extraction: Extraction, names: Names) -> Iterator[ox.Triple]:
    yield from _metadata(extraction, names)
    yield from _provisions(extraction, names)
    day = _day(extraction)
    identifier = extraction.document.source.identifier
    for statement in extraction.statements:
        subject, value = names.resource(statement.subject.identifier), names.term(statement.object)
        yield ox.Triple(subject, names.predicate(statement.predicate), value)
        if statement.predicate == "status":
            yield ox.Triple(subject, ox.NamedNode(RDF.type), ox.NamedNode(COMITY.Initiative))
        if statement.predicate == "objectsTo" and isinstance(value, ox.NamedNode) and not _is_instrument(statement):
            yield ox.Triple(value, ox.NamedNode(RDF.type), ox.NamedNode(COMITY.Initiative))
        yield from statement_nodes(statement, identifier, day, names)
    if extraction.own is not None:
        yield from record_facts(extraction.register, extraction.own, identifier, names)
    described: dict[str, Entity] = {}
    for entity in _named(extraction):
        described.setdefault(entity.identifier, entity)
    for entity in described.values():
        if not entity.known and not entity.identifier.startswith(("document/", "provision/")):
            yield from _description(entity, names)


def _named(extraction: Extraction) -> Iterator[Entity]:
    """Yield what the facts speak of; where two entities have one identifier, the first describes it."""
    yield from filter(None, (extraction.own, extraction.publisher))
    for statement in extraction.statements:
        yield from (e for e in (statement.subject, statement.object, statement.speaker) if isinstance(e, Entity))
    for recorded in extraction.register.recorded:
        yield from (e for e in (recorded.subject, recorded.object) if isinstance(e, Entity))


def _is_instrument(statement: Statement) -> bool:
    return isinstance(statement.object, Entity) and statement.object.is_a(*INSTRUMENTS)


def _day(extraction: Extraction) -> Value | None:
    """Return the date of every act that a document tells of: that of its own instrument, or the report's own."""
    own = extraction.own.identifier if extraction.own else None
    published = extraction.document.source.metadata.published
    if own is None and published is not None:
        return Value(published.isoformat(), "date")
    dates = (
        s.object
        for s in extraction.statements
        if (s.subject.identifier == own and s.predicate == "date") or (own is None and s.predicate == "issued")
    )
    return next((value for value in dates if isinstance(value, Value)), None)


def _description(entity: Entity, names: Names) -> Iterator[ox.Triple]:
    node = names.resource(entity.identifier)
    for type_ in entity.types:
        yield ox.Triple(node, ox.NamedNode(RDF.type), ox.NamedNode(COMITY[type_]))
    for name in entity.names:
        label = ox.Literal(name.text, language=name.language)
        yield ox.Triple(node, ox.NamedNode(SKOS[name.kind.value]), label)
        if name.kind is NameKind.PREFERRED:
            yield ox.Triple(node, ox.NamedNode(RDFS.label), label)
    if entity.kind:
        yield ox.Triple(node, ox.NamedNode(COMITY.kind), ox.NamedNode(concept(*entity.kind.split("/"))))


def _metadata(extraction: Extraction, names: Names) -> Iterator[ox.Triple]:
    document, source = extraction.document, extraction.document.source
    node = names.resource(f"document/{source.identifier}")
    metadata = source.metadata
    title = next(
        (document.quote(b.span).replace("\n", " ") for b in document.blocks if b.kind is BlockKind.TITLE), None
    )
    label = ox.Literal(title or source.identifier, language=document.language if title else None)
    yield ox.Triple(node, ox.NamedNode(RDF.type), ox.NamedNode(COMITY[_CLASSES.get(document.kind, "Document")]))
    yield ox.Triple(node, ox.NamedNode(DCTERMS.identifier), ox.Literal(source.identifier))
    yield ox.Triple(node, ox.NamedNode(RDFS.label), label)
    yield ox.Triple(node, ox.NamedNode(DCTERMS.title), label)
    yield ox.Triple(node, ox.NamedNode(COMITY.language), ox.Literal(document.language))
    yield ox.Triple(node, ox.NamedNode(COMITY.contentDigest), ox.Literal(f"sha256:{source.digest}"))
    if extraction.publisher is not None:
        yield ox.Triple(node, ox.NamedNode(COMITY.publisher), names.resource(extraction.publisher.identifier))
    if metadata.url:
        yield ox.Triple(node, ox.NamedNode(COMITY.sourceUrl), names.term(Value(metadata.url, "anyURI")))
    if metadata.licence:
        yield ox.Triple(node, ox.NamedNode(DCTERMS.rights), ox.Literal(metadata.licence))
    for predicate, day in ((DCTERMS.dateSubmitted, metadata.received), (DCTERMS.issued, metadata.published)):
        if day:
            yield ox.Triple(node, ox.NamedNode(predicate), names.term(Value(day.isoformat(), "date")))


def _provisions(extraction: Extraction, names: Names) -> Iterator[ox.Triple]:
    """Yield the numbered paragraphs of the document's own instrument; sub-paragraphs are part of their paragraph."""
    own, document = extraction.own, extraction.document
    if own is None:
        return
    for block in document.blocks:
        if block.number is None or block.kind is BlockKind.FOOTNOTE:
            continue
        entity = provision_entity(own, block)
        node = names.resource(entity.identifier)
        text = ox.Literal(document.quote(block.span), language=document.language)
        yield ox.Triple(node, ox.NamedNode(RDF.type), ox.NamedNode(COMITY[entity.types[0]]))
        yield ox.Triple(names.resource(own.identifier), ox.NamedNode(COMITY.hasProvision), node)
        yield ox.Triple(node, ox.NamedNode(RDFS.label), ox.Literal(f"{own.symbol or own.label}, {block.number}"))
        yield ox.Triple(node, ox.NamedNode(COMITY.number), ox.Literal(block.number))
        yield ox.Triple(node, ox.NamedNode(COMITY.text), text)
        if block.kind is BlockKind.SUBPARAGRAPH and block.lead is not None and document.blocks[block.lead].number:
            whole = provision_entity(own, document.blocks[block.lead])
            yield ox.Triple(node, ox.NamedNode(COMITY.partOf), names.resource(whole.identifier))
