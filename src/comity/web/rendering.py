"""The template engine with the few functions that templates call."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlencode

import jinja2
from pyoxigraph import Literal, NamedNode

from comity.namespaces import XSD
from comity.web.language import pick
from comity.web.names import Names

__all__ = ["environment"]


def environment() -> jinja2.Environment:
    """Return the engine over the templates that ship with the package; everything is escaped, a missing name fails."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(
        is_iri=lambda value: isinstance(value, NamedNode),
        is_address=_is_address,
        is_literal=lambda value: isinstance(value, Literal),
        pick=pick,
        number=_number,
        measured=_measured,
        labelled=_labelled,
        encoded=_encoded,
    )
    return templates


def _is_address(value: Literal) -> bool:
    """Return whether a literal is the address of a page; no other scheme becomes a link."""
    return value.datatype.value == XSD.anyURI and value.value.startswith(("http://", "https://"))


def _number(value: str | int) -> str:
    """Return a whole number with its thousands apart, as ISO 80000-1 asks and both languages read it."""
    return f"{int(value):,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _measured(value: float) -> str:
    return f"{value:.4g}"


def _labelled(iris: Iterable[str], names: Names) -> list[tuple[str, str]]:
    """Return the names of IRIs with the IRIs, by name."""
    return sorted((names(iri).text, iri) for iri in iris)


def _encoded(parameters: Mapping[str, str], form: str) -> str:
    return urlencode({**parameters, "format": form} if form else parameters)
