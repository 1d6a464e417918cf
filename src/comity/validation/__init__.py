"""Validation: is the graph what it should be? Shapes and checks, one typed report."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial

import pyoxigraph as ox

from comity.validation.checks import check_findings
from comity.validation.finding import Finding, Origin, Report, Severity
from comity.validation.parts import Part, arrange, documents, parts
from comity.validation.requirements import Requirements, shipped_requirements
from comity.validation.shacl import shacl_findings
from comity.workers import Mapping

__all__ = [
    "Finding",
    "Origin",
    "Report",
    "Requirements",
    "Severity",
    "shipped_requirements",
    "validate",
    "validate_document",
    "validate_store",
]

_Judgement = tuple[str, tuple[tuple[Finding, bool], ...]]
"""The digest of a part, and its findings, each with whether the part itself states what is at fault."""


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
    store = arrange(quads, required.ontology)
    found = [finding for document in documents(store) for finding in validate_document(document, requirements)]
    return validate_store(store, requirements, found=found, sound=sound)


def validate_document(document: Iterable[ox.Quad], requirements: Requirements | None = None) -> list[Finding]:
    """Return what the checks of a document find in its graphs, facts and evidence: all else is `validate_store`'s.

    Their cost does not grow with what stands beside the document.
    """
    store = ox.Store()
    store.bulk_extend(document)
    checks = (check for check in (requirements or shipped_requirements()).checks if check.of_document)
    return [finding for check in checks for finding in check_findings(store, check)]


def validate_store(
    store: ox.Store,
    requirements: Requirements | None = None,
    *,
    found: Iterable[Finding] = (),
    sound: Collection[str] = (),
    shapes: bool = True,
    judging: Mapping = map,
) -> Report:
    """Return the findings about a store whose default graph is the union of the facts.

    `found` is what `validate_document` found in each of its documents, and is reported with the rest. Without `shapes`
    only the checks are made. `judging` is a map that may work in several processes; the parts are read from the store
    as it asks for them, so that memory holds a few at a time. The rest as for `validate`.
    """
    required = requirements or shipped_requirements()
    checks = (check for check in required.checks if not check.of_document)
    checked = [*found, *(finding for check in checks for finding in check_findings(store, check))]
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

    for digest, faults in judging(judge, doubtful()) if shapes else ():
        faulty += faults
        faultless += [] if faults else [digest]
    return Report.of([*checked, *_told_once(faulty)], faultless)


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
