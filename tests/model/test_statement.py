import pytest

from comity.model import Entity, Span, Statement, Value

SUBJECT = Entity("state/KAZ", ("State",))
OBJECT = Entity("initiative/bank", ("Initiative",))


@pytest.mark.parametrize("confidence", [0.0, -0.1, 1.01, float("nan"), float("inf")])
def test_a_confidence_outside_the_unit_interval_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match=r"confidence lies in \(0, 1\]"):
        Statement(SUBJECT, "supports", OBJECT, (Span(0, 5),), "rule", confidence)


def test_a_statement_without_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="needs evidence: state/KAZ supports"):
        Statement(SUBJECT, "supports", OBJECT, (), "rule", 0.9)


@pytest.mark.parametrize("confidence", [0.01, 0.5, 1.0])
def test_a_statement_is_asserted_unless_it_says_otherwise(confidence: float) -> None:
    statement = Statement(SUBJECT, "memberCount", Value("40", "integer"), (Span(0, 5),), "rule", confidence)
    assert (statement.modality, statement.kind, statement.speaker, statement.details) == ("asserted", None, None, ())
