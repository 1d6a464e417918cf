"""The n-ary nodes behind plain triples: citations, stances, other speech acts."""

from collections.abc import Iterator

import pyoxigraph as ox

from comity.graph.names import Names
from comity.model import Statement, Value
from comity.namespaces import COMITY, RDF, concept

__all__ = ["statement_nodes"]

_STANCES = frozenset(("proposes", "supports", "objectsTo"))
_ACTS = frozenset(("addresses", "establishes", "hasProvision"))


def statement_nodes(statement: Statement, document: str, day: Value | None, names: Names) -> Iterator[ox.Triple]:
    """Yield the node that carries the detail of a citation, stance or other speech act; nothing for other triples.

    `day` is the date of the instrument in which the act is performed.
    """
    if statement.kind is None:
        return
    if statement.predicate in _STANCES | _ACTS:
        yield from _speech_act(statement, document, day, names)
    else:
        yield from _citation(statement, document, names)


def _citation(statement: Statement, document: str, names: Names) -> Iterator[ox.Triple]:
    node = _node("citation", statement, document, names)
    yield _triple(node, RDF.type, ox.NamedNode(COMITY.Citation))
    yield _triple(node, COMITY.citing, names.term(statement.subject))
    yield _triple(node, COMITY.cited, names.term(statement.object))
    yield _triple(node, COMITY.kind, ox.NamedNode(concept("citation-kind", statement.kind or "cites")))
    yield from _details(node, statement, names)


def _speech_act(statement: Statement, document: str, day: Value | None, names: Names) -> Iterator[ox.Triple]:
    stance = statement.predicate in _STANCES
    node = _node("speech-act", statement, document, names)
    yield _triple(node, RDF.type, ox.NamedNode(COMITY.Stance if stance else COMITY.SpeechAct))
    yield _triple(node, COMITY.proponent, names.term(statement.subject))
    if statement.predicate != "hasProvision":
        role = COMITY.addressee if statement.predicate == "addresses" else COMITY.object
        yield _triple(node, role, names.term(statement.object))
    yield _triple(node, COMITY.kind, ox.NamedNode(concept("speech-act-kind", statement.kind or "")))
    yield _triple(node, COMITY.modality, ox.NamedNode(concept("modality", statement.modality)))
    if day is not None:
        yield _triple(node, COMITY.date, names.term(day))
    yield from _details(node, statement, names)


def _details(node: ox.NamedNode, statement: Statement, names: Names) -> Iterator[ox.Triple]:
    for name, value in statement.details:
        yield _triple(node, COMITY[name], names.term(value))


def _node(kind: str, statement: Statement, document: str, names: Names) -> ox.NamedNode:
    described = (names.local(value) for _, value in statement.details)
    return names.node(
        kind,
        document,
        statement.subject.identifier,
        statement.predicate,
        names.local(statement.object),
        statement.kind or "",
        *described,
    )


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), value)
