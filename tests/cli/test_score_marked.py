"""`comity score citations` and `structure` on a file of our own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FILE = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<coverPage><p><docNumber refersTo="#symbol">A/RES/75/9</docNumber></p><p><docAuthority refersTo="#issuingBody">General
Assembly</docAuthority></p></coverPage>
<preface><p><docNumber>75/9.</docNumber><docTitle refersTo="#resolutionTitle">On peace</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula>
<container name="Recalling"><p>Recalling its resolutions <a href="https://undocs.org/en/A/RES/70/1">70/1</a>
and 71/2,</p></container></preamble>
<mainBody><paragraph><num>1.</num><content><p>Decides to keep silent.</p></content></paragraph></mainBody>
</statement></akomaNtoso>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nine.xml").write_text(FILE, encoding="utf-8")
    return tmp_path


def test_citations_are_counted_plainly_and_as_reviewed(comity: Callable[..., Any], folder: Path) -> None:
    answer = comity("score", "citations", folder, "--failures", "--json")
    record = json.loads(answer.out)
    counted = {row["way"]: (row["right"], row["wrong"], row["missed"]) for row in record["series"]}
    assert counted == {"plain": (1, 1, 0), "counted": (1, 0, 0)}
    assert {(row["kinds"], row["kind right"]["value"]) for row in record["series"]} == {(1, 1.0)}
    (failure,) = record["failures"]
    assert (failure["item"], failure["paragraph"]) == ("A/RES/71/2", "p1")
    assert "71/2" in failure["words"]


def test_citations_are_a_table(comity: Callable[..., Any], folder: Path) -> None:
    answer = comity("score", "citations", folder / "nine.xml", "--failures")
    assert "not counted: body and number stand there unlinked" in answer.out.decode()
    assert answer.err == "1 documents; in 0 the editors linked no resolution, so they tell nothing\n"


def test_files_of_one_name_in_several_folders_are_all_read(comity: Callable[..., Any], folder: Path) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper" / "nine.xml").write_text(FILE, encoding="utf-8")
    assert json.loads(comity("score", "citations", folder, "--json").out)["documents"] == 2


def test_structure_is_a_row_for_each_series(comity: Callable[..., Any], folder: Path) -> None:
    record = json.loads(comity("score", "structure", folder, "--json", "--failures").out)
    assert [row["series"] for row in record["series"]][-1] == "all"
    assert record["series"][-1]["macro-F1"] == 1.0
    assert record["series"][-1]["symbol"] == 1.0
    assert "macro-F1" in comity("score", "structure", folder).out.decode()


def test_what_has_no_mark_up_is_refused(comity: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nothing is marked here.", encoding="utf-8")
    answer = comity("score", "citations", tmp_path)
    assert answer.code == 1
    assert "no document with mark-up was found" in answer.err
