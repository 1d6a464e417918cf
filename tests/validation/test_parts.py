from collections.abc import Callable
from dataclasses import replace

import pyoxigraph as ox
import pytest

from comity.validation import shipped_requirements
from comity.validation.parts import Part, arrange, parts
from comity.validation.shacl import shacl_findings

Read = Callable[[str], list[ox.Quad]]
ID = "https://w3id.org/comity/id/"
REQUIRED = shipped_requirements()


def cut(quads: list[ox.Quad]) -> dict[str, Part]:
    found = list(parts(arrange(quads, REQUIRED.ontology), REQUIRED.shapes))
    return {part.document.removeprefix(f"{ID}document/"): part for part in found}


def subjects(part: Part) -> set[str]:
    return {
        triple.subject.value.removeprefix(ID) for triple in part.triples if str(triple.subject).startswith(f"<{ID}")
    }


def test_every_document_is_a_part_and_what_is_no_document_is_nobodys(sound: list[ox.Quad]) -> None:
    assert sorted(cut(sound)) == ["", "news.ru", "statement.ru"]


def test_a_part_owns_what_its_graphs_speak_of_and_what_they_express(sound: list[ox.Quad]) -> None:
    owned = {name.removeprefix(ID) for name in cut(sound)["statement.ru"].owned}
    assert {"document/statement.ru", "instrument/statement", "assertion/statement.ru/1", "rule/example"} <= owned
    assert {"state/KAZ", "place/tianjin", "instrument/sco-charter"}.isdisjoint(owned)


def test_context_reaches_the_neighbours_and_the_classes_of_theirs(quads: Read) -> None:
    part = cut(
        quads(
            """graph:d { <a> comity:adoptedBy <b> . }
            graph:reference {
              <b> comity:partOf <c> ; rdfs:label "B"@en . <c> a comity:Organization ; comity:partOf <d> .
              <d> a comity:Organization . <e> comity:partOf <b> .
            }"""
        )
    )["d"]
    about = {str(triple) for triple in part.triples if triple.subject.value.startswith(ID)}
    comity = "https://w3id.org/comity/ontology#"
    assert about == {
        f"<{ID}a> <{comity}adoptedBy> <{ID}b>",
        f"<{ID}b> <{comity}partOf> <{ID}c>",
        f'<{ID}b> <http://www.w3.org/2000/01/rdf-schema#label> "B"@en',
        f"<{ID}c> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{comity}Organization>",
    }


def test_an_expressed_instrument_is_owned_even_when_another_graph_describes_it(quads: Read) -> None:
    part = cut(quads("graph:d { <document/d> comity:expresses <a> . } graph:reference { <a> a comity:Instrument . }"))[
        "d"
    ]
    assert f"{ID}a" in part.owned


def test_what_was_inferred_is_context(quads: Read) -> None:
    found = cut(
        quads("graph:d { <a> comity:recalls <b> . } graph:inferred { <a> comity:cites <c> . <x> comity:cites <c> . }")
    )
    assert sorted(found) == ["d"]
    assert any("#cites" in str(triple) for triple in found["d"].triples)


def test_evidence_without_facts_is_still_a_part(quads: Read) -> None:
    assert sorted(cut(quads("<https://w3id.org/comity/graph/d/evidence> { <a> a comity:Assertion . }"))) == ["d"]


def test_quads_without_graphs_are_one_part(quads: Read) -> None:
    assert cut(quads("<a> a comity:State ."))[""].owned == {f"{ID}a"}


def test_a_graph_without_a_name_is_nobodys(quads: Read) -> None:
    assert sorted(cut(quads("_:nameless { <a> a comity:State . } graph:d { <b> a comity:State . }"))) == ["d"]


def test_the_default_graph_of_a_served_store_is_not_taken_twice(sound: list[ox.Quad]) -> None:
    stale = ox.Quad(ox.NamedNode("https://x/stale"), ox.NamedNode("https://x/p"), ox.Literal("x"))
    assert cut([*sound, stale]) == cut(sound)
    assert stale not in arrange([*sound, stale], ())


def test_own_ontology_replaces_the_shipped_one(quads: Read) -> None:
    store = arrange(quads("graph:ontology { comity:Dream a owl:Class . }"), REQUIRED.ontology)
    assert len(store) == 2


def test_digest_tells_shapes_and_data_apart(sound: list[ox.Quad]) -> None:
    part = cut(sound)["statement.ru"]
    others = [replace(part, triples=part.triples[1:]), replace(part, owned=frozenset()), replace(part, document="")]
    assert len({part.digest("1"), part.digest("2"), *(other.digest("1") for other in others)}) == 5
    assert cut(list(reversed(sound)))["statement.ru"].digest("1") == part.digest("1")


@pytest.mark.parametrize("gone", ["partOf", "prefLabel", "kind", "start", "contentDigest"])
def test_parts_find_what_the_whole_finds(gone: str, sound: list[ox.Quad]) -> None:
    faulty = [quad for quad in sound if not quad.predicate.value.endswith(f"#{gone}")]
    store = arrange(faulty, REQUIRED.ontology)
    triples = tuple({quad.triple for quad in store})
    whole = Part(
        "", frozenset(t.subject.value for t in triples if isinstance(t.subject, ox.NamedNode)), frozenset(), triples
    )
    expected = {replace(finding, document="") for finding in shacl_findings(whole, REQUIRED.shapes)}
    found = {
        replace(f, document="") for part in parts(store, REQUIRED.shapes) for f in shacl_findings(part, REQUIRED.shapes)
    }
    assert found == expected
    assert expected


def test_a_hub_is_shown_in_outline_with_what_is_stated_here_and_what_contradicts_it(quads: Read) -> None:
    votes = "".join(
        f"graph:d{number} {{ <state> comity:votedFor <r{number}> . <r{number}> a comity:Resolution . }}\n"
        for number in range(700)
    )
    record = 'graph:reference { <state> a comity:State ; rdfs:label "State"@en , "Staat"@de ; comity:memberOf <un> . }'
    against = "graph:other { <state> comity:votedAgainst <r7> , <r8> . }"
    part = cut(quads(f"{votes}{record}\n{against}"))["d7"]
    about = {str(triple) for triple in part.triples if triple.subject.value == f"{ID}state"}
    comity = f"<{ID}state> <https://w3id.org/comity/ontology#"
    voted = {triple for triple in about if "votedFor" in triple}
    assert f"{comity}votedFor> <{ID}r7>" in voted
    assert len(voted) <= 3
    assert f"{comity}votedAgainst> <{ID}r7>" in about
    assert f"{comity}memberOf> <{ID}un>" in about
    assert len([triple for triple in about if "label" in triple]) == 2
    findings = shacl_findings(part, REQUIRED.shapes)
    found = {(finding.focus, finding.component.rpartition("#")[2]) for finding in findings}
    assert (f"{ID}state", "DisjointConstraintComponent") in found
