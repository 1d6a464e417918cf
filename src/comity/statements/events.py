"""Events: where and when they take place, whose they are, who takes part."""

from collections.abc import Iterator

from comity.model import BlockKind, Statement
from comity.statements.context import ACTORS, Context, Linked
from comity.statements.reports import speaker
from comity.statements.subjects import subjects

__all__ = ["state_events"]

_PREPOSITIONS = frozenset(("в", "во", "на", "in", "at", "on"))
_ORGANISERS = ("Organization", "InternationalOrganization", "Body", "InformalGroup")
_SKIPPED = frozenset((BlockKind.TITLE, BlockKind.FURNITURE, BlockKind.SIGNATURE))


def state_events(context: Context) -> Iterator[Statement]:
    """Yield the places, dates, organisers and participants of events."""
    for item in context.linked:
        if not item.entity.is_a("Event") or context.block(item.first).kind in _SKIPPED:
            continue
        if item.mention.rule != "short-form":
            yield from _organiser(context, item)
        if item.mention.series is not None:
            series = context.lexicon.entity(item.mention.series)
            yield Statement(item.entity, "editionOf", series, context.quote((item.first, item.last)), "edition", 0.9)
        yield from _dates_inside(context, item)
        yield from _circumstances(context, item, item.last)
        yield from _taking_place(context, item)
        yield from _participants(context, item)


def _organiser(context: Context, item: Linked) -> Iterator[Statement]:
    """The organisation in the genitive inside the name: "Всемирный саммит Международного союза электросвязи"."""
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
            )


def _dates_inside(context: Context, item: Linked) -> Iterator[Statement]:
    """Read "конференция … в 2027 году на тему «…»": a date inside the name, before its title."""
    titled = next((i for i in range(item.first, item.last) if context.tokens[i].text in '«"“'), item.last)
    for date in context.dates_at(item.mention.head, titled):
        yield from context.date_statement(item.entity, date, "event-on-date", (item.first, item.last))


def _circumstances(context: Context, item: Linked, position: int) -> Iterator[Statement]:
    """Read "в Женеве в 2026 году" right after a name or a verb of taking place."""
    sentence = context.reading.sentence(item.first)
    tokens = context.tokens
    places = {i.first: i for i in context.in_sentence(item.first) if i.entity.is_a("Place")}
    dates = context.dates
    while position + 1 < sentence.stop:
        after = (
            position + 1
            if tokens[position].text.lower() in _PREPOSITIONS or tokens[position].text in {",", "и"}
            else position
        )
        if tokens[position].has_lemma("поочередно"):
            position += 1
        elif after in places and after > position:
            place = places[after]
            quote = context.quote((item.first, place.last))
            yield Statement(
                item.entity, "place", place.entity, quote, "event-in-place", 0.85, speaker=speaker(context, item.first)
            )
            position = place.last
        elif after in dates and (after > position or position > item.last):
            yield from context.date_statement(item.entity, dates[after], "event-on-date", (item.first, item.last))
            position = dates[after].last
        else:
            return


def _taking_place(context: Context, item: Linked) -> Iterator[Statement]:
    """Read "саммите …, который состоялся в Тяньцзине", "Диалог будет проводиться … в Женеве и Нью-Йорке"."""
    sentence = context.reading.sentence(item.first)
    words = context.acts["events.taking_place"]
    verb = next(
        (i for i in range(item.last, min(sentence.stop, item.last + 12)) if context.tokens[i].lemma_in(words)), None
    )
    if verb is None:
        return
    between = context.tokens[item.last : verb]
    relative = any(token.has_lemma("который", "which") for token in between)
    subject = context.tokens[item.mention.head].in_case("Nom") and all(
        t.is_part("VERB", "ADV", "ADP", "X") for t in between
    )
    another = any(o.entity.is_a("Event") and item.last <= o.first < verb for o in context.in_sentence(item.first))
    if (relative or subject) and not another:
        yield from _circumstances(context, item, _before_first_place(context, verb, sentence.stop))


def _before_first_place(context: Context, verb: int, stop: int) -> int:
    """Return the preposition of the first place or date after a verb, unless another event or clause comes first."""
    for item_start in range(verb + 1, stop):
        if context.tokens[item_start].text in {";", ":"} or context.tokens[item_start].has_lemma("который"):
            break
        named = next((i for i in context.in_sentence(verb) if i.first == item_start), None)
        if named is not None and named.entity.is_a("Event"):
            break
        at_place = named is not None and named.entity.is_a("Place")
        if (at_place or item_start in context.dates) and context.tokens[item_start - 1].text.lower() in _PREPOSITIONS:
            return item_start - 1
    return verb + 1


def _participants(context: Context, item: Linked) -> Iterator[Statement]:
    """Read "принял участие в XXV саммите", "участвовали в форуме"."""
    if item.first < 2 or context.tokens[item.first - 1].text.lower() not in _PREPOSITIONS:  # noqa: PLR2004
        return
    verb = item.first - 2
    if not context.tokens[verb].lemma_in(context.acts["events.participating"]):
        return
    anchor = verb - 1 if context.tokens[verb].is_part("NOUN") else verb
    if not context.tokens[anchor].is_part("VERB") or context.is_denied(anchor):
        return
    for subject in subjects(context, anchor):
        if subject.entity.is_a(*ACTORS):
            quote = context.quote((subject.first, item.last))
            yield Statement(
                subject.entity,
                "participatesIn",
                item.entity,
                quote,
                "participation",
                0.9,
                speaker=speaker(context, verb),
            )
