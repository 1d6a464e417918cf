"""Judgements about what is one thing, as RDF, and the quads of documents with one name for what is one.

Judgements are in the graph "identity", the words they rest on in its evidence graph. An identifier that gave way is
`dcterms:isReplacedBy` the one that stands for both; documents that were built alone still use it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from comity.errors import ReferenceDataError
from comity.graph.evidence import rule_triples, span_triples
from comity.graph.names import Names
from comity.matching import Decision, Judgement, Place, Profile, Resolution
from comity.model import NameKind
from comity.namespaces import BASE, COMITY, DCTERMS, RDF, RDFS, SKOS, XSD, concept

__all__ = ["given_judgements", "identity_quads", "resolved_quads"]

_GRAPH = "identity"
_RESOURCES = f"{BASE}id/"
_LABELS = frozenset((SKOS.prefLabel, RDFS.label))


def given_judgements(triples: Iterable[ox.Triple]) -> tuple[Judgement, ...]:
    """Return what people decided in the reference data, in the order of the things.

    Raises:
        ReferenceDataError: a judgement compares less than two things, or its decision is none of the code list.
    """
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.object, ox.NamedNode | ox.Literal):
            language = getattr(triple.object, "language", None) or ""
            facts[str(triple.subject)][triple.predicate.value + language].append(triple.object.value)
    judgements = [_given(node, found) for node, found in facts.items() if COMITY.Judgement in found[RDF.type]]
    return tuple(sorted(judgements, key=lambda judgement: judgement.things))


def _given(node: str, facts: Mapping[str, list[str]]) -> Judgement:
    things = sorted(iri.removeprefix(_RESOURCES) for iri in facts[COMITY.compared])
    decisions = {concept("judgement", decision): decision for decision in Decision}
    decision = [decisions[iri] for iri in facts[COMITY.decision] if iri in decisions]
    if len(things) < 2 or len(decision) != 1:  # noqa: PLR2004 - a pair at least
        raise ReferenceDataError(f"{node}: a judgement compares two things or more and has one decision")
    russian, english, author = (
        next(iter(facts[name]), "") for name in (f"{COMITY.reason}ru", f"{COMITY.reason}en", DCTERMS.creator)
    )
    return Judgement(decision[0], tuple(things), reason=(russian, english), author=author)


def identity_quads(resolution: Resolution, names: Names) -> Iterator[ox.Quad]:
    """Yield the judgements and the words they rest on."""
    facts = names.graph(_GRAPH)
    evidence = ox.NamedNode(f"{facts.value}/evidence")
    for judgement in resolution.judgements:
        parts = (judgement.decision, judgement.rule, *judgement.things, "", *judgement.replaced)
        node = names.node("judgement", "identity", *parts)
        for triple in _judgement(node, judgement, names):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, facts)
        for triple in (triple for place in judgement.places for triple in _place(node, place, names)):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, evidence)


def _judgement(node: ox.NamedNode, judgement: Judgement, names: Names) -> Iterator[ox.Triple]:
    yield _triple(node, RDF.type, ox.NamedNode(COMITY.Judgement))
    yield _triple(node, COMITY.decision, ox.NamedNode(concept("judgement", judgement.decision)))
    for thing in judgement.things:
        yield _triple(node, COMITY.compared, names.resource(thing))
    for language, text in zip(("ru", "en"), judgement.reason, strict=True):
        if text:
            yield _triple(node, COMITY.reason, ox.Literal(text, language=language))
    if judgement.rule:
        confidence = ox.Literal(f"{judgement.confidence:.2f}", datatype=ox.NamedNode(XSD.decimal))
        yield _triple(node, COMITY.confidence, confidence)
        yield from rule_triples(node, judgement.rule, names)
    if judgement.author:
        yield _triple(node, DCTERMS.creator, ox.Literal(judgement.author))
    for old in judgement.replaced if judgement.decision is Decision.SAME else ():
        yield _triple(names.resource(old), DCTERMS.isReplacedBy, names.resource(judgement.things[0]))


def _place(node: ox.NamedNode, place: Place, names: Names) -> Iterator[ox.Triple]:
    span = names.span(place.document, place.span)
    yield _triple(node, COMITY.evidence, span)
    document = names.resource(f"document/{place.document}")
    yield from span_triples(span, document, place.span, place.exact, (place.prefix, place.suffix))


def resolved_quads(quads: Iterable[ox.Quad], document: str, resolution: Resolution, names: Names) -> Iterator[ox.Quad]:
    """Yield the quads of a document with the identifiers that its things have among all documents."""
    changed = resolution.replaced.get(document, {})
    replaced = {names.resource(old): names.resource(new) for old, new in changed.items()}
    if not replaced:
        yield from quads
        return
    merged = (identifier for identifier in changed.values() if identifier in resolution.merged)
    heads = {names.resource(identifier): resolution.merged[identifier] for identifier in merged}
    for quad in quads:
        subject = replaced.get(quad.subject, quad.subject) if isinstance(quad.subject, ox.NamedNode) else quad.subject
        value = replaced.get(quad.object, quad.object) if isinstance(quad.object, ox.NamedNode) else quad.object
        head = heads.get(subject) if isinstance(subject, ox.NamedNode) and quad.subject in replaced else None
        if head is not None and quad.predicate.value in _LABELS:
            yield from _named(quad, subject, head)
        else:
            yield ox.Quad(subject, quad.predicate, value, quad.graph_name)


def _named(quad: ox.Quad, subject: ox.NamedNode | ox.BlankNode | ox.Triple, head: Profile) -> Iterator[ox.Quad]:
    """A thing has one preferred name in a language: that of the record or document that names it best."""
    label = quad.object
    if not isinstance(label, ox.Literal):
        return
    preferred = [n for n in head.entity.names if n.kind is NameKind.PREFERRED and n.language == label.language]
    if not preferred:
        yield ox.Quad(subject, quad.predicate, label, quad.graph_name)
        return
    if label.value != preferred[0].text:
        yield ox.Quad(subject, ox.NamedNode(SKOS.altLabel), label, quad.graph_name)
    if not head.entity.known:
        better = ox.Literal(preferred[0].text, language=label.language)
        yield ox.Quad(subject, quad.predicate, better, quad.graph_name)


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), value)
