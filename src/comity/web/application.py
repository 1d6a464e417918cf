"""The web application: routes, static files, and one table from errors to answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from comity import __version__
from comity.errors import DatasetError, QueryError
from comity.namespaces import BASE
from comity.store import Answers, Reader, ThreadedAnswers
from comity.web.description import ServiceDescription
from comity.web.endpoint import Endpoint, Policy
from comity.web.graph_store import GraphStore
from comity.web.links import Links
from comity.web.pages.console import console
from comity.web.pages.data import data, dataset, health
from comity.web.pages.document import document
from comity.web.pages.home import home
from comity.web.pages.network import citations, download, network, network_stylesheet
from comity.web.pages.ontology import ontology
from comity.web.pages.questions import question, questions
from comity.web.pages.resource import resource
from comity.web.pages.search import search
from comity.web.rendering import environment
from comity.web.security import SecurityHeaders
from comity.web.site import Site, site_of

__all__ = ["create_app"]

_HERE = Path(__file__).parent


def create_app(
    reader: Reader,
    answers: Answers | None = None,
    *,
    base_iri: str = BASE,
    title: str = "Comity",
    policy: Policy | None = None,
    dataset_file: Path | None = None,
) -> FastAPI:
    """Return the application over a reader.

    Args:
        reader: answers the pages' own queries; it is called from several threads.
        answers: answers the queries of others at ``/sparql``; the reader does where there are none.
        base_iri: where the IRIs of resources begin; it ends with a slash.
        title: the name of the site.
        policy: what one client may have, and whether answers are kept.
        dataset_file: ``dataset.trig``, offered for download.
    """
    answering = answers or ThreadedAnswers(reader)
    endpoint = Endpoint(answering, ServiceDescription(reader), console, policy or Policy())
    routes = [
        Route("/", home),
        Route("/search", search),
        Route("/id/{path:path}", resource),
        Route("/code/{path:path}", resource),
        Route("/document/{identifier:path}", document),
        Route("/network", network),
        Route("/citations", citations),
        Route("/network/{name}/{file}", download),
        Route("/queries", questions),
        Route("/queries/{name}", question),
        Route("/ontology", ontology),
        Route("/data", data),
        Route("/data/dataset.trig", dataset),
        Route("/health", health),
        Route("/sparql", endpoint),
        Route("/graphs", GraphStore(endpoint)),
        Route("/.well-known/void", lambda _: RedirectResponse("/sparql", 302)),
        Route("/static/network.css", network_stylesheet),
        Mount("/static", StaticFiles(directory=_HERE / "static")),
    ]

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        answering.close()

    # Without a description of the interface FastAPI has no pages about it either.
    app = FastAPI(title=title, version=__version__, routes=routes, lifespan=lifespan, openapi_url=None)
    app.state.site = Site(reader, Links(base_iri), title, dataset_file, environment())
    app.add_middleware(SecurityHeaders)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(QueryError, _bad_query)
    app.add_exception_handler(DatasetError, _no_data)
    return app


def _refused(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    return site_of(request).page(
        request, "error.html", status=error.status_code, code=error.status_code, detail=error.detail
    )


def _bad_query(request: Request, error: Exception) -> Response:
    return site_of(request).page(request, "error.html", status=400, code=400, detail=str(error))


def _no_data(request: Request, error: Exception) -> Response:
    return site_of(request).page(request, "error.html", status=503, code=503, detail=str(error))
