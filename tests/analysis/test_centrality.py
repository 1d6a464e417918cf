from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.analysis import MEASURES, centrality, ranking
from comity.errors import AnalysisError
from comity.network import PROJECTIONS, Network

Make = Callable[..., Network]

# Three states; x has all of them, y two, z one of them twice as loud.
STANCES = [("a", "x"), ("b", "x"), ("c", "x"), ("a", "y"), ("b", "y"), ("c", "z", 2.0)]
LETTERS = st.sampled_from("abcdefgh")
GRAPHS = st.sets(st.tuples(LETTERS, LETTERS).filter(lambda tie: tie[0] != tie[1]), min_size=1, max_size=25)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("degree", {"x": (3.0, 1), "y": (2.0, 2), "z": (1.0, 3)}),
        ("weighted-degree", {"x": (3.0, 1), "y": (2.0, 2), "z": (2.0, 2)}),
        ("in-degree", {"x": (3.0, 1), "y": (2.0, 2), "z": (1.0, 3)}),
        ("out-degree", {"x": (0.0, 1), "y": (0.0, 1), "z": (0.0, 1)}),
        # Paths both ways in a-y-b-x-c-z: 6 nodes, so ten pairs without the node itself; x lies on a-c, b-c, y-c, a-z,
        # b-z, y-z and on half of a-b; y on the other half of a-b.
        ("betweenness", {"x": (0.65, 1), "y": (0.05, 2), "z": (0.0, 3)}),
    ],
)
def test_initiatives_are_ranked_as_worked_out_by_hand(
    network: Make, measure: str, expected: dict[str, tuple[float, int]]
) -> None:
    scores = centrality(network(STANCES, "actor-initiative"), measure).scores
    assert {score.node.iri: (score.value, score.rank) for score in scores} == expected


def test_pagerank_shares_an_actor_among_its_initiatives(network: Make) -> None:
    # With d = 0.85: every actor has p; x gets p + d (p/2 + p/2 + p/3), y p + d (p/2 + p/2), z p + d 2p/3, by weight.
    values = {s.node.iri: s.value for s in centrality(network(STANCES, "actor-initiative"), "pagerank", "all").scores}
    p = values["a"]
    assert values["x"] == pytest.approx(p * (1 + 0.85 * (1 / 2 + 1 / 2 + 1 / 3)), rel=1e-9)
    assert values["y"] == pytest.approx(p * (1 + 0.85), rel=1e-9)
    assert values["z"] == pytest.approx(p * (1 + 0.85 * 2 / 3), rel=1e-9)
    assert sum(values.values()) == pytest.approx(1)


@settings(max_examples=40, deadline=None)
@given(GRAPHS, st.sampled_from(["citations", "actor-initiative"]))
def test_measures_equal_those_of_networkx(network: Make, ties: set[tuple[str, str]], projection: str) -> None:
    made = network(ties, projection)
    graph = nx.DiGraph(sorted(ties))
    both_ways = graph.to_undirected() if projection == "actor-initiative" else graph
    expected = {
        "degree": dict(graph.degree()),
        "in-degree": dict(graph.in_degree()),
        "out-degree": dict(graph.out_degree()),
        "weighted-degree": dict(graph.degree()),
        "pagerank": nx.pagerank(graph, tol=1e-12, max_iter=1000),
        "betweenness": nx.betweenness_centrality(both_ways),
    }
    assert expected.keys() == MEASURES.keys()
    for measure, values in expected.items():
        found = {score.node.iri: score.value for score in centrality(made, measure, "all").scores}
        assert found == pytest.approx(values, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(GRAPHS, st.sampled_from(sorted(MEASURES)))
def test_places_follow_values_and_ties_share_them(network: Make, ties: set[tuple[str, str]], measure: str) -> None:
    scores = centrality(network(ties), measure).scores
    for score in scores:
        assert score.rank == 1 + sum(other.value > score.value for other in scores)
    assert list(scores) == sorted(scores, key=lambda score: (-score.value, score.node.iri))


def test_a_ranking_puts_measures_side_by_side_and_settles_ties_by_the_next(network: Make) -> None:
    found = ranking(network(STANCES, "actor-initiative"), ("weighted-degree", "degree"))
    assert [(row.node.iri, row.values, row.ranks) for row in found.rows] == [
        ("x", (3.0, 3.0), (1, 1)),
        ("y", (2.0, 2.0), (2, 2)),
        ("z", (2.0, 1.0), (2, 3)),
    ]


@pytest.mark.parametrize(
    ("projection", "expected"),
    [
        ("actor-initiative", ["degree", "weighted-degree", "pagerank", "betweenness"]),
        ("citations", ["in-degree", "out-degree", "pagerank", "betweenness"]),
        ("actor-actor", ["degree", "weighted-degree", "pagerank", "betweenness"]),
    ],
)
def test_every_projection_has_its_usual_measures(network: Make, projection: str, expected: list[str]) -> None:
    assert [measure.name for measure in ranking(network([("a", "b")], projection)).measures] == expected
    assert projection in PROJECTIONS


@pytest.mark.parametrize(
    ("role", "expected"), [("", "xyz"), ("initiative", "xyz"), ("actor", "abc"), ("all", "abcxyz")]
)
def test_the_rows_are_of_the_role_that_was_asked_for(network: Make, role: str, expected: str) -> None:
    rows = ranking(network(STANCES, "actor-initiative"), role=role).rows
    assert sorted(row.node.iri for row in rows) == list(expected)


def test_a_row_tells_how_many_documents_it_rests_on(network: Make) -> None:
    found = ranking(network(STANCES, "actor-initiative", documents=2))
    assert {row.documents for row in found.rows} == {2}
    assert (found.basis.documents, found.basis.nodes, found.basis.edges) == (2, 6, 6)


@pytest.mark.parametrize(("documents", "warnings"), [(2, 1), (29, 1), (30, 0)])
def test_few_documents_are_said_to_be_few(network: Make, documents: int, warnings: int) -> None:
    basis = ranking(network(STANCES, "actor-initiative", documents=documents)).basis
    assert (basis.note("ru").count("мало"), basis.note("en").count("few")) == (warnings, warnings)
    assert str(documents) in basis.note("ru")


@pytest.mark.parametrize(
    ("ties", "projection", "measure", "role", "message"),
    [
        (STANCES, "actor-initiative", "fame", "", "no measure is called 'fame'"),
        (
            STANCES,
            "actor-initiative",
            "degree",
            "instrument",
            "no role 'instrument'; it has actor, initiative, all",
        ),
        ([], "citations", "degree", "", "is empty"),
        ([("a", "b")], "actor-actor", "in-degree", "", "whose ties have no direction: use 'degree'"),
    ],
)
def test_what_has_no_meaning_is_refused_with_a_reason(
    network: Make, ties: list[tuple[str, str]], projection: str, measure: str, role: str, message: str
) -> None:
    with pytest.raises(AnalysisError, match=message):
        centrality(network(ties, projection), measure, role)
