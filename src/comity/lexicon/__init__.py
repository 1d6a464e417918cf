"""Words and names already known: morphology, the reading of a text, and the index of names."""

from comity.lexicon.index import Entry, Lexicon, Match
from comity.lexicon.keys import Abbreviations, stem
from comity.lexicon.morphology import Morphology, morphology
from comity.lexicon.patterns import Acts, LanguagePatterns, Request, StanceFrame, language_patterns
from comity.lexicon.reading import read, tokens_of
from comity.lexicon.spellings import Spellings

__all__ = [
    "Abbreviations",
    "Acts",
    "Entry",
    "LanguagePatterns",
    "Lexicon",
    "Match",
    "Morphology",
    "Request",
    "Spellings",
    "StanceFrame",
    "language_patterns",
    "morphology",
    "read",
    "stem",
    "tokens_of",
]
