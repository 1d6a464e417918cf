"""The record of a file as RDF: facts, roll calls, subjects, and evidence that does not claim to be the text's."""

from datetime import date

import pyoxigraph as ox
import pytest

from comity.graph import Names
from comity.graph.record import record_evidence, record_facts
from comity.model import Choice, Entity, Recorded, Register, Roll, Subject
from comity.namespaces import COMITY, DCTERMS, OA, PROV, RDF, RDFS, SKOS

NAMES = Names()
OWN = Entity("instrument/A-RES-74-999", ("Resolution",))
PERU, OMAN = Entity("state/PER", ("State",)), Entity("state/OMN", ("State",))
VOTE = Recorded(PERU, "votedFor", OWN, "//*[local-name()='organization'][normalize-space()='PERU']", "PERU")
REGISTER = Register(
    recorded=(VOTE,),
    rolls=(Roll(Choice.FOR, (PERU, OMAN), ("D'IVOIRE",), 3, date(2020, 6, 30)), Roll(Choice.ABSTAINING, ())),
    unresolved=("submitted by the Chair",),
    subjects=(
        Subject("women&#39;s rights", "EuroVoc", "http://eurovoc.europa.eu/585"),
        Subject("http://eurovoc.europa.eu/4199", "EuroVoc", "http://eurovoc.europa.eu/4199"),
        Subject("SALT OF THE SEA", "UNBIS"),
        Subject("Salt", "Salt Library"),
    ),
)


@pytest.fixture(scope="module")
def facts() -> set[tuple[str, str, str]]:
    triples = record_facts(REGISTER, OWN, "d", NAMES)
    return {(t.subject.value, t.predicate.value, t.object.value) for t in triples}


@pytest.fixture(scope="module")
def evidence() -> list[ox.Triple]:
    return list(record_evidence(REGISTER, "d", NAMES))


def about(triples: list[ox.Triple], subject: ox.NamedNode) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for triple in triples:
        if triple.subject == subject:
            found.setdefault(triple.predicate.value, set()).add(triple.object.value)
    return found


def test_a_vote_is_a_plain_triple_and_a_name_in_a_roll_call(facts: set[tuple[str, str, str]]) -> None:
    own, peru = NAMES.resource(OWN.identifier).value, NAMES.resource(PERU.identifier).value
    assert (peru, COMITY.votedFor, own) in facts
    (call,) = {s for s, p, o in facts if p == COMITY.choice and o.endswith("/vote-choice/for")}
    assert {(p, o) for s, p, o in facts if s == call and p != COMITY.choice} == {
        (RDF.type, COMITY.RollCall),
        (COMITY.votedOn, own),
        (COMITY.votes, "3"),
        (COMITY.date, "2020-06-30"),
        (COMITY.voter, peru),
        (COMITY.voter, NAMES.resource(OMAN.identifier).value),
        (COMITY.unresolvedName, "D'IVOIRE"),
    }
    (silent,) = {s for s, p, o in facts if p == COMITY.choice and o.endswith("/vote-choice/abstaining")}
    assert {p for s, p, _ in facts if s == silent} == {RDF.type, COMITY.votedOn, COMITY.choice}
    assert (own, COMITY.unresolvedName, "submitted by the Chair") in facts


def test_subjects_have_their_schemes_and_labels(facts: set[tuple[str, str, str]]) -> None:
    own, base = NAMES.resource(OWN.identifier).value, f"{NAMES.base}id/"
    given = {o for s, p, o in facts if (s, p) == (own, DCTERMS.subject)}
    assert given == {
        "http://eurovoc.europa.eu/585",
        "http://eurovoc.europa.eu/4199",
        f"{base}subject/unbis-salt-of-the-sea",
        f"{base}subject/salt-library-salt",
    }
    assert {o for _, p, o in facts if p == RDFS.label} == {"women's rights", "SALT OF THE SEA", "Salt"}
    assert {o for _, p, o in facts if p == SKOS.inScheme} == {
        "http://eurovoc.europa.eu/100141",
        "http://metadata.un.org/thesaurus/00",
        f"{base}subject-scheme/salt-library",
    }


def test_what_is_recorded_is_the_documents_statement_and_stands_in_its_record(evidence: list[ox.Triple]) -> None:
    (assertion,) = {t.subject for t in evidence if t.object == ox.NamedNode(COMITY.Assertion)}
    said = about(evidence, assertion)
    assert said[COMITY.attributedTo] == {NAMES.resource("document/d").value}
    assert said[PROV.wasGeneratedBy] == {NAMES.resource("rule/record").value}
    assert COMITY.reportedBy not in said
    (place,) = (t.object for t in evidence if t.predicate.value == COMITY.evidence)
    assert about(evidence, place)[OA.hasSource] == {NAMES.resource("document/d").value}
    selectors = [about(evidence, ox.NamedNode(name)) for name in sorted(about(evidence, place)[OA.hasSelector])]
    assert selectors == [
        {RDF.type: {OA.XPathSelector}, RDF.value: {VOTE.place}},
        {RDF.type: {OA.TextQuoteSelector}, OA.exact: {"PERU"}},
    ]


def test_everything_of_ours_moves_with_the_base() -> None:
    elsewhere = "".join(map(str, record_facts(REGISTER, OWN, "d", Names("https://example.org/kg/"))))
    assert f"{NAMES.base}id/" not in elsewhere
    assert "https://example.org/kg/id/subject/unbis-salt-of-the-sea" in elsewhere


def test_an_empty_register_says_nothing() -> None:
    assert not [*record_facts(Register(), OWN, "d", NAMES), *record_evidence(Register(), "d", NAMES)]
