import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from comity.graph import Names, document_quads
from comity.namespaces import BASE
from comity.pipeline import extract
from comity.sources import read_file

Command = Callable[..., Any]

TEXT = """Заметка

Сегодня Китай предложил создать Всемирную организацию по сотрудничеству в области искусственного интеллекта.

Россия поддерживает создание Всемирной организации по сотрудничеству в области искусственного интеллекта.
"""
PROPOSED = "Китай предложил создать Всемирную организацию по сотрудничеству в области искусственного интеллекта"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def said(record: dict[str, Any]) -> set[tuple[str, str, str]]:
    return {
        (row["subject"]["id"], row["predicate"], row["object"].get("id") or row["object"]["value"])
        for row in record["statements"]
    }


def test_statements_of_a_text_of_ones_own(comity: Command, file: Path) -> None:
    answer = comity("extract", file, "--json")
    record = json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert (record["document"], record["language"], record["instrument"]) == ("note", "ru", None)
    stances = {(row["subject"]["id"], row["predicate"]): row for row in record["statements"] if row["kind"]}
    proposal, support = stances["state/CHN", "proposes"], stances["state/RUS", "supports"]
    assert proposal["object"] == support["object"]
    assert proposal["evidence"] == [
        {"start": TEXT.index(PROPOSED), "end": TEXT.index(PROPOSED) + len(PROPOSED), "exact": PROPOSED}
    ]


def test_every_quote_stands_where_it_says(comity: Command, file: Path) -> None:
    record = json.loads(comity("extract", file, "--json", "--mentions").out)
    places = [place for row in record["statements"] for place in row["evidence"]]
    assert len(places) > 5
    assert all(TEXT[place["start"] : place["end"]] == place["exact"] for place in places)


def test_what_is_only_mentioned_is_printed_on_request(comity: Command, file: Path) -> None:
    plain, whole = (json.loads(comity("extract", file, "--json", *more).out) for more in ([], ["--mentions"]))
    assert said(plain) < said(whole)
    assert {predicate for _, predicate, _ in said(whole) - said(plain)} == {"mentions"}


def test_names_are_explained_on_request(comity: Command, file: Path) -> None:
    links = json.loads(comity("extract", file, "--json", "--explain").out)["links"]
    china = next(link for link in links if link["text"] == "Китай")
    ((start, end),) = china["evidence"]
    assert TEXT[start:end] == "Китай"
    assert china["entity"]["id"] == "state/CHN"
    assert china["reason"]
    assert "Китай" in comity("extract", file, "--explain").out.decode()


def test_json_has_a_short_name(comity: Command, file: Path) -> None:
    assert comity("extract", file, "--json").out == comity("extract", file, "--format", "json").out


def test_turtle_is_the_graph_of_the_document(comity: Command, file: Path) -> None:
    answer = comity("extract", file, "--format", "turtle")
    expected = {quad.triple for quad in document_quads(extract(read_file(file)), Names())}
    assert (answer.code, answer.err) == (0, "")
    assert {quad.triple for quad in ox.parse(answer.out, format=ox.RdfFormat.TURTLE)} == expected
    other = rdflib.Graph().parse(data=ox.serialize(expected, format=ox.RdfFormat.N_TRIPLES), format="nt")
    assert isomorphic(rdflib.Graph().parse(data=answer.out, format="turtle"), other)


def test_turtle_has_the_base_of_the_settings(comity: Command, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_BASE_IRI", "https://example.org/")
    told = comity("extract", file, "--format", "turtle").out.decode()
    assert "<https://example.org/id/state/CHN>" in told
    assert f"<{BASE}id/" not in told


def test_a_table_has_the_words_and_no_colours(comity: Command, file: Path) -> None:
    told = comity("extract", file).out.decode()
    assert "note: other" in told
    assert "\x1b" not in told
    assert "proposes" in told
    assert "Сегодня" not in told
    assert "Китай" in told


def test_standard_input_gives_what_a_file_gives(comity: Command, file: Path) -> None:
    piped, read = (json.loads(comity("extract", name, "--json", stdin=TEXT.encode()).out) for name in ("-", file))
    assert (piped["document"], read["document"]) == ("standard-input", "note")
    assert [row["evidence"] for row in piped["statements"]] == [row["evidence"] for row in read["statements"]]
    assert {row[1:] for row in said(piped)} == {row[1:] for row in said(read)}


def test_the_program_reads_standard_input(program: Command) -> None:
    answer = program("extract", "-", "--json", stdin=TEXT.encode("cp1251"))
    assert (answer.code, answer.err) == (0, "")
    assert ("state/CHN", "proposes") in {row[:2] for row in said(json.loads(answer.out))}


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5", "utf-8-sig", "utf-16", "utf-32"])
def test_the_encoding_makes_no_difference(comity: Command, file: Path, encoding: str) -> None:
    expected = json.loads(comity("extract", file, "--json").out)["statements"]
    file.write_bytes(TEXT.encode(encoding))
    assert json.loads(comity("extract", file, "--json").out)["statements"] == expected


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        ("\u00a0\ufeff\n".encode(), "no letter"),
        (b"12345 67890.\n" * 9, "no letter"),
        (bytes(range(256)) * 40, "expected a text file"),
        (b"\x00" * 5000, "expected a text file"),
        (PNG * 20, "expected a text file"),
        (
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n",
            "the PDF file ends without its end mark",
        ),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(128, 256)) * 9, "the DOCX file is broken"),
        (b"\xff\xfeA\x00\x00\xd8A\x00", "does not fit"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(comity: Command, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "thing.txt"
    path.write_bytes(data)
    for answer in (comity("extract", path), comity("extract", path, "--format", "turtle")):
        assert (answer.code, answer.out) == (1, b"")
        assert answer.err.startswith(f"comity: {path}: ")
        assert answer.err.count("\n") == 1
        assert said in answer.err
    piped = comity("extract", "-", stdin=data)
    assert (piped.code, piped.out) == (1, b"")
    assert piped.err == answer.err.replace(str(path), "standard input")


@pytest.mark.parametrize(("name", "said"), [("missing.txt", "No such file"), ("folder", "Is a directory")])
def test_what_is_no_file_is_refused_in_one_line(comity: Command, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    answer = comity("extract", tmp_path / name)
    assert (answer.code, answer.out) == (1, b"")
    assert answer.err.startswith(f"comity: {tmp_path / name}: cannot be read ({said}")
    assert answer.err.count("\n") == 1


def test_a_broken_sidecar_is_refused_by_its_own_name(comity: Command, file: Path) -> None:
    file.with_suffix(".toml").write_text("publisher: ТАСС", encoding="utf-8")
    answer = comity("extract", file)
    assert (answer.code, answer.out) == (1, b"")
    assert answer.err.startswith(f"comity: {file.with_suffix('.toml')}: not valid TOML")
    assert answer.err.count("\n") == 1


def test_a_file_above_the_limit_is_refused(comity: Command, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_MAXIMUM_BYTES", "100")
    for name in (file, "-"):
        answer = comity("extract", name, stdin=TEXT.encode())
        assert (answer.code, answer.out) == (1, b"")
        assert "more than 100 bytes" in answer.err


def test_of_several_files_the_good_are_printed_and_the_bad_told_at_the_end(comity: Command, file: Path) -> None:
    (file.parent / "empty.txt").touch()
    answer = comity("extract", file.parent / "missing.txt", file, file.parent / "empty.txt", "--json")
    assert answer.code == 1
    assert [record["document"] for record in json.loads(answer.out)] == ["note"]
    missing, empty = answer.err.splitlines()
    assert missing.startswith("comity: ")
    assert "missing.txt" in missing
    assert "empty.txt" in empty


def test_json_of_several_files_is_json(comity: Command, file: Path) -> None:
    other = Path(shutil.copy(file, file.parent / "other.txt"))
    answer = comity("extract", file, other, "--json")
    assert [record["document"] for record in json.loads(answer.out)] == ["note", "other"]


def test_turtle_of_several_files_is_turtle(comity: Command, file: Path) -> None:
    other = Path(shutil.copy(file, file.parent / "other.txt"))
    answer = comity("extract", file, other, "--format", "turtle")
    expected = {q.triple for path in (file, other) for q in document_quads(extract(read_file(path)), Names())}
    assert {quad.triple for quad in ox.parse(answer.out, format=ox.RdfFormat.TURTLE)} == expected


@pytest.mark.parametrize(
    "name", ["a b.txt", "заметка №1.txt", "[bold]a.txt", "a%20#?<>.txt", "-a.txt", "note", ".note"]
)
def test_a_file_may_have_any_name(comity: Command, file: Path, name: str) -> None:
    odd = file.rename(file.parent / name)
    record = json.loads(comity("extract", "--json", odd).out)
    assert record["document"] == odd.stem
    assert comity("extract", odd).out.decode().split(":")[0].strip() == odd.stem
    graph = rdflib.Graph().parse(data=comity("extract", odd, "--format", "turtle").out, format="turtle")
    assert len(graph) > 50


def test_a_long_text_is_read_to_its_end(comity: Command, documents: list[Path], tmp_path: Path) -> None:
    texts = [document.read_text(encoding="utf-8") for document in documents]
    parts = [texts[number % len(texts)].replace("2025", str(1900 + number)) for number in range(220)]
    text = "\n\n".join([*parts, TEXT.replace("Китай", "Пакистан")])
    assert len(text.encode()) > 2**21
    (tmp_path / "long.txt").write_text(text, encoding="utf-8", newline="")
    record = json.loads(comity("extract", tmp_path / "long.txt", "--json").out)
    assert ("state/PAK", "proposes") in {row[:2] for row in said(record)}
    places = [place for row in record["statements"] for place in row["evidence"]]
    assert len(places) > 1000
    assert all(text[place["start"] : place["end"]] == place["exact"] for place in places)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode here")
def test_a_file_may_have_a_name_in_an_old_encoding(comity: Command, file: Path) -> None:
    odd = file.rename(file.parent / os.fsdecode("заметка.txt".encode("cp1251")))
    assert "proposes" in comity("extract", odd).out.decode()
    assert json.loads(comity("extract", odd, "--json").out)["statements"]
    assert len(rdflib.Graph().parse(data=comity("extract", odd, "--format", "turtle").out, format="turtle")) > 50


def test_a_settings_file_is_a_text_and_not_its_own_sidecar(comity: Command, file: Path) -> None:
    path = file.with_name("project.toml")
    path.write_text('[project]\nname = "Россия и Китай договорились"\n', encoding="utf-8")
    assert comity("extract", path).code == 0
