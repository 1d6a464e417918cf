"""Every check of `queries/checks/` finds what it is for, and nothing beside it."""

from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest

from comity.errors import ValidationError
from comity.validation import Severity, shipped_requirements, validate_document
from comity.validation.checks import check_findings
from comity.validation.parts import arrange, documents
from comity.validation.requirements import Check

Read = Callable[[str], list[ox.Quad]]
ID = "https://w3id.org/comity/id/"

# Name of the check, data, and the resources at fault with the value that the finding names.
CASES = {
    "assertion-without-fact": (
        """graph:d { <a> comity:cites <b> . } graph:reference { <a> comity:cites <c> . }
        <https://w3id.org/comity/graph/d/evidence> {
          <document/d> comity:sourceText "text" .
          <fact> rdf:subject <a> ; rdf:predicate comity:cites ; rdf:object <b> ; comity:modality modality:asserted .
          <lost> rdf:subject <a> ; rdf:predicate comity:cites ; rdf:object <c> ; comity:modality modality:planned .
          <negated> rdf:subject <a> ; rdf:predicate comity:cites ; rdf:object <c> ; comity:modality modality:negated .
          <if> rdf:subject <a> ; rdf:predicate comity:cites ; rdf:object <c> ; comity:modality modality:conditional .
        }""",
        {("lost", f"<{ID}c>")},
    ),
    "citation-order": (
        """graph:d {
          <early> comity:cites <late> ; comity:recalls <earlier> ; comity:date "2020-01-01"^^xsd:date .
          <late> comity:date "2021-01-01"^^xsd:date .
          <earlier> comity:date "2019-12-31"^^xsd:date .
          <month> comity:notes <late> ; comity:date "2020-12"^^xsd:gYearMonth .
          <year> comity:cites <late> ; comity:date "2021"^^xsd:gYear .
          <text> comity:cites <string> ; comity:date "1967-01-01"^^xsd:date .
          <string> comity:date "1966" .
        }""",
        {("early", f"<{ID}late>"), ("month", f"<{ID}late>")},
    ),
    "disjoint-classes": (
        """graph:d {
          <city-state> a comity:State , comity:Place .
          <file> a comity:NewsReport , comity:Declaration .
          <programme> a comity:Body , comity:InternationalOrganization .
          <dialogue> a comity:Initiative , comity:Event , comity:Body .
        }""",
        {
            ("city-state", "<https://w3id.org/comity/ontology#Place>"),
            ("file", "<https://w3id.org/comity/ontology#Instrument>"),
        },
    ),
    "evidence-words": (
        """<https://w3id.org/comity/graph/d/evidence> {
          <document/d> comity:sourceText "𝄞 Женева, 2026" .
          <good> oa:hasSource <document/d> ; oa:hasSelector <good/p> , <good/q> .
          <good/p> oa:start 2 ; oa:end 8 . <good/q> oa:exact "Женева" ; oa:prefix "𝄞 " ; oa:suffix ", 2026" .
          <shifted> oa:hasSource <document/d> ; oa:hasSelector <shifted/p> , <shifted/q> .
          <shifted/p> oa:start 3 ; oa:end 9 . <shifted/q> oa:exact "Женева" .
          <beyond> oa:hasSource <document/d> ; oa:hasSelector <beyond/p> , <beyond/q> .
          <beyond/p> oa:start 10 ; oa:end 99 . <beyond/q> oa:exact "2026" .
          <words> oa:hasSource <document/d> ; oa:hasSelector <words/p> , <words/q> .
          <words/p> oa:start "two" ; oa:end 8 . <words/q> oa:exact "Женева" .
          <around> oa:hasSource <document/d> ; oa:hasSelector <around/p> , <around/q> .
          <around/p> oa:start 2 ; oa:end 8 . <around/q> oa:exact "Женева" ; oa:prefix "в " ; oa:suffix "." .
          <first> oa:hasSource <document/d> ; oa:hasSelector <first/p> , <first/q> .
          <first/p> oa:start 0 ; oa:end 1 . <first/q> oa:exact "𝄞" ; oa:prefix "начало" .
        }""",
        {
            *(("shifted", '"Женева"'), ("beyond", '"2026"'), ("words", '"Женева"')),
            *(("around", '"в "'), ("around", '"."'), ("first", '"начало"')),
        },
    ),
    "fact-without-assertion": (
        """graph:d {
          <a> a comity:Instrument ; skos:prefLabel "A"@en ; comity:cites <b> , <c> ; comity:hasProvision <p> .
          <a> comity:date "2025"^^xsd:gYear .
          <p> a comity:OperativeProvision ; comity:number "1" ; comity:text "text"@en ; comity:partOf <a> .
          <s> a comity:Stance ; comity:proponent <a> ; comity:object <b> .
          <document/d> comity:expresses <a> ; comity:language "en" ; dcterms:title "A"@en .
        }
        <https://w3id.org/comity/graph/d/evidence> {
          <document/d> comity:sourceText "A" .
          <1> rdf:subject <a> ; rdf:predicate comity:cites ; rdf:object <b> .
        }
        graph:reference { <a> comity:symbol "A/1" . }""",
        {("a", f"<{ID}c>"), ("a", '"2025"^^<http://www.w3.org/2001/XMLSchema#gYear>')},
    ),
    "interval-order": (
        """graph:d {
          <event> comity:date "2025-09-02"^^xsd:date ; comity:endDate "2025-09-01"^^xsd:date .
          <member> comity:startDate "2025"^^xsd:gYear ; comity:endDate "2024-12-31"^^xsd:date .
          <same> comity:date "2025-09"^^xsd:gYearMonth ; comity:endDate "2025-09-01"^^xsd:date .
        }""",
        {
            ("event", '"2025-09-02"^^<http://www.w3.org/2001/XMLSchema#date>'),
            ("member", '"2025"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        },
    ),
    "membership-overlap": (
        """graph:reference {
          <1> comity:member <KAZ> ; comity:organization <sco> ; comity:role role:member ;
            comity:startDate "2001-06-15"^^xsd:date .
          <2> comity:member <KAZ> ; comity:organization <sco> ; comity:role role:member ;
            comity:startDate "2003"^^xsd:gYear .
          <3> comity:member <KAZ> ; comity:organization <sco> ; comity:role role:observer ;
            comity:startDate "2003"^^xsd:gYear .
          <4> comity:member <IRN> ; comity:organization <sco> ; comity:role role:observer ;
            comity:startDate "2005-07-05"^^xsd:date ; comity:endDate "2023-07-04"^^xsd:date .
          <5> comity:member <IRN> ; comity:organization <sco> ; comity:role role:observer ;
            comity:startDate "2023-07-04"^^xsd:date .
        }""",
        {("1", f"<{ID}KAZ>"), ("2", f"<{ID}KAZ>")},
    ),
    "part-of-cycle": (
        """graph:d { <a> comity:partOf <b> . <b> comity:partOf <c> . <d> comity:partOf <a> . }
        graph:e { <c> comity:partOf <a> . }""",
        {("a", ""), ("b", ""), ("c", "")},
    ),
    "provision-number": (
        """graph:d {
          <i> comity:hasProvision <1> , <2> , <3> . <j> comity:hasProvision <4> .
          <1> comity:number "1" . <2> comity:number "1" . <3> comity:number "2" . <4> comity:number "1" .
        }""",
        {("1", '"1"'), ("2", '"1"')},
    ),
    "record-attribution": (
        """<https://w3id.org/comity/graph/d/evidence> {
          <told> comity:attributedTo <document/d> ; comity:evidence <record> .
          <claimed> comity:attributedTo <resolution> ; comity:evidence <record> .
          <both> comity:attributedTo <resolution> ; comity:evidence <record> , <words> .
          <said> comity:attributedTo <resolution> ; comity:evidence <words> .
          <record> oa:hasSource <document/d> ; oa:hasSelector [ a oa:XPathSelector ] .
          <words> oa:hasSource <document/d> ; oa:hasSelector [ a oa:TextPositionSelector ] .
        }""",
        {("claimed", f"<{ID}resolution>")},
    ),
    "reported-speech": (
        """graph:d { <news> a comity:NewsReport ; comity:publisher <tass> . <statement> a comity:Document . }
        <https://w3id.org/comity/graph/d/evidence> {
          <bare> comity:attributedTo <communique> ; comity:evidence <span> .
          <marked> comity:attributedTo <communique> ; comity:evidence <span> ; comity:reportedBy <news> .
          <own> comity:attributedTo <news> ; comity:evidence <span> .
          <publisher> comity:attributedTo <tass> ; comity:evidence <span> .
          <instrument> comity:attributedTo <communique> ; comity:evidence <other> .
          <span> oa:hasSource <news> . <other> oa:hasSource <statement> .
        }""",
        {("bare", f"<{ID}communique>")},
    ),
    "roll-call-count": (
        """graph:d {
          <whole> comity:votes 2 ; comity:voter <DZA> , <CHN> .
          <spelt> comity:votes 2 ; comity:voter <DZA> ; comity:unresolvedName "CHILEs" .
          <short> comity:votes 2 ; comity:voter <DZA> .
          <long> comity:votes 0 ; comity:voter <DZA> .
          <unnamed> comity:votes 15 .
          <uncounted> comity:voter <DZA> .
          <document/d> comity:expresses <resolution> . <short> comity:votedOn <resolution> .
        }
        <https://w3id.org/comity/graph/d/evidence> { <document/d> comity:sourceText "text" . }""",
        {
            ("short", '"2"^^<http://www.w3.org/2001/XMLSchema#integer>'),
            ("long", '"0"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        },
    ),
    "shared-identifier": (
        """graph:reference { <a> comity:symbol "A/1" . <b> owl:sameAs <http://www.wikidata.org/entity/Q1> . }
        graph:d { <c> comity:symbol "A/1" . <d> owl:sameAs <http://www.wikidata.org/entity/Q2> .
          <a> dcterms:identifier "A/1" . }""",
        {("a", '"A/1"'), ("c", '"A/1"')},
    ),
    "shared-name": (
        """graph:d {
          <one> a comity:Body ; skos:prefLabel "Совет"@ru . <two> a comity:Body ; skos:prefLabel "Совет"@ru .
          <event> a comity:Event ; skos:prefLabel "Совет"@ru . <english> a comity:Body ; skos:prefLabel "Совет"@en .
          <judged> a comity:Body ; skos:prefLabel "Суд"@ru . <other> a comity:Body ; skos:prefLabel "Суд"@ru .
          <judgement> comity:compared <judged> , <other> .
          <r1> a comity:Resolution ; skos:prefLabel "Вопрос"@ru ; comity:symbol "A/1" .
          <r2> a comity:Resolution ; skos:prefLabel "Вопрос"@ru ; comity:symbol "A/2" .
          <r3> a comity:Resolution ; skos:prefLabel "Мир"@ru ; comity:symbol "A/3" .
          <r4> a comity:Resolution ; skos:prefLabel "Мир"@ru .
          <late> a comity:Body ; skos:prefLabel "Суд"@ru . <elsewhere> comity:compared <late> , <one> .
        }""",
        {
            *(("one", '"Совет"@ru'), ("two", '"Совет"@ru'), ("late", '"Суд"@ru')),
            *(("r3", '"Мир"@ru'), ("r4", '"Мир"@ru')),
        },
    ),
    "support-without-stance": (
        """graph:d {
          <KAZ> comity:supports <bank> , <plan> , <report> .
          <1> a comity:Stance ; comity:proponent <KAZ> ; comity:object <bank> ; comity:kind kind:welcomes .
          <2> a comity:Stance ; comity:proponent <KAZ> ; comity:object <plan> ; comity:kind kind:notes .
          <3> a comity:Citation ; comity:citing <KAZ> ; comity:cited <report> ; comity:kind citation:supports .
        }""",
        {("KAZ", f"<{ID}plan>")},
    ),
    "undated-record": (
        """graph:reference {
          <a> comity:adoptedBy <ga> . <b> comity:adoptedBy <ga> ; comity:date "2024"^^xsd:gYear .
          <c> a comity:Instrument .
        }
        graph:d { <d> comity:adoptedBy <ga> . <a> comity:date "2024"^^xsd:gYear . }""",
        {("a", "")},
    ),
    "untyped-resource": (
        """graph:d { <a> comity:mentions <b> , <c> ; comity:text "text" ; rdfs:seeAlso <d> . <c> a comity:Place . }""",
        {("b", "")},
    ),
}


@pytest.fixture(scope="module")
def checks() -> dict[str, Check]:
    return {check.name: check for check in shipped_requirements().checks}


def test_every_check_has_a_case(checks: dict[str, Check]) -> None:
    assert sorted(checks) == sorted(CASES)
    assert len(checks) == 17


@pytest.mark.parametrize("name", CASES)
def test_check_finds_exactly_the_faults(name: str, checks: dict[str, Check], quads: Read) -> None:
    data, expected = CASES[name]
    store = arrange(quads(data), shipped_requirements().ontology)
    found = check_findings(store, checks[name])
    assert {(finding.focus.removeprefix(ID), finding.value) for finding in found} == expected
    assert len(found) == len(expected)


def test_checks_of_a_document_find_the_same_in_its_graphs_alone(checks: dict[str, Check], quads: Read) -> None:
    of_document = [name for name, check in checks.items() if check.of_document]
    assert sorted(of_document) == [
        "assertion-without-fact", "evidence-words", "fact-without-assertion", "record-attribution", "roll-call-count"
    ]  # fmt: skip
    for name in of_document:
        store = arrange(quads(CASES[name][0]), shipped_requirements().ontology)
        required = replace(shipped_requirements(), checks=(checks[name],))
        alone = [each for document in documents(store) for each in validate_document(document, required)]
        assert sorted(alone, key=str) == sorted(check_findings(store, checks[name]), key=str) != []


def test_a_finding_names_its_check_and_document(checks: dict[str, Check], quads: Read) -> None:
    store = arrange(quads(CASES["fact-without-assertion"][0]), ())
    finding = check_findings(store, checks["fact-without-assertion"])[0]
    assert finding.shape == "https://w3id.org/comity/check/fact-without-assertion"
    assert finding.document == f"{ID}document/d"
    assert finding.severity is Severity.VIOLATION
    assert finding.message("ru").startswith("За каждым извлечённым фактом")


@pytest.mark.parametrize("query", ["SELECT", "ASK { ?s ?p ?o }", "SELECT ?value WHERE { BIND(1 AS ?value) }"])
def test_a_query_that_is_no_check_is_refused(query: str) -> None:
    with pytest.raises(ValidationError, match="check broken"):
        check_findings(ox.Store(), Check("broken", Severity.WARNING, (), query))
