"""Names that only the recogniser sees: persons, places and organisations that no rule has found.

The recogniser is slow beside the rules, so it reads only the sentences with a capitalised word that nothing explains.
What a rule has found stays; a person's name alone may take over a place that is its first word.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from comity.lexicon import Lexicon
from comity.mentions.labels import nominative
from comity.mentions.people import repeats, unified
from comity.mentions.personal import PersonalName, personal_label
from comity.model import BlockKind, Mention, Reading, Span
from comity.recognition import Recognised, Recogniser

__all__ = ["RULE", "with_unknown"]

RULE = "neural"
"""The rule of mentions that rest on the recogniser alone."""

_CONTEXT = 6
_NAMING = frozenset(("NOUN", "PROPN", "X"))
_UNREAD = frozenset((BlockKind.FURNITURE,))
_WEAK = frozenset(("Date", "Topic", "StakeholderGroup"))


def with_unknown(reading: Reading, recogniser: Recogniser, found: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the mentions that rules have found, and those that the recogniser adds to them."""
    merger = _Merger(reading, lexicon, found)
    stretches = list(
        _stretches(reading, [tokens for tokens, block in reading.sentences if merger.needs(tokens, block)])
    )
    texts = [reading.text(stretch.start, stretch.stop) for stretch, _ in stretches]
    added = [
        mention
        for (stretch, asked), names in zip(stretches, recogniser.find(texts) if texts else (), strict=True)
        for name in names
        for mention in merger.mention(stretch, asked, name)
    ]
    inside = {i for mention in added if mention.type == "Person" for i in range(mention.first, mention.last)}
    kept = [mention for mention in found if mention.first not in inside or mention.type in _WEAK]
    named = list(_as_one(added, [mention for mention in kept if mention.type == "Person"]))
    persons = [mention for mention in named if mention.type == "Person" and " " in mention.label]
    things = [mention for mention in (*kept, *named) if mention.type not in _WEAK]
    again = (replace(mention, rule=RULE) for mention in repeats(reading, persons, things))
    return [*kept, *named, *again]


def _stretches(reading: Reading, sentences: Sequence[range]) -> Iterator[tuple[range, range]]:
    """Yield the tokens of sentences that follow one another, first with some words around them."""
    run: range | None = None
    for sentence in sentences:
        if run is not None and run.stop == sentence.start:
            run = range(run.start, sentence.stop)
            continue
        if run is not None:
            yield _with_context(reading, run), run
        run = sentence
    if run is not None:
        yield _with_context(reading, run), run


def _with_context(reading: Reading, run: range) -> range:
    return range(max(run.start - _CONTEXT, 0), min(run.stop + _CONTEXT, len(reading.tokens)))


@dataclass(slots=True)
class _Merger:
    reading: Reading
    lexicon: Lexicon
    found: Sequence[Mention]
    _taken: dict[int, Mention] = field(init=False)

    def __post_init__(self) -> None:
        self._taken = {}
        for mention in self.found:
            if mention.type not in _WEAK:
                self._taken |= dict.fromkeys(range(mention.first, mention.last), mention)

    def needs(self, sentence: range, block: int) -> bool:
        """Return whether a sentence has a capitalised word that no rule has found and its place does not explain."""
        if self.reading.document.blocks[block].kind in _UNREAD:
            return False
        opening = True
        for index in sentence:
            token = self.reading.tokens[index]
            if not token.is_word:
                continue
            explained = opening and token.analyses[0].certain and not token.is_part("PROPN")
            if not token.text.islower() and index not in self._taken and not explained:
                return True
            opening = False
        return False

    def mention(self, stretch: range, asked: range, name: Recognised) -> Iterator[Mention]:
        """Yield the mention of a recognised name, unless a rule has already said what stands there."""
        inside, type_ = self._tokens(stretch, name.span), name.type
        if inside and (inside[0] not in asked or inside[-1] not in self.reading.sentence(inside[0])):
            return
        if type_ == "Person":
            inside = inside[: next((n for n, i in enumerate(inside) if not self._is_personal(i)), len(inside))]
        if not inside or not self._is_free(inside, type_):
            return
        first, last = inside[0], inside[-1] + 1
        if type_ == "Person":
            label = personal_label(self.reading.tokens[first:last], self.lexicon.morphology, frozenset())
            yield Mention(first, last, last - 1, type_, RULE, label)
        else:
            yield self._thing(first, last, type_)

    def _tokens(self, stretch: range, span: Span) -> list[int]:
        """Return the tokens of a part of a stretch of text, from its first word or number."""
        tokens = self.reading.tokens
        start, end = (tokens[stretch.start].span.start + offset for offset in (span.start, span.end))
        first = bisect_left(tokens, start, stretch.start, stretch.stop, key=lambda token: token.span.start)
        last = bisect_right(tokens, end, first, stretch.stop, key=lambda token: token.span.end)
        inside = list(range(first, last))
        first = next((n for n, i in enumerate(inside) if self.reading.tokens[i].text[0].isalnum()), len(inside))
        return inside[first:]

    def _is_personal(self, index: int) -> bool:
        return self.reading.tokens[index].is_word or self.reading.tokens[index].text == "."

    def _is_free(self, inside: Sequence[int], type_: str) -> bool:
        """Return whether a name may stand beside what rules have found on its tokens.

        An organisation may have states and places in its name, a person a place for one word; persons and places may
        lie inside the names of other things.
        """
        rivals = {id(rival): rival for rival in map(self._taken.get, inside) if rival is not None}.values()
        shorter = all(rival.last - rival.first < len(inside) for rival in rivals)
        territory = all(rival.type in {"State", "Place"} or not rival.specific for rival in rivals)
        if type_ == "Organization":
            served = all(r.last - r.first > len(inside) for r in rivals if r.type == "Post")
            owned = all(r.type == "Post" or r.last - r.first < len(inside) for r in rivals)
            return served and owned and all(r.type in {"Post", "State", "Place"} or not r.specific for r in rivals)
        around = all(r.last - r.first > len(inside) and r.type not in {"Person", "State", "Place"} for r in rivals)
        return around or (type_ == "Person" and territory and shorter and all(r.last == r.first + 1 for r in rivals))

    def _thing(self, first: int, last: int, type_: str) -> Mention:
        tokens = self.reading.tokens
        nouns = (i for i in range(first, last) if tokens[i].analyses and tokens[i].analyses[0].part in _NAMING)
        head = next(nouns, first)
        analysis = next((a for a in tokens[head].analyses if a.part in _NAMING), None)
        label = self.reading.text(first, last)
        if analysis is not None and not tokens[head].text.isupper():
            label = nominative(self.reading, self.lexicon.morphology, (first, head, last), analysis)
        return Mention(first, last, head, type_, RULE, " ".join(label.split()))


def _as_one(added: Sequence[Mention], persons: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what was added, each person under the fullest form of the name in the document."""
    full = [mention for mention in added if mention.type == "Person" and " " in mention.label]
    everybody = unified([*persons, *full])
    fullest = dict(zip(map(id, full), everybody[len(persons) :], strict=True))
    bearers: dict[str, dict[str, Mention]] = defaultdict(dict)
    for person in everybody:
        bearers[PersonalName.of(person.label).surname][person.label] = person
    for mention in added:
        named = fullest.get(id(mention), mention)
        if mention.type == "Person" and " " not in mention.label:
            bearer = list(bearers[PersonalName.of(mention.label).surname].values())
            if len(bearer) == 1:
                named = replace(mention, label=bearer[0].label, candidates=bearer[0].candidates)
        yield named
