"""Names of resources, for whoever shows rows to a reader."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from comity import resources
from comity.queries.catalogue import read
from comity.queries.parameters import bind

__all__ = ["Rows", "names"]


class Rows(Protocol):
    """Whatever answers a SELECT with rows of terms by variable name."""

    def select(self, query: str, /) -> Iterable[Mapping[str, NamedNode | BlankNode | Literal | Triple]]:
        """Return the rows."""


def names(iris: Collection[str], source: Rows) -> dict[str, dict[str, str]]:
    """Return the names of resources: IRI to language to name; what has none is absent, "" is "no language".

    The preferred label is taken before a title, that before the number of a provision, that before the kind of a stance
    or membership, and that before the name of the class.
    """
    if not iris:
        return {}
    query = bind(_query(), {"resource": [NamedNode(iri) for iri in sorted(set(iris))]})
    found: dict[str, dict[str, tuple[int, str]]] = {}
    for row in source.select(query):
        resource, name, rank = row["resource"], row["name"], row["rank"]
        if isinstance(resource, NamedNode) and isinstance(name, Literal) and isinstance(rank, Literal):
            best = found.setdefault(resource.value, {})
            language = name.language or ""
            best[language] = min(best.get(language, (9, "")), (int(rank.value), name.value))
    return {iri: _best(by_language) for iri, by_language in found.items()}


def _best(by_language: Mapping[str, tuple[int, str]]) -> dict[str, str]:
    """Keep the names of the best rank only, so that a class name never stands in for a missing translation."""
    best = min(rank for rank, _ in by_language.values())
    return {language: name for language, (rank, name) in sorted(by_language.items()) if rank == best}


@cache
def _query() -> str:
    return read(resources.path("queries/web/names.rq")).text
