"""Whose a bare number is: the body that is named before the noun of a resolution, or after its number.

"Human Rights Council resolution 48/5", "resolution 60/1 of the General Assembly", "its resolution", "Council
resolutions", "(A/74/53/Add.1), chap. III, resolution 42/12".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from comity.lexicon import LanguagePatterns
from comity.lexicon.keys import is_acronym
from comity.lexicon.ordinals import is_roman
from comity.lexicon.series import Series, document_series, reports_of_others, whole_organisation
from comity.model import Mention, Reading

__all__ = ["OTHER", "Owners"]

OTHER = ""
"""A body that is named and whose numbers make no symbol."""

_SEPARATORS = frozenset((",", ";", "и", "and"))
_OWNERS = frozenset(("Body", "InformalGroup", "Organization", "InternationalOrganization"))
_ADJECTIVES = 3
_FAR_REPORT = 15


@dataclass(slots=True)
class Owners:
    """The bodies that one document names beside its numbers; `adopter` is the one whose text it is."""

    reading: Reading
    patterns: LanguagePatterns
    names: Sequence[Mention]
    adopter: str | None
    series: Mapping[str, Series] = field(init=False)
    nouns: frozenset[str] = field(init=False)
    _starts: dict[int, Mention] = field(init=False)
    _ends: dict[int, Mention] = field(init=False)
    _named: list[tuple[int, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.series = {series.body: series for series in document_series()}
        self.nouns = self.patterns.words["symbols.resolution"] | self.patterns.words["symbols.decision"]
        names = [name for name in self.names if name.rule != "demonym"]
        self._starts = {name.first: name for name in reversed(names)}
        self._ends = {name.last: name for name in reversed(names)}
        self._named = [(name.last, c) for name in names for c in name.candidates if c in self.series]

    def after(self, position: int, stop: int) -> tuple[str | None, int] | None:
        """Return the body that is named here in the genitive, and where its name ends."""
        name = self._starts.get(position)
        tokens = self.reading.tokens
        if name is not None:
            owns = tokens[name.head].in_case("Gen") or is_acronym(tokens[name.first].text) or self._follows_of(position)
            return (self._body_of(name), name.last) if owns and name.type in _OWNERS else None
        if tokens[position].is_word and is_acronym(tokens[position].text) and not is_roman(tokens[position].text):
            return OTHER, position + 1
        if self._follows_of(position) and tokens[position].is_capitalised:
            return self._short(position) or OTHER, position + 1
        head = position
        while (
            head < min(position + _ADJECTIVES, stop - 1) and tokens[head].is_part("ADJ") and tokens[head].in_case("Gen")
        ):
            head += 1
        if not (tokens[head].in_case("Gen") and self._is_body(head)):
            return None
        return (self._short(head) if head == position else None) or OTHER, head + 1

    def _follows_of(self, position: int) -> bool:
        """Read "resolution 60/1 of the General Assembly"."""
        words = [token.text.lower() for token in self.reading.tokens[max(position - 2, 0) : position]]
        return words[-1:] == ["of"] or words == ["of", "the"]

    def _is_body(self, index: int) -> bool:
        heads = self.patterns.heads
        return any(
            "Body" in heads.get(a.lemma, ()) or "Organization" in heads.get(a.lemma, ())
            for a in self.reading.tokens[index].analyses
        )

    def _body_of(self, name: Mention) -> str | None:
        if whole_organisation() in name.candidates:
            return None
        return next((candidate for candidate in name.candidates if candidate in self.series), OTHER)

    def _short(self, position: int) -> str | None:
        """Return the body that a bare noun with a capital stands for: the last one named so, or the adopter."""
        tokens = self.reading.tokens
        token = tokens[position]
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        modified = following is not None and following.in_case("Gen") and following.is_part("NOUN", "ADJ", "PROPN")
        if not token.is_capitalised or (modified and not self._opens(position + 1)):
            return None
        meant = [body for body, series in self.series.items() if token.lemma_in(series.nouns)]
        before = next((body for last, body in reversed(self._named) if last <= position and body in meant), None)
        if before is not None or self.adopter in meant:
            return before or self.adopter
        return meant[0] if len(meant) == 1 else None

    def _opens(self, index: int) -> bool:
        return self.reading.tokens[index].lemma_in(self.nouns)

    def before(self, noun: int, start: int, earlier: str | None) -> str | None:
        """Return the owner that stands before a noun: "its resolution", "Security Council resolution".

        `earlier` is the body of a list before it in the sentence, which begins at token `start`.
        """
        tokens = self.reading.tokens
        position = noun
        while (
            position > start
            and position not in self._ends
            and tokens[position - 1].lemma_in(self.patterns.words["numbers.qualifying"])
        ):
            position -= 1
        if position == start:
            return None
        name, word = self._ends.get(position), tokens[position - 1]
        if name is not None and name.type in _OWNERS:
            cases = tokens[name.head].analyses.cases - {None}
            return self._body_of(name) if not cases or "Ins" in cases or self.patterns.analytic else None
        if word.lemma_in(self.patterns.words["numbers.own"]):
            return self._possessor(position, start)
        if word.lemma_in(self.patterns.words["numbers.their"]):
            return earlier
        return self._unrecorded(position, start, noun)

    def _unrecorded(self, position: int, start: int, noun: int) -> str | None:
        """Return the body that a short name, or a name of no record, before a noun stands for, or that of a report."""
        word = self.reading.tokens[position - 1]
        if word.is_capitalised and word.lemma_in(self.patterns.words["numbers.bodies"]):
            return self._short(position - 1) or OTHER
        if self._ends_a_name(position, start) and not self.reading.tokens[noun].is_capitalised:
            return OTHER
        return self._printed_in(noun, start)

    def _ends_a_name(self, position: int, start: int) -> bool:
        """Tell "Commission on Crime Prevention and Criminal Justice" of no record, where nouns have no case."""
        before = self.reading.tokens[position - 1]
        within = position - 1 > start and self.reading.tokens[position - 2].is_word
        points = before.lemma_in(self.patterns.words["numbers.pointing"])
        return self.patterns.analytic and within and before.is_capitalised and not points

    def _possessor(self, position: int, start: int) -> str | None:
        """Return whose "its resolution" is: of the body that the clause speaks of, else of the one that adopts."""
        tokens = self.reading.tokens
        own = self.adopter if self.adopter in self.series else None
        if position - 2 > start and tokens[position - 2].text.lower() in _SEPARATORS:
            return own
        called = tokens[max(position - 3, start)]
        short = called.is_capitalised and called.lemma_in(self.patterns.words["numbers.bodies"])
        if short and position - 2 not in self._ends:
            return self._short(position - 3) or OTHER
        names = (self._ends[index] for index in range(position - 1, start, -1) if index in self._ends)
        for name in names:
            if name.type in _OWNERS:
                after = tokens[name.last]
                cases = [analysis.case for analysis in tokens[name.head].analyses[:1] if analysis.case]
                near = position - name.last <= _ADJECTIVES and after.text not in _SEPARATORS
                subject = cases == ["Nom"] or (not cases and near)
                if subject and not after.lemma_in(self.nouns):
                    return self._body_of(name)
        return own

    def _printed_in(self, noun: int, start: int) -> str | None:
        """Return the body whose report is named before: "(A/74/53/Add.1), chap. III, resolution 42/12"."""
        for token in reversed(self.reading.tokens[max(noun - _FAR_REPORT, start) : noun]):
            if token.text == ";":
                return None
            for series in self.series.values():
                if series.reports is not None and series.reports.fullmatch(token.text):
                    return series.body
            if reports_of_others().fullmatch(token.text):
                return OTHER
        return None
