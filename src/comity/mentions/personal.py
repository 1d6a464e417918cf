"""Names of persons: in the nominative, and in their forms ("Касым-Жомарт Токаев", "К. Токаев")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comity.lexicon import Morphology, stem
from comity.mentions.labels import as_written
from comity.model import Token

__all__ = ["PersonalName", "personal_label"]

_INITIAL = re.compile(r"[А-ЯЁA-Z]\.?")
_REGNAL = re.compile(r"[IVX]+")
_OBLIQUE = ("Gen", "Dat", "Ins", "Acc")
# Endings of masculine names that no dictionary has → the nominative.
_MASCULINE = {
    "Gen": ((r"(?<=[сц]к)ого$", "ий"), (r"(?<=[аеиоуыэюя])я$", "й"), (r"(?<=[бвгджзклмнпрстфхцчшщ])а$", "")),
    "Dat": ((r"(?<=[сц]к)ому$", "ий"), (r"(?<=[аеиоуыэюя])ю$", "й"), (r"(?<=[бвгджзклмнпрстфхцчшщ])у$", "")),
    "Ins": ((r"(?<=[сц]к)им$", "ий"), (r"(?<=[аеиоуыэюя])ем$", "й"), (r"(?<=[бвгджзклмнпрстфхцчшщ])(?:ом|ем|ым)$", "")),
}
_DECLINED = {"Acc": "Gen"}


@dataclass(frozen=True, slots=True)
class PersonalName:
    """The given names as they are written, in full or as initials, and the stem of the surname."""

    given: tuple[str, ...]
    surname: str

    @classmethod
    def of(cls, label: str) -> "PersonalName":
        """Read a name in the nominative whose last word, but for a numeral, is the surname."""
        words = [word.rstrip(".") for word in label.split() if not _REGNAL.fullmatch(word) or len(word) == 1]
        return cls(tuple(word for word in words[:-1] if word[:1].isupper()), stem(words[-1]))

    @property
    def weight(self) -> int:
        """How much of the name is written out."""
        return sum(len(word) for word in self.given)

    def fits(self, other: "PersonalName") -> bool:
        """Return whether both may be forms of one name: an initial stands for any name that begins so."""
        if self.surname != other.surname or not (self.given and other.given):
            return False
        return all(_alike(one, another) for one, another in zip(self.given, other.given, strict=False))


def _alike(one: str, another: str) -> bool:
    return one[0] == another[0] if 1 in {len(one), len(another)} else stem(one) == stem(another)


def personal_label(tokens: Sequence[Token], morphology: Morphology, cases: frozenset[str]) -> str:
    """Return a name in the nominative, its initials before the surname.

    `cases` are those of the post before it; without one the words themselves tell.
    """
    words = [token for token in tokens if token.text != "."]
    initials = [word for word in words if _INITIAL.fullmatch(word.text)]
    if initials and words[-1] is initials[-1]:
        words = [*initials, *(word for word in words if word not in initials)]
    case = _case([word for word in words if word not in initials], cases)
    gender = _gender(words, case)
    declined = [f"{word.text}." if word in initials else _nominative(word, morphology, case, gender) for word in words]
    known = all(word.analyses and word.analyses[0].certain for word in words[:-1] if word not in initials)
    if case and not known and declined[-1] == words[-1].text:
        declined = (
            [
                form if word.analyses and word.analyses[0].certain else word.text
                for word, form in zip(words, declined, strict=True)
            ]
            if not initials
            else declined
        )
    return " ".join(declined)


def _case(words: Sequence[Token], cases: frozenset[str]) -> str | None:
    """Return the oblique case that a name stands in; None for the nominative and where nothing tells."""
    possible: frozenset[str | None] = frozenset()
    for word in words:
        own = {a.case for a in word.analyses if a.certain and a.part in {"PROPN", "ADJ"} and a.number == "Sing"}
        possible = (possible & own) or possible or frozenset(own)
    possible = (possible & cases) or possible or cases
    return None if "Nom" in possible else next((case for case in _OBLIQUE if case in possible), None)


def _gender(words: Sequence[Token], case: str | None) -> str:
    """Return the gender that the first telling word has in this case."""
    for word in words:
        genders = {a.gender for a in word.analyses if a.certain and a.part == "PROPN" and a.case == case and a.gender}
        if genders:
            return "Masc" if "Masc" in genders else "Fem"
    return "Masc"


def _nominative(token: Token, morphology: Morphology, case: str | None, gender: str) -> str:
    word = token.text
    if case is None or not token.analyses:
        return word
    own = [a for a in token.analyses if a.certain and a.case == case and a.number == "Sing" and a.gender == gender]
    if own and gender == "Masc" and own[0].part == "PROPN":
        return as_written(own[0].lemma, word)
    if own:
        return morphology.inflect(word, "Nom", "Sing", gender)
    if token.analyses[0].certain or gender != "Masc":
        return word
    for pattern, ending in _MASCULINE.get(_DECLINED.get(case, case), ()):
        shorter = re.sub(pattern, ending, word)
        if shorter != word:
            return shorter
    return word
