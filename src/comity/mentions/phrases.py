"""The head-noun grammar: bodies, events, initiatives and instruments named by a noun phrase.

A phrase is a head ("комиссия") with the adjectives that agree with it on the left, and on the right whatever the
grammar of names allows: genitives, "по …", "в области …", a title in quotation marks. A name ends before a noun that
heads another name, so that nested bodies ("рабочей группы … подкомиссии … комиссии") come apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from comity.lexicon import LanguagePatterns, Lexicon
from comity.lexicon.declension import POSSESSIVE
from comity.lexicon.keys import is_acronym
from comity.mentions.capitals import begins, singles_out, stops
from comity.mentions.labels import ORDINAL, is_ordinal, nominative, ordinal_start
from comity.mentions.nouns import agree, is_founded, is_plural, kind_of, names_person, opens_a_name
from comity.mentions.quotations import Quotation
from comity.mentions.titling import Titling
from comity.model import Analysis, BlockKind, Mention, Reading, Token

__all__ = ["PhraseGrammar"]

_BODY_TYPES = frozenset(("Body", "Organization"))
_SKIPPED = frozenset((BlockKind.FURNITURE, BlockKind.DATELINE))
_OUTCOME_TYPES = frozenset(("Communique", "Declaration"))
_TITLED_TYPES = frozenset(("Resolution", "Decision", "Declaration", "Communique", "Treaty", "Strategy", "Instrument"))
_NOMINAL = ("NOUN", "PROPN", "X")
_CUTTING = frozenset((")", "’", "'"))


@dataclass(slots=True)
class PhraseGrammar:
    """One pass over a document whose known names and quotations have been found."""

    reading: Reading
    lexicon: Lexicon
    patterns: LanguagePatterns
    names: Sequence[Mention]
    quotations: Sequence[Quotation]
    _named: dict[int, Mention] = field(init=False)
    _inside: set[int] = field(init=False)
    _ending: set[int] = field(init=False)
    _quoted: dict[int, int] = field(init=False)
    _titling: Titling = field(init=False)

    def __post_init__(self) -> None:
        self._named = {name.first: name for name in self.names if name.rule != "demonym"}
        self._inside = {index for name in self._named.values() for index in range(name.first, name.last)}
        self._ending = {name.last for name in self._named.values()}
        self._quoted = {quotation.opening: quotation.closing for quotation in self.quotations}
        self._titling = Titling(self.reading, self.patterns, self._quoted)

    def phrases(self) -> Iterator[Mention]:
        """Yield a mention for every noun phrase whose head says what it names."""
        for index in self.reading.having(self.patterns.heads.keys()):
            if index in self._inside or self.reading.block(index).kind in self._skipped:
                continue
            token = self.reading.tokens[index]
            head = next((a for a in token.analyses if a.lemma in self.patterns.heads and a.part in _NOMINAL), None)
            common = (
                head is not None
                and head.lemma in self.patterns.words["names.capital"]
                and not (self._has_capital(index) or is_founded(self.reading, self.patterns, index, head.lemma))
            )
            if head is not None and common and self._is_description(index, head.lemma):
                text = self.reading.text(index, index + 1)
                type_ = "InternationalOrganization"
                yield Mention(index, index + 1, index, type_, "description", text, specific=False)
            elif head is not None and not common and token.analyses[0].part in _NOMINAL:
                mention = self._phrase(index, head.lemma)
                yield from self._with_titles(mention) if mention else self._plural_titles(index, head.lemma)

    @property
    def _skipped(self) -> frozenset[BlockKind]:
        """Headlines may write any word with a capital where names are known by theirs."""
        report = self.patterns.analytic and not self.reading.document.kind.is_instrument
        return _SKIPPED | {BlockKind.TITLE, BlockKind.HEADING} if report else _SKIPPED

    def _is_description(self, index: int, lemma: str) -> bool:
        """Return whether a bare noun, "организация", may stand for an organisation named before."""
        tokens = self.reading.tokens
        if not tokens[index].lemma_in(self.patterns.words["names.collective"]):
            return False
        before, after = tokens[index - 1 : index], tokens[index + 1 : index + 2]
        if any(t.is_part("ADJ", "NUM") and not t.lemma_in(self.patterns.words["names.pointing"]) for t in before):
            return False
        governs = any(t.analyses and t.analyses[0].case == "Gen" for t in after)
        singular = any(a.lemma == lemma and a.number == "Sing" for a in tokens[index].analyses)
        return singular and not governs and self._right(index + 1, "Organization") == (index + 1, None)

    def _with_titles(self, mention: Mention) -> Iterator[Mention]:
        """Yield a mention with the second and later titles of a list: резолюции «A», «B» и «C»."""
        yield mention
        if mention.title and mention.last < len(self.reading.tokens) and self._joins_titles(mention.last):
            yield from self._titles(mention.last + 1, mention.type, mention.kind)

    def _titles(self, opening: int, type_: str, kind: str | None) -> Iterator[Mention]:
        """Yield the titles of a list whose first quotation opens here."""
        closing = self._quoted.get(opening)
        while closing is not None:
            title = self.reading.text(opening + 1, closing)
            yield Mention(opening, closing + 1, opening + 1, type_, "title-list", title, title=title, kind=kind)
            following = closing + 1 < len(self.reading.tokens) and self._joins_titles(closing + 1)
            opening = closing + 2
            closing = self._quoted.get(opening) if following else None

    def _joins_titles(self, index: int) -> bool:
        return self.reading.tokens[index].text in {",", "и", "and"}

    def _plural_titles(self, index: int, lemma: str) -> Iterator[Mention]:
        """Yield the titles after a head in the plural: "в резолюциях «A» и «B»"."""
        type_, kind = next(iter(self.patterns.heads[lemma].items()))
        if type_ in _TITLED_TYPES and not any(a.number == "Sing" for a in self.reading.tokens[index].analyses):
            yield from self._titles(index + 1, type_, kind or None)

    def _has_capital(self, index: int) -> bool:
        """Return whether the head or an adjective right before it has a capital that no sentence start explains."""
        start = self.reading.sentence(index).start
        tokens = self.reading.tokens
        if self.patterns.analytic:
            return tokens[index].is_capitalised and index > start
        position = index
        while position > start and tokens[position - 1].is_part("ADJ"):
            position -= 1
        quoted = index > 0 and tokens[position - 1].text in '«"“„'
        named = quoted or (position == index and opens_a_name(self.reading, self.patterns, index))
        return any(tokens[i].is_capitalised and (i > start or named) for i in range(position, index + 1))

    def _phrase(self, index: int, lemma: str) -> Mention | None:
        token = self.reading.tokens[index]
        plural = lemma in self.patterns.words["names.plural"]
        readings = [a for a in token.analyses if a.lemma == lemma and (a.number == "Sing" or plural)]
        if not readings:
            return None
        type_ = next(iter(self.patterns.heads[lemma]))
        first, agreeing = self._left(index, readings, type_)
        if not plural and not self._is_singular(first, agreeing):
            return None
        last, title = self._right(index + 1, type_)
        last = index + 1 if self._is_anaphoric(index + 1, last, type_) else self._to_quotation(first, last)
        if self._is_cut_off(first):
            return None
        if last == index + 1 and title is None and self._only_ordinals(first, index):
            if is_plural(self.reading, index, lemma):
                return None
            return self._short_form(first, index, type_, agreeing[0])
        return Mention(
            first,
            last,
            index,
            type_,
            "head-noun",
            nominative(self.reading, self.lexicon.morphology, (first, index, last), agreeing[0]),
            specific=self._is_specific(first, index, last, type_) or title is not None,
            title=title,
            kind=kind_of(self.reading, self.patterns, first, index, lemma, type_),
        )

    def _is_singular(self, index: int, readings: Sequence[Analysis]) -> bool:
        """A form that may be singular or plural is taken for plural after a number ("четырех центров")."""
        before = self.reading.tokens[index - 1] if index else None
        return bool(readings) and not (before is not None and before.is_part("NUM"))

    def _is_cut_off(self, first: int) -> bool:
        """Return whether a part of the name that is not understood stands before it: "(AI) Safety Summit"."""
        return self.patterns.analytic and first > 0 and self.reading.tokens[first - 1].text in _CUTTING

    def _is_outside(self, token: Token) -> bool:
        """Return whether a token is an adjective that never belongs to a name; the noun "данные" is none."""
        is_noun = bool(token.analyses) and token.analyses[0].part == "NOUN"
        return not is_noun and token.lemma_in(self.patterns.words["names.outside"])

    def _to_quotation(self, first: int, last: int) -> int:
        """A name that begins with a quotation ends with it; quoted speech is no name."""
        closing = self._quoted.get(first - 1)
        if closing is None or closing <= last or closing >= self.reading.sentence(first).stop:
            return last
        speaks = any(a.form == "Fin" for token in self.reading.tokens[last:closing] for a in token.analyses[:1])
        return last if speaks else closing

    def _left(self, index: int, readings: list[Analysis], type_: str) -> tuple[int, list[Analysis]]:
        """Walk left over adjectives and ordinals that agree with the head; narrow its readings by them."""
        first = index
        sentence = self.reading.sentence(index)
        while first > sentence.start:
            token = self.reading.tokens[first - 1]
            ordinal = ordinal_start(self.reading, first, self.patterns) if type_ == "Event" else first
            if ordinal < first or ORDINAL.fullmatch(token.text):
                first = min(ordinal, first - 1)
                continue
            if type_ != "Event" and token.lemma_in(self.patterns.words["names.ordinals"]):
                break
            if (first - 1 in self._inside and not self.patterns.analytic) or self._is_outside(token):
                break
            kept = [r for r in readings if any(agree(a, r) for a in token.analyses)]
            if not kept:
                break
            readings = kept
            first -= 1
        return begins(self.reading, first, index) if self.patterns.analytic else first, readings

    def _right(self, start: int, type_: str) -> tuple[int, str | None]:
        """Return where the name ends, and its title where it has one in quotation marks."""
        end = start
        stop = self.reading.sentence(start - 1).stop
        stop = stops(self.reading, self.patterns, start - 1, stop) if self.patterns.analytic else stop
        while end < stop:
            quoted = self._titling.title(end, stop)
            if quoted is not None:
                return self._titling.after(quoted, stop), self.reading.text(quoted[0] + 1, quoted[1])
            following = self._modifier(end, stop, type_, after_head=end == start)
            if following is None:
                break
            end = following
        return self._to_the_end(start, end, stop), None

    def _to_the_end(self, start: int, end: int, stop: int) -> int:
        """A name that goes on in capitals goes on: "World Conference of Ministers *Responsible for Youth*"."""
        if not self.patterns.analytic or end == start or not self.reading.tokens[start - 1].is_capitalised:
            return end
        rest = range(end, stop)
        whole = bool(rest) and self.reading.tokens[end].is_part("ADJ") and self._inside.isdisjoint(rest)
        return stop if whole and all(self.reading.tokens[index].is_word for index in rest) else end

    def _modifier(self, position: int, stop: int, type_: str, *, after_head: bool) -> int | None:
        """Return where a modifier that begins at `position` ends, or None where none does."""
        pair = self.reading.text(position, min(position + 2, stop)).lower()
        if pair in self.patterns.words["names.outcomes"] and type_ in _OUTCOME_TYPES:
            return self._outcome(position + 2, stop)
        if pair in self.patterns.words["names.idioms"]:
            return None
        for words in self.patterns.phrases:
            if self._titling.words_at(position, words):
                late = words in self.patterns.late_phrases and (type_ in _BODY_TYPES or after_head)
                return None if late else self.noun_phrase(position + len(words), stop, frozenset(("Gen",)), type_)
        word = self.reading.tokens[position].text.lower()
        cases = self._cases_after(word, position, type_)
        if cases is not None:
            return self.noun_phrase(position + 1, stop, cases, type_)
        if word in {"в", "во"} and not after_head:
            return self._within(position + 1, stop, type_)
        return self._dependent(position, stop, type_, after_head=after_head)

    def _cases_after(self, preposition: str, position: int, type_: str) -> frozenset[str] | None:
        """Return the cases in which a preposition goes on with a name, or None where it does not."""
        if type_ in _BODY_TYPES and preposition in self.patterns.words["names.never_of_bodies"]:
            return None
        if preposition == "in" and self.patterns.analytic:
            name = self._named.get(position + 1)
            held = name is not None and name.type in {"Place", "State"}
            return frozenset(("Loc",)) if type_ in _TITLED_TYPES and not held else None
        nouns, cases = self.patterns.governed.get("с" if preposition == "со" else preposition, ((), None))
        if self.reading.tokens[position - 1].lemma_in(frozenset(nouns)):
            return cases
        return self.patterns.prepositions.get(preposition)

    def _within(self, position: int, stop: int, type_: str) -> int | None:
        """Return the end of "в преступных целях"."""
        end = self._simple_phrase(position, stop, frozenset(("Loc",)), type_)
        within = end is not None and self.reading.tokens[end - 1].lemma_in(self.patterns.words["names.within"])
        return end if within else None

    def _dependent(self, position: int, stop: int, type_: str, *, after_head: bool) -> int | None:
        """Return the end of a genitive, or of what a verbal noun governs: "управления искусственным интеллектом".

        A proper name governs nothing: after "Министерство торговли КНР" stands something else.
        """
        if position in self._ending or self.patterns.analytic:
            return None
        genitive = self.noun_phrase(position, stop, frozenset(("Gen",)), type_)
        if genitive is not None or after_head:
            return genitive
        deverbal = self.reading.tokens[position - 1].lemma.endswith("ие")
        return self.noun_phrase(position, stop, frozenset(("Ins", "Dat")), type_) if deverbal else None

    def _outcome(self, position: int, stop: int) -> int | None:
        """Return the end of "по итогам 30-й регулярной встречи глав правительств России и Китая"."""
        while position < stop and ORDINAL.fullmatch(self.reading.tokens[position].text):
            position += 1
        return self.noun_phrase(position, stop, frozenset(("Gen",)), "Event")

    def noun_phrase(self, start: int, stop: int, cases: frozenset[str], type_: str) -> int | None:
        """Return the end of a noun phrase in one of `cases` with its genitives and coordinated phrases."""
        end = self._simple_phrase(start, stop, cases, type_)
        while end is not None and end < stop:
            proper = end in self._ending and not self.patterns.analytic
            after = end + (self.reading.tokens[end].text == "of")
            apart = proper or (after == end and self.patterns.analytic)
            following = None if apart else self._simple_phrase(after, stop, frozenset(("Gen",)), type_)
            if following is None and self._joins_nouns(end, stop):
                following = self._simple_phrase(end + 1, stop, cases, type_) or self._simple_phrase(
                    end + 1, stop, frozenset(("Gen",)), type_
                )
            if following is None:
                break
            end = following
        return end

    def _joins_nouns(self, position: int, stop: int) -> bool:
        """Return whether "and" goes on with a name here; after it neither a known body stands nor an article."""
        following = self.reading.tokens[position + 1] if position + 1 < stop else None
        joined = self.reading.tokens[position].text in {"и", "или", "and", "or"} and not self._is_body(position + 1)
        state = self._named.get(position + 2)
        named = following is not None and following.is_part("DET") and state is not None and state.type == "State"
        owner = following is not None and following.text.endswith(POSSESSIVE)
        return joined and following is not None and not owner and (named or not following.is_part("DET"))

    def _is_body(self, position: int) -> bool:
        """Return whether a known body is named here: "Совета министров и Комитета секретарей" are two."""
        name = self._named.get(position)
        return name is not None and name.type == "Body" and self.reading.tokens[position].is_capitalised

    def _simple_phrase(self, start: int, stop: int, cases: frozenset[str], type_: str) -> int | None:
        """Return the end of adjectives and one noun, or of one known name, that stand in one of `cases`."""
        position = start
        tokens = self.reading.tokens
        while position < stop:
            name = self._named.get(position)
            if name is not None and name.last <= stop:
                if self.patterns.analytic and tokens[name.last - 1].is_part("ADJ"):
                    position = name.last
                    continue
                acronym = is_acronym(tokens[name.first].text)
                fits = acronym or tokens[name.head].in_case(*cases)
                return name.last if fits and name.type not in {"Person", "Event"} else None
            token = tokens[position]
            if ORDINAL.fullmatch(token.text) or token.is_part("DET"):
                position += 1
                continue
            if not token.analyses or token.is_part("ADP") or self._is_outside(token):
                return None
            person = not self.patterns.analytic and names_person(tokens, position, stop, self._inside)
            if self._is_noun(token, cases) and not person:
                return None if self._heads_another(position, type_) else position + 1
            adjectival = any(a.case in cases and (a.part == "ADJ" or a.form == "Part") for a in token.analyses)
            if not adjectival and not token.is_part("ADV"):
                return None
            position += 1
        return None

    @staticmethod
    def _is_noun(token: Token, cases: frozenset[str]) -> bool:
        """Return whether a token is best read as a noun, and may be one in one of `cases`."""
        if is_acronym(token.text):
            return token.analyses[0].form != "Attr"
        declined = token.analyses[0].case is not None or token.analyses[0].part == "X"
        return declined and any(a.part in _NOMINAL and a.case in cases for a in token.analyses)

    def _heads_another(self, position: int, type_: str) -> bool:
        """Return whether a noun is the head of a body of its own inside the name of a body, or what an event adopts."""
        token = self.reading.tokens[position]
        if type_ == "Event" and not _OUTCOME_TYPES.isdisjoint(self.patterns.heads.get(token.lemma, ())):
            return True
        nested = token.lemma_in(self.patterns.words["names.nested"]) and (token.in_case("Gen") or token.is_capitalised)
        return nested and type_ in _BODY_TYPES and token.analyses[0].number != "Plur"

    def _is_specific(self, first: int, head: int, last: int, type_: str) -> bool:
        """Return whether the phrase singles something out: a capital inside a sentence, an ordinal, a body's field."""
        begins = first == self.reading.sentence(first).start
        tokens = self.reading.tokens
        if self.patterns.analytic and not tokens[head].is_capitalised and tokens[first].is_capitalised:
            return singles_out(self.reading, self.lexicon, first, head)
        long_enough = not begins or last - first > 2  # noqa: PLR2004 - "Новая группа" may be anything
        if (tokens[first].is_capitalised and long_enough) or (tokens[head].is_capitalised and not begins):
            return True
        if any(ORDINAL.fullmatch(tokens[index].text) for index in range(first, last)):
            return True
        numbered = type_ == "Event" and any(is_ordinal(self.reading, i, self.patterns) for i in range(first, head))
        if numbered and any(tokens[index].is_capitalised for index in range(head + 1, last)):
            return True
        kind = kind_of(self.reading, self.patterns, first, head, tokens[head].lemma, type_)
        return (
            type_ == "Body"
            and kind in {"commission", "subcommission", "committee", "working-group"}
            and last > head + 2
        )

    def _is_anaphoric(self, start: int, last: int, type_: str) -> bool:
        """Tell "саммит объединения": the organisation is one that was named, so that its noun is no part of a name."""
        noun = self.reading.tokens[start] if start < last else None
        return (
            type_ == "Event"
            and last == start + 1
            and noun is not None
            and noun.text.islower()
            and noun.lemma_in(self.patterns.words["names.collective"])
        )

    def _only_ordinals(self, first: int, head: int) -> bool:
        """Return whether only ordinals or the word that says what kind it is stand before: "Working Group"."""
        words = " ".join(token.lemma for token in self.reading.tokens[first : head + 1])
        return ordinal_start(self.reading, head, self.patterns) <= first or words in self.patterns.kinds

    def _short_form(self, first: int, index: int, type_: str, noun: Analysis) -> Mention:
        """A bare head, such as "Группы" or "третьей сессии": the linker looks for what was named in full before."""
        if type_ != "Event" or first == index:
            text = self.reading.text(first, index + 1)
            return Mention(first, index + 1, index, type_, "short-form", text, specific=False)
        label = nominative(self.reading, self.lexicon.morphology, (first, index, index + 1), noun)
        return Mention(first, index + 1, index, type_, "numbered", label, specific=False)
