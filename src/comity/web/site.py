"""What every page needs: the reader, the settings, the templates, the names of things."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import jinja2
from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import HTMLResponse

from comity import __version__
from comity.queries import Value, bind, names, read
from comity.resources import path
from comity.store import Reader, Row, Table
from comity.web.language import LANGUAGES, language_of, strings
from comity.web.links import Links, with_parameters
from comity.web.names import Names

__all__ = ["Site", "iris_of", "page_query", "site_of"]


@dataclass(frozen=True, slots=True)
class Site:
    """The site over one reader; `dataset` is the file offered for download, if any."""

    reader: Reader
    links: Links
    title: str
    dataset: Path | None
    templates: jinja2.Environment

    def ask(self, query: str, /, **values: str | Iterable[str]) -> Table:
        """Return the rows of one of the pages' own queries; values are IRIs, several mean any of them."""
        return self.reader.select(bind(page_query(query), {name: _nodes(value) for name, value in values.items()}))

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
            language_links=[(code, request.url.include_query_params(lang=code).query) for code in LANGUAGES],
            here=quote(request.scope["path"]),
            kept=kept,
        )
        return HTMLResponse(
            text, status, headers={"vary": "Accept, Accept-Language", "content-language": language.code}
        )


def site_of(request: Request) -> Site:
    """Return the site that the application was made for."""
    site: Site = request.app.state.site
    return site


def iris_of(rows: Iterable[Row]) -> set[str]:
    """Return every IRI in these rows."""
    return {term.value for row in rows for term in row.values() if isinstance(term, NamedNode)}


@cache
def page_query(name: str) -> str:
    """Return the text of one of the pages' own queries."""
    return read(path(f"queries/web/{name}.rq")).text


def _nodes(value: str | Iterable[str]) -> list[Value]:
    return [NamedNode(iri) for iri in ([value] if isinstance(value, str) else sorted(set(value)))]
