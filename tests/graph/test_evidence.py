from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from comity.graph import Extraction, Names, document_quads
from comity.graph.evidence import evidence_triples
from comity.model import DocumentKind, Entity, Source, Span, Statement, Value
from comity.namespaces import BASE, COMITY, OA, PROV, RDF

TEXT = "Сегодня 😀 Китай предложил создать Всемирную организацию по сотрудничеству в области ИИ. Россия ее поддержала."
SOURCE = Source("d", TEXT, "0" * 64)
CHINA = Entity("state/CHN", ("State",), known=True)
RUSSIA = Entity("state/RUS", ("State",), known=True)
OWN = Entity("instrument/own", ("Declaration",))
WORLD = Entity("initiative/world", ("Initiative",))
EXPECTED = """
@base <https://w3id.org/comity/id/> .
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<document/d> comity:sourceText "TEXT" .

<ASSERTION> a comity:Assertion ;
    rdf:subject <state/CHN> ; rdf:predicate comity:proposes ; rdf:object <initiative/world> ;
    comity:confidence "0.85"^^xsd:decimal ;
    comity:modality <https://w3id.org/comity/code/modality/asserted> ;
    comity:attributedTo <instrument/own> ;
    prov:wasGeneratedBy <rule/proposing-verb> ;
    comity:evidence <span/d/10-33> .

<rule/proposing-verb> a comity:ExtractionRule ; rdfs:label "proposing verb"@en ; dcterms:hasVersion "1" .

<span/d/10-33> a oa:SpecificResource ;
    oa:hasSource <document/d> ;
    oa:hasSelector <span/d/10-33/position> , <span/d/10-33/quote> .
<span/d/10-33/position> a oa:TextPositionSelector ; oa:start 10 ; oa:end 33 .
<span/d/10-33/quote> a oa:TextQuoteSelector ;
    oa:prefix "Сегодня 😀 " ;
    oa:exact "Китай предложил создать" ;
    oa:suffix " Всемирную организацию по сотрудничеству" .
"""


def proposal(*spans: Span, speaker: Entity | None = None) -> Statement:
    return Statement(CHINA, "proposes", WORLD, spans or (Span(10, 33),), "proposing-verb", 0.85, speaker=speaker)


def evidence(
    *statements: Statement, own: Entity | None = OWN, kind: DocumentKind = DocumentKind.DECLARATION
) -> list[ox.Triple]:
    return list(dict.fromkeys(evidence_triples(statements, SOURCE, own, kind, Names())))


def values(triples: list[ox.Triple], predicate: str) -> list[str]:
    return [triple.object.value for triple in triples if triple.predicate.value == predicate]


def test_an_assertion_and_its_span_are_written_as_web_annotation_says() -> None:
    triples = evidence(proposal())
    (assertion,) = {triple.subject.value for triple in triples if "/assertion/" in triple.subject.value}
    expected = rdflib.Graph().parse(
        data=EXPECTED.replace("TEXT", TEXT).replace("ASSERTION", assertion), format="turtle"
    )
    found = rdflib.Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    assert isomorphic(found, expected)


def test_places_count_code_points_from_the_first_to_the_last() -> None:
    triples = evidence(proposal(Span(0, 9), Span(100, len(TEXT))))
    assert values(triples, OA.exact) == ["Сегодня 😀", TEXT[100:]]
    assert values(triples, OA.prefix) == ["", TEXT[60:100]]
    assert values(triples, OA.suffix) == [TEXT[9:49], ""]


def test_a_statement_from_two_places_is_one_assertion_with_two_spans() -> None:
    triples = evidence(proposal(Span(10, 33), Span(89, 95)))
    assert values(triples, RDF.type).count(COMITY.Assertion) == 1
    assert values(triples, COMITY.evidence) == [f"{BASE}id/span/d/10-33", f"{BASE}id/span/d/89-95"]


def test_a_triple_said_in_several_ways_is_one_assertion_by_the_firmest_of_them() -> None:
    wished = replace(proposal(speaker=RUSSIA), rule="wish", modality="planned", confidence=0.95)
    triples = evidence(wished, proposal(Span(89, 95)), own=OWN)
    assert values(triples, RDF.type).count(COMITY.Assertion) == 1
    assert values(triples, COMITY.modality) == [f"{BASE}code/modality/asserted"]
    assert values(triples, COMITY.confidence) == ["0.85"]
    assert sorted(values(triples, COMITY.attributedTo)) == [f"{BASE}id/instrument/own", f"{BASE}id/state/RUS"]
    assert sorted(values(triples, PROV.wasGeneratedBy)) == [f"{BASE}id/rule/proposing-verb", f"{BASE}id/rule/wish"]
    assert sorted(values(triples, COMITY.evidence)) == [f"{BASE}id/span/d/10-33", f"{BASE}id/span/d/89-95"]


def test_other_triples_are_other_assertions() -> None:
    day, year = (Statement(OWN, "date", Value("2025", type_), (Span(0, 1),), "r", 1) for type_ in ("gYear", "string"))
    other = Statement(RUSSIA, "proposes", WORLD, (Span(89, 95),), "r", 1)
    reverse = Statement(WORLD, "proposes", CHINA, (Span(89, 95),), "r", 1)
    assert values(evidence(proposal(), other, reverse, day, year), RDF.type).count(COMITY.Assertion) == 5


@pytest.mark.parametrize(
    ("kind", "own", "speaker", "attributed", "reported"),
    [
        (DocumentKind.DECLARATION, OWN, None, "instrument/own", []),
        (DocumentKind.RESOLUTION, OWN, CHINA, "state/CHN", []),
        (DocumentKind.NEWS, None, None, "document/d", []),
        (DocumentKind.NEWS, None, WORLD, "initiative/world", ["document/d"]),
        (DocumentKind.SPEECH, None, RUSSIA, "state/RUS", ["document/d"]),
        (DocumentKind.NEWS, None, Entity("document/d", ("Document",)), "document/d", []),
    ],
)
def test_a_statement_is_attributed_to_whoever_makes_it_and_reported_words_to_the_reporter_too(
    kind: DocumentKind, own: Entity | None, speaker: Entity | None, attributed: str, reported: list[str]
) -> None:
    triples = evidence(proposal(speaker=speaker), own=own, kind=kind)
    assert values(triples, COMITY.attributedTo) == [f"{BASE}id/{attributed}"]
    assert values(triples, COMITY.reportedBy) == [f"{BASE}id/{document}" for document in reported]


DECLARATION = """Заявление Совета глав государств Шанхайской организации сотрудничества

Государства-члены намерены учредить Международный центр по искусственному интеллекту.

Государства-члены учреждают Международный центр по искусственному интеллекту.

г. Тяньцзинь, 1 сентября 2025 года
"""
NEWS = """МОСКВА, 4 ноября. /ТАСС/. Китай приветствует создание Всемирной организации по сотрудничеству в области ИИ.

Инициативы Китая:

- поддержка учреждения Всемирной организации по сотрудничеству в области ИИ.
"""


@pytest.mark.parametrize("text", [DECLARATION, NEWS], ids=["planned-and-done", "said-in-two-ways"])
def test_an_assertion_has_one_confidence_and_one_modality(text: str, reading_of: Callable[..., Extraction]) -> None:
    found = defaultdict(set)
    for quad in document_quads(reading_of(text), Names()):
        if quad.predicate.value in {COMITY.confidence, COMITY.modality} and "/assertion/" in quad.subject.value:
            found[quad.subject.value, quad.predicate.value].add(quad.object.value)
    assert found
    assert {key: said for key, said in found.items() if len(said) > 1} == {}
