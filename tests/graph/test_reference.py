from pathlib import Path

import pyoxigraph as ox
import pytest

from comity import resources
from comity.errors import ReferenceDataError
from comity.graph import Names, reference_entries, reference_triples
from comity.lexicon import Entry
from comity.model import Entity, Name, NameKind
from comity.namespaces import BASE, RDFS, SKOS

PREFIXES = """
@base <https://w3id.org/comity/id/> .
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
STATES = """
<state/KAZ> a comity:State ; skos:prefLabel "Kazakhstan"@en , "Казахстан"@ru ;
    skos:altLabel "РК"@ru , "Республика Казахстан"@ru ; skos:hiddenLabel "Казакстан"@ru ;
    comity:demonym "казахстанский"@ru ; comity:capital <place/astana> .
<place/astana> a comity:Place ; skos:prefLabel "Астана"@ru ; dcterms:source "gazetteer" .
"""
INSTRUMENTS = """
<instrument/A-RES-79-325> a comity:Resolution ; comity:symbol "A/RES/79/325" ; skos:prefLabel "Круг ведения"@ru ;
    comity:date "2025-08-26"^^xsd:date ; comity:adoptedBy <body/assembly> .
<body/assembly> a comity:Body ; skos:prefLabel "Ассамблея"@ru ; comity:partOf <organization/un> .
<post/president> a comity:Post ; skos:prefLabel "Президент"@ru ; comity:postIn <state/KAZ> ;
    comity:partOf <body/staff> .
<membership/un-KAZ-member> a comity:Membership ; comity:member <state/KAZ> .
<body/nameless> a comity:Body .
<body/untyped> skos:prefLabel "Без класса"@ru .
<https://example.org/state/KAZ> a comity:State ; skos:prefLabel "Чужая запись"@ru .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "states.ttl").write_text(PREFIXES + STATES, encoding="utf-8")
    (tmp_path / "instruments.ttl").write_text(PREFIXES + INSTRUMENTS, encoding="utf-8")
    (tmp_path / "README.md").write_text("not Turtle", encoding="utf-8")
    return tmp_path


@pytest.fixture
def entries(folder: Path) -> dict[str, Entry]:
    return {entry.entity.identifier: entry for entry in reference_entries(reference_triples(folder))}


def test_labels_are_derived_from_preferred_names(folder: Path) -> None:
    triples = reference_triples(folder)
    labels = {t for t in triples if t.predicate.value == RDFS.label}
    assert {(t.subject, t.object) for t in labels} == {
        (t.subject, t.object) for t in triples if t.predicate.value == SKOS.prefLabel
    }
    assert len(labels) == 8


def test_the_order_is_that_of_the_triples_whatever_the_files(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "all.ttl").write_text(PREFIXES + INSTRUMENTS + STATES + STATES, encoding="utf-8")
    assert reference_triples(other) == reference_triples(folder)
    assert [str(triple) for triple in reference_triples(folder)] == sorted(map(str, reference_triples(folder)))


def test_a_broken_file_is_named_with_the_line(folder: Path) -> None:
    (folder / "broken.ttl").write_text(PREFIXES + "<a> a comity:State", encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=r"broken\.ttl: .*line 7"):
        reference_triples(folder)


def test_only_records_of_ours_with_a_name_and_a_class_are_entries(entries: dict[str, Entry]) -> None:
    named = ["body/assembly", "instrument/A-RES-79-325", "place/astana", "post/president", "state/KAZ"]
    assert list(entries) == named


def test_an_entry_has_the_names_russian_first_and_preferred_first(entries: dict[str, Entry]) -> None:
    assert entries["state/KAZ"] == Entry(
        Entity(
            "state/KAZ",
            ("State",),
            (
                Name("Казахстан", "ru"),
                Name("Kazakhstan", "en"),
                Name("РК", "ru", NameKind.ALTERNATIVE),
                Name("Республика Казахстан", "ru", NameKind.ALTERNATIVE),
                Name("Казакстан", "ru", NameKind.HIDDEN),
            ),
            known=True,
        ),
        demonyms=("казахстанский",),
        capital="place/astana",
    )


def test_an_entry_of_an_instrument_has_symbol_date_and_adopter(entries: dict[str, Entry]) -> None:
    resolution = entries["instrument/A-RES-79-325"]
    assert (resolution.entity.symbol, resolution.date, resolution.adopter) == (
        "A/RES/79/325",
        "2025-08-26",
        "body/assembly",
    )


def test_parents_are_what_a_body_belongs_to_and_where_a_post_is(entries: dict[str, Entry]) -> None:
    assert entries["body/assembly"].parents == ("organization/un",)
    assert sorted(entries["post/president"].parents) == ["body/staff", "state/KAZ"]


def test_the_shipped_records_have_an_entry_for_every_name() -> None:
    schemes = {triple.subject for triple in reference_triples() if triple.object.value == SKOS.ConceptScheme}
    named = {
        triple.subject.value.removeprefix(f"{BASE}id/")
        for triple in reference_triples()
        if triple.predicate.value == SKOS.prefLabel and triple.subject not in schemes
    }
    found = [entry.entity.identifier for entry in reference_entries(reference_triples())]
    assert len(list(resources.path("data/reference").glob("*.ttl"))) >= 9
    assert len(found) == len(set(found))
    assert set(found) == named


def test_the_paths_of_shipped_records_stand_in_their_iris_as_they_are() -> None:
    for triple in reference_triples():
        for node in (triple.subject, triple.object):
            if isinstance(node, ox.NamedNode) and node.value.startswith(f"{BASE}id/"):
                assert Names().resource(node.value.removeprefix(f"{BASE}id/")) == node
