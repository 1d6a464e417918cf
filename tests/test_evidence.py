"""Every extracted triple proves itself: quotes stand in the stored text where the written dataset says."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from comity import resources
from comity.graph import Names, document_quads, read_dataset, write_dataset
from comity.namespaces import BASE, COMITY, DCTERMS, OA, PROV, RDF
from comity.pipeline import extract
from comity.sources import read_file

DOCUMENTS = sorted(resources.path("data/documents").glob("*.txt"))
CONTEXT = 40
TOLD_BY_THE_FILE = {COMITY[name] for name in ("contentDigest", "language", "publisher", "sourceUrl")}
LAID_OUT = {COMITY[name] for name in ("hasProvision", "kind")}
DETAILS = {COMITY[name] for name in ("Citation", "SpeechAct", "Stance", "OperativeProvision", "PreambularProvision")}
QUOTED = "Китай предложил создать Всемирную организацию по сотрудничеству в области искусственного интеллекта"
WRITTEN = (
    "Доклад 😀👩\u200d👩\u200d👧 о мире\r\n\r\n"
    "Все\u0301 нача\u0301лось\u00a0так:\r\nсегодня 🕊 Китай предложил создать Всемирную организацию\r\n"
    "по сотрудничеству в области искусственного интеллекта.\r\n\r\n"
    "Россия\u00a0поддерживает создание Всемирной организации по сотрудничеству в области ИИ 🎉.\r\n"
)
Triples = frozenset[tuple[str, str, str]]


@cache
def written(file: Path, folder: Path) -> tuple[Triples, dict[tuple[str, str], list[str]]]:
    """Return what is written of a file: its facts, and its evidence by subject and predicate."""
    path = folder / f"{file.stem}.trig"
    write_dataset(document_quads(extract(read_file(file)), Names()), path)
    facts, evidence = set(), defaultdict(list)
    for quad in read_dataset(path):
        subject, value = quad.subject.value, quad.object.value
        if quad.graph_name.value.endswith("/evidence"):
            evidence[subject, quad.predicate.value].append(value)
        else:
            facts.add((subject, quad.predicate.value, value))
    return frozenset(facts), evidence


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("evidence")


def check(file: Path, text: str, folder: Path) -> int:
    """Assert that the spans of a file fit its text; return how many there are."""
    _, evidence = written(file, folder)
    document = f"{BASE}id/document/{file.stem}"
    assert evidence[document, COMITY.sourceText] == [text]
    spans = [subject for (subject, predicate), values in evidence.items() if values == [OA.SpecificResource]]
    for span in spans:
        assert evidence[span, OA.hasSource] == [document]
        start, end = (int(value) for part in (OA.start, OA.end) for value in evidence[f"{span}/position", part])
        assert sorted(evidence[span, OA.hasSelector]) == [f"{span}/position", f"{span}/quote"]
        assert evidence[f"{span}/quote", OA.exact] == [text[start:end]]
        assert evidence[f"{span}/quote", OA.prefix] == [text[max(start - CONTEXT, 0) : start]]
        assert evidence[f"{span}/quote", OA.suffix] == [text[end : end + CONTEXT]]
        assert text[start:end].strip() == text[start:end] != ""
    return len(spans)


def test_the_five_documents_are_here() -> None:
    assert len(DOCUMENTS) == 5


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
def test_quotes_stand_in_the_text_where_they_say(file: Path, folder: Path) -> None:
    assert check(file, file.read_bytes().decode("utf-8"), folder) >= 20


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
def test_every_fact_has_an_assertion_and_every_assertion_a_fact(file: Path, folder: Path) -> None:
    facts, evidence = written(file, folder)
    details = {s for s, predicate, value in facts if predicate == RDF.type and value in DETAILS}
    said = {
        (subject, predicate, value)
        for subject, predicate, value in facts
        if predicate in COMITY and predicate not in TOLD_BY_THE_FILE | LAID_OUT and subject not in details
    }
    assertions = [subject for (subject, predicate), values in evidence.items() if values == [COMITY.Assertion]]
    proved = [
        tuple(evidence[assertion, part][0] for part in (RDF.subject, RDF.predicate, RDF.object))
        for assertion in assertions
    ]
    assert len(proved) == len(set(proved))
    assert said == {fact for fact in proved if fact[1] in COMITY and fact[1] not in TOLD_BY_THE_FILE | LAID_OUT}
    assert set(proved) <= facts


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
def test_every_assertion_is_complete(file: Path, folder: Path) -> None:
    _, evidence = written(file, folder)
    for (assertion, _), values in list(evidence.items()):
        if values != [COMITY.Assertion]:
            continue
        for part in (RDF.subject, RDF.predicate, RDF.object, COMITY.confidence, COMITY.modality):
            assert len(evidence[assertion, part]) == 1
        assert 0 < float(evidence[assertion, COMITY.confidence][0]) <= 1
        assert evidence[assertion, COMITY.attributedTo]
        for span in evidence[assertion, COMITY.evidence]:
            assert evidence[span, RDF.type] == [OA.SpecificResource]
        assert evidence[assertion, COMITY.evidence]
        for rule in evidence[assertion, PROV.wasGeneratedBy]:
            assert evidence[rule, RDF.type] == [COMITY.ExtractionRule]
            assert evidence[rule, DCTERMS.hasVersion]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("plain", "utf-8"), ("marked", "utf-8-sig"), ("wide", "utf-16"), ("wider", "utf-32")],
)
def test_places_count_code_points_whatever_the_text_and_its_encoding(
    tmp_path: Path, folder: Path, name: str, encoding: str
) -> None:
    file = tmp_path / f"{name}.txt"
    file.write_bytes(WRITTEN.encode(encoding))
    assert check(file, WRITTEN, folder) >= 4
    _, evidence = written(file, folder)
    quotes = (values[0] for (_, predicate), values in evidence.items() if predicate == OA.exact)
    exact = {" ".join(quote.split()) for quote in quotes}
    assert QUOTED in exact
    assert any("Россия поддерживает" in quote for quote in exact)


def test_old_line_ends_and_old_encodings_too(tmp_path: Path, folder: Path) -> None:
    text = "Россия\u00a0и Китай договорились.\rКитай предложил создать Международный\rбанк развития № 1.\r"
    file = tmp_path / "old.txt"
    file.write_bytes(text.encode("cp1251"))
    assert check(file, text, folder) >= 2


@pytest.mark.parametrize("before", ["", "😀 ", "\u00a0\u0301", "👩\u200d👩\u200d👧\r\n\r\n"])
def test_what_stands_before_moves_a_quote_by_its_code_points(tmp_path: Path, before: str) -> None:
    file = tmp_path / "moved.txt"
    file.write_text(f"{before}{QUOTED}.", encoding="utf-8", newline="")
    check(file, f"{before}{QUOTED}.", tmp_path)
    _, evidence = written(file, tmp_path)
    quotes = {
        subject for (subject, predicate), values in evidence.items() if predicate == OA.exact and QUOTED in values
    }
    (start,) = {evidence[quote.replace("/quote", "/position"), OA.start][0] for quote in quotes}
    assert int(start) == len(before)
