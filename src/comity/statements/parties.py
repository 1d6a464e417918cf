"""Parties: whom a text names as declaring, signing or agreeing, and of what it says they are members."""

from collections.abc import Iterator, Sequence

from comity.model import BlockKind, Statement
from comity.statements.context import Context, Linked
from comity.statements.reports import reported_instrument
from comity.statements.subjects import subjects

__all__ = ["state_parties"]

_ORGANISATIONS = ("InternationalOrganization", "Organization", "InformalGroup", "Treaty")


def state_parties(context: Context) -> Iterator[Statement]:
    """Yield `endorsedBy` for the parties named, and `memberOf` where the text calls them members."""
    for block in context.blocks(BlockKind.PREAMBULAR, BlockKind.OPERATIVE, BlockKind.PARAGRAPH, BlockKind.OPENING):
        if context.own is not None and _introduces_parties(context, block.span.start):
            yield from _declared(context, block.span.start)
    yield from _treaty_parties(context)
    yield from _agreed(context)


def _introduces_parties(context: Context, start: int) -> bool:
    """"Мы, руководители государств …", "Президент …, Премьер-министр …" before what they declare."""
    first = next((token for token in context.tokens if token.span.start == start), None)
    if first is None:
        return False
    leaders = context.acts["parties.leaders"]
    return first.text.lower() in {"мы", "we"} or (first.has_lemma(*leaders) and first.in_case("Nom"))


def _declared(context: Context, start: int) -> Iterator[Statement]:
    first = next(index for index, token in enumerate(context.tokens) if token.span.start == start)
    sentence = context.in_sentence(first)
    states = [item for item in sentence if item.entity.is_a("State") and item.mention.rule == "known-name"]
    if len(states) < 2 or context.own is None:  # noqa: PLR2004 - one state is no list of parties
        return
    organisation = _membership_claimed(context, sentence, states[0])
    for state in states:
        spans = context.quote((first, first + 3), (state.first, state.last))
        yield Statement(context.own, "endorsedBy", state.entity, spans, "parties-listed", 0.95)
        if organisation is not None:
            evidence = context.quote((state.first, state.last), (organisation.first - 1, organisation.last))
            yield Statement(state.entity, "memberOf", organisation.entity, evidence, "members-listed", 0.95)


def _membership_claimed(context: Context, sentence: Sequence[Linked], before: Linked) -> Linked | None:
    """Return X of "руководители государств-членов X – …"."""
    for item in sentence:
        if item.first < before.first and item.entity.is_a(*_ORGANISATIONS):
            noun = context.tokens[item.first - 1]
            if noun.has_lemma(*context.acts["parties.members"]):
                return item
    return None


def _treaty_parties(context: Context) -> Iterator[Statement]:
    """"Соглашение между Правительством X и Правительством Y"."""
    for item in context.linked:
        if not item.entity.is_a("Treaty") or not any(t.has_lemma("между", "between") for t in context.tokens[item.first : item.last]):
            continue
        for state in context.in_sentence(item.first):
            if state.entity.is_a("State") and item.mention.contains(state.mention) and state.mention.rule == "known-name":
                yield Statement(item.entity, "endorsedBy", state.entity, context.quote((item.first, item.last)), "treaty-between", 0.9)


def _agreed(context: Context) -> Iterator[Statement]:
    """In a report: the states of which it says that they agreed, where it reports on their joint instrument."""
    instrument = reported_instrument(context)
    if context.own is not None or instrument is None:
        return
    for index, token in enumerate(context.tokens):
        if not (token.has_lemma(*context.acts["parties.agreeing"]) and token.analyses[0].form == "Fin"):
            continue
        actors = [s for s in subjects(context, index) if s.entity.is_a("State", "InternationalOrganization")]
        if len(actors) < 2 or context.is_negated(index):  # noqa: PLR2004 - an agreement takes two
            continue
        for actor in actors:
            spans = context.quote((actor.first, index + 1))
            yield Statement(instrument, "endorsedBy", actor.entity, spans, "parties-agreed", 0.85, speaker=instrument)
