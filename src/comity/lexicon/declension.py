"""The cases of English noun phrases by their places: what Russian says by endings."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from comity.lexicon.vocabulary import Vocabulary
from comity.model import Analysis, Token

__all__ = ["MARKS", "PHRASE", "POSSESSIVE", "QUOTES", "Declension"]

MARKS = frozenset((";", ":", "(", ")", "—", "–", "--"))
"""Marks over which no noun phrase and no clause goes on."""

QUOTES = frozenset('«»"“”„‘’')
"""Quotation marks."""

PHRASE = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN"))
"""Parts of speech that a noun phrase is made of."""

POSSESSIVE = ("'s", "’s", "s'", "s’")
"""Endings of the possessive."""

_COPULAS = frozenset(("be", "become", "remain"))


@dataclass(slots=True)
class Declension:
    """The words of one sentence as they were read, and what they are about to be given."""

    tokens: Sequence[Token]
    words: Vocabulary
    titles: AbstractSet[str]
    found: list[Analysis | None]

    def decline(self) -> None:
        """Give every noun phrase the case of its place, and its words with it."""
        position, case = 0, "Nom"
        while position < len(self.tokens):
            end = self._phrase_end(position)
            if end > position:
                case = self._case(position, case)
                self._give(position, end, case)
                position = end
                continue
            analysis = self.found[position]
            if analysis is not None and analysis.case in {"?", "!"}:
                self.found[position] = replace(analysis, case=case)
            position += 1

    def _phrase_end(self, start: int) -> int:
        """Return where the noun phrase that begins at a token ends: articles, adjectives, numbers, nouns."""
        end, last = start, start
        while end < len(self.tokens) and self._belongs(end):
            analysis = self.found[end]
            if end > start and analysis is not None and analysis.part == "DET":
                break
            end += 1
            if analysis is not None and analysis.part in {"NOUN", "PROPN"}:
                last = end
                if analysis.case == "Gen" or (self.tokens[end - 1].text.lower() in self.titles and self._is_name(end)):
                    break
        return last

    def _belongs(self, position: int) -> bool:
        analysis = self.found[position]
        if analysis is None:
            return self.tokens[position].text[0].isdigit()
        return analysis.part in PHRASE or analysis.case == "?"

    def _is_name(self, position: int) -> bool:
        return position < len(self.tokens) and self.tokens[position].is_capitalised

    def _case(self, start: int, last: str) -> str:
        """Return the case of a noun phrase by what stands before it; `last` is that of the one before."""
        before = start - 1
        apart = ("ADV", "DET")  # "of the environmentally sound management"
        while before >= 0 and (self._is_part(before, *apart) or self.tokens[before].text in QUOTES):
            before -= 1
        analysis = self.found[before] if before >= 0 else None
        if analysis is not None and analysis.part in {"VERB", "AUX", "PRON", "NOUN", "PROPN"}:
            return self._case_after(before, start, analysis, last)
        if analysis is None:
            joined = before >= 0 and self.tokens[before].text in {",", "(", ")", "-", "–"}
            return last if joined and not self._acts(start) else "Nom"
        if analysis.part == "ADP":
            return self.words.cases.get(analysis.lemma, "Loc") or "Loc"
        if analysis.part == "CCONJ":
            return "Nom" if self._acts(start) and last != "Nom" and not self._is_between(before) else last
        return "Nom"

    def _is_between(self, joint: int) -> bool:
        """Return whether "and" joins what stands after "between"."""
        position = joint - 1
        while position >= 0 and (self._belongs(position) or self.tokens[position].text == "of"):
            position -= 1
        return position >= 0 and self.tokens[position].text.lower() == "between"

    def _case_after(self, before: int, start: int, analysis: Analysis, last: str) -> str:
        """Return the case of a noun phrase right after a verb, a pronoun or another noun phrase."""
        if analysis.part in {"NOUN", "PROPN"}:
            return last if analysis.case != "Gen" else self._owned_case(before, last)
        if analysis.lemma in _COPULAS:
            return "Ins"
        if analysis.lemma in self.words.words["verbs.saying"] and analysis.form == "Fin" and self._acts(start):
            return "Nom"
        active = analysis.part == "VERB" or (analysis.part == "PRON" and analysis.case is None)
        relative = self.tokens[before].text.lower() in self.words.words["pronouns.relative"]
        return "Acc" if active and not relative else "Nom"

    def _owned_case(self, position: int, last: str) -> str:
        """Return the case of the noun that "of …" belongs to: "President of Russia" before "Vladimir Putin"."""
        start = self._phrase_start(position)
        while start > 1 and self.tokens[start - 1].text == "of":
            owner = self.found[start - 2]
            if owner is None or owner.case is None or owner.case == "Gen":
                start = self._phrase_start(start - 2)
                continue
            return owner.case
        return self._case(start, last)

    def _phrase_start(self, position: int) -> int:
        while position > 0 and self._belongs(position - 1):
            position -= 1
        return position

    def _is_part(self, position: int, *parts: str) -> bool:
        analysis = self.found[position]
        return analysis is not None and analysis.part in parts

    def _acts(self, position: int) -> bool:
        """Return whether the finite verb of a noun phrase follows it, with no other clause between."""
        while position < len(self.tokens):
            analysis = self.found[position]
            if self.tokens[position].text in {",", *MARKS} - {"(", ")"}:
                return False
            if analysis is not None:
                if analysis.form == "Fin" or (analysis.part == "AUX" and analysis.form is None):
                    return True
                if analysis.part in {"SCONJ", "PART"} or analysis.form in {"Inf", "Conv"}:
                    return False
            position += 1
        return False

    def _give(self, start: int, end: int, case: str) -> None:
        """Write a case to the words of a phrase; a noun before the last one qualifies it."""
        for position in range(start, end):
            analysis = self.found[position]
            if analysis is None or (analysis.case == "Gen" and self.tokens[position].text.endswith(POSSESSIVE)):
                continue
            if analysis.part in {"NOUN", "PROPN"} and position < end - 1:
                self.found[position] = replace(analysis, part="ADJ", case=case, number=None, form="Attr")
            elif analysis.part != "DET":
                self.found[position] = replace(analysis, case=case)
