"""The table of judged statements is that of this code, every row has its verdict, and few are wrong."""

from pathlib import Path

import pytest

from comity import resources
from comity.evaluation import Review, read_review, review_rows, write_review
from comity.pipeline import extract
from comity.sources import find_documents, read_file

TABLE = Path(__file__).parents[2] / "docs" / "statements.md"
LEAST = 0.97


@pytest.fixture(scope="module")
def text() -> str:
    return TABLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def review(text: str) -> Review:
    return read_review(text)


def test_the_table_is_what_the_documents_say_today(text: str, review: Review) -> None:
    pytest.importorskip("rumorph")  # the other engine makes other identifiers of a few names
    files = find_documents([resources.path("data/documents")])
    rows = [row for file in files for row in review_rows(extract(read_file(file)))]
    assert write_review(rows, review) == text, "run: python tools/review.py"


def test_every_statement_is_judged_and_every_wrong_one_explained(review: Review) -> None:
    assert review.unjudged() == []
    assert [row for row, (verdict, why) in review.verdicts.items() if (verdict == "wrong") != bool(why)] == []


@pytest.mark.parametrize("mentions", [True, False])
def test_few_statements_are_wrong(review: Review, mentions: bool) -> None:  # noqa: FBT001
    precision = review.precision(mentions=mentions)
    assert precision is not None
    assert precision.value >= LEAST
