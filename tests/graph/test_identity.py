"""Judgements as RDF, and documents whose things have one name among all documents."""

from collections.abc import Iterable

import pyoxigraph as ox
import pytest

from comity.errors import ReferenceDataError
from comity.graph import Names, given_judgements, identity_quads, resolved_quads
from comity.matching import Decision, Judgement, Place, Profile, Resolution
from comity.model import Entity, Name, NameKind, Span
from comity.namespaces import COMITY, DCTERMS, PROV

NAMES = Names()
PREFIXES = """
@base <https://w3id.org/comity/id/> .
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix judgement: <https://w3id.org/comity/code/judgement/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
SAME = Judgement(
    Decision.SAME,
    ("body/new",),
    "same-words",
    0.9,
    ("имена", "names"),
    (Place("a", Span(1, 4), "Имя", "<", ">"),),
    replaced=("body/old",),
)


def triples(text: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(PREFIXES + text, format=ox.RdfFormat.TURTLE)}


def graph(quads: Iterable[ox.Quad], name: str) -> set[ox.Triple]:
    return {quad.triple for quad in quads if quad.graph_name == ox.NamedNode(f"https://w3id.org/comity/graph/{name}")}


def values(quads: Iterable[ox.Quad], predicate: str) -> set[str]:
    return {quad.object.value for quad in quads if quad.predicate.value == predicate}


def test_a_judgement_is_told_with_its_rule_its_reason_and_the_words_it_rests_on() -> None:
    quads = list(identity_quads(Resolution((SAME,), {}, {}), NAMES))
    (node,) = {triple.subject for triple in graph(quads, "identity") if triple.object == ox.NamedNode(COMITY.Judgement)}
    assert values(quads, COMITY.decision) == {"https://w3id.org/comity/code/judgement/same"}
    assert values(quads, COMITY.compared) == {"https://w3id.org/comity/id/body/new"}
    assert values(quads, COMITY.reason) == {"имена", "names"}
    assert values(quads, COMITY.confidence) == {"0.90"}
    assert values(quads, PROV.wasGeneratedBy) == {"https://w3id.org/comity/id/rule/same-words"}
    span = ox.NamedNode("https://w3id.org/comity/id/span/a/1-4")
    assert ox.Triple(node, ox.NamedNode(COMITY.evidence), span) in graph(quads, "identity/evidence")
    gave_way = "<body/old> dcterms:isReplacedBy <body/new> ."
    assert triples(gave_way) <= graph(quads, "identity")


@pytest.mark.parametrize("decision", [Decision.DIFFERENT, Decision.UNSURE])
def test_what_stays_apart_is_not_replaced(decision: Decision) -> None:
    judgement = Judgement(decision, ("body/a", "body/b"), "close-names", 0.5, replaced=("body/c",))
    quads = list(identity_quads(Resolution((judgement,), {}, {}), NAMES))
    assert values(quads, DCTERMS.isReplacedBy) == set()
    assert len(values(quads, COMITY.compared)) == 2


def test_the_judgement_of_a_person_has_an_author_and_no_rule() -> None:
    judgement = Judgement(Decision.DIFFERENT, ("body/a", "body/b"), reason=("так", "so"), author="A researcher")
    quads = list(identity_quads(Resolution((judgement,), {}, {}), NAMES))
    assert values(quads, DCTERMS.creator) == {"A researcher"}
    assert values(quads, PROV.wasGeneratedBy) == values(quads, COMITY.confidence) == set()


DOCUMENT = """
<body/old> a comity:Body ; skos:prefLabel "Старое имя"@ru , "Old name"@en ; rdfs:label "Старое имя"@ru .
<document/a> comity:mentions <body/old> , <body/else> .
<body/old> comity:partOf <body/else> .
"""


@pytest.mark.parametrize(
    ("known", "labels"),
    [
        (False, 'skos:prefLabel "Новое имя"@ru , "Old name"@en ; rdfs:label "Новое имя"@ru ; '),
        (True, 'skos:prefLabel "Old name"@en ; '),
    ],
)
def test_a_document_takes_the_identifier_and_the_name_that_stand_for_both(known: bool, labels: str) -> None:  # noqa: FBT001
    entity = Entity(
        "body/new", ("Body",), (Name("Новое имя", "ru"), Name("НИ", "ru", NameKind.ALTERNATIVE)), known=known
    )
    resolution = Resolution((), {"a": {"body/old": "body/new"}}, {"body/new": Profile("b", "ru", entity, ())})
    facts = NAMES.graph("a")
    quads = [ox.Quad(t.subject, t.predicate, t.object, facts) for t in triples(DOCUMENT)]
    expected = triples(f"""
        <body/new> a comity:Body ; {labels} skos:altLabel "Старое имя"@ru ; comity:partOf <body/else> .
        <document/a> comity:mentions <body/new> , <body/else> .
    """)
    assert graph(resolved_quads(quads, "a", resolution, NAMES), "a") == expected
    assert list(resolved_quads(quads, "another", resolution, NAMES)) == quads


def test_a_thing_told_from_others_of_its_name_keeps_the_name() -> None:
    resolution = Resolution((), {"a": {"body/old": "body/old-a"}}, {})
    facts = NAMES.graph("a")
    quads = [ox.Quad(t.subject, t.predicate, t.object, facts) for t in triples(DOCUMENT)]
    found = graph(resolved_quads(quads, "a", resolution, NAMES), "a")
    assert found == triples(DOCUMENT.replace("<body/old>", "<body/old-a>"))


def test_judgements_of_people_are_read_from_the_reference_data() -> None:
    text = """
    <judgement/1> a comity:Judgement ; comity:compared <body/b> , <body/a> ; comity:decision judgement:different ;
        comity:reason "so"@en , "так"@ru ; dcterms:creator "A researcher" .
    <body/a> a comity:Body .
    """
    assert given_judgements(triples(text)) == (
        Judgement(Decision.DIFFERENT, ("body/a", "body/b"), reason=("так", "so"), author="A researcher"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "<judgement/1> a comity:Judgement ; comity:compared <body/a> ; comity:decision judgement:same .",
        "<judgement/1> a comity:Judgement ; comity:compared <body/a> , <body/b> .",
        "<judgement/1> a comity:Judgement ; comity:compared <body/a> , <body/b> ; comity:decision judgement:perhaps .",
    ],
)
def test_a_judgement_that_decides_nothing_is_refused(text: str) -> None:
    with pytest.raises(ReferenceDataError, match="judgement/1"):
        given_judgements(triples(text))
