from dataclasses import replace

import pytest

from comity.evaluation import Count
from comity.evaluation.clauses import compare_kinds, kind_of_clause
from comity.model import BlockKind, MarkedBlock, Markup, Reference, Source, Span
from comity.pipeline import extract

HEAD = "75/9. On peace\n\nThe General Assembly,\n\n"


def counted(clause: str, words: str) -> tuple[dict[str, Count], list[str]]:
    """Count a preamble of one named clause whose last resolution the editors linked."""
    text = f"{HEAD}{words},\n\n1. Decides to act.\n"
    number = Span(text.rindex("70/1"), text.rindex("70/1") + len("70/1"))
    block = MarkedBlock(BlockKind.PREAMBULAR, Span(len(HEAD), len(HEAD) + len(words)), clause=clause)
    markup = Markup((block,), (Reference(number, "https://undocs.org/en/A/RES/70/1"),))
    bare = Source("nine", text, "00")
    counts, differing = compare_kinds(replace(bare, markup=markup), extract(bare).statements)
    return counts, [each.outcome for each in differing]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Recalling also", "recalls"),
        ("Taking note with appreciation", "notes"),
        ("Noting", "notes"),
        ("Having noted", "notes"),
        ("Reiterating", "reaffirms"),
        ("Guided", "guided-by"),
        ("Welcoming and recalling", "welcomes"),
        ("Another", "cites"),
    ],
)
def test_the_first_verb_of_a_name_decides(name: str, kind: str) -> None:
    assert kind_of_clause(name) == kind


def test_a_kind_is_that_of_the_clause() -> None:
    assert counted("Recalling", "Recalling its resolution 70/1") == ({"plain": Count(1), "counted": Count(1)}, [])


def test_a_nearer_verb_is_wrong_plainly_and_not_counted_after_review() -> None:
    counts, outcomes = counted("Concerned", "Concerned at the war, and recalling in this regard its resolution 70/1")
    assert counts == {"plain": Count(0, 1), "counted": Count()}
    assert outcomes == ["not counted: another verb of the clause stands nearer"]


def test_another_kind_is_wrong() -> None:
    assert counted("Welcoming", "Recalling its resolution 70/1") == (
        {"plain": Count(0, 1), "counted": Count(0, 1)},
        ["wrong"],
    )


def test_what_stands_in_no_named_clause_is_not_counted() -> None:
    assert counted("", "Recalling its resolution 70/1") == ({"plain": Count(), "counted": Count()}, [])
