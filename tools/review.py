"""Make docs/statements.md anew: every statement of the shipped documents, with the verdicts given before.

Run it with Comity installed: `python tools/review.py`. It says how many statements have no verdict yet; give them one
in the file, "right" or "wrong" with a reason, and run it again for the figures at its head.
"""
# ruff: noqa: INP001 - a program, not a package

import sys
from pathlib import Path

from comity import resources
from comity.evaluation import Review, read_review, review_rows, write_review
from comity.pipeline import extract
from comity.sources import find_documents, read_file

TABLE = Path(__file__).parents[1] / "docs" / "statements.md"


def main() -> None:
    """Write the table and tell what is left to judge."""
    earlier = read_review(TABLE.read_text(encoding="utf-8")) if TABLE.is_file() else Review({})
    documents = find_documents([resources.path("data/documents")])
    rows = [row for file in documents for row in review_rows(extract(read_file(file)))]
    text = write_review(rows, earlier)
    TABLE.write_text(text, encoding="utf-8")
    left = read_review(text).unjudged()
    sys.stdout.write(f"{TABLE.name}: {len(rows)} statements, {len(left)} without a verdict\n")


if __name__ == "__main__":
    main()
