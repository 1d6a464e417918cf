"""What the record of a file states, as RDF: facts like those of the text, with evidence that stands in the record.

An assertion of this kind is attributed to the document, whose text need not say so; its evidence has an
`oa:XPathSelector` (Web Annotation Data Model, 4.2.4) where that of the text has a position in the text.
"""

import html
import re
from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from comity.graph.evidence import rule_triples
from comity.graph.names import Names
from comity.graph.reference import reference_triples
from comity.model import Entity, Recorded, Register, Roll, Subject, Value
from comity.namespaces import BASE, COMITY, DCTERMS, OA, RDF, RDFS, SKOS, XSD, concept

__all__ = ["record_evidence", "record_facts"]

_RULE = "record"


def record_facts(register: Register, own: Entity, document: str, names: Names) -> Iterator[ox.Triple]:
    """Yield the plain triples of a record, its roll calls, and the subjects that a library gave the instrument."""
    node = names.resource(own.identifier)
    for each in register.recorded:
        yield ox.Triple(
            names.resource(each.subject.identifier), names.predicate(each.predicate), names.term(each.object)
        )
    for name in register.unresolved:
        yield _triple(node, COMITY.unresolvedName, ox.Literal(name))
    for roll in register.rolls:
        yield from _roll_call(roll, own, document, names)
    for subject in register.subjects:
        yield from _subject(subject, node, names)


def record_evidence(register: Register, document: str, names: Names) -> Iterator[ox.Triple]:
    """Yield the assertions about the plain triples of a record, and the places in the file that they rest on."""
    for each in register.recorded:
        local = (each.subject.identifier, each.predicate, names.local(each.object))
        node = names.node("assertion", document, *local)
        place = names.node("span", document, each.place, each.words)
        yield _triple(node, RDF.type, ox.NamedNode(COMITY.Assertion))
        yield _triple(node, RDF.subject, names.resource(each.subject.identifier))
        yield _triple(node, RDF.predicate, names.predicate(each.predicate))
        yield _triple(node, RDF.object, names.term(each.object))
        yield _triple(node, COMITY.confidence, ox.Literal("1.00", datatype=ox.NamedNode(XSD.decimal)))
        yield _triple(node, COMITY.modality, ox.NamedNode(concept("modality", "asserted")))
        yield _triple(node, COMITY.attributedTo, names.resource(f"document/{document}"))
        yield _triple(node, COMITY.evidence, place)
        yield from rule_triples(node, _RULE, names)
        yield from _place(place, each, document, names)


def _place(node: ox.NamedNode, recorded: Recorded, document: str, names: Names) -> Iterator[ox.Triple]:
    element, quote = ox.NamedNode(f"{node.value}/element"), ox.NamedNode(f"{node.value}/quote")
    yield _triple(node, RDF.type, ox.NamedNode(OA.SpecificResource))
    yield _triple(node, OA.hasSource, names.resource(f"document/{document}"))
    yield _triple(node, OA.hasSelector, element)
    yield _triple(node, OA.hasSelector, quote)
    yield _triple(element, RDF.type, ox.NamedNode(OA.XPathSelector))
    yield _triple(element, RDF.value, ox.Literal(recorded.place))
    yield _triple(quote, RDF.type, ox.NamedNode(OA.TextQuoteSelector))
    yield _triple(quote, OA.exact, ox.Literal(recorded.words))


def _roll_call(roll: Roll, own: Entity, document: str, names: Names) -> Iterator[ox.Triple]:
    node = names.node("roll-call", document, own.identifier, roll.choice)
    yield _triple(node, RDF.type, ox.NamedNode(COMITY.RollCall))
    yield _triple(node, COMITY.votedOn, names.resource(own.identifier))
    yield _triple(node, COMITY.choice, ox.NamedNode(concept("vote-choice", roll.choice)))
    if roll.count is not None:
        yield _triple(node, COMITY.votes, ox.Literal(roll.count))
    if roll.day is not None:
        yield _triple(node, COMITY.date, names.term(Value(roll.day.isoformat(), "date")))
    for voter in roll.voters:
        yield _triple(node, COMITY.voter, names.resource(voter.identifier))
    for name in roll.unresolved:
        yield _triple(node, COMITY.unresolvedName, ox.Literal(name))


def _subject(subject: Subject, instrument: ox.NamedNode, names: Names) -> Iterator[ox.Triple]:
    """Yield a subject with its scheme and its label; one without an IRI has one of ours, made of scheme and label."""
    scheme, label = subject.scheme, html.unescape(subject.label)
    node = ox.NamedNode(subject.iri) if subject.iri else names.resource(f"subject/{_slug(scheme)}-{_slug(label)}")
    yield _triple(instrument, DCTERMS.subject, node)
    yield _triple(node, RDF.type, ox.NamedNode(SKOS.Concept))
    if scheme:
        known = _schemes().get(scheme)
        home = ox.NamedNode(known) if known else names.resource(f"subject-scheme/{_slug(scheme)}")
        yield _triple(node, SKOS.inScheme, home)
        yield _triple(home, RDF.type, ox.NamedNode(SKOS.ConceptScheme))
    if label != subject.iri:
        yield _triple(node, RDFS.label, ox.Literal(label))


@cache
def _schemes() -> dict[str, str]:
    """Return the IRIs of the schemes of others that the reference data knows, by what files call them: "UNBIS"."""
    kinds = {t.subject for t in reference_triples() if t.object == ox.NamedNode(SKOS.ConceptScheme)}
    notations = (t for t in reference_triples() if t.subject in kinds and t.predicate == ox.NamedNode(SKOS.notation))
    return {
        triple.object.value: triple.subject.value
        for triple in notations
        if isinstance(triple.object, ox.Literal)
        and isinstance(triple.subject, ox.NamedNode)
        and not triple.subject.value.startswith(BASE)
    }


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.casefold()).strip("-")


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), value)
