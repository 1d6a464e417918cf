"""Editions of events that are held again and again: which one is meant by a year."""

from comity.lexicon import Lexicon
from comity.linking.identity import mint
from comity.model import Entity, Name

__all__ = ["edition_in"]


def edition_in(lexicon: Lexicon, series: Entity, year: str, language: str) -> Entity:
    """Return the edition of a series in a year: the known one, else a new thing named after series and year."""
    known = lexicon.edition(series.identifier, year=year)
    if known is not None:
        return known
    label = f"{series.label} {year} года" if language == "ru" else f"{series.label} {year}"
    kind = series.kind.rpartition("/")[2] if series.kind else None
    return mint("Event", (*lexicon.key(series.label), year), (Name(label, language),), kind=kind)
