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

Row = Mapping[str, NamedNode | BlankNode | Literal | Triple]
ByLanguage = dict[str, str]

_STAND_INS = (DCTERMS.title, COMITY.number, COMITY.kind, COMITY.role, RDF.type)
"""The properties that ``queries/web/unnamed.rq`` reads, the better name first."""


class Rows(Protocol):
    """Whatever answers a SELECT with rows of terms by variable name."""

    def select(self, query: str, /) -> Iterable[Row]:
        """Return the rows."""


def names(iris: Collection[str], source: Rows) -> dict[str, ByLanguage]:
    """Return the names of resources: IRI to language to name; what has none is absent, "" is "no language".

    What has no preferred label is called by its title, else by the number of a paragraph, else by whose act or role of
    which kind it is, else by its class.
    """
    found: dict[str, ByLanguage] = {}
    for row in _ask("names", iris, source):
        _add(found, _iri(row, "resource"), row.get("name"))
    unnamed = set(iris) - found.keys()
    stand_ins: dict[str, dict[str, ByLanguage]] = {name: {} for name in _STAND_INS}
    for row in _ask("unnamed", unnamed, source):
        whose = row.get("whose")
        before = f"{whose.value}: " if isinstance(whose, Literal) else ""
        _add(stand_ins[_iri(row, "property")], _iri(row, "resource"), row.get("name", row["value"]), before)
    for by_resource in reversed(stand_ins.values()):
        found.update(by_resource)
    return found


def _ask(query: str, iris: Collection[str], source: Rows) -> Iterable[Row]:
    return source.select(bind(_query(query), {"resource": [NamedNode(iri) for iri in sorted(iris)]})) if iris else ()


def _add(found: dict[str, ByLanguage], iri: str, name: object, before: str = "") -> None:
    if isinstance(name, Literal):
        by_language = found.setdefault(iri, {})
        language = name.language or ""
        written = before + name.value
        by_language[language] = min(written, by_language.get(language, written))


def _iri(row: Row, name: str) -> str:
    term = row[name]
    return term.value if isinstance(term, NamedNode) else ""


@cache
def _query(name: str) -> str:
    return read(resources.path(f"queries/web/{name}.rq")).text
