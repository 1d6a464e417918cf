import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from comity import resources
from comity.errors import QueryError
from comity.queries import Question, catalogue, find, query_form, read, run
from comity.store import EmbeddedReader

DATASET = Path(__file__).parents[1] / "web" / "data" / "dataset.trig"
ID = "https://w3id.org/comity/id/"
PRESS = ["event/summit", "instrument/sco-statement", "person/xss", "state/CHN", "state/KAZ"]
QUESTIONS = catalogue()
SAMPLED = [question for question in QUESTIONS.values() if not {"vote", "sponsor", "subject"} & {*question.keywords}]
"""What the sample can answer: its documents have no record of votes, sponsors and subjects."""
ALL = [read(file) for file in sorted(resources.path("queries").rglob("*.rq"))]


@pytest.fixture(scope="module")
def reader() -> EmbeddedReader:
    return EmbeddedReader.load(DATASET)


def write(folder: Path, text: str) -> Path:
    file = folder / "question.rq"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_header_is_read(tmp_path: Path) -> None:
    question = read(
        write(
            tmp_path,
            "# title-ru: Кто\n# title-en: Who\n# description-en: Of whom\n"
            "# param body: iri = <https://x.org/a>  орган | the body\n"
            "# param least: integer = 2\n"
            '# param text: string = "a b"  text\n'
            "# param day: date\n"
            "# column body: орган | body\n"
            "# keywords: one, two words\n"
            "# not a header: at all\n"
            "SELECT ?body WHERE { ?body ?p ?text }\n",
        )
    )
    assert (question.name, question.titles) == ("question", {"ru": "Кто", "en": "Who"})
    assert question.descriptions == {"en": "Of whom"}
    assert [(found.name, found.type, str(found.default)) for found in question.parameters] == [
        ("body", "iri", "<https://x.org/a>"),
        ("least", "integer", '"2"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("text", "string", '"a b"'),
        ("day", "date", "None"),
    ]
    assert question.parameters[0].descriptions == {"ru": "орган", "en": "the body"}
    assert question.parameters[2].descriptions == {"ru": "text", "en": "text"}
    assert question.keywords == ("one", "two words")
    assert (question.column("body", "ru"), question.column("other", "ru")) == ("орган", "other")


def test_values_defaults_and_free_variables(tmp_path: Path) -> None:
    header = "# param a: iri = <urn:default>\n# param b: integer\n"
    question = read(write(tmp_path, header + "SELECT * WHERE { ?a ?p ?b }"))
    assert question.bound({}).endswith("{ VALUES ?a { <urn:default> } ?a ?p ?b }")
    assert question.bound({"a": ""}).endswith("WHERE { ?a ?p ?b }")
    assert "VALUES ?b" in question.bound({"b": "3"})


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("# param: iri", r"question.rq:1: expected '# param NAME"),
        ("# param a: date = soon", "parameter 'a' wants date, not 'soon'"),
        ("# param a: colour = red", "unknown type 'colour'"),
    ],
)
def test_a_broken_header_is_refused(tmp_path: Path, header: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        read(write(tmp_path, header + "\nSELECT * WHERE { ?a ?b ?c }"))


def test_an_unknown_parameter_is_refused_with_those_there_are() -> None:
    with pytest.raises(QueryError, match=r"'stances' has no parameter 'colour' \(it has initiative, proponent\)"):
        find("stances").bound({"colour": "red"})


def test_an_unknown_name_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"no file and no question is called .*stances"):
        find(str(tmp_path / "missing.rq"))


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(QueryError, match="cannot read the query"):
        find(str(tmp_path / "bad.rq"))


def test_a_file_is_found_by_its_path(tmp_path: Path, reader: EmbeddedReader) -> None:
    file = write(tmp_path, "SELECT ?s WHERE { ?s a <https://w3id.org/comity/ontology#Event> }")
    assert [row["s"] for row in run(str(file), {}, reader)] == [NamedNode(f"{ID}event/summit")]


def test_there_are_questions() -> None:
    assert len(QUESTIONS) >= 12
    assert len(ALL) > len(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_every_question_is_whole_in_both_languages(question: Question) -> None:
    for texts in (question.titles, question.descriptions):
        assert set(texts) == {"ru", "en"}
        assert all(texts.values())
    assert question.keywords
    for parameter in question.parameters:
        assert all(parameter.descriptions[language] for language in ("ru", "en"))
        assert parameter.descriptions["ru"] != parameter.descriptions["en"]
        assert re.search(rf"\?{parameter.name}\b", question.text.split("WHERE", 1)[1])


@pytest.mark.parametrize("question", SAMPLED, ids=lambda question: question.name)
def test_every_question_has_an_answer_in_the_sample_and_names_its_columns(
    question: Question, reader: EmbeddedReader
) -> None:
    of_all = {parameter.name: "" for parameter in question.parameters if parameter.type == "iri"}
    answer = run(question.name, of_all, reader)
    assert len(answer) > 0
    assert set(question.columns) == set(answer.variables)
    assert all(question.column(name, "ru") != question.column(name, "en") for name in answer.variables)


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.name)
def test_every_query_that_ships_parses_and_has_titles(question: Question, reader: EmbeddedReader) -> None:
    form = query_form(question.text)
    assert reader.answer(question.text, "text/turtle" if form == "construct" else "text/csv") is not None
    assert set(question.titles) == {"ru", "en"}


@pytest.mark.parametrize(
    ("name", "values", "column", "expected"),
    [
        ("parties", {"instrument": "instrument/sco-statement"}, "party", ["state/CHN", "state/KAZ"]),
        ("parties", {"instrument": "instrument/A-RES-78-311"}, "party", []),
        ("members-not-named", {}, "member", ["state/IND"]),
        ("members-on-date", {"day": "2010-01-01"}, "member", ["state/CHN", "state/KAZ"]),
        ("members-on-date", {"organization": "organization/other"}, "member", []),
        ("shared-initiatives", {"least": "2"}, "initiative", ["initiative/plan"]),
        ("shared-initiatives", {"least": "3"}, "initiative", []),
        ("missing-instruments", {}, "instrument", ["instrument/A-RES-78-311"]),
        ("press-only", {}, "subject", PRESS),
        ("tasks", {"addressee": "body/expert-council"}, "instrument", ["instrument/sco-statement"]),
        ("evidence", {"subject": "state/KAZ"}, "object", ["initiative/plan"]),
        ("body-chain", {"body": "body/sco-heads"}, "root", ["organization/sco"]),
    ],
)
def test_what_is_asked_is_answered(
    name: str, values: dict[str, str], column: str, expected: list[str], reader: EmbeddedReader
) -> None:
    found = {str(row[column])[1:-1].removeprefix(ID) for row in run(name, values, reader)}
    assert sorted(found) == expected
