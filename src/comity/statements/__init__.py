"""What a document says: statements with the words they rest on."""

from comity.statements.extract import FAMILIES, state
from comity.statements.record import RecordWords, read_out, record_words

__all__ = ["FAMILIES", "RecordWords", "read_out", "record_words", "state"]
