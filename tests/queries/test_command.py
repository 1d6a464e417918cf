import json
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from comity.cli.query import query
from comity.errors import QueryError

DATASET = Path(__file__).parents[1] / "web" / "data" / "dataset.trig"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("build")
    shutil.copy(DATASET, folder / "dataset.trig")
    return str(folder)


def ask(*arguments: str) -> str:
    app = typer.Typer()
    app.command()(query)
    result = CliRunner().invoke(app, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def test_elsewhere_than_on_a_terminal_it_is_tab_separated_with_names(store: str) -> None:
    lines = [line.split("\t") for line in ask("parties", "--store", store, "--lang", "en").splitlines()]
    assert lines[0] == ["instrument", "date", "party", "quote"]
    assert ["Statement of the SCO Council", "2025-09-01", "Kazakhstan", "Республика Казахстан и КНР"] in lines
    assert "\tКазахстан\t" in ask("parties", "--store", store)


def test_on_a_terminal_it_is_drawn_and_nothing_is_cut(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    shown = ask("parties", "--store", store, "--lang", "en")
    assert "┃" in shown
    assert "…" not in shown


def test_csv_and_json_are_the_answer_itself(store: str) -> None:
    csv = ask("parties", "--store", store, "--format", "csv", "--param", "instrument=instrument/sco-statement")
    assert csv.startswith("instrument,date,party,quote\n")
    assert "https://w3id.org/comity/id/state/KAZ" in csv
    answer = json.loads(ask("parties", "--store", store, "--format", "json"))
    assert {row["party"]["value"].rpartition("/")[2] for row in answer["results"]["bindings"]} == {"KAZ", "CHN"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASK { ?s ?p ?o }", "true\n"),
        ("CONSTRUCT { ?s a <urn:x> } WHERE { ?s a <https://w3id.org/comity/ontology#Event> }", "<urn:x>"),
    ],
)
def test_a_file_of_another_form(tmp_path: Path, store: str, text: str, expected: str) -> None:
    (tmp_path / "mine.rq").write_text(text, encoding="utf-8")
    assert expected in ask(str(tmp_path / "mine.rq"), "--store", store)


def test_without_a_name_the_questions_are_listed() -> None:
    assert "stances\tWho proposes" in ask("--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing",), "no question is called 'nothing'"),
        (("parties", "--param", "instrument"), "NAME=VALUE"),
        (("parties", "--param", "colour=red"), "no parameter 'colour'"),
    ],
)
def test_mistakes_are_said(arguments: tuple[str, ...], message: str, store: str) -> None:
    with pytest.raises(QueryError, match=message):
        ask(*arguments, "--store", store)
