import socket
from collections.abc import Callable

import pyoxigraph as ox
import pytest
from rdflib import Graph

from comity.validation import Severity, shipped_requirements
from comity.validation.finding import Finding
from comity.validation.parts import Part, arrange, parts
from comity.validation.shacl import shacl_findings

Read = Callable[[str], list[ox.Quad]]
ID = "https://w3id.org/comity/id/"
SHAPES = """
@prefix ex: <https://x/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def run(shape: str, data: str) -> list[Finding]:
    shapes = Graph().parse(data=SHAPES + shape, format="turtle")
    triples = [quad.triple for quad in ox.parse("@prefix ex: <https://x/> ." + data, format=ox.RdfFormat.TURTLE)]
    owned = frozenset(str(triple.subject).strip("<>") for triple in triples)
    return shacl_findings(Part("https://x/document/d", owned, frozenset(), tuple(triples)), shapes)


def test_finding_says_who_what_where_and_how_bad() -> None:
    shape = """ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property ex:S-p .
        ex:S-p sh:path ex:p ; sh:datatype xsd:date ; sh:severity sh:Warning ; sh:message "дата"@ru , "a date"@en ."""
    finding = run(shape, 'ex:a a ex:C ; ex:p "soon" .')[0]
    assert (finding.focus, finding.shape, finding.document) == ("https://x/a", "https://x/S-p", "https://x/document/d")
    assert finding.component == "http://www.w3.org/ns/shacl#DatatypeConstraintComponent"
    assert (finding.path, finding.value, finding.severity) == ("<https://x/p>", '"soon"', Severity.WARNING)
    assert finding.messages == (("en", "a date"), ("ru", "дата"))


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("ex:p", "<https://x/p>"),
        ("[ sh:inversePath ex:p ]", "^<https://x/p>"),
        ("( ex:p [ sh:zeroOrMorePath ex:q ] )", "<https://x/p>/<https://x/q>*"),
        ("[ sh:alternativePath ( ex:p ex:q ) ]", "<https://x/p>|<https://x/q>"),
    ],
)
def test_paths_are_written_as_in_sparql(path: str, written: str) -> None:
    found = run(
        f"ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path {path} ; sh:minCount 9 ] .", "ex:a a ex:C ."
    )
    assert [finding.path for finding in found] == [written]


def test_findings_about_the_context_are_left_out(quads: Read) -> None:
    required = shipped_requirements()
    data = "graph:d { <KAZ> comity:memberOf <sco> . } graph:reference { <sco> a comity:Organization . }"
    store = arrange(quads(data), required.ontology)
    found = {part.document: shacl_findings(part, required.shapes) for part in parts(store, required.shapes)}
    assert {finding.focus for finding in found[f"{ID}document/d"]} == {f"{ID}KAZ"}
    assert {finding.focus for finding in found[""]} == {f"{ID}sco"}


@pytest.mark.parametrize(
    ("data", "count"),
    [
        ('ex:a ex:p "x"^^<http://www.w3.org/2001/XMLSchema#string> .', 0),  # not another term than "x"
        ('ex:a ex:p "абв" .', 0),  # code points, not bytes
        ('ex:a ex:p "абвг" .', 1),
        ("ex:b a ex:D . ex:D <http://www.w3.org/2000/01/rdf-schema#subClassOf> ex:C .", 1),  # subclasses are targets
    ],
)
def test_traps_of_other_engines(data: str, count: int) -> None:
    shape = """
        ex:S sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; sh:maxLength 3 ; sh:in ( "x" "абв" "абвг" ) ] .
        ex:T sh:targetClass ex:C ; sh:property [ sh:path ex:q ; sh:minCount 1 ] ."""
    assert len(run(shape, data)) == count


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    imports = "<http://127.0.0.1:9/o> <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:9/x.ttl> ."
    shape = "ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ] ."
    assert len(run(imports + shape, imports + "ex:a a ex:C .")) == 1
