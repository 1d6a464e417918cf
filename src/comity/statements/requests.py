"""Requests and mandates: whom an instrument asks, invites, calls upon, mandates; to do what, by when, how often."""

import re
from collections.abc import Iterator

from comity.lexicon.patterns import Request
from comity.model import BlockKind, Entity, Span, Statement, Value
from comity.statements.addressees import addressees
from comity.statements.clauses import before_adverbs, clause_of
from comity.statements.context import Context, provision_entity
from comity.statements.periods import deadline, periodicity
from comity.statements.subjects import subjects

__all__ = ["action_end", "described", "state_requests"]

_ADDRESSED = frozenset((BlockKind.OPERATIVE, BlockKind.SUBPARAGRAPH, BlockKind.ITEM, BlockKind.PARAGRAPH))
_ADOPTERS = frozenset((BlockKind.OPENING, BlockKind.TITLE))
_JOINING = frozenset(
    (",", "и", "а", "также", "другой", "все", "весь", "and", "other", "all", "the", "upon", "on", "relevant")
)
_COORDINATING = frozenset((",", ";", "и", "а", "and"))
_SPACES = re.compile(r"\s+")

Details = tuple[tuple[str, Entity | Value], ...]


def state_requests(context: Context) -> Iterator[Statement]:
    """Yield `addresses` for everyone an instrument asks for something, with the kind of the request and the action."""
    if context.own is None:
        return
    for index in context.reading.having(frozenset(verb for request in context.acts.requests for verb in request.verbs)):
        request = _request(context, index) if context.block(index).kind in _ADDRESSED else None
        if request is not None and _is_own_act(context, index) and not context.is_denied(index):
            yield from _addressed(context, index, request)


def _is_own_act(context: Context, verb: int) -> bool:
    """The instrument asks in its own voice, or the body that adopts it does."""
    actors = subjects(context, verb)
    return bool(actors) and all(actor.entity == context.own or _adopts(context, actor.entity) for actor in actors)


def _adopts(context: Context, entity: Entity) -> bool:
    return entity.is_a("Body", "Organization", "InternationalOrganization") and any(
        item.entity == entity and context.block(item.first).kind in _ADOPTERS for item in context.linked
    )


def _request(context: Context, index: int) -> Request | None:
    token = context.tokens[index]
    if not token.analyses or token.analyses[0].part not in {"VERB", "X"} or token.analyses[0].form in {"Part", "Conv"}:
        return None
    following = context.tokens[index + 1].text.lower() if index + 1 < len(context.tokens) else ""
    asking = [request for request in context.acts.requests if token.lemma_in(request.verbs)]
    return next((request for request in asking if request.preposition == following), next(iter(asking), None))


def _addressed(context: Context, verb: int, request: Request) -> Iterator[Statement]:
    asked = addressees(context, verb, request)
    if not asked or context.own is None:
        return
    kind = request.kind
    urgent = bool(request.urgent) and context.tokens[verb - 1].lemma_in(context.acts["requests.urgent"])
    if urgent:
        kind = request.urgent
    actions = list(_actions(context, verb, asked[-1].last))
    for item in asked:
        for details, spans in actions:
            yield Statement(
                context.own,
                "addresses",
                item.entity,
                (*context.quote((verb - urgent, item.last)), *spans),
                f"request-{request.kind}",
                0.9,
                kind=kind,
                details=details,
            )


def _actions(context: Context, verb: int, position: int) -> Iterator[tuple[Details, tuple[Span, ...]]]:
    """Yield what is asked for: the rest of the sentence, or each of the items that it introduces."""
    items = context.items_of(context.reading.block_index(verb))
    first = _action_start(context, verb, position)
    last = action_end(context, verb, first)
    if items and last == context.reading.sentence(verb).stop and context.own is not None:
        for index in items:
            item, tokens = context.reading.document.blocks[index], context.block_tokens(index)
            own = (("provision", provision_entity(context.own, item)),) if item.number else context.provision(verb)
            if tokens:
                yield (*own, *described(context, tokens.start, tokens.stop)), context.block_quote(item)
        return
    yield (*context.provision(verb), *described(context, first, last)), ()


def described(context: Context, first: int, last: int) -> Iterator[tuple[str, Entity | Value]]:
    """Yield the words of an action, its deadline and its periodicity as details."""
    text = _action_text(context, first, last)
    if not text:
        return
    yield "action", context.text_value(text)
    due = deadline(context, first, last)
    if due is not None:
        yield "deadline", due
    often = periodicity(context, text)
    if often is not None:
        yield "periodicity", often


def _action_text(context: Context, first: int, last: int) -> str:
    """Return the words of an action without the marks around it."""
    return context.reading.text(first, last).strip(" ,;:.") if first < last else ""


def _action_start(context: Context, verb: int, position: int) -> int:
    """Return the infinitive of what is asked for, else what follows those who are asked."""
    stop = context.reading.sentence(verb).stop
    for index in range(position, stop):
        best = context.tokens[index].analyses[:1]
        if best and best[0].form == "Fin" and context.tokens[index - 1].text in _COORDINATING:
            break
        if best and best[0].form == "Inf" and (clause_of(context, index).opener or 0) < position:
            begins = _adverbial(context, index)
            return begins if begins >= position else index
    return position


def _adverbial(context: Context, verb: int) -> int:
    """Return where the words before an infinitive begin that say how it is to be done: "в полной мере", "ежегодно"."""
    position = before_adverbs(context, verb)
    if context.tokens[position].lemma_in(context.acts["requests.manner"]):
        index = position - 1
        while context.tokens[index].is_part("ADJ") and index > position - 3:
            index -= 1
        if context.tokens[index].is_part("ADP"):
            return index
    return position + 1


def action_end(context: Context, verb: int, first: int) -> int:
    """Return where the next act in the same voice begins, else the end of the sentence."""
    stop = context.reading.sentence(verb).stop
    best = context.tokens[verb].analyses[:1]
    for index in range(first + 1, stop):
        other = context.tokens[index].analyses[:1]
        if not best or not other or best[0].form != "Fin" or other[0].form != "Fin":
            continue
        same = (other[0].number, other[0].tense) == (best[0].number, best[0].tense)
        before = before_adverbs(context, index)
        if same and context.tokens[before].text in _COORDINATING and clause_of(context, index).opener is None:
            while before > first and context.tokens[before - 1].text.lower() in {*_COORDINATING, "также"}:
                before -= 1
            return before
    return stop
