import dataclasses

from pyoxigraph import Literal, NamedNode

from comity.namespaces import COMITY, RDF
from comity.web.evidence import Evidence, Paragraph, evidence_of, paragraph_at, paragraphs_of
from comity.web.facts import described, incoming, inverses_of, outgoing

GRAPH = "https://w3id.org/comity/graph/"
PLAN, KAZ = NamedNode("urn:plan"), NamedNode("urn:kaz")
EVIDENCE = Evidence(
    assertion="urn:a1",
    subject=KAZ,
    predicate=COMITY.supports,
    object=PLAN,
    document="urn:d",
    start=10,
    end=20,
    exact="поддержал",
    prefix="",
    suffix="",
    confidence="0.9",
    modality="",
    rule="",
    version="",
    attributed_to="",
    reported_by="",
    language="ru",
)
INVERSES = {COMITY.supports: COMITY.supportedBy, COMITY.supportedBy: COMITY.supports}


def row(**cells: str) -> dict[str, NamedNode]:
    return {name: NamedNode(value) for name, value in cells.items()}


def test_a_fact_shows_its_evidence_and_where_it_is_said() -> None:
    rows = [
        row(predicate=COMITY.supports, object="urn:plan", graph=f"{GRAPH}d"),
        row(predicate=COMITY.supports, object="urn:plan", graph=f"{GRAPH}inferred"),
        row(predicate=COMITY.capital, object="urn:astana", graph=f"{GRAPH}reference"),
        row(predicate=RDF.type, object=COMITY.State, graph=f"{GRAPH}reference"),
    ]
    supports, capital = outgoing(rows, [EVIDENCE], [], {})
    assert (supports.origins, supports.evidence, supports.is_inferred) == (("document", "inferred"), (EVIDENCE,), False)
    assert (capital.origins, capital.evidence) == (("reference",), ())
    assert described(rows, RDF.type) == [NamedNode(COMITY.State)]


def test_an_inverse_shows_the_evidence_of_what_was_said_and_that_is_not_said_twice() -> None:
    said = outgoing(
        [row(predicate=COMITY.supportedBy, object="urn:kaz", graph=f"{GRAPH}inferred")], [], [EVIDENCE], INVERSES
    )
    assert [fact.evidence for fact in said] == [(EVIDENCE,)]
    assert not said[0].is_inferred
    pointing = [
        row(subject="urn:kaz", predicate=COMITY.supports, graph=f"{GRAPH}d"),
        row(subject="urn:chn", predicate=COMITY.supports, graph=f"{GRAPH}d"),
    ]
    assert [str(fact.other) for fact in incoming(pointing, [EVIDENCE], INVERSES, said)] == ["<urn:chn>"]
    assert len(incoming(pointing, [EVIDENCE], INVERSES, [])) == 2


def test_what_only_rules_say_is_inferred() -> None:
    (fact,) = outgoing([row(predicate=COMITY.cites, object="urn:x", graph=f"{GRAPH}inferred")], [], [], {})
    assert fact.is_inferred


def test_pairs_of_inverses() -> None:
    assert inverses_of([row(property="urn:a", inverse="urn:b")]) == {"urn:a": "urn:b"}


def test_rows_that_repeat_an_assertion_and_span_are_one_piece_of_evidence() -> None:
    one = {
        **row(assertion="urn:a1", subject="urn:kaz", predicate=COMITY.supports, object="urn:plan", document="urn:d"),
        "start": Literal(10),
        "end": Literal(20),
        "exact": Literal("поддержал"),
    }
    other_span = {**one, "start": Literal(30), "end": Literal(39)}
    assert [(found.start, found.end) for found in evidence_of([one, {**one, "rule": Literal("r")}, other_span])] == [
        (10, 20),
        (30, 39),
    ]
    assert evidence_of([one])[0].anchor == "c10-20"


def test_words_of_a_record_have_a_place_in_the_file_and_none_in_the_text() -> None:
    cells = row(assertion="urn:a1", subject="urn:kaz", predicate=COMITY.votedFor, object="urn:r", document="urn:d")
    (found,) = evidence_of([{**cells, "exact": Literal("KAZAKHSTAN"), "place": Literal("//organization")}])
    assert (found.place, found.anchor, found.exact) == ("//organization", "", "KAZAKHSTAN")
    whole = Paragraph(document="urn:d", provision="urn:p", number="1", start=0, end=99)
    assert paragraph_at(found, [whole]) is None
    assert paragraph_at(EVIDENCE, [whole]) == whole


def test_the_shortest_paragraph_around_a_span() -> None:
    rows = [
        {
            **row(document=document, provision=f"urn:{number}"),
            "number": Literal(number),
            "start": Literal(start),
            "end": Literal(end),
        }
        for document, number, start, end in [("urn:d", "4", 0, 100), ("urn:d", "4a", 5, 25), ("urn:other", "9", 9, 21)]
    ]
    paragraphs = paragraphs_of(rows)
    assert paragraphs[1] == Paragraph("urn:d", "urn:4a", "4a", 5, 25)
    found = paragraph_at(EVIDENCE, paragraphs)
    assert found is not None
    assert found.number == "4a"
    assert paragraph_at(dataclasses.replace(EVIDENCE, end=101), paragraphs) is None
