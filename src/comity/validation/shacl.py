"""The shapes at work: pyshacl over one part, its results as findings."""

import pyshacl
from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Literal, Node

from comity.errors import ValidationError
from comity.validation.finding import Finding, Origin, Severity
from comity.validation.parts import Part
from comity.validation.terms import as_graph, as_ntriples

__all__ = ["shacl_findings"]

_SEVERITY = {SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}
_STEP = {SH.inversePath: "^{}", SH.zeroOrMorePath: "{}*", SH.oneOrMorePath: "{}+", SH.zeroOrOnePath: "{}?"}


def shacl_findings(part: Part, shapes: Graph) -> list[Finding]:
    """Return what the shapes find about the resources that the part answers for.

    pyshacl is given rdflib graphs only: a string would be a file name or an address to fetch. Its `focus_nodes` and
    `use_shapes` skip nested shapes, so it validates the context too, and findings about others are left out.

    Raises:
        ValidationError: pyshacl cannot run these shapes.
    """
    _, results, text = pyshacl.validate(as_graph(part.triples), shacl_graph=shapes)
    if not isinstance(results, Graph):
        raise ValidationError(f"pyshacl gave no report: {text}")
    findings = (_finding(results, result, shapes, part.document) for result in results.objects(None, SH.result))
    return [finding for finding in findings if finding.focus in part.owned]


def _finding(results: Graph, result: Node, shapes: Graph, document: str) -> Finding:
    path, value = results.value(result, SH.resultPath), results.value(result, SH.value)
    severity = results.value(result, SH.resultSeverity)
    messages = (text for text in results.objects(result, SH.resultMessage) if isinstance(text, Literal))
    return Finding(
        focus=_name(results.value(result, SH.focusNode)),
        shape=_name(results.value(result, SH.sourceShape)),
        component=_name(results.value(result, SH.sourceConstraintComponent)),
        path="" if path is None else _path(path, shapes),
        value="" if value is None else as_ntriples(value),
        severity=_SEVERITY[URIRef(str(severity))],
        messages=tuple(sorted((text.language or "", str(text)) for text in messages)),
        document=document,
        origin=Origin.SHACL,
    )


def _name(node: Node | None) -> str:
    return f"_:{node}" if isinstance(node, BNode) else str(node)


def _path(path: Node, shapes: Graph) -> str:
    """Return a SHACL path as SPARQL writes it; the shapes hold what a blank node stands for."""
    if isinstance(path, URIRef):
        return f"<{path}>"
    if (path, RDF.first, None) in shapes:
        return "/".join(_path(step, shapes) for step in Collection(shapes, path))
    predicate, inner = next((p, o) for p, o in shapes.predicate_objects(path))
    if predicate == SH.alternativePath:
        return "|".join(_path(step, shapes) for step in Collection(shapes, inner))
    return _STEP[URIRef(str(predicate))].format(_path(inner, shapes))
