"""Files become sources: decoded text whose offsets never change."""

from comity.sources.files import MAXIMUM_BYTES, find_documents, identifiers, read_file, read_source

__all__ = ["MAXIMUM_BYTES", "find_documents", "identifiers", "read_file", "read_source"]
