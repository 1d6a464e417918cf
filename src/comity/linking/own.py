"""The instrument that a document is the text of."""

import re

from comity.lexicon import Lexicon
from comity.lexicon.series import bare_number, full_symbol
from comity.linking.identity import mint
from comity.model import BlockKind, Document, Entity, Mention, Name, Reading
from comity.text.patterns import text_patterns

__all__ = ["closing_date", "own_instrument", "publisher_of"]

_LONGEST_ACRONYM = 6


def own_instrument(reading: Reading, mentions: tuple[Mention, ...], lexicon: Lexicon) -> Entity | None:
    """Return the instrument whose text the document is, or None for a report or a speech.

    Its class comes from its symbol or from the noun of its title; without a symbol, title and day identify it.
    """
    document = reading.document
    if not document.kind.is_instrument:
        return None
    title = next((document.quote(block.span) for block in document.blocks if block.kind is BlockKind.TITLE), None)
    symbol = next((mention for mention in mentions if mention.rule == "title-symbol"), None)
    if symbol is not None and symbol.symbol:
        known = lexicon.by_symbol(symbol.symbol)
        label = _spaced(_without_number(title or "")).rstrip(" ,")
        _, kind = _type(label, document.language) if symbol.type == "Declaration" else (None, symbol.type.lower())
        return known or mint(symbol.type, (), (Name(label, document.language),), symbol.symbol, kind)
    if title is None:
        return None
    label = _sentence_case(_spaced(title))
    known_ones = lexicon.identify(label)
    day = closing_date(reading, mentions) or ""
    if len(known_ones) == 1 and (lexicon.entries[known_ones[0]].date or day) == day:
        return lexicon.entity(known_ones[0])
    type_, kind = _type(label, document.language)
    return mint(type_, (*lexicon.key(label), day), (Name(label, document.language),), kind=kind)


def publisher_of(document: Document, lexicon: Lexicon) -> Entity | None:
    """Return the organisation that a document's metadata names as its publisher."""
    name = document.source.metadata.publisher
    if not name:
        return None
    return lexicon.named(name) or mint("Organization", lexicon.key(name), (Name(name, document.language),))


def closing_date(reading: Reading, mentions: tuple[Mention, ...]) -> str | None:
    """Return the day under an instrument, in ISO 8601."""
    for mention in reversed(mentions):
        if mention.date and reading.block(mention.first).kind is BlockKind.SIGNATURE:
            return mention.date.start
    return None


def _without_number(title: str) -> str:
    """Return the words of a title after its number; all of it where there are none."""
    number = full_symbol().match(title) or bare_number().match(title)
    return (title[number.end() :].lstrip(" .\t\r\n") if number else "") or title


def _spaced(title: str) -> str:
    return re.sub(r"\s+", " ", title).strip()


def _sentence_case(title: str) -> str:
    """Write leading words in capitals as common words: "ЗАЯВЛЕНИЕ Совета …" → "Заявление Совета …"."""
    words = title.split(" ")
    loud = 0
    while loud < len(words) - 1 and words[loud].isupper() and len(words[loud]) > _LONGEST_ACRONYM:
        loud += 1
    return " ".join((" ".join(words[:loud]).capitalize(), *words[loud:])) if loud else title


def _type(title: str, language: str) -> tuple[str, str | None]:
    words = re.findall(r"[^\W\d_]+", title.lower())[:3]
    instruments = text_patterns(language).instruments
    return next((instruments[word] for word in words if word in instruments), ("Instrument", None))
