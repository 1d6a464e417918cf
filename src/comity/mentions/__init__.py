"""Where a document names something: states, bodies, persons, instruments, initiatives, events, dates."""

from comity.mentions.find import find_mentions
from comity.mentions.posts import kind_of_office
from comity.mentions.quotations import Quotation, quotations

__all__ = ["Quotation", "find_mentions", "kind_of_office", "quotations"]
