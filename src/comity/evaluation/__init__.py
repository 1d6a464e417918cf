"""How right extraction is: golden texts, what differs from them, figures with intervals, what changed since."""

from comity.evaluation.comparison import Item, Outcome, compare, score
from comity.evaluation.figures import Figures, Share, tally
from comity.evaluation.notation import Gold, parse_gold, read_gold
from comity.evaluation.record import RECORD_NAME, Change, Changes, changes, read_record, write_record

__all__ = [
    "RECORD_NAME",
    "Change",
    "Changes",
    "Figures",
    "Gold",
    "Item",
    "Outcome",
    "Share",
    "changes",
    "compare",
    "parse_gold",
    "read_gold",
    "read_record",
    "score",
    "tally",
    "write_record",
]
