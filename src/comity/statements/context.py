"""What every family of statements asks of a linked document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from comity.lexicon import Acts, LanguagePatterns, Lexicon
from comity.linking.own import closing_date
from comity.model import Block, BlockKind, Entity, Link, Mention, Name, Reading, Span, Statement, Token, Value

__all__ = ["ACTORS", "INSTRUMENTS", "Context", "Linked"]

ACTORS = frozenset(("State", "Organization", "InternationalOrganization", "Body", "InformalGroup", "Person", "Post"))
INSTRUMENTS = frozenset(("Instrument", "Resolution", "Decision", "Declaration", "Communique", "Treaty", "Strategy"))
_LONGEST_QUOTE = 400


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


@dataclass(slots=True)
class Context:
    """A linked document; `own` is the instrument it is the text of, `reported` the one it reports on."""

    reading: Reading
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    lexicon: Lexicon
    patterns: LanguagePatterns
    own: Entity | None
    linked: tuple[Linked, ...] = field(init=False)
    document: Entity = field(init=False)
    day: str | None = field(init=False)
    by_sentence: dict[int, list[Linked]] = field(init=False)

    def __post_init__(self) -> None:
        self.linked = tuple(Linked(link.mention, link.entity) for link in self.links if link.entity is not None)
        self.document = Entity(f"document/{self.reading.document.source.identifier}", ("Document",))
        self.day = closing_date(self.reading, self.mentions)
        self.by_sentence = {}
        for item in self.linked:
            self.by_sentence.setdefault(self.reading.sentence(item.first).start, []).append(item)

    @property
    def acts(self) -> Acts:
        """What verbs do in this language."""
        return self.patterns.acts

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the document."""
        return self.reading.tokens

    def block(self, token: int) -> Block:
        """Return the block that a token stands in."""
        return self.reading.block(token)

    def in_sentence(self, token: int) -> Sequence[Linked]:
        """Return the linked mentions of the sentence that a token stands in, in order."""
        return self.by_sentence.get(self.reading.sentence(token).start, ())

    def dates_at(self, first: int, last: int) -> Iterator[Mention]:
        """Yield the dates that begin from token `first` up to, not including, `last`."""
        return (m for m in self.mentions if m.date is not None and first <= m.first < last)

    def instruments(self) -> Iterator[Linked]:
        """Yield the mentions of instruments, the document's own among them."""
        return (item for item in self.linked if item.entity.is_a(*INSTRUMENTS))

    def quote(self, *pieces: tuple[int, int]) -> tuple[Span, ...]:
        """Return the source spans of token ranges: one quote from the first to the last, or each piece if far apart."""
        whole = self.reading.span(min(first for first, _ in pieces), max(last for _, last in pieces))
        if len(whole) <= _LONGEST_QUOTE:
            return self.reading.document.locate(whole)
        spans = (span for piece in sorted(set(pieces)) for span in self.reading.document.locate(self.reading.span(*piece)))
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

    def is_negated(self, verb: int) -> bool:
        """Return whether "не" stands right before a verb."""
        return verb > 0 and self.tokens[verb - 1].text.lower() in {"не", "not", "никогда", "ни"}

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


def provision_entity(own: Entity, block: Block) -> Entity:
    """Return the paragraph of an instrument that a numbered block is."""
    instrument = own.identifier.partition("/")[2]
    type_ = "PreambularProvision" if block.kind is BlockKind.PREAMBULAR else "OperativeProvision"
    return Entity(f"provision/{instrument}/{block.number}", (type_,), (Name(f"{own.label[:60]}, {block.number}", "und"),))
