"""What the editors of a file linked: the address says which document the words name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from comity.lexicon.series import full_symbol, tidy_symbol
from comity.mentions.symbols import type_of_symbol
from comity.model import Mention, Reading, Reference

__all__ = ["linked_symbol", "with_links"]

_HOST = re.compile(r"(?:www\.)?undocs\.org", re.IGNORECASE)
_LANGUAGE = re.compile(r"^/*(?:(?:en|fr|es|ru|ar|zh)/+)?", re.IGNORECASE)
_EDITION = re.compile(r"\s*\((?:supp|vol|part|sect)[^)]*\)", re.IGNORECASE)
_ADDED = re.compile(r"(?:rev|add|corr|res|dec|amend)\.\d+", re.IGNORECASE)
_LETTER = re.compile(r"(?<=\d)\s?([A-Z])\s?\(")
_PARTS = re.compile(r"(?<=\d)\s?[A-Z]-[A-Z]$")
_PART = re.compile(r"\s?[A-Z](?:[-–][A-Z])?(?=\(|$)")
_NUMBER = re.compile(r"\d+|\b[IVXL]+\b")


def linked_symbol(reference: Reference, words: str) -> str | None:
    """Return the symbol in the address of a link, None where the address has none or other numbers than the words.

    "https://undocs.org/en/A/RES/57/270b" under "57/270" → "A/RES/57/270 B". The words may leave out what the symbol
    begins or ends with, and go on after it; a slip of an editor's hand links others.
    """
    address = urlsplit(reference.address)
    if not _HOST.fullmatch(address.netloc):
        return None
    path = _EDITION.sub("", _LANGUAGE.sub("", unquote(address.path))).strip("/ ")
    parts = (part.capitalize() if _ADDED.fullmatch(part) else part.upper() for part in path.split("/"))
    symbol = tidy_symbol(_LETTER.sub(r" \1 (", _PARTS.sub("", "/".join(parts))))
    known = full_symbol().fullmatch(symbol) is not None
    return symbol if known and _agree(_NUMBER.findall(symbol), _NUMBER.findall(words)) else None


def _agree(stated: list[str], written: list[str]) -> bool:
    shorter = min(len(stated), len(written))
    return shorter > 0 and stated[:shorter] == written[:shorter]


def with_links(reading: Reading, found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the symbols of a text, those that the editors linked as the links say, and what only the links tell.

    A symbol that names a part of what is linked, "54/237 C" for 54/237, says more than the link, and stays.
    """
    linked: dict[int, Mention] = {}
    for link in _linked(reading):
        linked.setdefault(link.first, link)  # "A/65/517-S/2010/534" is one document, known by the first of its symbols
    for mention in found:
        over = next((linked.pop(i) for i in range(mention.first, mention.last) if i in linked), None)
        yield mention if over is None else _merged(mention, over)
    yield from linked.values()


def _linked(reading: Reading) -> Iterator[Mention]:
    document = reading.document
    for reference in () if document.source.markup is None else document.source.markup.references:
        symbol = linked_symbol(reference, reference.span.of(document.source.text))
        place = document.view.place(reference.span)
        if symbol is None or place is None:
            continue
        first, last = reading.token_at(place.start), reading.token_at(place.end - 1)
        if first is not None and last is not None:
            yield Mention(first, last + 1, first, type_of_symbol(symbol), "linked-symbol", symbol, symbol=symbol)


def _merged(mention: Mention, link: Mention) -> Mention:
    symbol = mention.symbol or ""
    finer = _PART.sub("", symbol) == link.symbol
    merged = replace(mention, rule=link.rule)
    return merged if finer else replace(merged, symbol=link.symbol, label=link.label, type=link.type)
