"""The first page: what is in the graph, and ways into it."""

from starlette.requests import Request
from starlette.responses import Response

from comity.queries import catalogue
from comity.web.site import iris_of, site_of

__all__ = ["home"]

_EXAMPLES = 6
_STARTING = "start"
"""The keyword of questions that a newcomer may begin with."""
_NEWEST = 8


def home(request: Request) -> Response:
    """Return the page with counts, example questions and the newest documents."""
    site = site_of(request)
    classes = site.ask("classes")
    documents = site.ask("documents").rows[:_NEWEST]
    return site.page(
        request,
        "home.html",
        totals=site.ask("totals").rows[0],
        classes=classes,
        documents=documents,
        questions=sorted(catalogue().values(), key=lambda found: _STARTING not in found.keywords)[:_EXAMPLES],
        resources=iris_of([*classes, *documents]),
    )
