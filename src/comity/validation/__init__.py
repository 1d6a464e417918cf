"""Validation: is the graph what it should be? Shapes and checks, one typed report."""

from collections.abc import Collection, Iterable

import pyoxigraph as ox

from comity.validation.checks import check_findings
from comity.validation.finding import Finding, Origin, Report, Severity
from comity.validation.parts import arrange, parts
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
    findings = [finding for check in required.checks for finding in check_findings(store, check)]
    faultless = set()
    for part in parts(store, required.shapes):
        digest = part.digest(required.digest)
        found = [] if digest in sound else shacl_findings(part, required.shapes)
        findings += found
        if not found:
            faultless.add(digest)
    return Report.of(findings, faultless)
