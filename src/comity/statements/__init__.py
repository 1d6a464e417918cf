"""What a document says: statements with the words they rest on."""

from comity.statements.extract import FAMILIES, state

__all__ = ["FAMILIES", "state"]
