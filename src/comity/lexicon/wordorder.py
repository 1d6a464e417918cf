"""English words read by their order: parts of speech, forms of verbs, and the cases that other languages write.

English has hardly any endings; where a noun phrase stands says what Russian says by a case. A sentence is read once
from left to right, each word by its neighbours; then every noun phrase gets the case of its place: before the verb the
nominative, after it the accusative, after "of" the genitive and so on. A noun that qualifies another one ("the
*Development* Bank") is an adjective with the form "Attr".
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import lru_cache

from comity.lexicon.declension import MARKS, PHRASE, POSSESSIVE, QUOTES, Declension
from comity.lexicon.keys import is_acronym
from comity.lexicon.vocabulary import Vocabulary
from comity.model import Analyses, Analysis, Token

__all__ = ["in_order"]

_COMPLEMENTS = frozenset(("DET", "PRON", "SCONJ", "NUM", "ADV", "ADP"))
_AFTER_NOUN_TOO = frozenset(("upon", "that", "to", "on", "with", "for", "against"))
_PASSIVE = frozenset(
    ("by", "in", "at", "on", "during", "under", "pursuant", "within", "between", "through", "from", "as")
)
_FUTURE = frozenset(("will", "shall"))


def in_order(tokens: Sequence[Token], vocabulary: Vocabulary, titles: AbstractSet[str]) -> list[Token]:
    """Return the words of one sentence, each with the one reading that its place suggests.

    `titles` are nouns of office, after which a name begins: "President Xi Jinping".
    """
    sentence = _Sentence(tokens, vocabulary, titles)
    sentence.read()
    Declension(tokens, vocabulary, titles, sentence.found).decline()
    return [
        token if analysis is None else Token(token.span, token.text, _alone(analysis))
        for token, analysis in zip(tokens, sentence.found, strict=True)
    ]


@lru_cache(maxsize=50_000)
def _alone(analysis: Analysis) -> Analyses:
    return Analyses((analysis,))


@dataclass(slots=True)
class _Sentence:
    tokens: Sequence[Token]
    words: Vocabulary
    titles: AbstractSet[str]
    found: list[Analysis | None] = field(default_factory=list)
    finite: bool = False

    def read(self) -> None:
        """Read every word by those before it and the one after it."""
        for index, token in enumerate(self.tokens):
            self.found.append(self._word(index) if token.is_word else None)
            self._note_clause(index)

    def _note_clause(self, index: int) -> None:
        """Remember whether the clause has its finite verb."""
        analysis = self.found[index]
        relative = self._lower(index) in self.words.words["pronouns.relative"]
        closes = self.tokens[index].text in QUOTES and index > 0 and self.tokens[index - 1].text in {",", "!", "?", "."}
        if (
            self.tokens[index].text in MARKS
            or relative
            or closes
            or (analysis is not None and analysis.part == "SCONJ")
        ):
            self.finite = False
        elif analysis is not None and analysis.form == "Fin":
            self.finite = analysis.lemma not in self.words.words["verbs.saying"]

    def _word(self, index: int) -> Analysis:
        token, lower = self.tokens[index], self._lower(index)
        noun = token.lemma
        if token.text.endswith(POSSESSIVE) and len(token.text) > len("it's"):
            several = token.text.endswith(POSSESSIVE[2:]) and lower.rstrip("'’")[:-1] in self.titles
            return Analysis(noun, "ADJ") if several else Analysis(noun, "NOUN", "Gen", "Sing")
        if is_acronym(token.text) and lower not in self.words.classes:
            return Analysis(noun, "NOUN", number="Sing")
        inside = token.is_capitalised and not self._opens(index)
        closed = self._closed(index, lower) if not (inside and self.words.classes.get(lower) == "AUX") else None
        if closed is not None:
            return closed
        verb = self._verb(index, lower) if not inside else None
        return verb or self._nominal(index, lower, inside=inside)

    def _closed(self, index: int, lower: str) -> Analysis | None:
        lists = self.words.words
        if lower in lists["be.forms"]:
            tense = "Past" if lower in lists["be.past"] else "Pres"
            helping = self._is_helping(index, be=True)
            if lower == "being" and not helping:
                return Analysis("be", "VERB", form="Conv")
            form = "Inf" if lower == "be" and self._previous(index) == "to" else None if helping else "Fin"
            return Analysis("be", "AUX" if helping else "VERB", form=form, tense=tense)
        if lower in lists["have.forms"]:
            tense = "Past" if lower in lists["have.past"] else "Pres"
            helping = self._is_helping(index, be=False)
            return Analysis("have", "AUX" if helping else "VERB", form=None if helping else "Fin", tense=tense)
        part = self.words.classes.get(lower)
        if part == "PRON":
            case = "Nom" if lower in lists["pronouns.nominative"] else None
            number = "Plur" if lower in lists["pronouns.plural"] else "Sing" if case else None
            return Analysis(lower, part, case, number)
        if part == "ADP" and lower == "to" and self._begins_infinitive(index + 1):
            return Analysis(lower, "PART")
        if part is None and self.words.is_adverb(lower):
            part = "ADV"
        return Analysis(lower, "CCONJ" if lower == "&" else part) if part else None

    def _is_helping(self, index: int, *, be: bool) -> bool:
        """Return whether a participle follows, for which "be" or "have" only gives the time."""
        position = self._after_adverbs(index + 1)
        lower = self._lower(position)
        perfect = lower in self.words.participles or lower in self.words.words["be.forms"]
        return perfect or (be and (lower in self.words.ings or lower == "being"))

    def _begins_infinitive(self, position: int) -> bool:
        position = self._after_adverbs(position)
        lower = self._lower(position)
        if lower in {"be", "have", "do"}:
            return True
        if lower not in self.words.bases or self.tokens[position].is_capitalised:
            return False
        return lower in self.words.pure or self._is_complement(position + 1, wide=True)

    def _verb(self, index: int, lower: str) -> Analysis | None:
        if lower in self.words.ings and lower not in self.words.words["nouns.ing"]:
            return self._ing(index, self.words.ings[lower])
        if lower in self.words.pasts or lower in self.words.participles:
            return self._past(index, lower)
        if lower in self.words.bases:
            return self._base(index, lower)
        if lower in self.words.thirds and lower not in self.words.words["nouns.s"]:
            return self._third(index, self.words.thirds[lower])
        return None

    def _base(self, index: int, lower: str) -> Analysis | None:
        before = self._before(index)
        analysis = self.found[before] if before >= 0 else None
        previous = self._previous(index)
        if analysis is not None and analysis.part == "PART" and previous == "to":
            return Analysis(lower, "VERB", form="Inf")
        if analysis is not None and analysis.part == "AUX" and analysis.lemma not in {"be", "have"}:
            return Analysis(lower, "VERB", form="Fin", tense="Fut" if previous in _FUTURE else "Pres")
        if analysis is not None and analysis.part == "PRON" and self._may_act(before):
            return Analysis(lower, "VERB", number="Plur", form="Fin", tense="Pres")
        joined = self._joined(before, "Plur", "Fut") if self._lower(before - 1) == "," else None
        joined = joined or self._joined(before, "Inf", "Plur", "Fut")
        if joined is not None:
            suits = lower in self.words.pure or self._is_complement(index + 1)
            return replace(joined, lemma=lower) if suits else None
        if before < 0 and lower in self.words.pure:
            return Analysis(lower, "VERB", form="Inf")
        return self._predicate(index, before, lower, "Plur")

    def _third(self, index: int, lemma: str) -> Analysis | None:
        before = self._before(index)
        analysis = self.found[before] if before >= 0 else None
        singular = Analysis(lemma, "VERB", number="Sing", form="Fin", tense="Pres")
        if before < 0 or self.tokens[before].text == ";" or self._joined(before, "Sing") is not None:
            return singular if lemma in self.words.pure or self._is_complement(index + 1) else None
        if analysis is not None and analysis.part == "PRON" and self._may_act(before):
            return singular
        return self._predicate(index, before, lemma, "Sing")

    def _predicate(self, index: int, before: int, lemma: str, number: str) -> Analysis | None:
        """Read a verb right after the noun that it is said of: "the Council requests the …", "leaders support …"."""
        analysis = self.found[before] if before >= 0 else None
        closing = before >= 0 and self.tokens[before].text in {")", ",", *QUOTES}
        noun = analysis is not None and analysis.part in {"NOUN", "PROPN"} and analysis.case != "Gen"
        if not (noun or closing):
            return None
        pure = lemma in self.words.pure
        agrees = number == "Sing" or closing or (analysis is not None and self._is_plural(before))
        if not agrees or (self.finite and not pure) or (closing and not pure):
            return None
        capital = self.tokens[before].is_capitalised
        if not pure and not self._is_complement(index + 1, wide=capital):
            return None
        return Analysis(lemma, "VERB", number=number, form="Fin", tense="Pres")

    def _past(self, index: int, lower: str) -> Analysis | None:
        before = self._before(index)
        analysis = self.found[before] if before >= 0 else None
        if analysis is not None and analysis.part == "PART" and lower in self.words.bases:
            return self._base(index, lower)
        if analysis is not None and analysis.part == "AUX":
            return self._after_helper(index, before, analysis)
        lemma = self.words.participles.get(lower) or self.words.pasts[lower]
        if lower not in self.words.participles:
            return Analysis(lemma, "VERB", form="Fin", tense="Past")
        return self._participle(index, before, lemma)

    def _after_helper(self, index: int, before: int, helper: Analysis) -> Analysis | None:
        """Read "was signed" and "having signed", "has signed", "did set"."""
        lower = self._lower(index)
        lemma = self.words.participles.get(lower)
        if lemma is None or helper.lemma not in {"be", "have"}:
            return self._base(index, lower) if lower in self.words.bases else None
        if self._lower(before) == "having":
            return Analysis(lemma, "VERB", form="Conv")
        if helper.lemma == "have":
            return Analysis(lemma, "VERB", form="Fin", tense="Past")
        return Analysis(lemma, "VERB", number="Sing", form="Part")

    def _participle(self, index: int, before: int, lemma: str) -> Analysis:
        """Read a form that is past tense and participle: "guided by …", "the signed treaty", "the treaty signed by"."""
        analysis = self.found[before] if before >= 0 else None
        attribute = Analysis(lemma, "VERB", case="?", form="Part")
        if before < 0 or (before == 0 and self.tokens[before].text in QUOTES):
            return Analysis(lemma, "VERB", form="Conv")
        governed = analysis is not None and analysis.part == "ADP"
        qualifies = analysis is not None and (analysis.part in {"DET", "ADJ", "NUM"} or analysis.case == "Gen")
        if governed or (qualifies and self._next_is_noun(index + 1)):
            return attribute
        joined = self._joined(before, "Past", "Part", "Conv")
        if joined is not None:
            return replace(joined, lemma=lemma)
        if self._is_reduced(index, before, lemma):
            return replace(attribute, case="!")
        return Analysis(lemma, "VERB", form="Fin", tense="Past")

    def _is_reduced(self, index: int, before: int, lemma: str) -> bool:
        """Tell "the summit held in Kazan" from "China signed the treaty"."""
        following = self._lower(index + 1)
        if following == "by" or self._is_object(before) or (self.finite and not self._is_joined_clause(before)):
            return True
        later = any(self._is_sure_verb(i) for i in range(index + 1, self._clause_end(index + 1)))
        closing = self.tokens[before].text == ","
        return following in _PASSIVE and later and (lemma in self.words.pure or closing)

    def _is_object(self, before: int) -> bool:
        """Return whether the noun phrase before a verb is what another verb that is not finite is about."""
        position = before
        while position >= 0 and (analysis := self.found[position]) is not None:
            if analysis.part == "VERB":
                saying = analysis.lemma in self.words.words["verbs.saying"]
                return analysis.form in {"Conv", "Inf"} and not saying
            if analysis.part not in {*PHRASE, "ADP", "CCONJ"}:
                return False
            position -= 1
        return False

    def _is_joined_clause(self, before: int) -> bool:
        """Return whether the noun phrase before a verb follows "and": "… and Russia signed …"."""
        position = before
        while position >= 0 and (analysis := self.found[position]) is not None and analysis.part in PHRASE:
            position -= 1
        return position >= 0 and self.tokens[position].text.lower() in {"and", "but", ",", "or"}

    def _is_sure_verb(self, position: int) -> bool:
        lower = self._lower(position)
        lists = self.words.words
        helping = self.words.classes.get(lower) == "AUX" or lower in lists["be.forms"] or lower in lists["have.forms"]
        sure = self.words.thirds.get(lower) in self.words.pure or lower in self.words.pasts
        return not self.tokens[position].is_capitalised and (helping or (sure and lower not in lists["nouns.s"]))

    def _clause_end(self, position: int) -> int:
        while position < len(self.tokens) and self.tokens[position].text not in MARKS:
            if self._lower(position) in {"that", "which", "who", "while"}:
                break
            position += 1
        return position

    def _ing(self, index: int, lemma: str) -> Analysis:
        before = self._before(index)
        analysis = self.found[before] if before >= 0 else None
        gerund = Analysis(self._lower(index), "NOUN", number="Sing")
        if before < 0 or self.tokens[before].text in {",", *QUOTES}:
            return Analysis(lemma, "VERB", form="Conv")
        joined = self._joined(before, "Conv")
        if joined is not None or analysis is None:
            return replace(joined, lemma=lemma) if joined is not None else gerund
        if analysis.lemma == "be" and analysis.part == "AUX":
            return Analysis(lemma, "VERB", form="Fin", tense="Pres")
        if analysis.part in {"DET", "ADJ"} and self._next_is_noun(index + 1):
            return Analysis(self._lower(index), "ADJ", form="Part")
        if analysis.part in {"NOUN", "PROPN"} and self._is_complement(index + 1, wide=True):
            return Analysis(lemma, "VERB", case="!", form="Part")
        return gerund

    def _nominal(self, index: int, lower: str, *, inside: bool) -> Analysis:
        noun = self.tokens[index].lemma
        if self.words.is_adjective(lower) and not (inside and lower in self.titles):
            return Analysis(noun, "ADJ")
        number = "Plur" if self._is_plural_form(lower) else "Sing"
        return Analysis(noun, "PROPN" if inside else "NOUN", number=number)

    def _is_plural_form(self, lower: str) -> bool:
        plural = lower.endswith("s") and not lower.endswith("ss") and lower not in self.words.words["nouns.s"]
        return plural or lower in {"people", "women", "men", "children", "data", "media"}

    def _is_plural(self, index: int) -> bool:
        """Return whether a noun phrase that ends here is in the plural, or is one of several."""
        analysis = self.found[index]
        joined = any(self.tokens[i].text.lower() == "and" for i in range(max(index - 6, 0), index))
        return joined or (analysis is not None and analysis.number == "Plur")

    def _may_act(self, index: int) -> bool:
        """Return whether a pronoun may be what a verb is said of: "we", "which"; not "us"."""
        lower = self._lower(index)
        lists = self.words.words
        subject = lower in lists["pronouns.nominative"] or lower in lists["pronouns.relative"]
        return subject or lower in {"it", "you", "this", "there", "these", "those"}

    def _joined(self, before: int, *kinds: str) -> Analysis | None:
        """Return the last verb of some kinds before "and" or a comma to which one may be joined: "welcomes … and …".

        A kind is a form, a tense or a number of a finite verb.
        """
        if before < 0 or self.tokens[before].text.lower() not in {"and", "or", ",", "but"}:
            return None
        for position in range(before - 1, -1, -1):
            analysis = self.found[position]
            if self.tokens[position].text in MARKS:
                return None
            if analysis is not None and analysis.part == "VERB" and analysis.case is None:
                own = {analysis.form} if analysis.form != "Fin" else {analysis.tense, analysis.number}
                if own.intersection(kinds):
                    return analysis
        return None

    def _next_is_noun(self, position: int) -> bool:
        """Return whether what follows may be the noun that a participle qualifies."""
        lower = self._lower(position)
        if position >= len(self.tokens) or not self.tokens[position].is_word or self.words.is_adverb(lower):
            return False
        return lower not in self.words.classes and lower not in self.words.words["be.forms"]

    def _is_complement(self, position: int, *, wide: bool = False) -> bool:
        """Return whether a word may begin what a verb that may be a noun is about; `wide` takes any preposition."""
        if position >= len(self.tokens):
            return False
        token, lower = self.tokens[position], self._lower(position)
        part = self.words.classes.get(lower)
        if part in {"ADP", "SCONJ"}:
            return lower in _AFTER_NOUN_TOO if wide else lower in {"upon", "that", "to"}
        if part in _COMPLEMENTS or token.text in QUOTES:
            return True
        noun = token.is_word and part is None and lower not in self.words.words["be.forms"]
        return noun and (token.is_capitalised or wide or self.words.is_adjective(lower))

    def _lower(self, index: int) -> str:
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""

    def _opens(self, index: int) -> bool:
        """Return whether only marks stand before a word in its sentence."""
        return not any(token.is_word or token.text[0].isdigit() for token in self.tokens[:index])

    def _after_adverbs(self, index: int) -> int:
        while index < len(self.tokens) and self.words.is_adverb(self._lower(index)):
            index += 1
        return index

    def _before(self, index: int) -> int:
        """Return the token before a word and its adverbs, or -1 at the start of the sentence."""
        position = index - 1
        while position >= 0 and (analysis := self.found[position]) is not None and analysis.part == "ADV":
            position -= 1
        return position if position < 0 or not self._opens(position + 1) else -1

    def _previous(self, index: int) -> str:
        return self._lower(self._before(index))
