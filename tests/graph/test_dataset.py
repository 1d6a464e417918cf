from collections.abc import Callable, Iterable
from datetime import date

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from comity import resources
from comity.graph import Extraction, Names, document_quads, ontology_quads, reference_quads, reference_triples
from comity.model import Entity, Metadata, Source
from comity.namespaces import BASE, CODE, COMITY, DCTERMS, RDF, RDFS, SKOS
from comity.pipeline import extract
from comity.sources import read_file

ELSEWHERE = Names("https://example.org/kg/")
NEWS = """ПЕКИН, 4 ноября. /ТАСС/. Россия и Китай договорились учредить Экспертный совет по квантовым часам.

Президент Казахстана Касым-Жомарт Токаев предложил создать Международный банк тюльпанов.
"""
DECLARATION = """Заявление Совета глав государств Шанхайской организации сотрудничества о тюльпанах

1. Приветствуем создание Международного банка тюльпанов:

a) в Астане;

b) в Ташкенте.

г. Тяньцзинь, 1 сентября 2025 года
"""


def triples_in(quads: Iterable[ox.Quad], graph: ox.NamedNode) -> set[ox.Triple]:
    return {quad.triple for quad in quads if quad.graph_name == graph}


def values(quads: Iterable[ox.Quad], path: str, predicate: str) -> set[str]:
    node = Names().resource(path)
    return {quad.object.value for quad in quads if quad.subject == node and quad.predicate.value == predicate}


def paths(quads: Iterable[ox.Quad], names: Names) -> set[str]:
    """Return quads with the base taken out of the IRIs that move with it."""
    return {str(q).replace(f"<{names.base}id/", "<id/").replace(f"<{names.base}graph/", "<graph/") for q in quads}


def as_rdflib(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")


def test_the_ontology_is_that_of_the_files() -> None:
    folder = resources.path("ontology")
    files = [folder / "comity.ttl", *folder.glob("codelists/*.ttl"), *folder.glob("alignments/*.ttl")]
    assert len(files) > 10
    expected = rdflib.Graph()
    for file in files:
        expected.parse(file, format="turtle", publicID=CODE)
    assert isomorphic(as_rdflib(triples_in(ontology_quads(Names()), Names().graph("ontology"))), expected)


def test_the_ontology_is_the_same_at_every_reading_and_lies_in_one_graph() -> None:
    once, again = list(ontology_quads(Names())), list(ontology_quads(Names()))
    assert once == again
    assert {quad.graph_name for quad in once} == {Names().graph("ontology")}


def test_another_base_moves_the_graph_of_the_ontology_and_nothing_in_it() -> None:
    moved = list(ontology_quads(ELSEWHERE))
    assert [quad.triple for quad in moved] == [quad.triple for quad in ontology_quads(Names())]
    assert {quad.graph_name for quad in moved} == {ELSEWHERE.graph("ontology")}


def test_records_move_with_the_base() -> None:
    assert {quad.triple for quad in reference_quads(Names())} == set(reference_triples())
    moved = list(reference_quads(ELSEWHERE))
    assert not any(f"<{BASE}{folder}/" in str(quad) for quad in moved for folder in ("id", "graph"))
    assert paths(moved, ELSEWHERE) == paths(reference_quads(Names()), Names())


def test_facts_and_evidence_lie_in_two_graphs_without_repetition(reading_of: Callable[..., Extraction]) -> None:
    quads = list(document_quads(reading_of(NEWS, "a b"), Names()))
    assert len(quads) == len(set(quads))
    assert {quad.graph_name.value for quad in quads} == {f"{BASE}graph/a%20b", f"{BASE}graph/a%20b/evidence"}


def test_every_statement_is_a_plain_triple(reading_of: Callable[..., Extraction]) -> None:
    extraction = reading_of(NEWS)
    facts = triples_in(document_quads(extraction, Names()), Names().graph("d"))
    names = Names()
    assert len(extraction.statements) > 10
    for said in extraction.statements:
        subject, value = names.resource(said.subject.identifier), names.term(said.object)
        assert ox.Triple(subject, ox.NamedNode(COMITY[said.predicate]), value) in facts


def test_what_is_new_is_described_and_what_a_record_describes_is_not(reading_of: Callable[..., Extraction]) -> None:
    extraction = reading_of(NEWS)
    quads = list(document_quads(extraction, Names()))
    things = {
        thing.identifier: thing
        for said in extraction.statements
        for thing in (said.subject, said.object)
        if isinstance(thing, Entity)
    }
    (bank,) = (thing for thing in things.values() if "банк тюльпанов" in thing.label)
    assert not bank.known
    assert values(quads, bank.identifier, RDFS.label) == {bank.label}
    assert values(quads, bank.identifier, SKOS.prefLabel) == {bank.label}
    assert values(quads, bank.identifier, RDF.type) >= {COMITY[type_] for type_ in bank.types}
    assert things["state/CHN"].known
    assert values(quads, "state/CHN", RDFS.label) == set()
    assert values(quads, "state/CHN", RDF.type) == set()


def test_what_has_a_status_is_an_initiative(reading_of: Callable[..., Extraction]) -> None:
    facts = triples_in(document_quads(reading_of(NEWS), Names()), Names().graph("d"))
    status = {triple.subject for triple in facts if triple.predicate.value == COMITY.status}
    initiatives = {t.subject for t in facts if t.predicate.value == RDF.type and t.object.value == COMITY.Initiative}
    assert status
    assert status <= initiatives


def test_numbered_paragraphs_are_provisions_and_their_parts_part_of_them(
    reading_of: Callable[..., Extraction],
) -> None:
    extraction = reading_of(DECLARATION)
    assert extraction.own
    quads = list(document_quads(extraction, Names()))
    slug = extraction.own.identifier.partition("/")[2]
    provisions = {f"{BASE}id/provision/{slug}/{number}" for number in ("1", "1a", "1b")}
    assert values(quads, extraction.own.identifier, COMITY.hasProvision) == provisions
    assert values(quads, f"provision/{slug}/1", COMITY.text) == {
        "Приветствуем создание Международного банка тюльпанов:"
    }
    assert values(quads, f"provision/{slug}/1b", COMITY.text) == {"в Ташкенте."}
    assert values(quads, f"provision/{slug}/1b", COMITY.number) == {"1b"}
    assert values(quads, f"provision/{slug}/1b", COMITY.partOf) == {f"{BASE}id/provision/{slug}/1"}
    assert values(quads, f"provision/{slug}/1", COMITY.partOf) == set()
    assert values(quads, f"provision/{slug}/1b", RDF.type) == {COMITY.OperativeProvision}


def test_a_report_has_no_provisions(reading_of: Callable[..., Extraction]) -> None:
    assert not [quad for quad in document_quads(reading_of(NEWS), Names()) if "/provision/" in quad.subject.value]


def test_a_report_has_the_day_over_it_and_so_have_the_acts_it_tells_of(reading_of: Callable[..., Extraction]) -> None:
    day = ox.Literal("2025-11-04", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))
    for text, days in ((f"date 2025-11-04\n\n{NEWS}", {day}), (NEWS, set())):
        quads = list(document_quads(reading_of(text), Names()))
        document = Names().resource(f"document/{reading_of(text).document.source.identifier}")
        assert {q.object for q in quads if (q.subject, q.predicate.value) == (document, DCTERMS.issued)} == days
        assert {q.object for q in quads if q.predicate.value == COMITY.date} == days


def test_acts_in_an_instrument_have_its_date(reading_of: Callable[..., Extraction]) -> None:
    facts = triples_in(document_quads(reading_of(DECLARATION), Names()), Names().graph("d"))
    acts = {triple.subject for triple in facts if "/speech-act/" in triple.subject.value}
    dated = {
        triple.subject: triple.object.value
        for triple in facts
        if triple.predicate.value == COMITY.date and triple.subject in acts
    }
    assert acts
    assert dated == dict.fromkeys(acts, "2025-09-01")


def test_a_document_has_what_its_sidecar_says() -> None:
    day = date(2025, 11, 4)
    metadata = Metadata("ТАСС", "https://tass.ru/1", date(2026, 11, 22), day, "ru", "© ТАСС")
    quads = list(document_quads(extract(Source("d", NEWS, "0" * 64, metadata)), Names()))
    expected = {
        RDF.type: COMITY.NewsReport,
        DCTERMS.identifier: "d",
        COMITY.language: "ru",
        COMITY.contentDigest: f"sha256:{'0' * 64}",
        COMITY.sourceUrl: "https://tass.ru/1",
        DCTERMS.rights: "© ТАСС",
        DCTERMS.dateSubmitted: "2026-11-22",
        DCTERMS.issued: "2025-11-04",
    }
    assert {predicate: values(quads, "document/d", predicate) for predicate in expected} == {
        predicate: {value} for predicate, value in expected.items()
    }


def test_a_document_without_a_title_is_called_by_its_identifier(reading_of: Callable[..., Extraction]) -> None:
    quads = list(document_quads(reading_of("Китай и Россия договорились.", "заметка"), Names()))
    assert values(quads, "document/заметка", RDFS.label) == {"заметка"}
    assert values(quads, "document/заметка", DCTERMS.title) == {"заметка"}


PUBLISHERS = {
    "lada-2025-09-tokayev-sco-summit.ru": "Lada.kz",
    "tass-2025-11-04-russia-china-communique.ru": "ТАСС",
    "sco-2020-11-10-iis-statement.ru": "Шанхайская организация сотрудничества",
    "sco-2025-09-01-ai-statement.ru": "Шанхайская организация сотрудничества",
    "unga-79-325.ru": "Организация Объединенных Наций",
}


@pytest.mark.parametrize("name", PUBLISHERS)
def test_the_publisher_of_a_shipped_document_is_in_the_graph(name: str) -> None:
    quads = list(document_quads(extract(read_file(resources.path(f"data/documents/{name}.txt"))), Names()))
    (iri,) = values(quads, f"document/{name}", COMITY.publisher)
    labels = {
        quad.object.value
        for quad in [*reference_quads(Names()), *quads]
        if quad.subject.value == iri and quad.predicate.value in {SKOS.prefLabel, SKOS.altLabel}
    }
    assert PUBLISHERS[name] in labels


@pytest.mark.parametrize(
    "said",
    [
        "предложила создать Суд",
        "поддержала создание Суда",
        "отвергла создание Суда",
    ],
    ids=["proposes", "supports", "objects"],
)
def test_what_a_stance_is_on_is_an_initiative(said: str, reading_of: Callable[..., Extraction]) -> None:
    text = f"Выступление на встрече\n\nКуба {said} по долгам."
    facts = triples_in(document_quads(reading_of(text), Names()), Names().graph("d"))
    stances = {COMITY[name] for name in ("proposes", "supports", "objectsTo")}
    objects = {triple.object for triple in facts if triple.predicate.value in stances}
    initiatives = {t.subject for t in facts if t.predicate.value == RDF.type and t.object.value == COMITY.Initiative}
    assert objects
    assert objects <= initiatives


@pytest.mark.parametrize("text", [NEWS, DECLARATION], ids=["news", "declaration"])
def test_documents_move_with_the_base_and_keep_their_paths(text: str, reading_of: Callable[..., Extraction]) -> None:
    extraction = reading_of(text)
    moved = list(document_quads(extraction, ELSEWHERE))
    assert not any(f"<{BASE}{folder}/" in str(quad) for quad in moved for folder in ("id", "graph"))
    assert paths(moved, ELSEWHERE) == paths(document_quads(extraction, Names()), Names())


def test_every_part_is_of_a_paragraph_that_is_there(reading_of: Callable[..., Extraction]) -> None:
    text = "79/900. Часы\n\nГенеральная Ассамблея,\n\n1. учреждает Группу;\n\nЕе функции:\n\na) доклады.\n"
    facts = triples_in(document_quads(reading_of(text), Names()), Names().graph("d"))
    wholes = {t.object for t in facts if t.predicate.value == COMITY.partOf and "/provision/" in t.subject.value}
    assert wholes <= {triple.subject for triple in facts if triple.predicate.value == COMITY.text}


@pytest.mark.parametrize("name", ["ontology", "reference", "inferred", "analytics"])
def test_a_document_shares_no_graph_with_what_is_not_its_own(name: str, reading_of: Callable[..., Extraction]) -> None:
    assert Names().graph(name) not in {quad.graph_name for quad in document_quads(reading_of(NEWS, name), Names())}


def test_a_paragraph_has_one_text_though_an_annex_counts_anew(reading_of: Callable[..., Extraction]) -> None:
    text = "79/900. Часы\n\nГенеральная Ассамблея,\n\n1. утверждает Положение.\n\nПриложение\n\n1. Доклады.\n"
    facts = triples_in(document_quads(reading_of(text), Names()), Names().graph("d"))
    texts = [(triple.subject, triple.object.value) for triple in facts if triple.predicate.value == COMITY.text]
    assert {text for _, text in texts} >= {"утверждает Положение.", "Доклады."}
    assert len({provision for provision, _ in texts}) == len(texts)
