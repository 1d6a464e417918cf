"""The table of judged statements: what is written is read back, and verdicts outlive a new extraction."""

import pytest

from comity.errors import GoldError
from comity.evaluation import Review, Row, read_review, review_rows, write_review
from comity.pipeline import extract
from comity.sources import read_source

ROW = Row("a", "Китай `state/CHN`", "supports", "План | «А» \\ `x/y`", "supports (negated)", "", "слова | слова")
OTHER = Row("b", "`document/b`", "mentions", "Китай `state/CHN`", "", "", "КНР")
WRONG = ("wrong", "another plan")


def test_a_statement_is_told_with_its_words_and_its_speaker() -> None:
    text = "РИМ, 5 июня. /ТАСС/. Италия поддерживает создание Центра ООН по маслинам.\n"
    rows = list(review_rows(extract(read_source(text.encode(), "news", name="news"))))
    (stance,) = [row for row in rows if row.predicate == "supports"]
    assert stance.subject == "Италия `state/ITA`"
    assert stance.object.startswith("Центр ООН по маслинам `body/")
    assert (stance.document, stance.kind, stance.speaker) == ("news", "supports", "ТАСС `organization/tass`")
    assert stance.quote == "Италия поддерживает создание Центра ООН по маслинам"
    mentions = [row.predicate == "mentions" for row in rows]
    assert mentions == sorted(mentions)
    assert any(mentions)


def test_what_is_written_is_read_back() -> None:
    review = Review({ROW: WRONG, OTHER: ("right", "")})
    assert read_review(write_review(review.verdicts, review)) == review


def test_verdicts_are_kept_for_what_is_still_said_and_for_nothing_else() -> None:
    new = Row(*("a", "x", "cites", "y", "", "", "слова"))
    again = read_review(write_review([OTHER, new], Review({ROW: WRONG, OTHER: ("right", "")})))
    assert again == Review({OTHER: ("right", ""), new: ("", "")})
    assert again.unjudged() == [new]


def test_precision_is_that_of_what_was_judged() -> None:
    review = Review({ROW: WRONG, OTHER: ("right", ""), Row(*"acdefgh"): ("", "")})
    everything, stated = review.precision(mentions=True), review.precision(mentions=False)
    assert everything is not None
    assert stated is not None
    assert (everything.value, stated.value) == (0.5, 0.0)
    assert Review({}).precision(mentions=True) is None
    text = write_review(review.verdicts, review)
    assert "\n3 statements, 1 of them mentions; not judged yet: 1.\n" in text
    assert "\nPrecision of all: 0.500 (95 % interval 0.095–0.905).\n" in text


@pytest.mark.parametrize(("old", "new"), [("| wrong |", "| perhaps |"), ("| wrong |", "|")])
def test_a_broken_row_is_refused_by_its_line(old: str, new: str) -> None:
    text = write_review([ROW], Review({ROW: WRONG}))
    with pytest.raises(GoldError, match=r"^line 15: "):
        read_review(text.replace(old, new))
