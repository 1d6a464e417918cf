"""Values from outside become RDF terms, and terms become part of a query, in one way for every store.

SPARQL over HTTP has no bound parameters, so a value is given as data: ``VALUES ?name { <term> }``, written by the RDF
library's own serialiser, as the first pattern of ``WHERE``. A parameter without a value is left an ordinary variable:
one query answers "of this instrument" and "of all instruments". The pattern binds the outermost group and what it
joins with; a sub-select sees it when it projects the variable.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from comity.errors import QueryError
from comity.namespaces import BASE, PREFIXES, XSD
from comity.queries.lexer import where_group

__all__ = ["Parameter", "Value", "bind", "iri"]

Value = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named gap in a query: its type, its default (None leaves the variable free) and what it means, by language."""

    name: str
    type: str
    default: Value | None
    descriptions: Mapping[str, str]

    def value(self, text: str) -> Value:
        """Return the term that a reader's text stands for.

        Raises:
            QueryError: the text does not fit the type, or nobody knows the type.
        """
        if self.type not in _TYPES:
            raise QueryError(f"parameter {self.name!r} has the unknown type {self.type!r} (known: {', '.join(_TYPES)})")
        try:
            return _TYPES[self.type](text.strip())
        except ValueError as error:
            raise QueryError(f"parameter {self.name!r} wants {self.type}, not {text!r}: {error}") from error


def iri(text: str) -> NamedNode:
    """Return the IRI written as ``<…>``, in full, with one of our prefixes, or as a path of ours (``state/KAZ``).

    Raises:
        ValueError: the text has characters that no IRI has.
    """
    text = text.removeprefix("<").removesuffix(">")
    prefix, colon, local = text.partition(":")
    if colon:
        return NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else text)
    return NamedNode(f"{BASE}id/{text}")


def bind(query: str, values: Mapping[str, Value | Sequence[Value]]) -> str:
    """Return the query with its variables bound to the given terms (a sequence means: any of these).

    Raises:
        QueryError: there are values but no ``WHERE {`` to put them behind.
    """
    if not values:
        return query
    place = where_group(query)
    return query[:place] + "".join(_data(name, value) for name, value in values.items()) + query[place:]


def _data(name: str, value: Value | Sequence[Value]) -> str:
    terms = [value] if isinstance(value, (NamedNode, Literal)) else value
    return f" VALUES {pyoxigraph.Variable(name)} {{ {' '.join(map(str, terms))} }}"


def _date(text: str) -> Literal:
    return Literal(dt.date.fromisoformat(text).isoformat(), datatype=NamedNode(XSD.date))


def _integer(text: str) -> Literal:
    return Literal(int(text))


_TYPES: Mapping[str, Callable[[str], Value]] = {"iri": iri, "string": Literal, "date": _date, "integer": _integer}
