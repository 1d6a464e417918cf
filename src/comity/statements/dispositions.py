"""What an instrument decides, intends, stresses or condemns: acts of a paragraph that are about no named thing."""

from collections.abc import Iterator

from comity.model import BlockKind, Entity, Span, Statement
from comity.statements.clauses import before_adverbs
from comity.statements.context import Context, provision_entity
from comity.statements.requests import action_end, described
from comity.statements.subjects import subjects

__all__ = ["state_dispositions"]

_PERFORMING = frozenset((BlockKind.OPERATIVE, BlockKind.SUBPARAGRAPH, BlockKind.ITEM, BlockKind.PARAGRAPH))
_CONNECTING = frozenset((",", ":", "что", "о", "that"))


def state_dispositions(context: Context) -> Iterator[Statement]:
    """Yield the paragraphs in which an instrument decides or intends something, with what, by when and how often."""
    if context.own is None:
        return
    for index in context.reading.having(context.acts.dispositions.keys()):
        kind = context.acts.dispositions.get(context.tokens[index].lemma)
        if kind is not None and context.block(index).kind in _PERFORMING and _is_performed(context, index):
            yield from _disposed(context, context.own, index, kind)


def _is_performed(context: Context, verb: int) -> bool:
    best = context.tokens[verb].analyses[0]
    if best.form in {"Inf", "Conv"} or (best.form == "Part" and best.case is not None) or context.is_denied(verb):
        return False
    actors = subjects(context, verb)
    return bool(actors) and all(actor.entity == context.own for actor in actors)


def _disposed(context: Context, own: Entity, verb: int, kind: str) -> Iterator[Statement]:
    first = _start(context, verb)
    last = action_end(context, verb, first)
    items = context.items_of(context.reading.block_index(verb))
    places: list[tuple[int, int, Entity, tuple[Span, ...]]] = []
    if items and last == context.reading.sentence(verb).stop:
        for item in items:
            block, tokens = context.reading.document.blocks[item], context.block_tokens(item)
            if block.number and tokens:
                quote = (*context.quote((verb, verb + 1)), *context.block_quote(block))
                places.append((tokens.start, tokens.stop, provision_entity(own, block), quote))
    elif context.block(verb).number and first < last:
        provision = provision_entity(own, context.block(verb))
        places.append((first, last, provision, context.quote((verb, verb + 1), (first, last))))
    for start, stop, provision, quote in places:
        details = (("provision", provision), *described(context, start, stop))
        if len(details) > 1 and not context.tokens[start].lemma_in(context.acts["establishing.verbs"]):
            yield Statement(
                own, "hasProvision", provision, quote, f"act-{kind}", 0.85, kind=kind, details=details
            )  # fmt: skip


def _start(context: Context, verb: int) -> int:
    """Return where what is decided begins: after "также", "далее" and ", что"."""
    stop = context.reading.sentence(verb).stop
    position = verb + 1
    while position < stop and (
        context.tokens[position].text in _CONNECTING
        or (before_adverbs(context, position + 1) == verb and context.tokens[position].text != "не")
    ):
        position += 1
    return position
