"""`comity score` on a small collection of texts, good and bad."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RIGHT = """\
== right
[[state:MNG|Монголия]] поддерживает создание [[body:Совет по степям|Совета по степям]].
> state:MNG | supports | body:Совет по степям | supports | document
> body:Совет по степям | status | initiative-status/endorsed
"""
WRONG = """\
== wrong
[[state:MNG|Монголия]] ждёт [[state:CHN|весны]].
> state:MNG | supports | *
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts.txt").write_text(RIGHT + WRONG, encoding="utf-8")
    return tmp_path


def rows(answer: Any) -> dict[str, list[str]]:  # noqa: ANN401 - what the command fixture gives
    """Return the cells of each line by its first cell."""
    cells = (line.split("\t") for line in answer.out.decode().splitlines() if "\t" in line)
    return {first: rest for first, *rest in cells}


def test_figures_are_printed_for_each_kind_and_in_all(comity: Callable[..., Any], texts: Path) -> None:
    answer = comity("score", texts)
    assert answer.code == 0
    assert answer.err == "2 texts, 2 of them not recorded yet; since the record 0 gained, 0 lost\n"
    printed = rows(answer)
    assert printed["state"] == ["2", "1", "0", "1.000 (0.342–1.000)", "0.667 (0.208–0.939)", "0.800 (0.344–0.968)"]
    assert printed["supports"][:3] == ["1", "1", "0"]
    assert printed["body"][:3] == ["1", "0", "0"]
    assert [line[:3] for line in answer.out.decode().splitlines()].count("all") == 2


def test_a_kind_may_be_chosen(comity: Callable[..., Any], texts: Path) -> None:
    assert set(rows(comity("score", texts, "--kind", "body", "--kind", "status"))) == {
        "mentions of",
        "relation",
        "body",
        "status",
        "all",
    }


def test_failures_are_printed_with_their_text(comity: Callable[..., Any], texts: Path) -> None:
    printed = comity("score", texts, "--failures").out.decode()
    assert "== wrong\nМонголия ждёт весны.\nmissed state:CHN «весны»\nmissed state:MNG | supports | *\n" in printed
    assert "== right" not in printed


def test_json_has_the_same_figures(comity: Callable[..., Any], texts: Path) -> None:
    record = json.loads(comity("score", texts, "--json", "--failures").out)
    (states,) = [row for row in record["mentions"] if row["kind"] == "state"]
    assert (states["found"], states["missed"], states["wrong"]) == (2, 1, 0)
    assert states["recall"] == {"value": 0.6667, "low": 0.2077, "high": 0.9385}
    assert record["texts"] == 2
    assert record["new"] == ["right", "wrong"]
    assert [row["item"] for row in record["failures"]["wrong"]] == ["state:CHN «весны»", "state:MNG | supports | *"]
    assert "failures" not in json.loads(comity("score", texts, "--json").out)


def test_what_was_gained_and_lost_since_the_record_is_told(comity: Callable[..., Any], texts: Path) -> None:
    recorded = comity("score", texts, "--record")
    assert (recorded.code, (texts / "recorded.json").is_file()) == (0, True)
    assert comity("score", texts).err == "2 texts, 0 of them not recorded yet; since the record 0 gained, 0 lost\n"
    record = json.loads((texts / "recorded.json").read_text(encoding="utf-8"))
    record["right"]["missed"] = record["right"].pop("found")
    record["wrong"]["found"] += record["wrong"].pop("missed")
    (texts / "recorded.json").write_text(json.dumps(record), encoding="utf-8")
    changed = comity("score", texts)
    assert changed.code == 3
    assert changed.err.endswith("since the record 4 gained, 2 lost\n")
    assert "lost\twrong\tfound\tmissed\tstate:CHN «весны»\n" in changed.out.decode()
    assert "gained\tright\tmissed\tfound\tstate:MNG «Монголия»\n" in changed.out.decode()
    assert comity("score", texts, "--kind", "body").code == 0
    assert comity("score", texts, "--record").code == 0
    assert comity("score", texts).code == 0


def test_the_shipped_texts_are_scored_without_a_folder(comity: Callable[..., Any]) -> None:
    record = json.loads(comity("score", "--json").out)
    assert record["texts"] > 150
    assert {row["kind"] for row in record["mentions"]} >= {
        *("state", "organization", "body", "person", "post", "instrument", "initiative", "event", "place", "group"),
        *("date", "all"),
    }


def test_broken_texts_are_refused(comity: Callable[..., Any], texts: Path) -> None:
    (texts / "broken.txt").write_text("== x\n[[state:MNG|М\n", encoding="utf-8")
    answer = comity("score", texts)
    assert (answer.code, answer.out) == (1, b"")
    assert answer.err == f"comity: {texts}/broken.txt: a mark is not closed: 'state:MNG'\n"
