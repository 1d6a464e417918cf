"""The terms: classes, properties and code lists with their names and definitions, read from the graph."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal
from starlette.requests import Request
from starlette.responses import Response

from comity.namespaces import COMITY, OWL
from comity.store import Row
from comity.web.site import iris_of, site_of
from comity.web.terms import text

__all__ = ["ontology"]


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its definitions by language and the IRIs it is tied to."""

    iri: str
    kind: str
    scheme: str
    definitions: dict[str, str]
    ties: dict[str, list[str]]


def ontology(request: Request) -> Response:
    """Return the page of terms."""
    site = site_of(request)
    rows = site.ask("ontology")
    terms = list(_terms(rows))
    schemes = sorted({term.scheme for term in terms if term.scheme})
    return site.page(
        request,
        "ontology.html",
        classes=[term for term in terms if term.kind == OWL.Class and term.iri in COMITY],
        properties=[term for term in terms if term.kind.endswith("Property") and term.iri in COMITY],
        schemes={scheme: [term for term in terms if term.scheme == scheme] for scheme in schemes},
        resources=iris_of(rows),
    )


def _terms(rows: Iterable[Row]) -> Iterable[Term]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(text(row, "term"), []).append(row)
    for iri, about in grouped.items():
        definitions = {
            term.language or "": term.value
            for term in (row.get("definition") for row in about)
            if isinstance(term, Literal)
        }
        ties = {
            name: sorted({text(row, name) for row in about if name in row}) for name in ("broader", "domain", "range")
        }
        yield Term(iri, text(about[0], "kind"), text(about[0], "scheme"), definitions, ties)
