"""Citations: which instruments a text cites, with which clause verb, in which paragraph."""

from collections.abc import Iterator

from comity.model import BlockKind, Statement, Value
from comity.statements.context import Context, Linked

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
        verb = None if context.block(item.first).kind is BlockKind.FOOTNOTE else _clause_verb(context, item)
        kind = context.acts.citations[_citing_lemma(context, verb)] if verb is not None else "cites"
        spans = context.quote((item.first, item.last), *([(verb, verb + 1)] if verb is not None else []))
        yield Statement(
            context.own,
            _PREDICATES.get(kind, kind),
            item.entity,
            spans,
            f"citation-{'footnote' if verb is None else 'clause'}",
            0.95 if item.entity.known or item.mention.symbol else 0.85,
            kind=kind,
            details=(*context.provision(item.first), *_pinpoint(context, item)),
        )


def _is_cited(context: Context, item: Linked) -> bool:
    """A text cites what exists: a symbol, a title or a name with a capital, not "a convention on …" that is wanted."""
    if item.mention.symbol or item.mention.title or item.entity.known:
        return True
    return item.mention.specific and context.tokens[item.mention.head].is_capitalised


def _clause_verb(context: Context, item: Linked) -> int | None:
    """Return the nearest citing verb before the name, with no other verb form that could govern it in between."""
    for index in range(item.first - 1, context.reading.sentence(item.first).start - 1, -1):
        token = context.tokens[index]
        if _citing(token.lemma, context):
            return index
        best = token.analyses[0] if token.analyses else None
        if best is not None and best.form in {"Fin", "Conv"}:
            return None
    return None


def _citing(lemma: str, context: Context) -> bool:
    return lemma in context.acts.citations


def _citing_lemma(context: Context, verb: int) -> str:
    return context.tokens[verb].lemma


def _pinpoint(context: Context, item: Linked) -> Iterator[tuple[str, Value]]:
    """"Резолюция 79/1, приложение I" → "приложение I"."""
    tokens = context.tokens
    position = item.last + 1
    if position + 1 < len(tokens) and tokens[item.last].text == ",":
        words = context.patterns.words["symbols.annex"] | context.patterns.words["symbols.paragraph"]
        number = tokens[position + 1]
        if tokens[position].has_lemma(*words) and not number.text.islower() and number.text not in {".", ",", ";"}:
            yield "pinpoint", Value(context.reading.text(position, position + 2))
