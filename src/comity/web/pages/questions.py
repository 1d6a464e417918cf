"""The catalogue of questions, each with its parameters as a form and its answer as a table."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from comity.queries import Question, catalogue
from comity.store import Table
from comity.web.formats import RESULT_FORMATS
from comity.web.site import Site, iris_of, site_of
from comity.web.terms import iri

__all__ = ["question", "questions"]

_DOWNLOADS = {"json": RESULT_FORMATS[0], "csv": RESULT_FORMATS[2]}
_CHOICES = 500
SHOWN = 1000
"""Rows of a table on a page; downloads and the endpoint give all."""


def questions(request: Request) -> Response:
    """Return the list of questions."""
    return site_of(request).page(request, "questions.html", questions=catalogue().values())


def question(request: Request) -> Response:
    """Return one question with the values of the address put in; ``?format=csv`` or ``json`` gives the answer itself.

    Raises:
        HTTPException: 404 for a question that the catalogue does not have, 406 for another format.
        QueryError: a value does not fit.
    """
    site = site_of(request)
    found = catalogue().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404, request.path_params["name"])
    names = {parameter.name for parameter in found.parameters}
    values = {name: value for name, value in request.query_params.items() if name in names}
    text = found.bound(values)
    if "format" in request.query_params:
        return _download(site, text, request.query_params["format"])
    answer = site.reader.select(text)
    choices = _choices(site, found)
    return site.page(
        request,
        "question.html",
        question=found,
        values={parameter.name: _shown(found, parameter.name, values) for parameter in found.parameters},
        choices=choices,
        text=text,
        columns=answer.variables,
        rows=answer.rows[:SHOWN],
        count=len(answer),
        downloads=_DOWNLOADS,
        given=values,
        resources={*iris_of(answer.rows[:SHOWN]), *(iri for iris in choices.values() for iri in iris)},
    )


def _download(site: Site, text: str, name: str) -> Response:
    if name not in _DOWNLOADS:
        raise HTTPException(406, f"the format is one of {', '.join(_DOWNLOADS)}")
    offer = _DOWNLOADS[name]
    return Response(site.reader.answer(text, offer.written_as), headers={"content-type": offer.content_type})


def _choices(site: Site, found: Question) -> dict[str, list[str]]:
    """Return what each IRI parameter can be: the values its variable has when every parameter of that type is free."""
    free = [parameter.name for parameter in found.parameters if parameter.type == "iri"]
    if not free:
        return {}
    everything: Table = site.reader.select(found.bound(dict.fromkeys(free, "")))
    return {name: sorted({iri(row.get(name)) for row in everything} - {""})[:_CHOICES] for name in free}


def _shown(found: Question, name: str, values: Mapping[str, str]) -> str:
    if name in values:
        return values[name]
    default = next(parameter.default for parameter in found.parameters if parameter.name == name)
    return default.value if default is not None else ""
