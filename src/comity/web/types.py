"""What resources are: their classes, and the family that gives a mark in a text its colour."""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from comity.store import Row

__all__ = ["classes_of", "families_of"]


def classes_of(rows: Iterable[Row]) -> dict[str, list[str]]:
    """Return the class IRIs of each resource in the rows of ``queries/web/types.rq``."""
    return _grouped(rows, "class")


def families_of(rows: Iterable[Row]) -> dict[str, str]:
    """Return the family of each resource ("actor", "instrument", …); one of several is chosen by the alphabet."""
    return {iri: families[0].rpartition("#")[2].lower() for iri, families in _grouped(rows, "family").items()}


def _grouped(rows: Iterable[Row], name: str) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        resource, value = row["resource"], row.get(name)
        if isinstance(resource, NamedNode) and isinstance(value, NamedNode):
            found.setdefault(resource.value, set()).add(value.value)
    return {iri: sorted(values) for iri, values in found.items()}
