"""Names of resources, for whoever shows rows to a reader."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from comity import resources
from comity.namespaces import COMITY, DCTERMS, RDF
from comity.queries.catalogue import read
from comity.queries.parameters import bind

__all__ = ["Rows", "names"]

Term = NamedNode | BlankNode | Literal | Triple
ByLanguage = dict[str, str]

_STAND_INS = {DCTERMS.title: "{}", COMITY.number: "§ {}", COMITY.kind: "{}", COMITY.role: "{}", RDF.type: "{}"}
"""What a resource without a name is called by and how that is written, the better first."""
_WHOSE = (COMITY.proponent, COMITY.citing, COMITY.member)


class Rows(Protocol):
    """Whatever answers a SELECT with rows of terms by variable name."""

    def select(self, query: str, /) -> Iterable[Mapping[str, Term]]:
        """Return the rows."""


def names(iris: Collection[str], source: Rows) -> dict[str, ByLanguage]:
    """Return the names of resources: IRI to language to name; what has none is absent, "" is "no language".

    What has no preferred name is called by its title, else by the number of a paragraph, else by whose act or role of
    which kind it is, else by its class.
    """
    found = _preferred(iris, source)
    properties: dict[str, dict[str, Term]] = {}
    for row in _ask("unnamed", set(iris) - found.keys(), source):
        resource, name, value = _iri(row["resource"]), _iri(row["property"]), row["value"]
        known = properties.setdefault(resource, {})
        known[name] = min(value, known.get(name, value), key=str)
    values = {_iri(value) for known in properties.values() for value in known.values()} - {""}
    called = _preferred(values, source)
    for resource, known in properties.items():
        found[resource] = _stand_in(known, called)
    return found


def _preferred(iris: Collection[str], source: Rows) -> dict[str, ByLanguage]:
    found: dict[str, ByLanguage] = {}
    for row in _ask("names", iris, source):
        name = row["name"]
        if isinstance(name, Literal):
            by_language = found.setdefault(_iri(row["resource"]), {})
            language = name.language or ""
            by_language[language] = min(name.value, by_language.get(language, name.value))
    return found


def _stand_in(properties: Mapping[str, Term], called: Mapping[str, ByLanguage]) -> ByLanguage:
    stand_in = next((found for found in _STAND_INS if found in properties), "")
    if not stand_in:
        return {}
    whose = next((_name(properties[found], called) for found in _WHOSE if found in properties), {})
    return {
        language: (f"{whose[language]}: " if language in whose else "") + _STAND_INS[stand_in].format(name)
        for language, name in _name(properties[stand_in], called).items()
    }


def _name(term: Term, called: Mapping[str, ByLanguage]) -> ByLanguage:
    if isinstance(term, Literal):
        return {term.language or "": term.value}
    return called.get(_iri(term), {})


def _ask(query: str, iris: Collection[str], source: Rows) -> Iterable[Mapping[str, Term]]:
    return source.select(bind(_query(query), {"resource": [NamedNode(iri) for iri in sorted(iris)]})) if iris else ()


def _iri(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else ""


@cache
def _query(name: str) -> str:
    return read(resources.path(f"queries/web/{name}.rq")).text
