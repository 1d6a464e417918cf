"""The data as a whole: downloads, how to cite, and whether the site is well."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from comity import __version__
from comity.errors import ComityError
from comity.network import PROJECTIONS
from comity.store import DATASET_NAME, dataset_digest
from comity.web.pages.network import DOWNLOADS
from comity.web.site import page_query, site_of

__all__ = ["data", "dataset", "health"]


def data(request: Request) -> Response:
    """Return the page of downloads."""
    site = site_of(request)
    file = site.dataset
    return site.page(
        request,
        "data.html",
        name=DATASET_NAME,
        size=file.stat().st_size if file is not None and file.is_file() else None,
        digest=dataset_digest(file) if file is not None and file.is_file() else None,
        projections=PROJECTIONS.values(),
        downloads=DOWNLOADS,
        address=str(request.base_url).rstrip("/"),
        totals=site.ask("totals").rows[0],
    )


def dataset(request: Request) -> Response:
    """Return the dataset file itself.

    Raises:
        HTTPException: 404 where the site was not given one.
    """
    file = site_of(request).dataset
    if file is None or not file.is_file():
        raise HTTPException(404, DATASET_NAME)
    return FileResponse(
        file, media_type="application/trig", filename=DATASET_NAME, headers={"access-control-allow-origin": "*"}
    )


def health(request: Request) -> Response:
    """Return 200 when the store answers and 503 when it does not."""
    try:
        site_of(request).reader.ask(page_query("health"))
    except ComityError as error:
        return JSONResponse({"status": "failing", "version": __version__, "error": str(error)}, 503)
    return JSONResponse({"status": "ok", "version": __version__})
