import json

import pytest
from typer.testing import CliRunner, Result

from comity.cli import app
from comity.errors import AnalysisError, DatasetError

DATASET = """
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix i: <https://w3id.org/comity/id/instrument/> .
@prefix n: <https://w3id.org/comity/id/initiative/> .
@prefix s: <https://w3id.org/comity/id/state/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://w3id.org/comity/graph/ontology> { comity:cites rdfs:label "cites"@en . }
<https://w3id.org/comity/graph/a> {
  s:CHN rdfs:label "Китай"@ru , "China"@en ; comity:supports n:plan , n:bank .
  s:KAZ rdfs:label "Казахстан"@ru ; comity:supports n:plan .
  n:plan rdfs:label "План [bold]"@ru . n:bank rdfs:label "Банк"@ru .
  i:d comity:symbol "A/RES/79/325" ; comity:cites i:b , i:c , i:a . i:b comity:cites i:a . i:c comity:cites i:a .
  i:a comity:symbol "A/RES/70/1" ; rdfs:label "Повестка дня"@ru .
  <https://w3id.org/comity/id/document/d> comity:expresses i:d .
}
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("store")
    (folder / "dataset.trig").write_text(DATASET, encoding="utf-8")
    return str(folder)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["analyse", *words], catch_exceptions=False)


def test_centrality_prints_lines_for_other_programs_and_talks_on_standard_error(store: str) -> None:
    found = run("centrality", "--store", store, "--measure", "degree")
    assert found.stdout.splitlines() == ["#\tназвание\tСтепень\tдок.", "1\tПлан [bold]\t2\t0", "2\tБанк\t1\t0"]
    assert "Документов: 0, узлов: 4, связей: 3." in found.stderr


def test_centrality_has_all_figures_as_json(store: str) -> None:
    found = json.loads(run("centrality", "--store", store, "--json", "--top", "1").stdout)
    assert [row["iri"] for row in found["rows"]] == ["https://w3id.org/comity/id/initiative/plan"]
    assert found["rows"][0]["labels"] == {"ru": "План [bold]"}
    assert found["rows"][0]["values"]["degree"] == 2.0
    assert list(found["measures"]) == ["degree", "weighted-degree", "pagerank", "betweenness"]
    assert found["basis"] == {"documents": 0, "nodes": 4, "edges": 3}


def test_names_and_headings_are_in_the_language_that_was_asked_for(store: str) -> None:
    found = run("centrality", "--store", store, "--role", "actor", "--measure", "degree", "--lang", "en")
    assert found.stdout.splitlines() == ["#\tname\tDegree\tdocs", "1\tChina\t2\t0", "2\tКазахстан\t1\t0"]


def test_chains_between_two_instruments_are_found_by_symbol_name_or_iri(store: str) -> None:
    for start, end in (("79/325", "70/1"), ("instrument/d", "Повестка дня"), ("A/RES/79/325", "повестка")):
        found = json.loads(run("chains", start, end, "--store", store, "--json", "--limit", "2").stdout)
        assert (found["count"], len(found["chains"])) == (3, 2)
        assert [node["symbol"] for node in found["chains"][0]] == ["A/RES/79/325", "A/RES/70/1"]


def test_chains_are_counted_on_standard_error(store: str) -> None:
    found = run("chains", "79/325", "70/1", "--store", store, "--lang", "en")
    assert found.stdout.splitlines()[:2] == ["#\tchain", "1\tA/RES/79/325 → A/RES/70/1"]
    assert "A/RES/79/325 → A/RES/70/1: chains 3, shown 3" in found.stderr


def test_one_instrument_has_its_kin(store: str) -> None:
    found = json.loads(run("chains", "70/1", "--store", store, "--json").stdout)
    assert found["antecedents"] == []
    assert [(kin["iri"][-1], kin["depth"]) for kin in found["dependents"]] == [("b", 1), ("c", 1), ("d", 1)]


def test_without_instruments_there_is_an_overview(store: str) -> None:
    found = json.loads(run("chains", "--store", store, "--json").stdout)
    assert [step[0]["iri"][-1] for step in found["longest"]] == ["d", "b", "a"]
    assert found["cycles"] == []
    assert [(node["iri"][-1], node["cited"]) for node in found["missing"]] == [("a", 3), ("b", 1), ("c", 1)]


def test_communities_are_listed_by_group(store: str) -> None:
    found = json.loads(run("communities", "--store", store, "--json").stdout)
    assert sorted(node["iri"][-4:] for group in found["groups"] for node in group) == ["/CHN", "/KAZ", "bank", "plan"]
    assert run("communities", "--store", store).stdout.startswith("группа\tроль\tназвание\n1\t")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["centrality", "--measure", "fame"], AnalysisError),
        (["centrality", "--projection", "friends"], AnalysisError),
        (["chains", "33/11"], AnalysisError),
        (["communities", "--store", "nowhere"], DatasetError),
    ],
)
def test_what_cannot_be_done_is_an_error_of_comity(store: str, words: list[str], error: type[Exception]) -> None:
    with pytest.raises(error):
        run(*words[:1], "--store", store, *words[1:])
