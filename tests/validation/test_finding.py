import json
from dataclasses import replace

from comity.validation import Finding, Origin, Report, Severity

UNDATED = Finding(
    focus="https://w3id.org/comity/id/instrument/statement",
    shape="https://w3id.org/comity/shapes#ReadInstrument-date",
    component="http://www.w3.org/ns/shacl#MinCountConstraintComponent",
    path="<https://w3id.org/comity/ontology#date>",
    value="",
    severity=Severity.VIOLATION,
    messages=(("en", "It has a date."), ("ru", "У акта есть дата.")),
    document="https://w3id.org/comity/id/document/statement.ru",
    origin=Origin.SHACL,
)
LOOSE = replace(UNDATED, severity=Severity.WARNING, path="", value='"x"^^<http://www.w3.org/2001/XMLSchema#gYear>')


def test_only_a_violation_breaks_conformance() -> None:
    assert Report.of([]).conforms
    assert Report.of([LOOSE, replace(LOOSE, severity=Severity.INFO)]).conforms
    assert not Report.of([LOOSE, UNDATED]).conforms


def test_order_is_by_gravity_then_by_resource_and_repetition_is_dropped() -> None:
    info, other = replace(UNDATED, severity=Severity.INFO), replace(UNDATED, focus="https://w3id.org/comity/id/a")
    findings = [info, LOOSE, UNDATED, other, LOOSE]
    assert Report.of(findings).findings == (other, UNDATED, LOOSE, info)
    assert Report.of(reversed(findings)) == Report.of(findings)


def test_counts_name_every_severity_gravest_first() -> None:
    assert list(Report.of([LOOSE, UNDATED]).counts().items()) == [("violation", 1), ("warning", 1), ("info", 0)]


def test_message_falls_back_to_the_language_there_is() -> None:
    assert UNDATED.message("ru") == "У акта есть дата."
    assert UNDATED.message("fr") == "It has a date."
    assert replace(UNDATED, messages=()).message("en") == ""


def test_text_names_the_resource_and_what_is_wrong() -> None:
    assert Report.of([UNDATED]).to_text("ru").splitlines() == [
        "does not conform: violation 1, warning 0, info 0",
        "",
        "violation: https://w3id.org/comity/id/instrument/statement",
        "    У акта есть дата.",
        "    path: comity:date",
        "    document: https://w3id.org/comity/id/document/statement.ru",
        "    rule: https://w3id.org/comity/shapes#ReadInstrument-date",
    ]
    assert '    value: "x"^^xsd:gYear' in Report.of([LOOSE]).to_text().splitlines()


def test_dictionary_is_what_json_knows() -> None:
    record = Report.of([UNDATED]).to_dict()
    assert json.loads(json.dumps(record)) == record
    assert record["conforms"] is False
    assert record["findings"][0]["messages"] == {"en": "It has a date.", "ru": "У акта есть дата."}
    assert record["findings"][0]["severity"] == "violation"
