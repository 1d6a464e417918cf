"""Titles in quotation marks after the noun of what they name."""

from collections.abc import Mapping
from dataclasses import dataclass

from comity.lexicon import LanguagePatterns
from comity.model import Reading

__all__ = ["Titling"]


@dataclass(frozen=True, slots=True)
class Titling:
    """The quotations of a document; `quoted` leads from the opening mark of each to its closing one."""

    reading: Reading
    patterns: LanguagePatterns
    quoted: Mapping[int, int]

    def title(self, position: int, stop: int) -> tuple[int, int] | None:
        """Return the quotation that begins here, or after "под названием"."""
        for start in (position, self._after_year(position, stop)):
            for words in ((), *self.patterns.called) if start == position else self.patterns.called:
                opening = start + len(words)
                if opening < stop and opening in self.quoted and self.words_at(start, words):
                    return opening, self.quoted[opening]
        return None

    def _after_year(self, position: int, stop: int) -> int:
        """Step over "в 2027 году" between a name and its theme."""
        end = position + 3
        if end > stop:
            return position
        _, number, noun = self.reading.tokens[position:end]
        return end if number.text.isdigit() and noun.lemma_in(self.patterns.words["dates.year"]) else position

    def after(self, quoted: tuple[int, int], stop: int) -> int:
        """Take in a second title in parentheses: «Путешествие …» («AI Journey»)."""
        end = quoted[1] + 1
        tokens = self.reading.tokens
        if end + 2 < stop and tokens[end].text == "(" and end + 1 in self.quoted:
            closing = self.quoted[end + 1] + 1
            if closing < stop and tokens[closing].text == ")":
                return closing + 1
        return end

    def words_at(self, position: int, words: tuple[str, ...]) -> bool:
        """Return whether these words stand at a token."""
        tokens = self.reading.tokens[position : position + len(words)]
        return len(tokens) == len(words) and all(
            token.text.lower() == word for token, word in zip(tokens, words, strict=True)
        )
