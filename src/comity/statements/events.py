"""Events: where and when they take place, whose they are, of which series."""

from collections.abc import Iterator
from dataclasses import replace

from comity.model import BlockKind, Statement, Value
from comity.statements.context import Context, Linked, Occurrence
from comity.statements.outcomes import state_outcomes
from comity.statements.participants import is_to_come, state_participants
from comity.statements.reports import speaker
from comity.statements.settings import holding, is_called_off

__all__ = ["state_events"]

_ORGANISERS = ("Organization", "InternationalOrganization", "Body", "InformalGroup")
_NEAR = 8
_SKIPPED = frozenset((BlockKind.TITLE, BlockKind.FURNITURE, BlockKind.SIGNATURE))


def state_events(context: Context) -> Iterator[Statement]:
    """Yield the places, dates, series, organisers and participants of events."""
    for item in context.linked:
        if not item.entity.is_a("Event") or context.block(item.first).kind in _SKIPPED:
            continue
        if item.mention.rule != "short-form" and (item.mention.specific or item.entity.known):
            yield from _organiser(context, item)
        if item.mention.series is not None and item.mention.series != item.entity.identifier:
            series = context.lexicon.entity(item.mention.series)
            yield Statement(item.entity, "editionOf", series, context.quote((item.first, item.last)), "edition", 0.9)
    yield from _precise(context, [statement for o in context.occurrences for statement in _taking_place(context, o)])
    yield from state_participants(context)
    yield from state_outcomes(context)


def _organiser(context: Context, item: Linked) -> Iterator[Statement]:
    """The organisation in the genitive inside the name: "Всемирный саммит Международного союза электросвязи".

    What is only proposed, or called off, nobody organises.
    """
    verb = holding(context, item)
    modality = _modality(context, item, verb)
    if modality == "proposed" or is_called_off(context, item, verb):
        return
    for other in context.in_sentence(item.first):
        inside = item.mention.contains(other.mention) and other.first == item.mention.head + 1
        if not inside or not other.entity.is_a(*_ORGANISERS):
            continue
        before = context.tokens[other.first - 1]
        genitive = context.tokens[other.mention.head].in_case("Gen") or context.tokens[other.first].text.isupper()
        quoted = any(context.tokens[i].text in '«"“' for i in range(item.mention.head, other.first))
        if genitive and not before.is_part("ADP") and not quoted:
            yield Statement(
                other.entity,
                "organizes",
                item.entity,
                context.quote((item.first, item.last)),
                "organiser-in-the-name",
                0.85,
                modality=modality,
            )


def _taking_place(context: Context, found: Occurrence) -> Iterator[Statement]:
    """State the series, place, date and frame of one time that an event takes place."""
    event, whose = found.event, speaker(context, found.event.first)
    modality = _modality(context, event, found.verb)
    quote = context.quote((event.first, event.last), (found.first, found.last))
    if found.relation is not None and found.entity != found.series:
        yield Statement(found.entity, found.relation, found.series, quote, "edition", 0.85, speaker=whose)
    for place in found.places:
        until = context.quote((event.first, event.last), (place.first, place.last))
        yield Statement(
            found.entity, "place", place.entity, until, "event-in-place", 0.85, modality=modality, speaker=whose
        )
    if found.within is not None and found.within != found.entity:
        yield Statement(
            found.entity, "partOf", found.within, quote, "event-within", 0.85, modality=modality, speaker=whose
        )
    if found.date is not None:
        for statement in context.date_statement(found.entity, found.date, "event-on-date", (event.first, event.last)):
            yield replace(statement, modality=modality, predicate=_bound(context, found, statement.predicate))


def _bound(context: Context, found: Occurrence, predicate: str) -> str:
    """The day on which something ended is its last."""
    ended = found.verb is not None and context.tokens[found.verb].lemma_in(context.acts["events.ending"])
    return "endDate" if ended else predicate


def _modality(context: Context, event: Linked, verb: int | None) -> str:
    """Tell what is yet to come by the verb, or by the infinitive that governs the event, from what has been."""
    start = context.reading.sentence(event.first).start
    if verb is not None:
        held = context.tokens[verb].lemma_in(context.acts["events.holding"])
        if held and any(context.tokens[i].lemma_in(context.acts["proposing.verbs"]) for i in range(start, verb)):
            return "proposed"
        return "planned" if is_to_come(context, verb) else "asserted"
    purpose = False
    for index in range(event.first - 1, start - 1, -1):
        token = context.tokens[index]
        form = token.analyses[0].form if token.analyses else None
        # What something is done for is yet to come with it, however far off its verb: "созвать заседание для начала …".
        purpose = purpose or token.lemma_in(context.acts["events.purposes"])
        between = token.is_part("ADP") and not token.is_part("ADJ")
        if not purpose and (between or event.first - index > _NEAR):
            break
        if form == "Inf":
            offered = any(context.tokens[i].lemma_in(context.acts["proposing.verbs"]) for i in range(start, index))
            return "proposed" if offered else "planned"
        if form == "Fin" or token.text in {",", ";", ":"}:
            break
    return "asserted"


def _precise(context: Context, statements: list[Statement]) -> Iterator[Statement]:
    """Leave out a date where the document, or a record of the same event, is more precise: "2026" beside "2026-07"."""
    dates = {(s.subject.identifier, s.predicate, s.object.text) for s in statements if isinstance(s.object, Value)}
    for statement in statements:
        value = statement.object
        if isinstance(value, Value):
            entry = context.lexicon.entries.get(statement.subject.identifier)
            known = entry.date if entry is not None and statement.predicate == "date" else None
            others = {text for e, p, text in dates if (e, p) == (statement.subject.identifier, statement.predicate)}
            if any(t != value.text and t.startswith(value.text) for t in (*others, known or "")):
                continue
        yield statement
