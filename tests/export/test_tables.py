import csv
import io
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from comity.export import dataset_bytes, edges_csv, nodes_csv, quads, statements_csv
from comity.network import PROJECTIONS, Network, Node
from comity.store import EmbeddedReader

STATEMENTS = """
@prefix comity: <https://w3id.org/comity/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<urn:graph> { <urn:document> dcterms:identifier "sco-2025.ru" }
<urn:graph/evidence> {
  <urn:a1> rdf:subject <urn:china> ; rdf:predicate comity:supports ; rdf:object <urn:plan> ; comity:evidence <urn:s1> ;
    comity:confidence 0.9 ; comity:attributedTo <urn:statement> ; prov:wasGeneratedBy <urn:rule> ;
    comity:modality <urn:asserted> .
  <urn:a2> rdf:subject <urn:china> ; rdf:predicate comity:date ; rdf:object "2025-09-01" ; comity:evidence <urn:s2> .
  <urn:s1> oa:hasSource <urn:document> ; oa:hasSelector <urn:s1p> , <urn:s1q> .
  <urn:s1p> oa:start 10 ; oa:end 25 . <urn:s1q> oa:exact "да, \\"Китай\\"\\r\\n  поддерживает" .
  <urn:s2> oa:hasSource <urn:document> ; oa:hasSelector <urn:s2p> , <urn:s2q> .
  <urn:s2p> oa:start 2 ; oa:end 9 . <urn:s2q> oa:exact "1 сентября" .
}
"""


def rows(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


def test_statements_have_their_quotes_in_the_order_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "dataset.trig"
    file.write_text(STATEMENTS, encoding="utf-8")
    found = rows(statements_csv(EmbeddedReader.load(file)))
    assert [(row["document"], row["start"], row["end"], row["assertion"]) for row in found] == [
        ("sco-2025.ru", "2", "9", "urn:a2"),
        ("sco-2025.ru", "10", "25", "urn:a1"),
    ]
    assert found[1] == {
        "document": "sco-2025.ru",
        "start": "10",
        "end": "25",
        "quote": 'да, "Китай"\r\n  поддерживает',
        "subject": "urn:china",
        "predicate": "https://w3id.org/comity/ontology#supports",
        "object": "urn:plan",
        "modality": "urn:asserted",
        "confidence": "0.9",
        "attributed_to": "urn:statement",
        "rule": "urn:rule",
        "assertion": "urn:a1",
    }
    assert (found[0]["rule"], found[0]["object"]) == ("", "2025-09-01")


def test_nodes_and_ties_have_a_row_each(network: Network) -> None:
    nodes, edges = rows(nodes_csv(network, "en")), rows(edges_csv(network, "en"))
    assert [(node["iri"], node["label"], node["label_ru"], node["in_corpus"]) for node in nodes] == [
        ("urn:chn", "China", "Китай", "false"),
        ("urn:plan", 'План, «всеобщий»\x0b\r\n"да"', 'План, «всеобщий»\x0b\r\n"да"', "false"),
        ("urn:rus", "Россия", "Россия", "true"),
    ]
    assert [(edge["source_label"], edge["kinds"], edge["weight"], edge["assertions"]) for edge in edges] == [
        ("China", "urn:proposes urn:supports", "2.0", "urn:a1 urn:a2"),
        ("Россия", "urn:notes", "1.0", ""),
    ]


def test_lines_end_as_the_standard_says(network: Network) -> None:
    written = edges_csv(
        Network(network.projection, tuple(replace(node, labels={}) for node in network.nodes), network.edges)
    )
    assert written.startswith(b"source,target,")
    assert written.count(b"\r\n") == written.count(b"\n") == 3


def test_a_table_without_rows_keeps_its_header() -> None:
    empty = Network(PROJECTIONS["citations"], (), ())
    assert rows(nodes_csv(empty)) == rows(edges_csv(empty)) == []
    assert nodes_csv(empty).startswith(b"iri,label,")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_any_name_survives(name: str) -> None:
    network = Network(PROJECTIONS["citations"], (Node("urn:a", "instrument", {"ru": name}),), ())
    assert rows(nodes_csv(network))[0]["label_ru"] == name


def test_the_dataset_reaches_export_through_the_store(tmp_path: Path) -> None:
    file = tmp_path / "dataset.trig"
    file.write_text(STATEMENTS, encoding="utf-8")
    found = set(ox.parse(dataset_bytes(quads(EmbeddedReader.load(file)), "n-quads"), format=ox.RdfFormat.N_QUADS))
    assert found == set(ox.parse(path=file, format=ox.RdfFormat.TRIG))
