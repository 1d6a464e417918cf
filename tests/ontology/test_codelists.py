"""`ontology/codelists/`: every list is complete, ordered where it should be, and free of cycles."""

from itertools import pairwise
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from comity.namespaces import CODE, COMITY, _concepts, concept

NS = Namespace(COMITY.iri)
ONTOLOGY = URIRef("https://w3id.org/comity/ontology")

REQUIRED = {
    "body-kind": "organ assembly council commission subcommission committee working-group panel secretariat ministry "
    "bank fund centre institute office agency group-of-friends association",
    "citation-kind": "cites recalls reaffirms guided-by welcomes notes implements amends supports",
    "event-kind": "summit session meeting conference forum games dialogue exhibition negotiation visit",
    "initiative-status": "proposed endorsed planned established held",
    "instrument-kind": "resolution decision declaration statement communique treaty charter convention strategy plan "
    "compact draft report speech presidential-statement",
    "judgement": "same different unsure",
    "membership-role": "member observer dialogue-partner candidate withdrawn suspended guest",
    "modality": "asserted planned proposed conditional negated",
    "speech-act-kind": "proposes supports welcomes endorses calls-for recognises-need notes recalls stresses reaffirms "
    "decides establishes requests invites encourages recommends calls-upon urges demands mandates appoints "
    "expresses-readiness intends condemns objects positive-stance",
    "topic": "capacity-building safety standards information-security data sovereignty military-exclusion open-source "
    "human-rights health sustainable-development governance interoperability transparency digital-divide",
    "vote-choice": "for against abstaining not-voting",
}

POSITIVE = {"supports", "welcomes", "endorses", "calls-for", "recognises-need", "expresses-readiness"}

WEAKER_TO_STRONGER = [
    ["notes", "recalls", "reaffirms", "welcomes", "supports", "calls-for", "endorses", "decides"],
    ["notes", "stresses", "recognises-need", "welcomes"],
    ["notes", "expresses-readiness", "intends", "decides"],
    ["invites", "encourages", "recommends", "calls-upon", "urges", "requests", "demands", "mandates", "decides"],
    ["proposes", "appoints", "establishes", "decides"],
    ["objects", "condemns"],
]


def strength(codelists: Graph, notation: str) -> int:
    return int(codelists.value(URIRef(concept("speech-act-kind", notation)), NS.strength))


def test_there_are_exactly_the_agreed_schemes(root: Path, codelists: Graph) -> None:
    assert {str(scheme).removeprefix(CODE) for scheme in codelists.subjects(RDF.type, SKOS.ConceptScheme)} == set(
        REQUIRED
    )
    assert {path.stem for path in (root / "ontology/codelists").iterdir()} == set(REQUIRED)


@pytest.mark.parametrize("scheme", REQUIRED)
def test_a_scheme_has_its_concepts(scheme: str) -> None:
    assert set(REQUIRED[scheme].split()) <= _concepts(scheme)


@pytest.mark.parametrize("scheme", REQUIRED)
def test_a_reader_without_a_parser_finds_the_same_concepts(codelists: Graph, scheme: str) -> None:
    found = {
        str(term).removeprefix(f"{CODE}{scheme}/") for term in codelists.subjects(SKOS.inScheme, URIRef(CODE + scheme))
    }
    assert found == _concepts(scheme)


@pytest.mark.parametrize("scheme", REQUIRED)
def test_every_concept_is_complete(codelists: Graph, scheme: str) -> None:
    described = [URIRef(CODE + scheme), *(URIRef(concept(scheme, notation)) for notation in sorted(_concepts(scheme)))]
    for term in described:
        for predicate in (SKOS.prefLabel, SKOS.definition):
            texts = list(codelists.objects(term, predicate))
            assert sorted(text.language for text in texts) == ["en", "ru"], f"{term}: {predicate.fragment}"
            assert all(text.strip() for text in texts), term
        assert list(codelists.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY], term
    for term in described[1:]:
        assert list(codelists.objects(term, SKOS.inScheme)) == [URIRef(CODE + scheme)], term
        assert list(codelists.objects(term, SKOS.notation)) == [Literal(term.removeprefix(f"{CODE}{scheme}/"))], term


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("scheme", REQUIRED)
def test_no_label_means_two_things_within_a_scheme(codelists: Graph, scheme: str, language: str) -> None:
    owners: dict[str, set[str]] = {}
    for notation in sorted(_concepts(scheme)):
        for predicate in (SKOS.prefLabel, SKOS.altLabel):
            for label in codelists.objects(URIRef(concept(scheme, notation)), predicate):
                if label.language == language:
                    owners.setdefault(label.lower(), set()).add(notation)
    assert {label: found for label, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("scheme", REQUIRED)
def test_the_hierarchy_is_a_tree_within_its_scheme(codelists: Graph, scheme: str) -> None:
    tops = set(codelists.objects(URIRef(CODE + scheme), SKOS.hasTopConcept))
    for notation in _concepts(scheme):
        term = URIRef(concept(scheme, notation))
        parents = list(codelists.objects(term, SKOS.broader))
        assert (term in tops) == (not parents) == ((term, SKOS.topConceptOf, URIRef(CODE + scheme)) in codelists), term
        assert len(parents) <= 1, term
        assert all(concept(scheme, parent.removeprefix(f"{CODE}{scheme}/")) for parent in parents)
        assert term not in set(codelists.transitive_objects(parents[0], SKOS.broader)) if parents else True, term


def test_every_kind_of_speech_act_but_the_collective_ones_has_a_strength(codelists: Graph) -> None:
    collective = set(codelists.objects(None, SKOS.broader))
    for notation in _concepts("speech-act-kind"):
        term = URIRef(concept("speech-act-kind", notation))
        assert len(list(codelists.objects(term, NS.strength))) == (0 if term in collective else 1), notation


@pytest.mark.parametrize("order", WEAKER_TO_STRONGER, ids=lambda order: f"{order[0]}-{order[-1]}")
def test_strength_orders_the_speech_acts(codelists: Graph, order: list[str]) -> None:
    figures = [strength(codelists, notation) for notation in order]
    assert all(weaker < stronger for weaker, stronger in pairwise(figures)), figures


def test_the_positive_stances_are_those_of_the_contract(codelists: Graph) -> None:
    parent = URIRef(concept("speech-act-kind", "positive-stance"))
    found = {str(term).rpartition("/")[2] for term in codelists.subjects(SKOS.broader, parent)}
    assert found == POSITIVE
