"""What every page needs: the reader, the settings, names of things, and the templates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import HTMLResponse

from comity import __version__
from comity.resources import path
from comity.namespaces import PREFIXES
from comity.queries import Value, bind, names, read
from comity.store import Reader, Row, Table
from comity.web.language import LANGUAGES, Label, language_of, pick, strings
from comity.web.links import Links, with_parameters

__all__ = ["Names", "Site", "iris_of", "page_query", "site_of"]


@dataclass(frozen=True, slots=True)
class Site:
    """The site over one reader; `dataset` is the file offered for download, if any."""

    reader: Reader
    links: Links
    title: str
    dataset: Path | None
    templates: jinja2.Environment

    def ask(self, query: str, /, **values: str | Iterable[str]) -> Table:
        """Return the rows of one of the pages' own queries; values are IRIs, a list means any of them."""
        bound = {name: _nodes(value) for name, value in values.items()}
        return self.reader.select(bind(page_query(query), bound))

    def page(
        self, request: Request, template: str, /, *, status: int = 200, resources: Iterable[str] = (), **values: object
    ) -> HTMLResponse:
        """Return a page in the language of the request; `resources` are the IRIs it shows by their names."""
        language = language_of(request)
        kept = {"lang": language.code} if language.chosen else {}
        text = self.templates.get_template(template).render(
            values,
            names=Names(names({iri for iri in resources if iri}, self.reader), language.code),
            t=strings(language.code).__getitem__,
            lang=language.code,
            site=self,
            version=__version__,
            href=lambda address: with_parameters(address, kept),
            language_links=[(code, str(request.url.include_query_params(lang=code).query)) for code in LANGUAGES],
            here=request.url.path,
            kept=kept,
        )
        return HTMLResponse(text, status, headers={"vary": "Accept, Accept-Language", "content-language": language.code})


@dataclass(frozen=True, slots=True)
class Names:
    """Names of resources in the language of a page."""

    known: Mapping[str, Mapping[str, str]]
    code: str

    def __call__(self, iri: str) -> Label:
        """Return the name of an IRI; where it has none, its prefixed name or the end of its path."""
        if iri in self.known:
            return pick(self.known[iri], self.code)
        for prefix, namespace in PREFIXES.items():
            if iri.startswith(namespace):
                term = f"{prefix}:{iri.removeprefix(namespace)}"
                return Label(strings(self.code).get(term, term), self.code if term in strings(self.code) else "")
        return Label(iri.partition("/id/")[2] or iri, "")

    def others(self, iri: str) -> list[Label]:
        """Return the names in the other languages."""
        shown = self(iri).language
        return [Label(name, language) for language, name in self.known.get(iri, {}).items() if language != shown]


def site_of(request: Request) -> Site:
    """Return the site that the application was made for."""
    site = request.app.state.site
    if not isinstance(site, Site):
        raise TypeError("the application was not made by create_app")
    return site


def iris_of(rows: Iterable[Row]) -> set[str]:
    """Return every IRI in these rows."""
    return {term.value for row in rows for term in row.values() if isinstance(term, NamedNode)}


@cache
def page_query(name: str) -> str:
    """Return the text of one of the pages' own queries."""
    return read(path(f"queries/web/{name}.rq")).text


def _nodes(value: str | Iterable[str]) -> list[Value]:
    return [NamedNode(value)] if isinstance(value, str) else [NamedNode(iri) for iri in value]
