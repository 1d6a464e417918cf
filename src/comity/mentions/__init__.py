"""Where a document names something: states, bodies, persons, instruments, initiatives, events, dates."""

from comity.mentions.find import find_mentions
from comity.mentions.quotations import Quotation, quotations

__all__ = ["Quotation", "find_mentions", "quotations"]
