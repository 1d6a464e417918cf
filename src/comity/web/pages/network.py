"""The pictures: actors and initiatives, and citations between instruments; each with its table and its downloads."""

import re
from collections.abc import Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from comity.analysis import ranking
from comity.export import FORMATS, edges_csv, network_bytes, nodes_csv
from comity.network import PROJECTIONS, Network, project
from comity.visual import appearances, draw, stylesheet
from comity.web.language import Language, language_of
from comity.web.links import with_parameters
from comity.web.site import site_of

__all__ = ["DOWNLOADS", "citations", "download", "network", "network_stylesheet"]

DOWNLOADS: Mapping[str, tuple[str, Callable[[Network, str], bytes]]] = {
    "nodes.csv": (FORMATS["csv"].media_type, nodes_csv),
    "ties.csv": (FORMATS["csv"].media_type, edges_csv),
    "network.gexf": (
        FORMATS["gexf"].media_type,
        lambda network, language: network_bytes(network, "gexf", language, appearances(network)),
    ),
    "network.graphml": (
        FORMATS["graphml"].media_type,
        lambda network, language: network_bytes(network, "graphml", language),
    ),
}
"""Name of the file to its media type and what writes it in a language."""


def network(request: Request) -> Response:
    """Return the page of actors and initiatives: who proposes, supports, notes what."""
    return _page(request, "actor-initiative")


def citations(request: Request) -> Response:
    """Return the page of citations between instruments, in layers of years."""
    return _page(request, "citations")


def download(request: Request) -> Response:
    """Return a network as a file for other programs.

    Raises:
        HTTPException: 404 for a projection or a file that does not exist.
    """
    name, file = request.path_params["name"], request.path_params["file"]
    if name not in PROJECTIONS or file not in DOWNLOADS:
        raise HTTPException(404, request.url.path)
    media_type, write = DOWNLOADS[file]
    written = write(project(site_of(request).reader, name), language_of(request).code)
    return Response(written, headers={"content-type": media_type, "access-control-allow-origin": "*"})


def network_stylesheet(_request: Request) -> Response:
    """Return the colours of the pictures."""
    return Response(stylesheet(), media_type="text/css")


def _page(request: Request, name: str) -> Response:
    site = site_of(request)
    found = project(site.reader, name)
    return site.page(
        request,
        "network.html",
        network=found,
        ranking=ranking(found) if found.edges else None,
        picture=_picture(found, language_of(request), site.links.base_iri) if found.edges else None,
        downloads=DOWNLOADS,
        resources=found.documents,
    )


def _picture(network: Network, language: Language, base_iri: str) -> str:
    """Return the SVG of a network, its links in the language that the address of the page says."""
    kept = {"lang": language.code} if language.chosen else {}
    svg = draw(network, language.code, base_iri).svg
    return re.sub(r'href="(/[^"]*)"', lambda link: f'href="{with_parameters(link[1], kept)}"', svg)
