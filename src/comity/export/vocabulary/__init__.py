"""The documentation of the ontology, made from its Turtle: one page a language, and no language mixed into another."""

from comity.export.vocabulary.page import vocabulary_files, vocabulary_page, write_vocabulary
from comity.export.vocabulary.wording import LANGUAGES

__all__ = ["LANGUAGES", "vocabulary_files", "vocabulary_page", "write_vocabulary"]
