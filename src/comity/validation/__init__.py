"""Validation: is the graph what it should be? Shapes and checks, one typed report."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

import pyoxigraph as ox

from comity.validation.checks import check_findings
from comity.validation.finding import Finding, Origin, Report, Severity
from comity.validation.parts import Part, arrange, parts
from comity.validation.requirements import Requirements, shipped_requirements
from comity.validation.shacl import shacl_findings

__all__ = ["Finding", "Origin", "Report", "Requirements", "Severity", "shipped_requirements", "validate"]


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
    checked = [finding for check in required.checks for finding in check_findings(store, check)]
    faulty, faultless = [], []
    for part in parts(store, required.shapes):
        digest = part.digest(required.digest)
        found = [] if digest in sound else shacl_findings(part, required.shapes)
        faulty += [(part, finding) for finding in found]
        faultless += [] if found else [digest]
    return Report.of([*checked, *_told_once(faulty)], faultless)


def _told_once(faulty: Iterable[tuple[Part, Finding]]) -> Iterator[Finding]:
    """Yield each finding once: of several parts that speak of a resource, the one that states the value tells it."""
    tellers: dict[Finding, tuple[bool, str]] = {}
    for part, finding in faulty:
        anonymous = replace(finding, document="")
        teller = ((finding.focus, finding.value) not in part.stated, part.document)
        tellers[anonymous] = min(teller, tellers.get(anonymous, teller))
    return (replace(finding, document=document) for finding, (_, document) in tellers.items())
