"""What every family of statements asks of a linked document."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from comity.lexicon import Acts, LanguagePatterns, Lexicon
from comity.mentions import quotations
from comity.model import Block, BlockKind, Entity, Link, Mention, Name, Reading, Span, Statement, Token, Value

__all__ = ["ACTORS", "INSTRUMENTS", "Context", "Linked", "Occurrence"]

ACTORS = frozenset(("State", "Organization", "InternationalOrganization", "Body", "InformalGroup", "Person", "Post"))
INSTRUMENTS = frozenset(("Instrument", "Resolution", "Decision", "Declaration", "Communique", "Treaty", "Strategy"))
_LONGEST_QUOTE = 400
_NEGATIONS = frozenset(("не", "ни", "никогда", "not", "never"))
_JOINING = frozenset((",", "и", "and"))
_APPOSED = {",": frozenset((",", ".")), "(": frozenset((")",))}
"""The mark after a name that opens what is said of it, and the marks that close it."""
_DEPENDING = frozenset(("что", "чтобы", "that"))


@dataclass(frozen=True, slots=True)
class Linked:
    """A mention whose entity is known."""

    mention: Mention
    entity: Entity

    @property
    def first(self) -> int:
        """The first token."""
        return self.mention.first

    @property
    def last(self) -> int:
        """The token after the last."""
        return self.mention.last


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an event takes place: `entity` is the event itself or, by `relation`, an edition or part of it.

    `places`, `date` and the event `within` which it takes place are what one passage, tokens `first` to `last`, says.
    """

    event: Linked
    entity: Entity
    relation: str | None
    series: Entity
    first: int
    last: int
    places: tuple[Linked, ...]
    date: Mention | None
    within: Entity | None
    verb: int | None


@dataclass(eq=False)
class Context:
    """A linked document; `own` is the instrument it is the text of, `occurrences` when and where its events are."""

    reading: Reading
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    lexicon: Lexicon
    patterns: LanguagePatterns
    own: Entity | None
    occurrences: tuple["Occurrence", ...] = ()

    @cached_property
    def linked(self) -> tuple[Linked, ...]:
        """The mentions that stand for something, in order."""
        return tuple(Linked(link.mention, link.entity) for link in self.links if link.entity is not None)

    @cached_property
    def document(self) -> Entity:
        """The document itself."""
        return Entity(f"document/{self.reading.document.source.identifier}", ("Document",))

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The identifiers of what only the recogniser has seen, and no rule or record."""
        seen = {item.entity.identifier for item in self.linked if item.mention.rule != "neural"}
        own = {item.entity.identifier for item in self.linked if not item.entity.known}
        return frozenset(own - seen)

    @cached_property
    def by_sentence(self) -> dict[int, list[Linked]]:
        """The linked mentions of each sentence, by its first token."""
        found: dict[int, list[Linked]] = {}
        for item in self.linked:
            found.setdefault(self.reading.sentence(item.first).start, []).append(item)
        return found

    @cached_property
    def by_block(self) -> dict[int, list[Linked]]:
        """The linked mentions of each block, by its index."""
        found: dict[int, list[Linked]] = {}
        for item in self.linked:
            found.setdefault(self.reading.block_index(item.first), []).append(item)
        return found

    @cached_property
    def _tokens_of_blocks(self) -> dict[int, range]:
        ranges: dict[int, range] = {}
        for sentence, block in self.reading.sentences:
            ranges[block] = range(ranges.get(block, sentence).start, sentence.stop)
        return ranges

    def block_tokens(self, block: int) -> range:
        """Return the tokens of a block, given by its index."""
        return self._tokens_of_blocks.get(block, range(0))

    @cached_property
    def _items(self) -> dict[int, list[int]]:
        items: dict[int, list[int]] = {}
        for index, block in enumerate(self.reading.document.blocks):
            if block.lead is not None:
                items.setdefault(block.lead, []).append(index)
        return items

    def items_of(self, block: int) -> Sequence[int]:
        """Return the indexes of the items and sub-paragraphs that a block introduces."""
        return self._items.get(block, ())

    @cached_property
    def dates(self) -> dict[int, Mention]:
        """The dates by their first token."""
        return {mention.first: mention for mention in self.mentions if mention.date is not None}

    @cached_property
    def date_ends(self) -> dict[int, Mention]:
        """The dates by the token after their last."""
        return {mention.last: mention for mention in self.dates.values()}

    @cached_property
    def dated(self) -> frozenset[int]:
        """The tokens that dates are made of."""
        return frozenset(index for mention in self.dates.values() for index in range(mention.first, mention.last))

    @cached_property
    def offices(self) -> tuple[tuple[Linked, Linked], ...]:
        """Each post that stands right before a person, with the person: of "помощник президента" the assistant's.

        Where one post is inside another, the name belongs to the outermost with which it agrees in case.
        """
        ending: dict[int, list[Linked]] = {}
        for item in self.linked:
            if item.entity.is_a("Post"):
                ending.setdefault(item.last, []).append(item)
        persons = [item for item in self.linked if item.entity.is_a("Person")]
        titles = self.patterns.words["names.titles"]

        def before(position: int) -> int:
            titled = position > 0 and self.tokens[position - 1].lemma_in(titles)
            dotted = (
                position > 1 and self.tokens[position - 1].text == "." and self.tokens[position - 2].lemma_in(titles)
            )
            return before(position - 1 - dotted) if titled or dotted else position

        held = [(next(self._agreeing(ending.get(before(p.first), ()), p), None), p) for p in persons]
        before_names = tuple((post, person) for post, person in held if post is not None)
        if self.patterns.analytic:
            return (*before_names, *self._apposed(persons))
        return (*before_names, *self._following(persons, {id(person) for _, person in before_names}))

    def _apposed(self, persons: Sequence["Linked"]) -> Iterator[tuple["Linked", "Linked"]]:
        """Yield the posts that stand in apposition after a person: "Xi Jinping, President of China,"."""
        posts = [item for item in self.linked if item.entity.is_a("Post")]
        beginning, ending = {post.first: post for post in posts}, {post.last: post for post in posts}
        names = {person.first for person in persons}
        for person in persons:
            before = ending.get(person.first - 1) if self._mark(person.first - 1) == "," else None
            if before is not None and self._mark(person.last) == ",":
                yield before, person
                continue
            start = self.after_article(person.last + 1)
            post = beginning.get(start) if self._mark(person.last) == "," else None
            if post is None or self._mark(post.last) not in {",", "."} or post.last + 1 in names:
                continue
            if post.last > post.first + 1:
                yield post, person

    def _following(self, persons: Sequence["Linked"], held: AbstractSet[int]) -> Iterator[tuple["Linked", "Linked"]]:
        """Yield the posts that stand after a person: "Рохас, министр торговли Кубы, …", "Рохас (министр …)".

        The post in a list, "Рохас, министр торговли и посол", is somebody else's.
        """
        actors = {item.first: item for item in reversed(self.linked) if item.entity.is_a(*ACTORS)}
        for person in persons:
            start, mark = person.last + 1, self._mark(person.last)
            post = actors.get(start)
            if post is None or mark not in _APPOSED or not post.entity.is_a("Post"):
                continue
            closed = post.last >= len(self.tokens) or self._mark(post.last) in _APPOSED[mark]
            if not closed or " " not in self.reading.text(post.first, post.last):
                continue
            listed = self._mark(person.first - 1) in _JOINING or post.last + 1 in actors or id(person) in held
            if not (listed and mark == ","):
                yield from ((each, person) for each in self._agreeing([post], person))

    def _mark(self, position: int) -> str:
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    def before_article(self, position: int) -> int:
        """Return the token before the article that stands before a token."""
        position -= 1
        while position > 0 and self.tokens[position].is_part("DET"):
            position -= 1
        return position

    def after_article(self, position: int, *words: str) -> int:
        """Return the token after the articles, and the given words, that stand at a token."""
        while position < len(self.tokens) and (
            self.tokens[position].is_part("DET") or self.tokens[position].text in words
        ):
            position += 1
        return position

    def _agreeing(self, posts: Sequence[Linked], person: Linked) -> Iterator[Linked]:
        """Yield the posts, outermost first, whose noun may stand in the case of every word of a name.

        A name that nobody declines belongs to a post in another case only where no other noun may be meant:
        "дочь президента Чили …".
        """
        if self.patterns.analytic:
            yield from sorted(posts, key=lambda post: post.first)
            return
        words = [t.analyses for t in self.tokens[person.first : person.last] if t.is_word]
        singular = [{a.case for a in own if a.case and a.number != "Plur"} for own in words]
        known = [own[0].certain and "PROPN" in own.parts for own in words]
        for post in sorted(posts, key=lambda post: post.first):
            noun = self.tokens[post.mention.head].analyses
            cases = {analysis.case for analysis in noun if analysis.part == "NOUN" and analysis.number != "Plur"}
            if not noun or not all(cases & own for own, sure in zip(singular, known, strict=True) if sure and own):
                continue
            before = self.tokens[post.first - 1].analyses[:1] if post.first else ()
            outer = any(analysis.part == "NOUN" and analysis.gender != "Neut" for analysis in before)
            declined = any(own & cases and "Nom" not in own for own in singular) or not self.is_undeclined(person)
            if "Nom" in cases or declined or not outer:
                yield post

    def is_undeclined(self, person: Linked) -> bool:
        """Return whether the last word of a name stands in the text as in the nominative."""
        surname = self.tokens[person.last - 1].text.replace("ё", "е")
        return any(surname in name.text.replace("ё", "е").split() for name in person.entity.names)

    @cached_property
    def quoted(self) -> tuple[range, ...]:
        """What stands between quotation marks."""
        return tuple(range(quotation.opening + 1, quotation.closing) for quotation in quotations(self.reading))

    @cached_property
    def acts(self) -> Acts:
        """What verbs do in this language."""
        return self.patterns.acts

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the document."""
        return self.reading.tokens

    def block(self, token: int) -> Block:
        """Return the block that a token stands in."""
        return self.reading.block(token)

    def in_sentence(self, token: int) -> Sequence[Linked]:
        """Return the linked mentions of the sentence that a token stands in, in order; none after the last token."""
        if token >= len(self.tokens):
            return ()
        return self.by_sentence.get(self.reading.sentence(token).start, ())

    def dates_at(self, first: int, last: int) -> Iterator[Mention]:
        """Yield the dates that begin from token `first` up to, not including, `last`."""
        return (self.dates[index] for index in range(first, last) if index in self.dates)

    def instruments(self) -> Iterator[Linked]:
        """Yield the mentions of instruments, the document's own among them."""
        return (item for item in self.linked if item.entity.is_a(*INSTRUMENTS))

    def quote(self, *pieces: tuple[int, int]) -> tuple[Span, ...]:
        """Return the source spans of token ranges: one quote from the first to the last, or each piece if far apart.

        A piece may name its ends in either order, as a subject may stand before its verb or after it.
        """
        pieces = tuple((min(first, last - 1), max(last, first + 1)) for first, last in pieces)
        whole = self.reading.span(min(first for first, _ in pieces), max(last for _, last in pieces))
        if len(whole) <= _LONGEST_QUOTE:
            return self.reading.document.locate(whole)
        spans = (
            span for piece in sorted(set(pieces)) for span in self.reading.document.locate(self.reading.span(*piece))
        )
        return tuple(dict.fromkeys(spans))

    def block_quote(self, block: Block) -> tuple[Span, ...]:
        """Return the source spans of a whole block."""
        return self.reading.document.locate(block.span)

    def blocks(self, *kinds: BlockKind) -> Iterator[Block]:
        """Yield the blocks of these kinds in order."""
        return (block for block in self.reading.document.blocks if block.kind in kinds)

    def provision(self, token: int) -> tuple[tuple[str, Entity | Value], ...]:
        """Return the paragraph that a token stands in as a detail, where the document is an instrument."""
        block = self.block(token)
        if self.own is None or block.number is None or block.kind is BlockKind.FOOTNOTE:
            return ()
        return (("provision", provision_entity(self.own, block)),)

    def is_denied(self, verb: int) -> bool:
        """Return whether a verb's clause denies the act or leaves it open: "не намерен …", "если …", "отказался …".

        A clause with "что" is read together with the clause it depends on.
        """
        start = self.reading.sentence(verb).start
        dependent = not _is_finite(self.tokens[verb])
        for index in range(verb - 1, start - 1, -1):
            token, following = self.tokens[index], self.tokens[index + 1]
            if token.text in {";", ":"} or (token.text == "," and not following.lemma_in(_DEPENDING)):
                return False
            dependent = dependent or token.text == ","
            governing = dependent or not _is_finite(token)
            if token.text.lower() in _NEGATIONS and not following.lemma_in(self.acts["denial.only"]):
                if dependent or index + 1 == verb or not _is_finite(following):
                    return True
            elif governing and (token.lemma_in(self.acts["denial.verbs"]) or token.lemma_in(self.acts["denial.open"])):
                return True
        after = self.tokens[verb + 1 : verb + 2]
        return bool(after) and after[0].has_lemma("бы")

    def is_conditional(self, token: int) -> bool:
        """Return whether a sentence makes what it says hang on something: "при условии", "в случае если"."""
        sentence = self.reading.sentence(token)
        pairs = pairwise(self.tokens[sentence.start : sentence.stop])
        return any(
            (before.is_part("ADP") and noun.lemma_in(self.acts["denial.conditions"]))
            or before.lemma in self.acts["denial.ifs"]
            for before, noun in pairs
        )

    def text_value(self, text: str) -> Value:
        """Return a piece of text in the document's language."""
        return Value(text, language=self.reading.document.language)

    def date_statement(self, entity: Entity, date: Mention, rule: str, *pieces: tuple[int, int]) -> Iterator[Statement]:
        """Yield the date of an instrument or event, and its last day where the date is a span."""
        if date.date is None:
            return
        spans = self.quote((date.first, date.last), *pieces)
        yield Statement(entity, "date", Value(date.date.start, date.date.datatype), spans, rule, 0.95)
        if date.date.end:
            yield Statement(entity, "endDate", Value(date.date.end, date.date.datatype), spans, rule, 0.95)


def _is_finite(token: Token) -> bool:
    return bool(token.analyses) and token.analyses[0].form == "Fin"


def provision_entity(own: Entity, block: Block) -> Entity:
    """Return the paragraph of an instrument that a numbered block is."""
    instrument = own.identifier.partition("/")[2]
    type_ = "PreambularProvision" if block.kind is BlockKind.PREAMBULAR else "OperativeProvision"
    return Entity(
        f"provision/{instrument}/{block.number}", (type_,), (Name(f"{own.label[:60]}, {block.number}", "und"),)
    )
