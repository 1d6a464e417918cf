"""Which time an event is meant: a place or a year of a series is that of one edition, never of the series."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.linking.editions import edition_at, edition_in
from comity.model import Entity, Link
from comity.statements.context import Context, Linked, Occurrence
from comity.statements.settings import Setting, event_settings

__all__ = ["settled"]

_SEVERAL = 2


def settled(context: Context) -> Context:
    """Return the document with the occurrences of its events, and mentions of a series linked to the edition meant.

    A short form after such a mention ("на саммите") stands for the same edition.
    """
    settings = list(event_settings(context))
    years: dict[str, set[str]] = defaultdict(set)
    for setting in settings:
        if setting.date is not None:
            years[setting.event.entity.identifier].add(setting.date.label[:4])
    occurrences = tuple(_occurrence(context, setting, years) for setting in settings)
    return replace(context, links=tuple(_relinked(context, occurrences)), occurrences=occurrences)


def _occurrence(context: Context, setting: Setting, years: dict[str, set[str]]) -> Occurrence:
    event = setting.event
    entity, relation = _meant(context, setting, event, years)
    host = setting.within
    within = _meant(context, setting, host, years)[0] if host is not None else None
    return Occurrence(
        event,
        entity,
        relation,
        event.entity,
        setting.first,
        setting.last,
        setting.places,
        None if setting.regular else setting.date,
        within,
        setting.verb,
    )


def _meant(context: Context, setting: Setting, event: Linked, years: dict[str, set[str]]) -> tuple[Entity, str | None]:
    """Return what takes place then and there: an edition of a series, a part of a single event, or the event."""
    series, date = event.entity, setting.date
    if setting.regular or _is_beginning(context, event):
        return series, None
    language = context.reading.document.language
    if not context.lexicon.is_series(series.identifier):
        several = not series.known and date is not None and len(years[series.identifier]) > 1
        if not several or date is None:
            return series, None
        numbered = context.lexicon.key(series.label)[0].endswith("-")
        return edition_in(context.lexicon, series, date.label[:4], language), "partOf" if numbered else "editionOf"
    if date is not None:
        return edition_in(context.lexicon, series, date.label[:4], language), "editionOf"
    if setting.places:
        return _at_place(context, series, setting.places), "editionOf"
    return series, None


def _at_place(context: Context, series: Entity, places: Sequence[Linked]) -> Entity:
    document = context.reading.document
    return edition_at(context.lexicon, series, places[0].entity, document.source.identifier, document.language)


def _is_beginning(context: Context, event: Linked) -> bool:
    """Tell "для начала Диалога в 2025 году": the year is that of the first time."""
    return event.first > 0 and context.tokens[event.first - 1].lemma_in(context.acts["events.beginning"])


def _relinked(context: Context, occurrences: Sequence[Occurrence]) -> Iterator[Link]:
    """Yield the links, those of a series to the edition meant.

    A short form means the edition named last; before the first, as in a headline, the only one that the document has.
    """
    meant: dict[int, list[Entity]] = defaultdict(list)
    editions: dict[str, list[Entity]] = defaultdict(list)
    for occurrence in occurrences:
        editions[occurrence.series.identifier].append(occurrence.entity)
        if occurrence.relation == "editionOf":
            meant[id(occurrence.event.mention)].append(occurrence.entity)
    only = {series: found[0] for series, found in editions.items() if len(set(found)) == 1}
    latest: dict[str, Entity] = {}
    for link in context.links:
        named = link.entity.identifier if link.entity is not None else ""
        here = meant.get(id(link.mention), [])
        if len(here) == 1:
            latest[named] = here[0]
        short = link.mention.rule == "short-form"
        edition = latest.get(named) if here or short else None
        if named not in latest:
            edition = only.get(named)
        yield replace(link, entity=edition, reason="edition") if edition is not None and len(here) < _SEVERAL else link
