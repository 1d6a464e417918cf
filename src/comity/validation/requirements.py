"""What data has to satisfy: the shapes, the checks, and the vocabulary both are written in."""

import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from comity import resources
from comity.errors import ValidationError
from comity.validation.finding import Severity

__all__ = ["Check", "Requirements", "shipped_requirements"]

_HEADER = re.compile(r"^# ([a-z-]+): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Check:
    """A SELECT query of which any row is a finding.

    It binds `?focus`, the resource at fault, and may bind `?path` (a property), `?value` (a term) and `?document`.
    It sees the union of the facts as its default graph and every named graph by its name; one that is
    `of_document` sees the graphs of one document at a time, and nothing else.
    """

    name: str
    severity: Severity
    messages: tuple[tuple[str, str], ...]
    query: str
    of_document: bool = False


@dataclass(frozen=True, slots=True)
class Requirements:
    """The shapes, their digest, the checks, and the ontology for data that comes without one."""

    shapes: Graph
    digest: str
    checks: tuple[Check, ...]
    ontology: tuple[ox.Triple, ...]


def read_check(path: Path) -> Check:
    """Return the check in a ``*-violation.rq`` file.

    Raises:
        ValidationError: its header lacks a title in Russian or English, or a known severity.
    """
    query = path.read_text(encoding="utf-8")
    header = dict(_HEADER.findall(query))
    try:
        messages = tuple((language, header[f"title-{language}"]) for language in ("en", "ru"))
        severity = Severity(header["severity"])
    except (KeyError, ValueError) as error:
        raise ValidationError(f"{path}: the header needs title-en, title-ru and a severity ({error})") from error
    of_document = header.get("scope") == "document"
    return Check(path.name.removesuffix("-violation.rq"), severity, messages, query, of_document)


@cache
def shipped_requirements() -> Requirements:
    """Return the shapes, checks and ontology that ship with Comity, read once.

    Raises:
        ResourceMissingError: they did not ship.
        ValidationError: a check's header is broken.
    """
    shapes = Graph(bind_namespaces="none")
    digest = sha256()
    for path in sorted(resources.path("shapes").glob("*.ttl")):
        turtle = path.read_bytes()
        digest.update(turtle)
        shapes.parse(data=turtle, format="turtle")
    checks = sorted(resources.path("queries/checks").glob("*-violation.rq"))
    return Requirements(shapes, digest.hexdigest(), tuple(map(read_check, checks)), _ontology())


def _ontology() -> tuple[ox.Triple, ...]:
    paths = [resources.path("ontology/comity.ttl"), *sorted(resources.path("ontology/codelists").glob("*.ttl"))]
    return tuple(quad.triple for path in paths for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE))
