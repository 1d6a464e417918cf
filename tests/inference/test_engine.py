import pyoxigraph as ox
import pytest

from comity.errors import QueryError
from comity.inference import INFERRED, Rule, derive, infer, infer_into, shipped_rules

PREFIXES = """
@base <https://w3id.org/comity/id/> .
@prefix : <https://w3id.org/comity/ontology#> .
@prefix graph: <https://w3id.org/comity/graph/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
BODIES = """
graph:tass { <council> :partOf <group> . <group> :partOf <subcommission> . }
graph:reference { <subcommission> :partOf <commission> . }
"""
SUCCESSOR = Rule("successor", 1, "CONSTRUCT { ?b <https://x/after> ?a } WHERE { ?a <https://x/before> ?b }")
REPEATED = Rule("repeated", 1, "CONSTRUCT { ?a <https://x/after> ?b } WHERE { ?b <https://x/before> ?a }")
SINGLE = Rule(
    "single",
    2,
    "CONSTRUCT { ?a a <https://x/First> } WHERE { ?a <https://x/before> ?b MINUS { ?a <https://x/after> ?c } }",
)


def quads(trig: str) -> list[ox.Quad]:
    return list(ox.parse(PREFIXES + trig, format=ox.RdfFormat.TRIG))


def pairs(inferred: list[ox.Quad]) -> list[str]:
    return [f"{quad.subject.value.rpartition('/')[2]} {quad.object.value.rpartition('/')[2]}" for quad in inferred]


def test_rules_run_across_graphs_to_a_fixpoint() -> None:
    assert pairs(infer(quads(BODIES))) == ["council commission", "council subcommission", "group commission"]


def test_what_follows_goes_to_a_graph_of_its_own() -> None:
    own = ox.NamedNode("https://example.org/graph/inferred")
    assert {quad.graph_name for quad in infer(quads(BODIES))} == {INFERRED}
    assert {quad.graph_name for quad in infer(quads(BODIES), graph=own)} == {own}


def test_a_store_that_is_laid_out_is_added_to_in_place() -> None:
    stated = quads(BODIES)
    store = ox.Store()
    store.extend([*stated, *(ox.Quad(q.subject, q.predicate, q.object, ox.DefaultGraph()) for q in stated)])
    infer_into(store)
    made = infer(stated)
    assert set(store.quads_for_pattern(None, None, None, INFERRED)) == set(made) != set()
    plain = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    assert {quad.triple for quad in plain} == {quad.triple for quad in (*stated, *made)}
    before = len(store)
    infer_into(store)
    assert len(store) == before


def test_what_does_not_fit_into_memory_at_once_follows_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = "graph:d {" + " ".join(f"<{number}> :partOf <{number + 1}> ." for number in range(9)) + "}"
    expected = infer(quads(chain))
    assert len(expected) == 36
    monkeypatch.setattr("comity.inference.engine._BATCH", 2)
    assert infer(quads(chain)) == expected


def test_nothing_that_is_stated_is_inferred() -> None:
    assert pairs(infer(quads(BODIES + "graph:tass { <council> :partOf <commission> . }"))) == [
        *("council subcommission", "group commission")
    ]


def test_what_was_inferred_before_is_no_fact() -> None:
    first = infer(quads(BODIES))
    again = [*quads(BODIES), *first]
    served = ox.Store()
    served.extend([*again, *(ox.Quad(q.subject, q.predicate, q.object, ox.DefaultGraph()) for q in again)])
    assert infer(again) == infer(served) == first


def test_removing_a_document_removes_what_followed_from_it() -> None:
    reference = [
        quad for quad in quads(BODIES) if quad.graph_name == ox.NamedNode("https://w3id.org/comity/graph/reference")
    ]
    assert infer([*reference, *infer(quads(BODIES))]) == []


def test_evidence_and_measurements_are_no_facts() -> None:
    graphs = ["https://w3id.org/comity/graph/tass/evidence", "https://w3id.org/comity/graph/analytics"]
    assert infer(quads("\n".join(f"<{graph}> {{ <a> :partOf <b> . <b> :partOf <c> . }}" for graph in graphs))) == []


def test_quads_without_graphs_are_facts_where_there_is_no_graph() -> None:
    assert pairs(infer(quads("<a> :partOf <b> . <b> :partOf <c> ."))) == ["a c"]


def test_order_of_the_input_does_not_matter() -> None:
    assert infer(reversed(quads(BODIES))) == infer(ox.Dataset(quads(BODIES))) == infer(quads(BODIES))


def test_the_rule_that_made_a_triple_first_is_named() -> None:
    derived = list(derive(quads("<a> <https://x/before> <b> ."), [SUCCESSOR, REPEATED]))
    assert [(d.rule.name, str(d.triple.predicate)) for d in derived] == [("successor", "<https://x/after>")]


def test_a_stratum_waits_for_the_fixpoint_of_the_one_before() -> None:
    chain = quads("<a> <https://x/before> <b> . <b> <https://x/before> <c> .")
    first = [d.triple.subject.value for d in derive(chain, [SUCCESSOR, SINGLE]) if d.rule is SINGLE]
    assert first == ["https://w3id.org/comity/id/a"]


@pytest.mark.parametrize("query", ["CONSTRUCT", "SELECT ?s WHERE { ?s ?p ?o }", "ASK { ?s ?p ?o }"])
def test_what_is_no_rule_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="rule broken"):
        infer([], [Rule("broken", 1, query)])


def test_shipped_rules_are_read_once() -> None:
    assert shipped_rules() is shipped_rules()
