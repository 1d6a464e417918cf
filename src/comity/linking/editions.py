"""Editions of events that are held again and again: which one is meant by a year or a place."""

from collections.abc import Sequence

from comity.lexicon import Lexicon
from comity.linking.identity import mint
from comity.model import Entity, Name

__all__ = ["edition_at", "edition_in"]


def edition_in(lexicon: Lexicon, series: Entity, year: str, language: str) -> Entity:
    """Return the edition of a series in a year: the known one, else a new thing named after series and year."""
    known = lexicon.edition(series.identifier, year=year)
    if known is not None:
        return known
    label = f"{series.label} {year} года" if language == "ru" else f"{series.label} {year}"
    return _minted(series, (year,), Name(label, language))


def edition_at(lexicon: Lexicon, series: Entity, place: Entity, document: str, language: str) -> Entity:
    """Return the edition of a series at a place: the known one, else a new thing of this document alone.

    A series may come back to a place, so that the place alone does not tell its editions apart.
    """
    known = lexicon.edition(series.identifier, place=place.identifier)
    if known is not None:
        return known
    name = Name(f"{series.label}, {place.label}", language)
    return _minted(series, (place.identifier.partition("/")[2], document), name)


def _minted(series: Entity, marks: Sequence[str], name: Name) -> Entity:
    kind = series.kind.rpartition("/")[2] if series.kind else None
    return mint("Event", (series.identifier.partition("/")[2], *marks), (name,), kind=kind)
