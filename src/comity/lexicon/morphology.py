"""Russian and English morphology behind one protocol, in the terms of Universal Dependencies.

`RustMorphology` wraps rumorph, the fast engine; `DictionaryMorphology` wraps pymorphy3, which is always there.
Both read the OpenCorpora dictionary; one test table holds for both.
"""

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Protocol

from comity.errors import ConfigurationError
from comity.lexicon.vocabulary import vocabulary
from comity.model import Analyses, Analysis

__all__ = ["DictionaryMorphology", "EnglishMorphology", "Morphology", "RustMorphology", "morphology"]

_CACHE = 200_000


class Morphology(Protocol):
    """What the stages ask of a morphology."""

    def analyse(self, word: str) -> Analyses:
        """Return the readings of a word form, best first; never empty."""

    def inflect(self, word: str, case: str, number: str, gender: str | None) -> str:
        """Return the word in a case, number and (for adjectives) gender; unchanged where it has no such form."""


_PARTS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB",
    "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "ADV", "PREP": "ADP",
    "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
_FORMS = {"VERB": "Fin", "INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv"}
_CASES = {
    "nomn": "Nom", "gent": "Gen", "gen1": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins",
    "loct": "Loc", "loc1": "Loc", "loc2": "Loc", "voct": "Nom",
}  # fmt: skip
_TENSES = {"past": "Past", "pres": "Pres", "futr": "Fut"}
_NUMBERS = {"sing": "Sing", "plur": "Plur"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_TAGS = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct",
    "Sing": "sing", "Plur": "plur", "Masc": "masc", "Fem": "femn", "Neut": "neut",
}  # fmt: skip


def _folded(lemma: str) -> str:
    return lemma.replace("ё", "е").replace("’", "'")


class DictionaryMorphology:
    """pymorphy3."""

    def __init__(self) -> None:
        from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - the other engine must not pay for loading it

        self._analyzer = MorphAnalyzer(lang="ru")
        self.analyse = lru_cache(_CACHE)(self._analyse)

    def _analyse(self, word: str) -> Analyses:
        known = self._analyzer.word_is_known(word.lower())
        readings = (self._reading(parse, certain=known) for parse in self._analyzer.parse(word))
        return Analyses(dict.fromkeys(readings))

    @staticmethod
    def _reading(parse: object, *, certain: bool) -> Analysis:
        tag = parse.tag  # type: ignore[attr-defined]
        part = _PARTS.get(str(tag.POS), "X")
        if part == "NOUN" and {"Name", "Surn", "Patr", "Geox"} & tag.grammemes:
            part = "PROPN"
        return Analysis(
            lemma=_folded(parse.normal_form),  # type: ignore[attr-defined]
            part=part,
            case=_CASES.get(str(tag.case)),
            number=_NUMBERS.get(str(tag.number)),
            gender=_GENDERS.get(str(tag.gender)),
            form=_FORMS.get(str(tag.POS)),
            certain=certain,
            tense=_TENSES.get(str(tag.tense)),
        )

    def inflect(self, word: str, case: str, number: str, gender: str | None) -> str:
        """Return the word in a case, number and (for adjectives) gender; unchanged where it has no such form."""
        wanted = {_TAGS[case], _TAGS[number]}
        for parse in self._analyzer.parse(word):
            adjective = str(parse.tag.POS) in {"ADJF", "PRTF"}
            extra = {_TAGS[gender]} if adjective and gender and number == "Sing" else set()
            form = parse.inflect(wanted | extra)
            if form is not None:
                return _with_capitals(str(form.word), word)
        return word


class RustMorphology:
    """rumorph."""

    def __init__(self) -> None:
        from rumorph import Analyzer  # noqa: PLC0415 - an optional dependency

        self._analyzer = Analyzer()
        self.analyse = lru_cache(_CACHE)(self._analyse)

    def _analyse(self, word: str) -> Analyses:
        readings = []
        for found in self._analyzer.analyze(word):
            feats = found.feats
            readings.append(
                Analysis(
                    lemma=_folded(found.lemma),
                    part={"AUX": "VERB", "DET": "ADJ"}.get(found.pos, found.pos),
                    case={"Par": "Gen", "Voc": "Nom"}.get(feats.get("Case", ""), feats.get("Case")),
                    number=feats.get("Number"),
                    gender=feats.get("Gender"),
                    form=feats.get("VerbForm"),
                    certain=found.source == "dictionary",
                    tense=feats.get("Tense"),
                )
            )
        return Analyses(dict.fromkeys(readings)) or Analyses((Analysis(word.lower(), "X", certain=False),))

    def inflect(self, word: str, case: str, number: str, gender: str | None) -> str:
        """Return the word in a case, number and (for adjectives) gender; unchanged where it has no such form."""
        for found in self._analyzer.analyze(word):
            wanted = {"Case": case, "Number": number}
            if "Gender" in found.feats or found.pos in {"ADJ", "DET"} or found.feats.get("VerbForm") == "Part":
                adjective = found.pos not in {"NOUN", "PROPN"}
                if adjective and gender and number == "Sing":
                    wanted["Gender"] = gender
            try:
                return _with_capitals(found.inflect(**wanted), word)
            except LookupError:
                continue
        return word


def _with_capitals(form: str, model: str) -> str:
    """Write a form as the word of the text is written: its capitals, and "е" for "ё" where the text does so."""
    if "ё" not in model.lower():
        form = _folded(form)
    if model.isupper() and len(model) > 1:
        return form.upper()
    if not model[:1].isupper():
        return form
    return "-".join(
        part.capitalize() if index >= len(models) or models[index][:1].isupper() else part
        for models in [model.split("-")]
        for index, part in enumerate(form.split("-"))
    )


_ENGLISH_ENDINGS = (
    (re.compile(r"['’]s?$"), ""),
    (re.compile(r"(?<=[^aeious])ies$"), "y"),
    (re.compile(r"(?<=[^s])s$"), ""),
)


class EnglishMorphology:
    """Enough of English to match names: lower case, the plural and the possessive taken off; every word a noun.

    What a word is in its sentence is read by the order of words: see `comity.lexicon.wordorder`.
    """

    @lru_cache(_CACHE)  # noqa: B019 - one instance lives as long as the process
    def analyse(self, word: str) -> Analyses:
        """Return one reading whose lemma has no plural or possessive ending."""
        words = vocabulary()
        lemma = word.lower()
        fixed = lemma in words.classes or lemma in words.words["nouns.s"] or words.is_adjective(lemma)
        if fixed:
            return Analyses((Analysis(lemma, "X"),))
        for pattern, replacement in _ENGLISH_ENDINGS:
            lemma = pattern.sub(replacement, lemma)
        return Analyses((Analysis(lemma, "X"),))

    def inflect(self, word: str, case: str, number: str, gender: str | None) -> str:  # noqa: ARG002
        """Return the word: English names do not decline."""
        return word


@cache
def morphology(language: str, engine: str = "auto") -> Morphology:
    """Return the morphology of a language; `engine` is "auto", "rumorph" or "pymorphy3".

    Raises:
        ConfigurationError: the engine is unknown or not installed.
    """
    if language != "ru":
        return EnglishMorphology()
    if engine == "auto":
        engine = "rumorph" if find_spec("rumorph") else "pymorphy3"
    if engine == "pymorphy3":
        return DictionaryMorphology()
    if engine == "rumorph" and find_spec("rumorph"):
        return RustMorphology()
    raise ConfigurationError(f"morphology {engine!r} is not installed; expected auto, rumorph or pymorphy3")
