"""How right extraction is: golden texts, what differs from them, figures with intervals, what changed since."""

from comity.evaluation.citations import CitationResult, comparable, compare_citations, linked_resolutions
from comity.evaluation.comparison import Item, Outcome, compare, score
from comity.evaluation.figures import Figures, Share, share, tally
from comity.evaluation.layout import ROLES, StructureResult, compare_structure
from comity.evaluation.notation import Gold, parse_gold, read_gold
from comity.evaluation.record import RECORD_NAME, Change, Changes, changes, read_record, write_record
from comity.evaluation.review import Review, Row, read_review, review_rows, write_review
from comity.evaluation.stripped import Count, Disagreement, figures_of, marked_sources

__all__ = [
    "RECORD_NAME",
    "ROLES",
    "Change",
    "Changes",
    "CitationResult",
    "Count",
    "Disagreement",
    "Figures",
    "Gold",
    "Item",
    "Outcome",
    "Review",
    "Row",
    "Share",
    "StructureResult",
    "changes",
    "comparable",
    "compare",
    "compare_citations",
    "compare_structure",
    "figures_of",
    "linked_resolutions",
    "marked_sources",
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
