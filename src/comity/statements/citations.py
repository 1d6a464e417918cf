"""Citations: which instruments a text cites, with which clause verb, in which paragraph."""

from collections.abc import Iterator

from comity.model import BlockKind, Statement, Value
from comity.statements.context import Context, Linked
from comity.statements.government import governor

__all__ = ["state_citations"]

_PREDICATES = {"guided-by": "guidedBy"}
_SKIPPED = frozenset((BlockKind.FURNITURE, BlockKind.TITLE, BlockKind.SIGNATURE, BlockKind.HEADING))


def state_citations(context: Context) -> Iterator[Statement]:
    """Yield a citation for every instrument that an instrument's text names; the clause verb decides its kind."""
    if context.own is None:
        return
    for item in context.instruments():
        if item.entity == context.own or context.block(item.first).kind in _SKIPPED or not _is_cited(context, item):
            continue
        if any(o.mention.contains(item.mention) and o.entity == item.entity for o in context.in_sentence(item.first)):
            continue
        verb = None if context.block(item.first).kind is BlockKind.FOOTNOTE else _clause_verb(context, item)
        kind = context.acts.citations[context.tokens[verb].lemma] if verb is not None else "cites"
        spans = context.quote((item.first, item.last), *([(verb, verb + 1)] if verb is not None else []))
        yield Statement(
            context.own,
            _PREDICATES.get(kind, kind),
            item.entity,
            spans,
            "citation-named" if verb is None else "citation-clause",
            0.95 if item.entity.known or item.mention.symbol else 0.85,
            kind=kind,
            details=(*context.provision(item.first), *_pinpoint(context, item)),
        )


def _is_cited(context: Context, item: Linked) -> bool:
    """A text cites what exists: a symbol, a title or a name with a capital, not "a convention on …" that is wanted."""
    if item.mention.symbol or item.mention.title:
        return True
    return item.mention.specific and context.tokens[item.first].is_capitalised


def _clause_verb(context: Context, item: Linked) -> int | None:
    """Return the citing verb that governs a name: in a preamble the clause's own, elsewhere the one right above it."""
    start = context.reading.sentence(item.first).start
    citing = [i for i in range(start, item.first) if context.tokens[i].lemma in context.acts.citations]
    if not citing:
        return None
    if context.block(item.first).kind is BlockKind.PREAMBULAR:
        return citing[-1]
    way = governor(context, item)
    nouns = way.carriers if way is not None else ()
    return next((i for i in reversed(citing) if way is not None and (i == way.verb or i in nouns)), None)


def _pinpoint(context: Context, item: Linked) -> Iterator[tuple[str, Value]]:
    """Read "Резолюция 79/1, приложение I" → "приложение I"."""
    tokens = context.tokens
    position = item.last + 1
    if position + 1 < len(tokens) and tokens[item.last].text == ",":
        words = context.patterns.words["symbols.annex"] | context.patterns.words["symbols.paragraph"]
        number = tokens[position + 1]
        if tokens[position].lemma_in(words) and not number.text.islower() and number.text not in {".", ",", ";"}:
            yield "pinpoint", Value(context.reading.text(position, position + 2))
