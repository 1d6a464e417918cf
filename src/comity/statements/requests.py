"""Requests and mandates: whom an instrument asks, invites, calls upon, mandates, and to do what."""

from collections.abc import Iterator

from comity.lexicon.keys import is_acronym
from comity.lexicon.patterns import Request
from comity.model import BlockKind, Statement
from comity.statements.context import ACTORS, Context, Linked
from comity.statements.subjects import is_own_voice, subjects

__all__ = ["state_requests"]

_ADDRESSED = frozenset((BlockKind.OPERATIVE, BlockKind.SUBPARAGRAPH, BlockKind.ITEM, BlockKind.PARAGRAPH))
_LONGEST_ACTION = 400
_JOINING = frozenset(
    (",", "и", "а", "также", "другой", "все", "весь", "and", "other", "all", "the", "upon", "on", "relevant")
)


def state_requests(context: Context) -> Iterator[Statement]:
    """Yield `addresses` for everyone an instrument asks for something, with the kind of the request and the action."""
    if context.own is None:
        return
    for sentence, block in context.reading.sentences:
        if context.reading.document.blocks[block].kind not in _ADDRESSED:
            continue
        for index in sentence:
            request = _request(context, index)
            if request is not None and _is_own_act(context, index) and not context.is_denied(index):
                yield from _addressed(context, index, request)


def _is_own_act(context: Context, verb: int) -> bool:
    """The instrument asks in its own voice: not in a clause with "что", and nobody else is the subject."""
    before = context.tokens[context.reading.sentence(verb).start : verb]
    reported = any(token.has_lemma("что", "that") for token in before) and before[-1].text.lower() not in {"и", "and"}
    others = [s.entity for s in subjects(context, verb) if s.entity != context.own]
    return is_own_voice(context, verb) and not reported and not any(o.is_a("State", "Person") for o in others)


def _request(context: Context, index: int) -> Request | None:
    token = context.tokens[index]
    if not token.analyses or token.analyses[0].part not in {"VERB", "X"} or token.analyses[0].form in {"Part", "Conv"}:
        return None
    return next((request for request in context.acts.requests if token.lemma_in(request.verbs)), None)


def _addressed(context: Context, verb: int, request: Request) -> Iterator[Statement]:
    addressees = list(_addressees(context, verb, request))
    if not addressees or context.own is None:
        return
    end = addressees[-1].last
    stop = context.reading.sentence(verb).stop
    action = context.reading.text(end, stop).strip(" ,;.")[:_LONGEST_ACTION] if end < stop else ""
    for item in addressees:
        details = [*context.provision(verb)]
        if action:
            details.append(("action", context.text_value(action)))
        yield Statement(
            context.own,
            "addresses",
            item.entity,
            context.quote((verb, item.last)),
            f"request-{request.kind}",
            0.9,
            kind=request.kind,
            details=tuple(details),
        )


def _addressees(context: Context, verb: int, request: Request) -> Iterator[Linked]:
    """Yield the actors right after the verb and those coordinated with them, in the case the verb asks for."""
    position = verb + 1
    if request.preposition and context.tokens[position].text.lower() == request.preposition:
        position += 1
    sentence = context.reading.sentence(verb)
    named = [
        item
        for item in context.in_sentence(verb)
        if item.entity.is_a(*ACTORS, "StakeholderGroup") and item.mention.rule != "demonym"
    ]
    while position < sentence.stop:
        item = next((i for i in named if i.first == position), None)
        token = context.tokens[position]
        if item is not None:
            head = context.tokens[item.mention.head]
            acronym = is_acronym(context.tokens[item.first].text)
            if request.cases and not acronym and not head.in_case(*request.cases):
                return
            yield item
            position = item.last
        elif (
            token.text in _JOINING
            or token.lemma_in(_JOINING)
            or (token.is_part("ADJ") and token.in_case(*request.cases))
        ):
            position += 1
        else:
            return
