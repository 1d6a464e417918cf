"""Triples to compact JSON-LD: one object a subject, names shortened by the prefixes of its context."""

import json
import re
from collections.abc import Iterable
from itertools import groupby
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from comity.namespaces import PREFIXES, RDF, XSD

__all__ = ["jsonld"]

Value: TypeAlias = "str | dict[str, str]"

_LOCAL_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)


def jsonld(quads: Iterable[Quad]) -> bytes:
    """Return a JSON-LD 1.1 document of quads sorted by subject; their graphs are not written."""
    nodes = [
        _node(subject, list(about)) for subject, about in groupby(quads, key=lambda quad: _reference(quad.subject))
    ]
    document = {"@context": PREFIXES, "@graph": nodes}
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def _node(subject: str, about: list[Quad]) -> "dict[str, str | list[Value]]":
    values: dict[str, list[Value]] = {}
    for quad in about:
        if quad.predicate.value == RDF.type and isinstance(quad.object, NamedNode):
            values.setdefault("@type", []).append(_short(quad.object.value))
        else:
            values.setdefault(_short(quad.predicate.value), []).append(_value(quad.object))
    return {"@id": subject, **values}


def _value(term: object) -> Value:
    if not isinstance(term, Literal):
        return {"@id": _reference(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD.string:
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value)}


def _reference(term: object) -> str:
    return _short(term.value) if isinstance(term, NamedNode) else str(term)


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
