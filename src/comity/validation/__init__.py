"""Validation: is the graph what it should be? Shapes and checks, one typed report."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar

import pyoxigraph as ox

from comity.validation.checks import check_findings, document_findings
from comity.validation.finding import Finding, Origin, Report, Severity
from comity.validation.parts import Part, arrange, documents, parts
from comity.validation.requirements import Check, Requirements, shipped_requirements
from comity.validation.shacl import shacl_findings

__all__ = [
    "Finding",
    "Origin",
    "Report",
    "Requirements",
    "Severity",
    "shipped_requirements",
    "validate",
    "validate_store",
]

_Judgement = tuple[str, tuple[tuple[Finding, bool], ...]]
"""The digest of a part, and its findings, each with whether the part itself states what is at fault."""

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


class _Judging(Protocol):
    """A map over things, in one process or several, its results in their order."""

    def __call__(self, function: Callable[[_Given], _Made], things: Iterable[_Given], /) -> Iterable[_Made]: ...


def validate(
    quads: Iterable[ox.Quad], requirements: Requirements | None = None, *, sound: Collection[str] = ()
) -> Report:
    """Return the findings of the shapes, part by part, and of the checks, over the whole.

    Args:
        quads: the dataset, one named graph a document and so on; a pyoxigraph Store or Dataset will do.
        requirements: what it has to satisfy; those that ship with Comity if not given.
        sound: digests from the report of an earlier run: the shapes are not run again over bytes they had nothing
            to say about.

    Raises:
        ValidationError: the shapes or a check cannot be run at all.
    """
    required = requirements or shipped_requirements()
    return validate_store(arrange(quads, required.ontology), requirements, sound=sound)


def validate_store(
    store: ox.Store,
    requirements: Requirements | None = None,
    *,
    sound: Collection[str] = (),
    shapes: bool = True,
    judging: _Judging = map,
) -> Report:
    """Return the findings about a store whose default graph is the union of the facts.

    Without `shapes` only the checks are made. `judging` is a map that may work in several processes; the parts are
    read from the store as it asks for them, so that memory holds a few at a time. The rest as for `validate`.
    """
    required = requirements or shipped_requirements()
    whole, by_document = _shared_out(required.checks)
    checked = [finding for check in whole for finding in check_findings(store, check)]
    for findings in judging(partial(document_findings, by_document), documents(store)):
        checked += findings
    judge = _judge_as_shipped if requirements is None else partial(_judge, required)
    faulty: list[tuple[Finding, bool]] = []
    faultless: list[str] = []

    def doubtful() -> Iterator[Part]:
        for part in parts(store, required.shapes):
            digest = part.digest(required.digest)
            if digest in sound:
                faultless.append(digest)
            else:
                yield part

    for digest, found in judging(judge, doubtful()) if shapes else ():
        faulty += found
        faultless += [] if found else [digest]
    return Report.of([*checked, *_told_once(faulty)], faultless)


def _shared_out(checks: Iterable[Check]) -> tuple[tuple[Check, ...], tuple[Check, ...]]:
    """Return the checks of the whole graph, and those of one document."""
    every = tuple(checks)
    return tuple(c for c in every if not c.of_document), tuple(c for c in every if c.of_document)


def _judge(requirements: Requirements, part: Part) -> _Judgement:
    found = shacl_findings(part, requirements.shapes)
    return part.digest(requirements.digest), tuple((each, (each.focus, each.value) in part.stated) for each in found)


def _judge_as_shipped(part: Part) -> _Judgement:
    return _judge(shipped_requirements(), part)


def _told_once(faulty: Iterable[tuple[Finding, bool]]) -> Iterator[Finding]:
    """Yield each finding once: of several parts that speak of a resource, the one that states the value tells it."""
    tellers: dict[Finding, tuple[bool, str]] = {}
    for finding, stated in faulty:
        anonymous = replace(finding, document="")
        teller = (not stated, finding.document)
        tellers[anonymous] = min(teller, tellers.get(anonymous, teller))
    return (replace(finding, document=document) for finding, (_, document) in tellers.items())
