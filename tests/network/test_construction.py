from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from comity.errors import AnalysisError
from comity.namespaces import BASE, concept
from comity.network import PROJECTIONS, Network, project
from comity.store import EmbeddedReader

Read = Callable[..., EmbeddedReader]

FACTS = (Path(__file__).parent / "facts.trig").read_text(encoding="utf-8")


def named(iri: str) -> str:
    return iri.removeprefix(f"{BASE}id/")


def ties(network: Network) -> dict[tuple[str, str], float]:
    return {(named(edge.source), named(edge.target)): edge.weight for edge in network.edges}


@pytest.fixture
def reader(read: Read) -> EmbeddedReader:
    return read(FACTS)


def test_an_instrument_speaks_for_its_parties_or_else_for_the_body_that_adopted_it(reader: EmbeddedReader) -> None:
    assert ties(project(reader, "actor-initiative")) == {
        ("body/ga", "body/panel"): 1.0,
        ("state/CHN", "initiative/plan"): 2.0,
        ("state/KAZ", "initiative/plan"): 1.0,
        ("state/RUS", "body/panel"): 1.0,
        ("state/RUS", "initiative/plan"): 1.0,
    }


def test_a_tie_knows_its_kinds_its_instrument_its_date_and_its_evidence(reader: EmbeddedReader) -> None:
    kazakhstan = next(e for e in project(reader, "actor-initiative").edges if e.source.endswith("KAZ"))
    assert kazakhstan.kinds == (concept("speech-act-kind", "welcomes"),)
    assert (kazakhstan.positive, kazakhstan.negative, kazakhstan.strength) == (True, False, 40)
    assert kazakhstan.dates == ("2025-09-01",)
    assert [named(iri) for iri in kazakhstan.via] == ["instrument/statement"]
    assert [named(iri) for iri in kazakhstan.acts] == ["speech-act/welcome"]
    assert [named(iri) for iri in kazakhstan.assertions] == ["assertion/party", "assertion/supports"]
    assert [named(iri) for iri in kazakhstan.documents] == ["document/statement"]


def test_evidence_of_an_act_is_found_by_the_act(reader: EmbeddedReader) -> None:
    edges = project(reader, "actor-initiative").edges
    note = next(e for e in edges if e.source.endswith("RUS") and e.target.endswith("plan"))
    assert [named(iri) for iri in note.assertions] == ["assertion/note"]
    assert (note.positive, note.negative, note.strength) == (False, False, 10)


def test_an_objection_is_negative(reader: EmbeddedReader) -> None:
    edges = project(reader, "actor-initiative").edges
    assert [(e.positive, e.negative) for e in edges if e.source.endswith("RUS") and e.target.endswith("panel")] == [
        (False, True)
    ]


OFFICE = """
graph:press {{
  person:tokayev a comity:Person ; {relation} .
  state:KAZ a comity:State . state:UZB a comity:State . body:council a comity:Body .
  initiative:forum a comity:Initiative .
  act:his a comity:Stance ; comity:proponent person:tokayev ;
    comity:object initiative:forum ; comity:kind speech:proposes .
  {state}
}}
"""
ITS = "act:its a comity:Stance ; comity:proponent state:KAZ ; comity:object initiative:forum ; comity:kind "
SAME, OTHER = f"{ITS} speech:proposes .", f"{ITS} speech:notes ."


@pytest.mark.parametrize(
    ("relation", "state", "expected"),
    [
        ("comity:represents state:KAZ", SAME, {"state/KAZ": 1.0}),
        ("comity:headOf state:KAZ", SAME, {"state/KAZ": 1.0}),
        ("comity:represents state:KAZ", OTHER, {"state/KAZ": 2.0}),
        ("comity:represents state:KAZ", "", {"state/KAZ": 1.0}),
        ("comity:holdsPost person:president", "person:president comity:postIn state:KAZ .", {"state/KAZ": 1.0}),
        ("comity:represents state:UZB", SAME, {"state/KAZ": 1.0, "state/UZB": 1.0}),
        ("comity:represents body:council", "", {"person/tokayev": 1.0}),
    ],
)
def test_an_office_holder_speaks_for_the_state_and_the_same_words_count_once(
    read: Read, relation: str, state: str, expected: dict[str, float]
) -> None:
    network = project(read(OFFICE.format(relation=relation, state=state)), "actor-initiative")
    assert {named(edge.source): edge.weight for edge in network.edges} == expected


def test_citations_count_their_nodes_and_rest_on_assertions_of_citation_only(reader: EmbeddedReader) -> None:
    network = project(reader, "citations")
    assert ties(network) == {
        ("instrument/resolution", "instrument/earlier"): 2.0,
        ("instrument/statement", "instrument/charter"): 2.0,
    }
    recalls = network.edges[0]
    assert recalls.kinds == (concept("citation-kind", "recalls"), concept("citation-kind", "welcomes"))
    assert [named(iri) for iri in recalls.assertions] == ["assertion/recalls"]


def test_actors_are_tied_by_what_they_both_favour(reader: EmbeddedReader) -> None:
    network = project(reader, "actor-actor")
    assert ties(network) == {("state/CHN", "state/KAZ"): 1.0}
    tie = network.edges[0]
    assert [named(iri) for iri in tie.via] == ["initiative/plan"]
    assert [named(iri) for iri in tie.acts] == ["speech-act/offer", "speech-act/welcome"]
    assert not network.projection.directed


def test_nodes_know_names_roles_classes_first_dates_symbols_and_whether_they_were_read(reader: EmbeddedReader) -> None:
    network = project(reader, "citations")
    resolution, earlier = (network.node(f"{BASE}id/instrument/{name}") for name in ("resolution", "earlier"))
    assert (resolution.symbol, resolution.date, resolution.in_corpus) == ("A/RES/79/325", "2025-08-26", True)
    assert (earlier.in_corpus, earlier.role, earlier.category) == (False, "instrument", "Instrument")
    panel = project(reader, "actor-initiative").node(f"{BASE}id/body/panel")
    assert (panel.role, panel.category, panel.types) == ("initiative", "Body", ("Body", "Initiative"))
    assert panel.label("ru") == "Группа"


def test_captions_name_kinds_and_classes_in_both_languages(reader: EmbeddedReader) -> None:
    network = project(reader, "actor-initiative")
    assert network.caption(concept("speech-act-kind", "proposes"), "en") == "proposes"
    assert network.caption(f"{BASE}ontology#State", "ru") == "государство"
    assert network.caption(f"{BASE}id/instrument/statement", "ru") == "Заявление"


def test_an_initiative_that_acts_itself_has_both_roles(read: Read) -> None:
    network = project(
        read("""graph:press {
          initiative:group a comity:Initiative . initiative:plan a comity:Initiative .
          state:CHN comity:proposes initiative:group . initiative:group comity:supports initiative:plan .
        }"""),
        "actor-initiative",
    )
    assert {named(node.iri): node.role for node in network.nodes} == {
        "initiative/group": "both",
        "initiative/plan": "initiative",
        "state/CHN": "actor",
    }


@pytest.mark.parametrize("name", PROJECTIONS)
def test_the_same_facts_give_the_same_network_in_whatever_order_they_come(read: Read, name: str) -> None:
    assert project(read(FACTS), name) == project(read(FACTS, backwards=True), name)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_networkx_has_the_nodes_ties_and_their_attributes(reader: EmbeddedReader, name: str) -> None:
    network = project(reader, name)
    graph = network.to_networkx()
    assert isinstance(graph, nx.DiGraph) == network.projection.directed
    assert list(graph) == [node.iri for node in network.nodes] == sorted(graph)
    assert {frozenset(ends) for ends in graph.edges} == {frozenset((e.source, e.target)) for e in network.edges}
    for edge in network.edges:
        assert graph.edges[edge.source, edge.target]["weight"] == edge.weight
        assert graph.edges[edge.source, edge.target]["assertions"] == edge.assertions
    for node in network.nodes:
        assert graph.nodes[node.iri].get("label_ru") == node.labels.get("ru")


@pytest.mark.parametrize("name", PROJECTIONS)
def test_no_facts_give_an_empty_network(read: Read, name: str) -> None:
    network = project(read("graph:empty { state:KAZ a comity:State }"), name)
    assert (network.nodes, network.edges, network.documents) == ((), (), ())


def test_an_unknown_projection_is_an_error_that_names_the_known_ones(reader: EmbeddedReader) -> None:
    with pytest.raises(AnalysisError, match="actor-initiative, citations, actor-actor"):
        project(reader, "friends")


def test_an_unknown_node_is_an_error(reader: EmbeddedReader) -> None:
    with pytest.raises(AnalysisError, match="no node <urn:x>"):
        project(reader, "citations").node("urn:x")
