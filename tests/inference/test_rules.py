"""Every rule of `queries/rules/` makes what it is for, and nothing beside it."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from comity.errors import QueryError
from comity.inference import Rule, derive, shipped_rules
from comity.inference.rules import read_rule

ID = "https://w3id.org/comity/id/"
COMITY = "https://w3id.org/comity/ontology#"
PREFIXES = """
@base <https://w3id.org/comity/id/> .
@prefix : <https://w3id.org/comity/ontology#> .
@prefix choice: <https://w3id.org/comity/code/vote-choice/> .
@prefix citation: <https://w3id.org/comity/code/citation-kind/> .
@prefix kind: <https://w3id.org/comity/code/speech-act-kind/> .
@prefix modality: <https://w3id.org/comity/code/modality/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix role: <https://w3id.org/comity/code/membership-role/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SUMMIT = """
    <statement> :adoptedBy <council> ; :endorsedBy <state/KAZ> , <state/CHN> ; :date "2025-09-01"^^xsd:date .
    <council> :partOf <sco> .
    <state/KAZ> a :State . <state/CHN> a :State . <state/IND> a :State .
    <m1> :member <state/KAZ> ; :organization <sco> ; :role role:member ; :startDate "2001-06-15"^^xsd:date .
    <m2> :member <state/CHN> ; :organization <sco> ; :role role:member ; :startDate "2001-06-15"^^xsd:date .
    <m3> :member <state/IND> ; :organization <sco> ;
"""

# Name of the rule, facts, and what follows from them by this rule alone.
CASES = [
    (
        "types",
        """:Resolution rdfs:subClassOf :Instrument , <http://data.europa.eu/eli/ontology#LegalResource> .
        :Instrument rdfs:subClassOf :Thing . <r> a :Resolution . <i> a :Instrument .""",
        {"r a Instrument", "r a Thing", "i a Thing"},
    ),
    (
        "subproperties",
        """:recalls rdfs:subPropertyOf :cites . :cites rdfs:subPropertyOf <http://purl.org/spar/cito/cites> .
        :hasProvision rdfs:subPropertyOf :hasPart . :partOf owl:inverseOf :hasPart .
        <a> :recalls <b> ; :hasProvision <p> .""",
        {"a cites b"},
    ),
    ("part-of", "<a> :partOf <b> . <b> :partOf <c> . <c> :partOf <d> .", {"a partOf c", "a partOf d", "b partOf d"}),
    ("part-of", "<a> :partOf <b> . <b> :partOf <a> .", {"a partOf a", "b partOf b"}),
    (
        "member-of",
        """<1> :member <KAZ> ; :organization <sco> ; :role role:member ; :startDate "2001-06-15"^^xsd:date .
        <2> :member <MNG> ; :organization <sco> ; :role role:observer .
        <3> :member <GBR> ; :organization <eu> ; :role role:member ; :endDate "2020-01-31"^^xsd:date .""",
        {"KAZ memberOf sco"},
    ),
    (
        "votes",
        """<1> a :RollCall ; :votedOn <a> ; :choice choice:for ; :voter <DZA> , <CHN> ; :votes 2 .
        <2> a :RollCall ; :votedOn <a> ; :choice choice:against ; :voter <ISR> .
        <3> a :RollCall ; :votedOn <a> ; :choice choice:abstaining ; :voter <TGO> ; :unresolvedName "CHILEs" .
        <4> a :RollCall ; :votedOn <a> ; :choice choice:not-voting ; :voter <BEN> .""",
        {"DZA votedFor a", "CHN votedFor a", "ISR votedAgainst a", "TGO abstainedOn a"},
    ),
    (
        "citations",
        """<1> a :Citation ; :citing <a> ; :cited <b> ; :kind citation:guided-by .
        <2> a :Citation ; :citing <a> ; :cited <c> ; :kind citation:cites .
        <3> a :Citation ; :citing <a> ; :cited <d> ; :kind citation:unknown .
        <4> a :SpeechAct ; :citing <a> ; :cited <e> ; :kind citation:recalls .""",
        {"a guidedBy b", "a cites b", "a cites c"},
    ),
    *(
        (
            "citations",
            f"<1> a :Citation ; :citing <a> ; :cited <b> ; :kind citation:{kind} .",
            {f"a {kind} b", "a cites b"},
        )
        for kind in ("recalls", "reaffirms", "welcomes", "notes", "implements", "amends", "supports")
    ),
    (
        "stances",
        """kind:welcomes skos:broader kind:positive-stance . kind:notes skos:broader kind:acknowledgement .
        <1> a :Stance ; :proponent <KAZ> ; :object <bank> ; :kind kind:welcomes ; :modality modality:asserted .
        <2> a :Stance ; :proponent <KAZ> ; :object <plan> ; :kind kind:notes .
        <3> a :Stance ; :proponent <CHN> ; :object <bank> ; :kind kind:proposes .
        <4> a :Stance ; :proponent <CHN> ; :object <wall> ; :kind kind:objects .
        <5> a :Stance ; :proponent <IND> ; :object <bank> ; :kind kind:welcomes ; :modality modality:negated .
        <6> a :Stance ; :proponent <IND> ; :object <plan> ; :kind kind:welcomes ; :modality modality:conditional .
        <7> a :SpeechAct ; :proponent <IND> ; :object <wall> ; :kind kind:welcomes .""",
        {"KAZ supports bank", "CHN proposes bank", "CHN objectsTo wall"},
    ),
    (
        "not-named",
        f'{SUMMIT} :role role:member ; :startDate "2017-06-09"^^xsd:date .',
        {"state/IND notNamedIn statement"},
    ),
    ("not-named", f'{SUMMIT} :role role:member ; :startDate "2024"^^xsd:gYear .', {"state/IND notNamedIn statement"}),
    (
        "not-named",
        f'{SUMMIT} :role role:member ; :startDate "2025-09-01"^^xsd:date .',
        {"state/IND notNamedIn statement"},
    ),
    ("not-named", f'{SUMMIT} :role role:member ; :startDate "2025-09-02"^^xsd:date .', set()),
    ("not-named", f'{SUMMIT} :role role:member ; :startDate "2025"^^xsd:gYear .', set()),
    ("not-named", f'{SUMMIT} :role role:observer ; :startDate "2017-06-09"^^xsd:date .', set()),
    (
        "not-named",
        f'{SUMMIT} :role role:member ; :startDate "2005"^^xsd:gYear ; :endDate "2025-09-01"^^xsd:date .',
        {"state/IND notNamedIn statement"},
    ),
    (
        "not-named",
        f'{SUMMIT} :role role:member ; :startDate "2005"^^xsd:gYear ; :endDate "2025-08-31"^^xsd:date .',
        set(),
    ),
    ("not-named", f'{SUMMIT} :role role:member ; :startDate "2005"^^xsd:gYear ; :endDate "2025"^^xsd:gYear .', set()),
    (
        "not-named",
        f'{SUMMIT.replace(", <state/CHN> ;", ";")} :role role:member ; :startDate "2017-06-09"^^xsd:date .',
        set(),
    ),
    (
        "not-named",
        f"""{SUMMIT.replace('"2025-09-01"^^xsd:date', '"2025"^^xsd:gYear')} :role role:member ;
        :startDate "2017-06-09"^^xsd:date .""",
        set(),
    ),
    (
        "not-named",
        f"""{SUMMIT.replace("<council> :partOf <sco>", "<council> :partOf <secretariat> . <secretariat> :partOf <sco>")}
        :role role:member ; :startDate "2017-06-09"^^xsd:date .""",
        set(),
    ),
]


def facts(turtle: str) -> list[ox.Quad]:
    return list(ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE))


def written(triple: ox.Triple) -> str:
    names = (str(term).strip("<>").removeprefix(ID).removeprefix(COMITY) for term in triple)
    return " ".join("a" if name.endswith("#type") else name for name in names)


@pytest.mark.parametrize(("name", "turtle", "expected"), CASES)
def test_rule_makes_exactly_what_follows(name: str, turtle: str, expected: set[str]) -> None:
    rules = [rule for rule in shipped_rules() if rule.name == name]
    assert {written(derived.triple) for derived in derive(facts(turtle), rules)} == expected


def test_an_organ_of_an_organ_adopts_for_the_organisation_once_it_is_known_to_be_its_part() -> None:
    chain = SUMMIT.replace("<council> :partOf <sco>", "<council> :partOf <secretariat> . <secretariat> :partOf <sco>")
    stated = facts(f'{chain} :role role:member ; :startDate "2017-06-09"^^xsd:date .')
    assert "state/IND notNamedIn statement" in {written(derived.triple) for derived in derive(stated)}


def test_every_rule_has_a_case_in_which_it_makes_something() -> None:
    assert {name for name, _, expected in CASES if expected} == {rule.name for rule in shipped_rules()}


def test_rules_that_say_there_is_no_come_last() -> None:
    assert [(rule.stratum, rule.name) for rule in shipped_rules()] == [
        *((1, name) for name in ("types", "subproperties", "part-of", "member-of", "citations", "stances", "votes")),
        (2, "not-named"),
    ]


def test_every_rule_has_its_titles() -> None:
    for rule in shipped_rules():
        assert rule.query.startswith("# title-ru: "), rule.name
        assert "\n# title-en: " in rule.query, rule.name


def test_a_rule_is_named_for_its_stratum(tmp_path: Path) -> None:
    path = tmp_path / "31-last.rq"
    path.write_text("CONSTRUCT WHERE { ?s ?p ?o }", encoding="utf-8")
    assert read_rule(path) == Rule("last", 3, "CONSTRUCT WHERE { ?s ?p ?o }")
    with pytest.raises(QueryError, match="stratum first"):
        read_rule(tmp_path / "last.rq")
