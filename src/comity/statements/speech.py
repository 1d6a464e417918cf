"""Reported speech: whose words a passage is, where the text says so.

"«…», – сказал X", "X заявил, что …", "…, сообщил X", "Об этом заявил X", "по словам X", "как отметил X", and quotations
that follow one another. Speakers are told from the agencies that only pass their words on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise

from comity.mentions import Quotation, quotations
from comity.model import BlockKind, DocumentKind, Entity
from comity.statements.context import ACTORS, Context, Linked
from comity.statements.nominatives import holder, is_subject

__all__ = ["cited_source", "lecturer", "voice"]

_SILENT = frozenset((BlockKind.FURNITURE, BlockKind.FOOTNOTE, BlockKind.DATELINE, BlockKind.SIGNATURE))
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))
_DASHES = frozenset(("-", "–", "—"))
_CLOSING = frozenset(("»", '"', "”"))
_ENDS = frozenset((".", ",", ":", ";", "that", "«", "“", "„", '"', "(", *_DASHES))
_ACCORDING, _THEIR, _THEY = (
    frozenset(("по", "согласно")),
    frozenset(("его", "ее", "её")),
    frozenset(("он", "она", "he", "she")),
)
_RELATIVE = ("который", "что", "чтобы", "если", "which", "who", "that", "if")
_APART = frozenset((",", "”", '"'))
_LEAD = 2
_SHORTEST_QUOTATION = 5


@dataclass(frozen=True, slots=True)
class _Telling:
    """Tokens `first` up to, not including, `last` that are somebody's words; the higher rank is the surer."""

    first: int
    last: int
    entity: Entity
    rank: int


_WEAK, _PLAIN, _QUOTED = 0, 1, 2


def voice(context: Context, token: int, *, verbatim: bool = False) -> Entity | None:
    """Return who says what stands at a token, or None where the report itself tells it; `verbatim` asks for quotes."""
    telling = _heard(context).get(token)
    return telling.entity if telling is not None and (telling.rank == _QUOTED or not verbatim) else None


@lru_cache(maxsize=1)
def _heard(context: Context) -> dict[int, _Telling]:
    """Return what is told by token; quotations go before clauses, and narrow passages before wide ones."""
    found: dict[int, _Telling] = {}
    tellings = [*_turns(context), *_Listener(context).tellings()]
    for telling in sorted(tellings, key=lambda t: (t.rank, t.first - t.last)):
        found.update(dict.fromkeys(range(telling.first, telling.last), telling))
    return found


def _is_agency(entity: Entity) -> bool:
    return entity.is_a("Organization") and not entity.is_a("InternationalOrganization", "Body")


@lru_cache(maxsize=1)
def cited_source(context: Context) -> Entity | None:
    """Return the agency that the first paragraphs refer to: "со ссылкой на Sputnik", "сообщает ТАСС"."""
    sources = (_referred_to(context, sentence) for sentence in _lead(context))
    referred = next((s for s in sources if s is not None and not s.is_a("Person", "Post", "State")), None)
    return referred or next((agency for sentence in _lead(context) for agency in _relaying(context, sentence)), None)


def _referred_to(context: Context, sentence: range) -> Entity | None:
    """Read "со ссылкой на Sputnik"."""
    for item in context.in_sentence(sentence.start):
        before = context.tokens[max(item.first - 2, sentence.start) : item.first]
        if before and before[0].lemma_in(context.acts["speech.referring"]) and item.entity.is_a(*ACTORS):
            return item.entity
    return None


def _relaying(context: Context, sentence: range) -> Iterator[Entity]:
    """Yield the agency of "сообщает ТАСС", "передает агентство Кабар"."""
    for item in context.in_sentence(sentence.start):
        before = context.tokens[max(item.first - 2, sentence.start) : item.first]
        if _is_agency(item.entity) and any(t.lemma_in(context.acts["speech.relaying"]) for t in before):
            yield item.entity


def _lead(context: Context) -> Iterator[range]:
    """Yield the sentences of the title and the first paragraphs."""
    blocks = list(islice(context.blocks(BlockKind.PARAGRAPH), _LEAD))
    for sentence, index in context.reading.sentences:
        block = context.reading.document.blocks[index]
        if block in blocks or block.kind is BlockKind.TITLE:
            yield sentence


@lru_cache(maxsize=1)
def lecturer(context: Context) -> Entity | None:
    """Return the one person whose speech a report relates: its lead says that they spoke, and nobody else speaks."""
    speaking, lead = context.acts["speech.speaking"], list(_lead(context))
    spoke = any(context.tokens[i].lemma_in(speaking) for sentence in lead for i in sentence)
    tellings = {telling for telling in _heard(context).values() if telling.entity.is_a("Person", "Post")}
    said = {telling.entity for telling in tellings}
    named = {item.entity for sentence in lead for item in context.in_sentence(sentence.start)}
    return next(iter(said)) if spoke and len(tellings) > 1 and len(said) == 1 and said <= named else None


def _turns(context: Context) -> Iterator[_Telling]:
    """Read the text of a speech as its speaker's, and a transcript as that of each speaker in turn: "В.Путин: …"."""
    document, end = context.reading.document, len(context.tokens)
    if document.kind is DocumentKind.SPEECH:
        titled = [item for item in context.linked if item.entity.is_a("Person") and _is_heading(context, item)]
        if titled and len({item.entity for item in titled}) == 1:
            yield _Telling(titled[0].last, end, titled[0].entity, _WEAK)
    labels = [item for item in context.linked if item.entity.is_a("Person") and _labels_a_turn(context, item)]
    ends = [item.first for item in labels[1:]] + [end]
    if len(labels) > 1 or (labels and document.kind is DocumentKind.SPEECH):
        yield from (_Telling(i.last, stop, i.entity, _WEAK) for i, stop in zip(labels, ends, strict=True))


def _is_heading(context: Context, item: Linked) -> bool:
    """Return whether a name stands in the title of a speech, or in a line over it that ends with a colon."""
    block = context.block(item.first)
    line = context.reading.document.quote(block.span)
    return block.kind is BlockKind.TITLE or (block.kind is BlockKind.PARAGRAPH and line.endswith(":"))


def _labels_a_turn(context: Context, item: Linked) -> bool:
    opens = item.first == 0 or context.reading.block_index(item.first - 1) != context.reading.block_index(item.first)
    return opens and item.last < len(context.tokens) and context.tokens[item.last].text == ":"


@dataclass(slots=True)
class _Listener:
    """One pass over a report that remembers who spoke last."""

    context: Context
    last: Entity | None = None
    quoted: list[Quotation] = field(init=False)
    by_first: dict[int, Linked] = field(init=False)

    def __post_init__(self) -> None:
        self.quoted = [q for q in quotations(self.context.reading) if q.closing - q.opening > _SHORTEST_QUOTATION]
        self.by_first = {}
        for item in self.context.linked:
            known = self.by_first.get(item.first)
            if known is None or known.last < item.last:
                self.by_first[item.first] = item

    def tellings(self) -> Iterator[_Telling]:
        acts, attributed = self.context.acts, set[Quotation]()
        cues = acts["speech.verbs"] | acts["speech.relaying"] | acts["speech.according"]
        for sentence, block in self.context.reading.sentences:
            if self.context.reading.document.blocks[block].kind in _SILENT:
                continue
            for index in sentence:
                token = self.context.tokens[index]
                if token.is_word and token.lemma_in(cues):
                    for telling in self._telling(index, sentence):
                        attributed.update(q for q in self.quoted if q.opening == telling.first)
                        yield telling
            yield from self._carried(sentence, attributed)

    def _telling(self, index: int, sentence: range) -> Iterator[_Telling]:
        token = self.context.tokens[index]
        if token.lemma_in(self.context.acts["speech.according"]) and token.is_part("NOUN"):
            words = [t.text.lower() for t in self.context.tokens[max(index - 2, sentence.start) : index]]
            if words and (words[-1] in _ACCORDING or (words[0] in _ACCORDING and words[-1] in _THEIR)):
                yield from self._said(self._according(index, sentence), sentence.start, sentence.stop, _PLAIN)
        elif self.context.patterns.analytic:
            yield from self._told(index, sentence)
        elif token.analyses[0].form == "Fin" and not self.context.is_denied(index):
            quotation = self._quotation_before(index)
            if quotation is not None:
                teller = self._after(index, sentence.stop)
                yield from self._said(teller, quotation.opening, quotation.closing, _QUOTED)
            else:
                yield from self._clause(index, sentence)

    def _told(self, verb: int, sentence: range) -> Iterator[_Telling]:
        """Read "“…”, X said", "“…”, said X", "X said that …", "…, X said", "according to X, …"."""
        tokens = self.context.tokens
        if tokens[verb].text.lower() == "according":
            item = self.by_first.get(self.context.after_article(verb + 1, "to"))
            teller = self._entity(item) if item is not None else None
            yield from self._said(teller, sentence.start, sentence.stop, _PLAIN)
        if tokens[verb].analyses[0].form != "Fin" or self.context.is_denied(verb):
            return
        inverted = verb > sentence.start and tokens[verb - 1].text in _APART
        teller = self._after(verb, sentence.stop) if inverted else self._before(verb, sentence)
        closed = (q for q in reversed(self.quoted) if sentence.start <= q.closing < verb)
        quotation = next((q for q in closed if not self._has_verb(q.closing + 1, verb)), None)
        comma = next((i for i in range(verb - 1, sentence.start, -1) if tokens[i].text == ","), None)
        if quotation is not None:
            yield from self._said(teller, quotation.opening, quotation.closing, _QUOTED)
        elif comma is not None and not self._has_verb(verb + 1, sentence.stop):
            yield from self._said(teller, sentence.start, comma, _PLAIN)
        else:
            yield from self._said(teller, verb + 1, sentence.stop, _PLAIN)
        opened = next(
            (q for q in self.quoted if verb < q.opening <= verb + _LEAD), self._quotation_after(verb, sentence)
        )
        if opened is not None:
            yield from self._said(teller, opened.opening, opened.closing, _QUOTED)

    def _has_verb(self, first: int, last: int) -> bool:
        return any(t.analyses[0].form == "Fin" for t in self.context.tokens[first:last] if t.analyses)

    def _clause(self, verb: int, sentence: range) -> Iterator[_Telling]:
        """Read what a verb of speech that follows no quotation says of the words before or after it."""
        previous = self.context.tokens[verb - 1].text.lower() if verb > sentence.start else ""
        if previous == ",":
            teller = self._after(verb, sentence.stop)
            if teller is not None and _is_agency(teller):
                teller = _referred_to(self.context, sentence) or teller
            yield from self._said(teller, sentence.start, verb, _PLAIN)
        elif previous == "как":
            yield from self._said(self._after(verb, sentence.stop), verb, sentence.stop, _PLAIN)
        elif (about := self._about_this(verb, sentence)) is not None:
            teller = self._before(verb, sentence) or self._after(verb, sentence.stop)
            yield from self._said(teller, about.start, about.stop, _WEAK)
        elif (teller := self._before(verb, sentence)) is not None:
            yield from self._said(teller, verb + 1, sentence.stop, _PLAIN)
            opened = self._quotation_after(verb, sentence)
            if opened is not None:
                yield from self._said(teller, opened.opening, opened.closing, _QUOTED)

    def _said(self, entity: Entity | None, first: int, last: int, rank: int) -> Iterator[_Telling]:
        if entity is None or first >= last:
            return
        if not _is_agency(entity):
            self.last = entity
        yield _Telling(first, last, entity, rank)

    def _quotation_before(self, verb: int) -> Quotation | None:
        """Return the quotation of "«…», – сказал", or the one that the words "…, – сказал X. – …" break."""
        tokens = self.context.tokens
        if verb < 2 or tokens[verb - 1].text not in _DASHES:  # noqa: PLR2004
            return None
        mark = verb - 3 if tokens[verb - 2].text == "," else verb - 2
        closed = next((q for q in reversed(self.quoted) if q.closing == mark), None)
        if closed is not None or tokens[verb - 2].text not in {",", ".", "!", "?", "…"}:
            return closed
        return next((q for q in self.quoted if q.opening < verb < q.closing), None)

    def _quotation_after(self, verb: int, sentence: range) -> Quotation | None:
        """Return the quotation of "X сказал: «…»", also where it begins the next paragraph."""
        colon = next((i for i in range(verb, sentence.stop) if self.context.tokens[i].text == ":"), None)
        return next((q for q in self.quoted if colon is not None and q.opening == colon + 1), None)

    def _carried(self, sentence: range, attributed: set[Quotation]) -> Iterator[_Telling]:
        """A quotation without words of its own about its speaker goes on with the last one, or has a name under it."""
        for quotation in self.quoted:
            if quotation.opening != sentence.start or quotation in attributed:
                continue
            end = quotation.closing + 1
            signed = self._signature(end)
            entity = signed or (self.last if not self._has_own_words(end) else None)
            if entity is not None:
                attributed.add(quotation)
                yield from self._said(entity, quotation.opening, quotation.closing, _QUOTED if signed else _WEAK)

    def _has_own_words(self, position: int) -> bool:
        """Tell whether a sentence goes on after its quotation, so that somebody may be named there."""
        tokens = self.context.tokens
        if position < len(tokens) and tokens[position].text == ".":
            return False
        return position < len(tokens) and position in self.context.reading.sentence(position - 1)

    def _signature(self, position: int) -> Entity | None:
        """Read the name that stands alone in the paragraph under a quotation."""
        tokens = self.context.tokens
        while position < len(tokens) and tokens[position].text in {".", *_DASHES}:
            position += 1
        item = self.by_first.get(position)
        if item is None or not item.entity.is_a("Person"):
            return None
        block = self.context.reading.block_index
        alone = item.last >= len(tokens) or block(item.last) != block(item.first)
        return item.entity if alone and block(item.first) != block(position - 1) else None

    def _about_this(self, verb: int, sentence: range) -> range | None:
        """Return the passage that "Об этом сообщил X" is about: what the paragraph said, or the paragraph before."""
        words = [token.text.lower() for token in self.context.tokens[sentence.start : verb + 3]]
        start = first = sentence.start
        if ("об", "этом") not in pairwise(words) or start == 0:
            return None
        block_index = self.context.reading.block_index
        while first > 0 and block_index(first - 1) == block_index(start - 1):
            first -= 1
        return range(first, start)

    def _according(self, index: int, sentence: range) -> Entity | None:
        """Read "по словам X", "по его мнению"."""
        before, after = self.context.tokens[index - 1], index + 1
        if before.text.lower() in _THEIR:
            return self.last
        item = self.by_first.get(after)
        while item is None and after < min(sentence.stop, index + 4) and self.context.tokens[after].in_case("Gen"):
            if self.context.tokens[after].lemma_in(self.context.acts["speech.anaphors"]):
                return self.last
            after += 1
            item = self.by_first.get(after)
        return self._entity(item) if item is not None else None

    def _after(self, verb: int, stop: int) -> Entity | None:
        """Return the nominative after a verb of speech: "сообщил в четверг пресс-секретарь … Шерзод Асадов"."""
        tokens, position = self.context.tokens, verb + 1
        while position < stop and tokens[position].text not in _ENDS:
            item, token = self.by_first.get(position), tokens[position]
            if item is not None:
                if self._tells(item, verb):
                    return self._entity(item)
                position = item.last
                continue
            if token.text.lower() in _THEY or self._is_anaphor(position):
                return self.last
            if token.lemma_in(self.context.acts["speech.offices"]) and token.in_case("Nom"):
                owner = self.by_first.get(position + 1)
                return owner.entity if owner is not None and owner.entity.is_a(*ACTORS) else None
            position += 1
        return None

    def _before(self, verb: int, sentence: range) -> Entity | None:
        """Return the nearest nominative before a verb of speech in its clause: "X заявил, что …"."""
        tokens, position = self.context.tokens, verb - 1
        named = {item.last: item for item in self.context.in_sentence(verb) if item.last <= verb}
        while position >= sentence.start and tokens[position].text not in {":", ";"}:
            item, token = named.get(position + 1), tokens[position]
            if token.has_lemma(*_RELATIVE):
                return None
            if item is not None:
                if self._tells(item, verb):
                    return self._entity(item)
                position = item.first - 1
                continue
            if token.text.lower() in _THEY or self._is_anaphor(position):
                return self.last
            if self.context.patterns.analytic and token.is_part("NOUN", "PROPN") and token.in_case("Nom"):
                return None
            position -= 1
        return None

    def _is_anaphor(self, position: int) -> bool:
        """Tell "дипломат" that stands alone for who spoke before from a post with an owner or a name."""
        token, following = self.context.tokens[position], self.context.tokens[position + 1 : position + 2]
        if not token.lemma_in(self.context.acts["speech.anaphors"]) or not token.in_case("Nom"):
            return False
        return not any(t.is_capitalised or (t.analyses and t.analyses[0].part in _NOMINAL) for t in following)

    def _tells(self, item: Linked, verb: int) -> bool:
        """Tell the subject of a verb of speech: in the nominative, or "в МИД" with a verb in the plural."""
        if not item.entity.is_a(*ACTORS) or item.mention.rule == "demonym":
            return False
        if is_subject(self.context, item) or (self.context.patterns.analytic and item.first > verb):
            return True
        plural = self.context.tokens[verb].analyses[0].number == "Plur"
        preposition = self.context.tokens[item.first - 1].text.lower() if item.first else ""
        return plural and preposition in {"в", "во"} and item.entity.is_a("Body", "Organization")

    def _entity(self, item: Linked) -> Entity | None:
        """Return who a name stands for: the person after a post, the holder of a post, else the thing itself."""
        if not item.entity.is_a(*ACTORS):
            return None
        if item.entity.is_a("Post"):
            person = self.by_first.get(item.last)
            if person is not None and person.entity.is_a("Person"):
                return person.entity
            return holder(self.context, item.entity)
        return item.entity
