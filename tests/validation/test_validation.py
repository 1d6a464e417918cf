"""The whole: a sound dataset, and what is said once something is taken out of it."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from comity.inference import infer
from comity.validation import Origin, Report, shipped_requirements, validate

ID = "https://w3id.org/comity/id/"
COMITY = "https://w3id.org/comity/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"


def without(quads: list[ox.Quad], subject: str, predicate: str | None) -> list[ox.Quad]:
    kept = [
        quad
        for quad in quads
        if quad.subject != ox.NamedNode(ID + subject) or (predicate is not None and quad.predicate.value != predicate)
    ]
    assert len(kept) < len(quads)
    return kept


def said(report: Report) -> set[tuple[str, str]]:
    return {(finding.focus.removeprefix(ID), finding.shape.rpartition("/")[2]) for finding in report.findings}


def test_a_sound_dataset_has_no_findings(sound: list[ox.Quad]) -> None:
    assert validate(sound).findings == ()
    assert validate([*sound, *infer(sound)]).findings == ()


@pytest.mark.parametrize(
    ("subject", "predicate", "expected"),
    [
        ("instrument/statement", COMITY + "date", ("instrument/statement", "shapes#ReadInstrument-date")),
        ("instrument/sco-charter", COMITY + "date", ("instrument/sco-charter", "undated-record")),
        ("state/KAZ", SKOS + "prefLabel", ("state/KAZ", "shapes#Named-prefLabel")),
        ("state/KAZ", RDFS + "label", ("state/KAZ", "shapes#Named-label")),
        ("initiative/plan", SKOS + "prefLabel", ("initiative/plan", "shapes#Named-prefLabel")),
        ("assertion/statement.ru/1", COMITY + "evidence", ("assertion/statement.ru/1", "shapes#Assertion-evidence")),
        ("assertion/statement.ru/1", None, ("instrument/statement", "fact-without-assertion")),
        ("span/statement.ru/78-98", None, ("assertion/statement.ru/1", "shapes#Assertion-evidence")),
        ("span/statement.ru/78-98/position", None, ("span/statement.ru/78-98", "shapes#Span-position")),
        ("document/statement.ru", COMITY + "sourceText", ("document/statement.ru", "shapes#Document-sourceText")),
        ("initiative/plan", COMITY + "status", ("initiative/plan", "shapes#Initiative-status")),
        ("speech-act/statement/1", COMITY + "object", ("speech-act/statement/1", "shapes#Stance-object")),
    ],
)
def test_what_was_deleted_is_missed(
    subject: str, predicate: str | None, expected: tuple[str, str], sound: list[ox.Quad]
) -> None:
    report = validate(without(sound, subject, predicate))
    assert not report.conforms
    assert expected in said(report)
    assert ID + expected[0] in report.to_text()


def test_a_finding_names_the_document_that_owns_the_resource(sound: list[ox.Quad]) -> None:
    report = validate(without(sound, "initiative/plan", SKOS + "prefLabel"))
    assert {finding.document for finding in report.findings} == {f"{ID}document/statement.ru"}


def test_both_gates_are_heard(sound: list[ox.Quad]) -> None:
    report = validate(without(sound, "instrument/statement", COMITY + "date"))
    assert {finding.origin for finding in report.findings} == {Origin.SHACL, Origin.CHECK}


def test_order_and_form_of_the_input_do_not_matter(sound: list[ox.Quad]) -> None:
    faulty = without(sound, "state/KAZ", SKOS + "prefLabel")
    store = ox.Store()
    store.extend(faulty)
    report = validate(faulty)
    assert report == validate(reversed(faulty)) == validate(store) == validate(ox.Dataset(faulty))
    assert len(report.findings) > 1


def test_sound_parts_are_not_validated_again(sound: list[ox.Quad]) -> None:
    report = validate(sound)
    assert len(report.sound) == 3
    unable = replace(shipped_requirements(), shapes=_exploding_shapes())
    assert validate(sound, unable, sound=report.sound) == report
    with pytest.raises(RuntimeError, match="validated"):
        validate(sound, unable)


def test_what_changed_is_validated_again(sound: list[ox.Quad]) -> None:
    known = validate(sound).sound
    faulty = without(sound, "initiative/plan", SKOS + "prefLabel")
    assert validate(faulty, sound=known).findings == validate(faulty).findings != ()
    others = replace(shipped_requirements(), digest="of other shapes")
    assert validate(sound, others).sound.isdisjoint(known)
