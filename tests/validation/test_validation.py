"""The whole: a sound dataset, and what is said once something is taken out of it."""

from dataclasses import replace

import pyoxigraph as ox
import pytest
from rdflib import Graph

from comity.inference import infer
from comity.validation import Origin, Report, shipped_requirements, validate

ID = "https://w3id.org/comity/id/"
COMITY = "https://w3id.org/comity/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PREFIX = "@prefix sh: <http://www.w3.org/ns/shacl#> ."
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
        ("span/statement.ru/81-101", None, ("assertion/statement.ru/1", "shapes#Assertion-evidence")),
        ("span/statement.ru/81-101/position", None, ("span/statement.ru/81-101", "shapes#Span-position")),
        ("document/statement.ru", COMITY + "sourceText", ("document/statement.ru", "shapes#Document-sourceText")),
        ("initiative/plan", COMITY + "status", ("assertion/statement.ru/7", "assertion-without-fact")),
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


def test_a_resource_that_several_documents_speak_of_is_told_of_once(sound: list[ox.Quad]) -> None:
    nameless = validate(without(sound, "state/KAZ", SKOS + "prefLabel")).findings
    assert len({(finding.shape, finding.value) for finding in nameless}) == len(nameless) > 0
    assert {finding.document for finding in nameless} == {""}


def test_a_fault_is_laid_to_the_document_that_states_it(sound: list[ox.Quad]) -> None:
    kaz, tianjin = ox.NamedNode(f"{ID}state/KAZ"), ox.NamedNode(f"{ID}place/tianjin")
    graph = ox.NamedNode("https://w3id.org/comity/graph/news.ru")
    stray = ox.Quad(kaz, ox.NamedNode(f"{COMITY}memberOf"), tianjin, graph)
    told = [finding for finding in validate([*sound, stray]).findings if finding.origin is Origin.SHACL]
    assert [finding.document for finding in told] == [f"{ID}document/news.ru"]


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
    required = shipped_requirements()
    unseen = "[] sh:targetClass <https://w3id.org/comity/ontology#State> ; sh:nodeKind sh:Literal ."
    stricter = replace(required, shapes=Graph().parse(data=PREFIX + unseen, format="turtle"))
    assert validate(sound, stricter, sound=report.sound) == report
    assert len(validate(sound, stricter).findings) == 3


def test_what_changed_is_validated_again(sound: list[ox.Quad]) -> None:
    known = validate(sound).sound
    faulty = without(sound, "initiative/plan", SKOS + "prefLabel")
    assert validate(faulty, sound=known).findings == validate(faulty).findings != ()
    others = replace(shipped_requirements(), digest="of other shapes")
    assert validate(sound, others).sound.isdisjoint(known)
