from dataclasses import replace

import pyoxigraph as ox
import pytest

from comity.errors import UnknownTermError
from comity.graph import Names
from comity.graph.nodes import statement_nodes
from comity.model import Entity, Span, Statement, Value
from comity.namespaces import BASE, COMITY, RDF, concept

OWN = Entity("instrument/sco-statement", ("Declaration",))
CITED = Entity("instrument/A-RES-78-311", ("Resolution",))
BANK = Entity("initiative/bank", ("Initiative",))
CHINA = Entity("state/CHN", ("State",), known=True)
PARAGRAPH = Entity("provision/sco-statement/2", ("OperativeProvision",))
DAY = Value("2025-09-01", "date")


def statement(
    subject: Entity, predicate: str, value: Entity | Value, kind: str | None, *details: tuple[str, Entity | Value]
) -> Statement:
    return Statement(subject, predicate, value, (Span(0, 1),), "rule", 0.9, kind=kind, details=details)


def described(said: Statement, day: Value | None = None) -> dict[str, str]:
    """Return what is said of the one node of a statement, terms of the ontology and resources shortened."""
    triples = list(statement_nodes(said, "d", day, Names()))
    assert len({triple.subject for triple in triples}) == 1
    found = {_short(triple.predicate): _short(triple.object) for triple in triples}
    assert len(found) == len(triples)
    return found


def _short(term: object) -> str:
    value = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    for start in (COMITY.iri, f"{BASE}id/", f"{BASE}code/", RDF.type[:-4]):
        value = value.removeprefix(start)
    return value


@pytest.mark.parametrize("kind", ["cites", "recalls", "guided-by", "welcomes"])
def test_a_citation_has_its_kind_and_place(kind: str) -> None:
    said = statement(OWN, "cites", CITED, kind, ("provision", PARAGRAPH), ("pinpoint", Value("paragraph 4")))
    assert described(said, DAY) == {
        "type": "Citation",
        "citing": "instrument/sco-statement",
        "cited": "instrument/A-RES-78-311",
        "kind": f"citation-kind/{kind}",
        "provision": "provision/sco-statement/2",
        "pinpoint": "paragraph 4",
    }


@pytest.mark.parametrize(
    ("predicate", "kind", "type_", "role"),
    [
        ("proposes", "proposes", "Stance", "object"),
        ("supports", "welcomes", "Stance", "object"),
        ("objectsTo", "objects", "Stance", "object"),
        ("establishes", "establishes", "SpeechAct", "object"),
        ("addresses", "requests", "SpeechAct", "addressee"),
    ],
)
def test_a_stance_or_another_speech_act_has_its_date_and_modality(
    predicate: str, kind: str, type_: str, role: str
) -> None:
    said = replace(statement(CHINA, predicate, BANK, kind), modality="planned")
    assert described(said, DAY) == {
        "type": type_,
        "proponent": "state/CHN",
        role: "initiative/bank",
        "kind": f"speech-act-kind/{kind}",
        "modality": "modality/planned",
        "date": "2025-09-01",
    }


def test_an_act_without_a_day_has_no_date() -> None:
    assert "date" not in described(statement(CHINA, "supports", BANK, "supports"))


def test_an_act_has_what_is_asked_and_by_when() -> None:
    asked = (("action", Value("открыть прием заявок", language="ru")), ("deadline", Value("2026", "gYear")))
    said = statement(OWN, "addresses", CHINA, "requests", *asked)
    assert described(said).items() >= {"action": "открыть прием заявок", "deadline": "2026"}.items()


def test_a_plain_triple_has_no_node() -> None:
    assert list(statement_nodes(statement(OWN, "date", DAY, None), "d", DAY, Names())) == []


@pytest.mark.parametrize(
    "other",
    [
        statement(OWN, "supports", BANK, "supports"),
        statement(CHINA, "proposes", BANK, "supports"),
        statement(CHINA, "supports", CITED, "supports"),
        statement(CHINA, "supports", BANK, "welcomes"),
        statement(CHINA, "supports", BANK, "supports", ("provision", PARAGRAPH)),
    ],
    ids=["subject", "predicate", "object", "kind", "details"],
)
def test_acts_that_differ_are_different_nodes(other: Statement) -> None:
    one = next(statement_nodes(statement(CHINA, "supports", BANK, "supports"), "d", None, Names()))
    assert next(statement_nodes(other, "d", None, Names())).subject != one.subject


def test_the_same_act_is_one_node_in_a_document_and_another_in_another_document() -> None:
    said = statement(CHINA, "supports", BANK, "supports")
    nodes = [next(statement_nodes(said, document, None, Names())).subject for document in ("d", "d", "e")]
    assert nodes[0] == nodes[1] != nodes[2]


@pytest.mark.parametrize(("predicate", "kind"), [("supports", "likes"), ("cites", "likes")])
def test_a_kind_that_no_code_list_has_is_refused(predicate: str, kind: str) -> None:
    with pytest.raises(UnknownTermError, match=kind):
        list(statement_nodes(statement(CHINA, predicate, BANK, kind), "d", None, Names()))


def test_kinds_are_concepts_of_the_code_lists() -> None:
    said = statement(CHINA, "supports", BANK, "supports")
    kinds = [t.object for t in statement_nodes(said, "d", None, Names()) if t.predicate.value == COMITY.kind]
    assert kinds == [ox.NamedNode(concept("speech-act-kind", "supports"))]
