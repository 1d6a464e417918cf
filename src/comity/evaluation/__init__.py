"""How right extraction is: golden texts, what differs from them, figures with intervals, what changed since."""

from comity.evaluation.comparison import Item, Outcome, compare, score
from comity.evaluation.figures import Figures, Share, share, tally
from comity.evaluation.notation import Gold, parse_gold, read_gold
from comity.evaluation.record import RECORD_NAME, Change, Changes, changes, read_record, write_record
from comity.evaluation.review import Review, Row, read_review, review_rows, write_review

__all__ = [
    "RECORD_NAME",
    "Change",
    "Changes",
    "Figures",
    "Gold",
    "Item",
    "Outcome",
    "Review",
    "Row",
    "Share",
    "changes",
    "compare",
    "parse_gold",
    "read_gold",
    "read_record",
    "read_review",
    "review_rows",
    "score",
    "share",
    "tally",
    "write_record",
    "write_review",
]
