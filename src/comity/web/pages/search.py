"""Search in names: preferred and other labels, abbreviations, symbols, titles."""

from pyoxigraph import Literal, NamedNode
from starlette.requests import Request
from starlette.responses import Response

from comity.queries import bind
from comity.web.site import iris_of, page_query, site_of
from comity.web.types import classes_of

__all__ = ["folded", "search"]

_SHOWN = 50


def folded(text: str) -> str:
    """Return the text as ``queries/web/search.rq`` compares it: in lower case, ё as е, single spaces."""
    return " ".join(text.lower().replace("ё", "е").split())


def search(request: Request) -> Response:
    """Return the resources that have the text of ``?q=`` in a name; a whole match first, then a beginning."""
    site = site_of(request)
    text = request.query_params.get("q", "").strip()
    wanted = folded(text)
    found: dict[str, tuple[int, str]] = {}
    if wanted:
        for row in site.reader.select(bind(page_query("search"), {"text": Literal(wanted)})):
            resource, name, name_folded = row["resource"], row["name"], row["folded"]
            if isinstance(resource, NamedNode) and isinstance(name, Literal) and isinstance(name_folded, Literal):
                hit = (_distance(wanted, name_folded.value), name.value)
                found[resource.value] = min(hit, found.get(resource.value, hit))
    best = sorted(found, key=lambda iri: (found[iri][0], len(found[iri][1]), iri))
    shown = best[:_SHOWN]
    types = site.ask("types", resource=shown)
    return site.page(
        request,
        "search.html",
        text=text,
        search_text=text,
        hits=[(iri, found[iri][1]) for iri in shown],
        classes=classes_of(types),
        more=len(best) - len(shown),
        resources={*shown, *iris_of(types)},
    )


def _distance(wanted: str, name: str) -> int:
    """Return 0 for the whole name, 1 for its beginning, 2 for the beginning of a word in it, 3 for the rest."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if f" {wanted}" in name else 3
