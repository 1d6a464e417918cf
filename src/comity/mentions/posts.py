"""Posts: "Президент Казахстана", "заместитель министра обороны Чили", "постпред Перу при ООН".

A post is a noun of office with the adjectives fixed to it, and on the right what it is of: genitives, known names,
a post it serves, the organisation it is accredited to ("при ООН"), its field ("по правам человека").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from comity.lexicon import LanguagePatterns, Lexicon
from comity.lexicon.declension import POSSESSIVE
from comity.lexicon.keys import is_acronym
from comity.mentions.labels import nominative
from comity.mentions.phrases import PhraseGrammar
from comity.mentions.quotations import quotations
from comity.model import Analysis, BlockKind, Mention, Reading, Token

__all__ = ["PostGrammar", "kind_of_office"]

_LED = frozenset(("State", "InternationalOrganization", "Organization"))
_LONGEST = 12
_GENITIVES = frozenset(("NOUN", "ADJ"))
_NO_OWNERS = frozenset(("Person", "Event"))


@dataclass(slots=True)
class PostGrammar:
    """One pass over a document whose known names have been found."""

    reading: Reading
    lexicon: Lexicon
    patterns: LanguagePatterns
    names: Sequence[Mention]
    _named: dict[int, Mention] = field(init=False)
    _closing: set[int] = field(init=False)
    _phrases: PhraseGrammar = field(init=False)

    def __post_init__(self) -> None:
        self._named = {}
        self._closing = {name.last - 1 for name in self.names if name.rule != "demonym"}
        for name in self.names:
            if name.rule != "demonym":
                self._named.setdefault(name.first, name)
        self._phrases = PhraseGrammar(self.reading, self.lexicon, self.patterns, self.names, quotations(self.reading))

    def posts(self) -> Iterator[Mention]:
        """Yield every post that no record has; those a record has are among the known names."""
        known = {name.head for name in self.names if name.type == "Post"}
        for index in self.reading.having(self.patterns.post_nouns):
            post = self._post(index) if index not in known else None
            if post is not None:
                yield post

    def _post(self, index: int) -> Mention | None:
        token = self.reading.tokens[index]
        headed = index > 0 and self.reading.tokens[index - 1].text.lower() == "во"
        if headed or index in self._named or self.reading.block(index).kind is BlockKind.FURNITURE:
            return None
        nouns = [a for a in token.analyses if self._is_office(index, a.lemma)]
        noun = next((a for a in nouns if a.case is not None), None)
        if noun is None or noun.number == "Plur" or token.analyses[0].part not in {"NOUN", "PROPN"}:
            return None
        first = index
        while first > self.reading.sentence(index).start and self._belongs_before(first - 1, index):
            first -= 1
        kind = kind_of_office(self.reading, self.patterns, first, index)
        last = self._end(index + 1, kind)
        holds = token.is_capitalised and kind == "post" and token.lemma_in(self.patterns.words["names.holders"])
        mandated = self._mandate(last) if holds else None
        unread = mandated is None and holds and self._is_mandate(last)
        singular = mandated is not None or self._serves(index + 1, last)
        last = mandated or last
        if any(a.number == "Plur" for a in nouns) and self._has_several_owners(index + 1, last):
            return None
        label = nominative(self.reading, self.lexicon.morphology, (first, index, last), noun)
        owners = [name for name in self.names if first <= name.first < last]
        if self.patterns.analytic and owners and owners[0].first == first:
            office = self.reading.text(owners[0].last, last)
            label = f"{office} of {self._name_of(owners[0])}"
        known = self._record(first, index, last, noun, owners)
        rule = "known-post" if known else "post"
        return Mention(
            first,
            last,
            index,
            "Post",
            rule,
            label,
            known,
            specific=(bool(owners) and not unread) or singular,
            kind=kind,
        )

    def _record(self, first: int, head: int, last: int, noun: Analysis, owners: Sequence[Mention]) -> tuple[str, ...]:
        """Return the known office of a state under any of the state's names: "бразильский президент"."""
        owner = next((name for name in owners if name.type == "State" and name.candidates), None)
        if owner is None or (owner.rule != "demonym" and owner.last < last):
            return ()
        start, end = (first + 1, last) if owner.first < head else (first, owner.first)
        words = [self.reading.text(index, index + 1) for index in range(head + 1, end) if index != owner.first]
        office = nominative(self.reading, self.lexicon.morphology, (start, head, head + 1), noun)
        language = self.reading.document.language
        names = (name.text for name in self.lexicon.entity(owner.candidates[0]).names if name.language == language)
        between = ("of",) if self.patterns.analytic else ()
        found = (self.lexicon.identify(" ".join((office, *words, *between, name))) for name in names)
        return next((known for known in found if len(known) == 1), ())

    def _name_of(self, owner: Mention) -> str:
        """Return the preferred name, in the language of the text, of whose office it is."""
        entity = self.lexicon.entity(owner.candidates[0])
        names = [name.text for name in entity.names if name.language == self.reading.document.language]
        return min((name for name in names if not is_acronym(name)), key=len, default=entity.label)

    def _is_office(self, index: int, lemma: str) -> bool:
        if lemma in self.patterns.posts:
            return True
        before = self.reading.tokens[index - 1] if index else None
        return before is not None and any(f"{a.lemma} {lemma}" in self.patterns.posts for a in before.analyses)

    def _belongs_before(self, position: int, head: int) -> bool:
        token, noun = self.reading.tokens[position], self.reading.tokens[head]
        owner = self._named.get(position)
        if self.patterns.analytic and owner is not None and owner.last == position + 1 and owner.type in _LED:
            return token.text.endswith(POSSESSIVE) or token.text.isupper()
        if not token.is_part("ADJ") or token.lemma_in(self.patterns.words["names.outside"]):
            return False
        demonym = any(self.lexicon.demonym(a.lemma) for a in token.analyses)
        fixed = any(f"{a.lemma} {b.lemma}" in self.patterns.posts for a in token.analyses for b in noun.analyses)
        return demonym or fixed

    def _has_several_owners(self, position: int, last: int) -> bool:
        """Tell "главы государств", "главы Чили и Перу", which are several, from "главы Чили"."""
        tokens = self.reading.tokens
        while position < last and position not in self._named and self._is_adjective(tokens[position]):
            position += 1
        if position >= last:
            return False
        best = tokens[position].analyses[:1]
        owner = self._named.get(position)
        if owner is None:
            return any(analysis.part == "NOUN" and analysis.number == "Plur" for analysis in best)
        return owner.last == last and last + 1 in self._named and tokens[last].text == "и"

    def _end(self, position: int, kind: str | None) -> int:
        """Return the end of what the office is of."""
        stop = min(self.reading.sentence(position - 1).stop, position + _LONGEST)
        end, owned = position, False
        while end < stop:
            named = end in self._named
            reached = self._complement(end, stop, position) if named or not owned else None
            reached = reached or self._accredited(end, stop, kind) or self._unknown_owner(end, stop)
            reached = reached or (self._governed(end, stop, kind, position) if self.patterns.analytic else None)
            if reached is None:
                break
            owned = owned or named or reached - 1 in self._closing
            end = reached
        return end

    def _governed(self, position: int, stop: int, kind: str | None, first: int) -> int | None:
        """Return the end of "of China", "of Foreign Affairs of India", "for Human Rights", "to the United Nations"."""
        tokens = self.reading.tokens
        word, start = tokens[position].text, position + 1
        if start < stop and tokens[start].is_part("DET"):
            start += 1
        name = self._named.get(start)
        if name is not None:
            accredited = word in {"to", "in"} and kind == "represents"
            return name.last if (word == "of" or accredited) and name.type not in _NO_OWNERS else None
        end = start
        while end < stop and end not in self._named and (tokens[end].is_capitalised or self._joins(end, stop)):
            end += 1
        field = word in {"of", "for"} and end > start and (position == first or word == "for")
        return end if field else None

    def _joins(self, position: int, stop: int) -> bool:
        following = self.reading.tokens[position + 1 : position + 3]
        joined = position + 1 < stop and self.reading.tokens[position].text == "and"
        joined = joined and not any(token.lemma_in(self.patterns.post_nouns) for token in following)
        return joined and position + 1 not in self._named and self.reading.tokens[position + 1].is_capitalised

    def _complement(self, position: int, stop: int, first: int) -> int | None:
        """Return the end of a known name or a noun in the genitive; after a noun also of "и" and another."""
        tokens = self.reading.tokens
        joined = position > first and tokens[position].text == "и" and position + 1 < stop
        start = position + 1 if joined else position
        if joined and (start in self._named or tokens[start].lemma_in(self.patterns.post_nouns)):
            return None
        name = self._named.get(start)
        if name is not None:
            fits = name.type not in _NO_OWNERS and name.last <= stop
            return name.last if fits and self._is_genitive(tokens[name.head]) else None
        end = start
        while end < stop and end not in self._named and self._is_adjective(tokens[end]):
            end += 1
        if end < stop and end > start and end in self._named:
            return self._complement(end, stop, first)
        return end + 1 if end < stop and self._is_noun(tokens[end]) else None

    def _unknown_owner(self, position: int, stop: int) -> int | None:
        """Return the end of a capitalised genitive right before a name: "глава Роскосмоса (Анатолий Перминов)"."""
        if position + 2 >= stop or position in self._named:
            return None
        owner, given, surname = self.reading.tokens[position : position + 3]
        if not all(token.is_word and token.is_capitalised for token in (owner, given, surname)):
            return None
        best = owner.analyses[0]
        first_name = given.analyses[0].certain and given.is_part("PROPN")
        itself = any(analysis.case == "Nom" and analysis.number == "Sing" for analysis in owner.analyses)
        return position + 1 if first_name and best.case == "Gen" and not itself else None

    def _serves(self, first: int, last: int) -> bool:
        """Return whether an office has a field under another: "… of the Secretary-General for Children"."""
        words = self.reading.tokens[first:last]
        served = any(token.lemma_in(self.patterns.post_nouns) for token in words)
        return served and any(token.text in self.patterns.words["names.mandated"] for token in words)

    def _is_mandate(self, position: int) -> bool:
        """Return whether an instrument goes on with a field here; a report may go on with a day."""
        after = self.reading.tokens[position : position + 1]
        opens = any(token.text in self.patterns.words["names.mandated"] for token in after)
        return opens and self.reading.document.kind.is_instrument

    def _mandate(self, position: int) -> int | None:
        """Return the end of the field of a mandate, "on extreme poverty and human rights", where it is read whole."""
        stop = self.reading.sentence(position - 1).stop
        opens = position < stop and self.reading.tokens[position].text in self.patterns.words["names.mandated"]
        end = following = self._field(position, stop) if opens else None
        while following is not None:
            end = following
            following = self._field(end, stop) if end < stop else None
        return end if end is not None and self._is_whole(end, stop) else None

    def _field(self, position: int, stop: int) -> int | None:
        """Return the end of a preposition with its noun phrase in the field of a mandate."""
        tokens = self.reading.tokens
        word, start = tokens[position].text, position + 1
        while start < stop and tokens[start].is_part("DET"):
            start += 1
        place = self._named.get(start)
        if word == "in":
            return place.last if place is not None and place.type in {"State", "Place"} else None
        cases = self.patterns.prepositions.get(word)
        entitled = tokens[position - 1].text in self.patterns.words["names.entitled"]
        if cases is None or (word == "to" and (self._asks(position) or not entitled)):
            return None
        return self._phrases.noun_phrase(position + 1, stop, cases, "Body")

    def _is_whole(self, end: int, stop: int) -> bool:
        """A field that goes on in words that are not read is not known: "on human rights *while countering …*"."""
        if end >= stop:
            return True
        last, token, *following = self.reading.tokens[end - 1 : min(end + 2, stop)]
        if token.text == "and":
            return any(word.is_part("DET") for word in following)
        if token.text == "to":
            entitled, leading = self.patterns.words["names.entitled"], self.patterns.words["names.leading"]
            return last.text not in entitled and not last.lemma_in(leading if self._asks(end) else leading | entitled)
        if token.text == ",":
            return not any(word.is_part("NOUN", "PROPN", "ADJ", "DET", "PRON") for word in following)
        return not token.is_part("ADP", "SCONJ")

    def _asks(self, position: int) -> bool:
        """Return whether "to" stands before an infinitive."""
        return any(
            a.form == "Inf" for token in self.reading.tokens[position + 1 : position + 2] for a in token.analyses[:1]
        )

    def _is_genitive(self, token: Token) -> bool:
        return token.in_case("Gen") or is_acronym(token.text) or not token.analyses

    def _is_adjective(self, token: Token) -> bool:
        own = any(a.part == "ADJ" and a.case == "Gen" for a in token.analyses) and token.analyses[0].part != "PROPN"
        return own and not token.lemma_in(self.patterns.words["names.outside"])

    def _is_noun(self, token: Token) -> bool:
        """A common noun in the genitive, or an abbreviation of the language ("МИД")."""
        if is_acronym(token.text):
            return token.text in self.patterns.abbreviations
        best = token.analyses[0] if token.analyses else None
        if best is None or best.part not in _GENITIVES or not any(_is_genitive_noun(a) for a in token.analyses):
            return False
        return token.text.islower() or (best.certain and not token.is_part("PROPN"))

    def _accredited(self, position: int, stop: int, kind: str | None) -> int | None:
        """Return the end of "при ООН", of "в Чили" after a representative, and of "по правам человека"."""
        word = self.reading.tokens[position].text
        name = self._named.get(position + 1)
        if name is not None and name.last <= stop:
            named = name.type not in _NO_OWNERS
            seated = kind == "represents" and word in {"в", "на", "во"}
            if named and (word == "при" or seated or (word == "по" and kind in {"post", "represents"})):
                return name.last
        if word == "по" and kind in {"post", "represents"} and position + 1 < stop:
            return self._dative(position + 1, stop)
        return None

    def _dative(self, position: int, stop: int) -> int | None:
        """Return the end of a field in lower case: "правам человека", "политическим вопросам"."""
        tokens = self.reading.tokens
        before = f"по {tokens[position].lemma}", f"по {tokens[position].text}"
        if not self.patterns.words["names.idioms"].isdisjoint(before) or not tokens[position].text.islower():
            return None
        end = position
        while end < stop and tokens[end].in_case("Dat") and tokens[end].is_part("ADJ"):
            end += 1
        nouns = [a for a in tokens[end].analyses if a.part == "NOUN" and a.case == "Dat"] if end < stop else []
        return end + 1 if nouns and tokens[end].text.islower() else None


def kind_of_office(reading: Reading, patterns: LanguagePatterns, first: int, head: int) -> str | None:
    """Return what an office does, "head", "represents" or "post": by its noun with its adjective, else by the noun."""
    posts, lemmas = patterns.posts, [analysis.lemma for analysis in reading.tokens[head].analyses]
    before = [analysis.lemma for analysis in reading.tokens[head - 1].analyses] if head > first else []
    pairs = (f"{adjective} {lemma}" for adjective in before for lemma in lemmas)
    return next((posts[words] for words in (*pairs, *lemmas) if words in posts), None)


def _is_genitive_noun(analysis: Analysis) -> bool:
    return analysis.case == "Gen" and analysis.part in {"NOUN", "X"}
