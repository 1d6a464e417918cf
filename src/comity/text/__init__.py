"""Sources become documents: a cleaned view that keeps its offsets, and the blocks of the text."""

from comity.text.language import detect_language
from comity.text.structure import structure
from comity.text.words import sentence_ranges, tokenise

__all__ = ["detect_language", "sentence_ranges", "structure", "tokenise"]
