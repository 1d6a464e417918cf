"""The axioms hold together: what is true can be said, and what is false is found.

Two reasoners look. The OWL RL rules (owlrl, pure Python) always run. HermiT, a complete OWL 2 DL reasoner, runs where
Java and owlready2 are present; it sees the alignments too, with the disjointness that the aligned vocabularies publish.
"""

import re
import shutil
from pathlib import Path

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import RDF, RDFS, SKOS, Graph, URIRef
from rdflib.namespace import DCAM

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")

PREFIXES = """
@prefix : <https://example.org/> .
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""

# A small world with everything that the vocabulary lets overlap.
WORLD = """
:china a comity:State ; comity:capital :beijing ; comity:memberOf :sco ; comity:proposes :waico ; comity:hosts :summit .
:russia a comity:State ; comity:supports :waico , :dialogue , :journey .
:sco a comity:InternationalOrganization ; comity:memberCount 10 .
:council a comity:Body ; comity:partOf :sco ; comity:adopted :statement .
:friends a comity:InformalGroup , comity:Initiative .
:undp a comity:Organization , comity:Body ; comity:partOf :un .
:un a comity:InternationalOrganization .
:panel a comity:Body , comity:Initiative ; comity:partOf :un ; comity:establishedBy :resolution .
:panel comity:memberCount 40 .
:dialogue a comity:Initiative , comity:Event , comity:Body ; comity:partOf :un ; comity:establishedBy :resolution .
:geneva-2026 a comity:Event ; comity:editionOf :dialogue ; comity:place :geneva .
:geneva a comity:Place . :beijing a comity:Place .
:waico a comity:Initiative , comity:InternationalOrganization ; comity:status :proposed .
:journey a comity:Event , comity:Initiative .
:proposed a skos:Concept .
:pact a comity:Resolution , comity:Strategy ; comity:symbol "A/RES/79/1" .
:compact a comity:Strategy ; comity:annexOf :pact .
:resolution a comity:Resolution ; comity:recalls :pact ; comity:hasProvision :paragraph , :subparagraph .
:paragraph a comity:OperativeProvision ; comity:number "4" .
:subparagraph comity:number "4g" ; comity:partOf :paragraph .
:convention a comity:Treaty , comity:Initiative .
:statement a comity:Declaration ; comity:endorsedBy :china ; comity:supports :plan .
:resolution comity:addresses :secretary-general .
:plan a comity:Strategy , comity:Initiative .
:secretary-general a comity:Post ; comity:postIn :un .
:tokayev a comity:Person ; comity:headOf :kazakhstan ; comity:holdsPost :president . :kazakhstan a comity:State .
:report a comity:NewsReport ; comity:reportsOn :communique ; comity:publisher :tass . :communique a comity:Communique .
:tass a comity:Organization .
:stance a comity:Stance ; comity:proponent :russia ; comity:object :waico ; comity:provision :paragraph .
:citation a comity:Citation ; comity:citing :resolution ; comity:cited :pact .
:for a comity:RollCall ; comity:votedOn :resolution ; comity:voter :china ; comity:choice :proposed ; comity:votes 132 .
:china comity:votedFor :resolution ; comity:abstainedOn :pact ; comity:sponsors :resolution .
:membership a comity:Membership ; comity:member :china ; comity:organization :sco ; comity:role :proposed .
:assertion a comity:Assertion ; comity:attributedTo :communique ; comity:reportedBy :report ; comity:confidence 0.9 .
:measurement a comity:Measurement ; comity:measuredNode :waico ; comity:rank 1 .
"""

# What the aligned vocabularies themselves publish, as far as it could contradict us.
PUBLISHED = """
org:FormalOrganization rdfs:subClassOf org:Organization , foaf:Organization .
org:OrganizationalCollaboration rdfs:subClassOf org:Organization .
org:Organization rdfs:subClassOf foaf:Agent ; owl:disjointWith org:Membership .
foaf:Organization rdfs:subClassOf foaf:Agent ; owl:disjointWith foaf:Person , foaf:Document .
foaf:Person rdfs:subClassOf foaf:Agent .
prov:Organization rdfs:subClassOf prov:Agent . prov:Person rdfs:subClassOf prov:Agent .
prov:Activity owl:disjointWith prov:Entity .
"""

# Each about an individual of its own, named first, so that one run of the rules finds them all.
FALSEHOODS = {
    "a state is no place": ":f1 a comity:State , comity:Place .",
    "a place has no capital": ":f2 a comity:Place ; comity:capital :beijing .",
    "a news report is not adopted": ":f3 a comity:NewsReport ; comity:adoptedBy :council .",
    "an instrument is not its text": ":f4 a comity:Document ; comity:expresses :f4 .",
    "a person is no organization": ":f5 a comity:Person , comity:InternationalOrganization .",
    "a post is not its holder": ":f6 a comity:Post , comity:Person .",
    "a state is nobody's organ": ":f7 a comity:State , comity:InformalGroup .",
    "a resolution is no treaty": ":f8 a comity:Resolution , comity:Treaty .",
    "a state is not adopted": ":f9 a comity:State . :council comity:adopted :f9 .",
    "an annex has not its main text for an annex": ":f10 comity:annexOf :f11 . :f11 comity:annexOf :f10 .",
    "a provision belongs to one instrument": ":f12 owl:differentFrom :f13 . :p comity:provisionOf :f12 , :f13 .",
    "a preamble does not operate": ":f14 a comity:PreambularProvision , comity:OperativeProvision .",
    "an initiative is no person": ":f15 a comity:Person ; comity:status :proposed .",
    "a speech act is no assertion": ":f16 a comity:Stance ; comity:reportedBy :report .",
    "one does not vote both ways": ":f18 comity:votedFor :pact ; comity:votedAgainst :pact .",
    "a roll call is no instrument": ":f19 a comity:RollCall ; comity:cites :pact .",
    "an event is no instrument": ':f17 a comity:Event ; comity:symbol "A/RES/79/325" .',
}


def with_individuals(axioms: Graph, *turtle: str) -> Graph:
    """Return the logic of a graph, without its texts, together with individuals."""
    graph = Graph()
    for triple in axioms:
        if triple[1] not in {RDFS.label, RDFS.isDefinedBy, SKOS.definition, SKOS.example, SKOS.scopeNote, SKOS.altLabel,
                             DCAM.domainIncludes, DCAM.rangeIncludes}:  # fmt: skip
            graph.add(triple)
    graph.parse(data=PREFIXES + "\n".join(turtle), format="turtle")
    return graph


def rule_errors(graph: Graph) -> list[str]:
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return [
        str(text) for message in graph.subjects(RDF.type, ERROR) for text in graph.objects(message) if text != ERROR
    ]


def test_a_truthful_world_is_consistent_under_the_rules(comity: Graph) -> None:
    graph = with_individuals(comity, WORLD)
    assert rule_errors(graph) == []
    world = "https://example.org/"
    ontology = "https://w3id.org/comity/ontology#"
    for subject, predicate, value in [
        ("subparagraph", "partOf", "resolution"),
        ("compact", "partOf", "pact"),
        ("pact", "citedBy", "resolution"),
        ("sco", "hasMember", "china"),
        ("resolution", "establishes", "panel"),
    ]:
        assert (URIRef(world + subject), URIRef(ontology + predicate), URIRef(world + value)) in graph


@pytest.fixture(scope="module")
def errors(comity: Graph) -> list[str]:
    """Return what the rules say of all falsehoods together."""
    return rule_errors(with_individuals(comity, WORLD, *FALSEHOODS.values()))


@pytest.mark.parametrize("falsehood", FALSEHOODS.values(), ids=FALSEHOODS)
def test_a_falsehood_is_found_by_the_rules(errors: list[str], falsehood: str) -> None:
    individual = re.compile(rf"https://example.org/{falsehood.split(maxsplit=1)[0][1:]}\b")
    assert [error for error in errors if individual.search(error)] != []


def hermit_finds_consistent(graph: Graph, folder: Path) -> bool:
    """Ask HermiT; unsatisfiable classes count as a fault as well."""
    owlready2 = pytest.importorskip("owlready2", reason="owlready2 is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    path = folder / "ontology.nt"
    graph.serialize(path, format="nt", encoding="utf-8")
    world = owlready2.World()
    world.get_ontology(path.as_uri()).load()
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    assert list(world.inconsistent_classes()) == []
    return True


def test_hermit_finds_a_truthful_world_consistent(comity: Graph, alignments: Graph, tmp_path: Path) -> None:
    assert hermit_finds_consistent(with_individuals(comity + alignments, WORLD, PUBLISHED), tmp_path)


@pytest.mark.parametrize(
    "falsehood",
    [
        ":resolution comity:adoptedBy :china .",
        ":resolution comity:establishes :geneva .",
        ":assertion2 a comity:Assertion ; comity:confidence 1.5 .",
    ],
    ids=["a state does not adopt", "a place is not established", "confidence is at most 1"],
)
def test_hermit_finds_a_falsehood(comity: Graph, falsehood: str, tmp_path: Path) -> None:
    assert not hermit_finds_consistent(with_individuals(comity, WORLD, falsehood), tmp_path)
