"""What was adopted at an event: "декларация, принятая на саммите", "по итогам форума подписан меморандум"."""

from collections.abc import Iterator

from comity.model import Statement
from comity.statements.context import INSTRUMENTS, Context, Linked
from comity.statements.participants import is_to_come
from comity.statements.reports import speaker

__all__ = ["state_outcomes"]

_AT = frozenset(("на", "at"))
_NEAR = 6


def state_outcomes(context: Context) -> Iterator[Statement]:
    """Yield the instruments that were adopted or signed at an event."""
    for event in context.linked:
        if not event.entity.is_a("Event") or not _is_occasion(context, event):
            continue
        yield from _before(context, event)
        yield from _after(context, event)


def _is_occasion(context: Context, event: Linked) -> bool:
    """Return whether an event is named as the occasion: "на саммите", "по итогам форума", "в ходе встречи"."""
    start = context.reading.sentence(event.first).start
    first = event.first
    while first > start and context.tokens[first - 1].is_part("ADJ") and not _adopts(context, first - 1):
        first -= 1
    pair = " ".join(token.text.lower() for token in context.tokens[max(first - 2, start) : first])
    return pair.split(" ")[-1] in _AT or pair in context.acts["events.occasions"]


def _before(context: Context, event: Linked) -> Iterator[Statement]:
    """Read "декларация, принятая на саммите" and "в принятой на саммите декларации"."""
    start = context.reading.sentence(event.first).start
    for verb in range(event.first - 1, max(event.first - _NEAR, start) - 1, -1):
        token = context.tokens[verb]
        if not _adopts(context, verb):
            continue
        attribute = any(a.form == "Part" and a.case for a in token.analyses)
        for item in context.in_sentence(verb):
            comma = item.last == verb - 1 and context.tokens[item.last].text == ","
            right_before = item.last == verb or comma
            if item.entity.is_a(*INSTRUMENTS) and (right_before or (attribute and item.first == event.last)):
                yield _adopted(context, item, event, verb)
        return


def _after(context: Context, event: Linked) -> Iterator[Statement]:
    """Read "на саммите принята Декларация", "по итогам форума стороны подписали меморандум"."""
    stop = context.reading.sentence(event.first).stop
    verb = next((i for i in range(event.last, min(stop, event.last + 2 * _NEAR)) if _adopts(context, i)), None)
    if verb is None or context.is_denied(verb) or any(a.case for a in context.tokens[verb].analyses):
        return
    between = [o for o in context.in_sentence(event.first) if event.last <= o.first < verb]
    if any(item.entity.is_a("Event", *INSTRUMENTS) for item in between):
        return
    end = verb + 1
    for item in context.in_sentence(verb):
        if item.first < end or not item.entity.is_a(*INSTRUMENTS) or item.mention.rule == "short-form":
            continue
        words = [token for token in context.tokens[end : item.first] if not token.is_part("ADJ", "ADV")]
        if any(token.text not in {",", "и", "«", '"'} for token in words):
            return
        yield _adopted(context, item, event, verb)
        end = item.last


def _adopts(context: Context, index: int) -> bool:
    return context.tokens[index].lemma_in(context.acts["events.adopting"])


def _adopted(context: Context, item: Linked, event: Linked, verb: int) -> Statement:
    return Statement(
        item.entity,
        "adoptedAt",
        event.entity,
        context.quote((item.first, item.last), (event.first, event.last), (verb, verb + 1)),
        "adopted-at-an-event",
        0.85,
        modality="planned" if is_to_come(context, verb) else "asserted",
        speaker=speaker(context, event.first),
    )
