"""The instrument that a document is the text of."""

import re
from collections.abc import Sequence

from comity.lexicon import Lexicon
from comity.lexicon.series import bare_number, full_symbol, tidy_symbol
from comity.linking.identity import mint
from comity.mentions.quotations import quotations
from comity.mentions.symbols import LAST_LETTER, type_of_symbol
from comity.model import BlockKind, Date, Document, Entity, Mention, Name, Reading
from comity.text.patterns import text_patterns

__all__ = ["adoption_day", "own_instrument", "publisher_of"]

_LONGEST_ACRONYM = 6
_DAY = len("2025-09-01")
_ABOUT = frozenset(("о", "об"))
_KINDS = {"Resolution": "resolution", "Decision": "decision", "Declaration": "presidential-statement"}
"""What kind of instrument the class that a symbol shows is; the only declarations with symbols are statements."""


def own_instrument(reading: Reading, mentions: tuple[Mention, ...], lexicon: Lexicon) -> Entity | None:
    """Return the instrument whose text the document is, or None for a report or a speech.

    Its class comes from its symbol or from the noun of its title; without a symbol, title and day identify it. Symbol
    and title are those of the file's record where it states them.
    """
    document = reading.document
    if not document.kind.is_instrument:
        return None
    if document.record.symbol:
        return _recorded(document, tidy_symbol(document.record.symbol), lexicon)
    title = next((document.quote(block.span) for block in document.blocks if block.kind is BlockKind.TITLE), None)
    symbol = next((mention for mention in mentions if mention.rule == "title-symbol"), None)
    if symbol is not None and symbol.symbol:
        known = lexicon.by_symbol(symbol.symbol)
        label = _without_section(_spaced(_without_number(title or "")), symbol.symbol).rstrip(" ,")
        _, kind = _type(label, document.language) if symbol.type == "Declaration" else (None, symbol.type.lower())
        return known or mint(symbol.type, (), (Name(label, document.language),), symbol.symbol, kind)
    if title is None or _is_headline(reading):
        return None
    label = _sentence_case(_spaced(title))
    known_ones = lexicon.identify(label)
    adopted = adoption_day(reading, mentions)
    day = adopted.label if adopted is not None else ""
    if len(known_ones) == 1 and (lexicon.entries[known_ones[0]].date or day) == day:
        return lexicon.entity(known_ones[0])
    type_, kind = _type(label, document.language)
    return mint(type_, (*lexicon.key(label), day), (Name(label, document.language),), kind=kind)


def _recorded(document: Document, symbol: str, lexicon: Lexicon) -> Entity:
    type_ = type_of_symbol(symbol)
    names = (Name(document.record.title or symbol, document.language),)
    return lexicon.by_symbol(symbol) or mint(type_, (), names, symbol, _KINDS.get(type_))


def publisher_of(document: Document, lexicon: Lexicon) -> Entity | None:
    """Return the organisation that a document's metadata names as its publisher."""
    name = document.source.metadata.publisher
    if not name:
        return None
    return lexicon.named(name) or mint("Organization", lexicon.key(name), (Name(name, document.language),))


def adoption_day(reading: Reading, mentions: tuple[Mention, ...]) -> Mention | None:
    """Return the date that an instrument gives as its own.

    It stands under the text or its title, in the title ("Решение … от 5 мая 2024 года"), or before the verb with which
    the parties declare ("… по итогам заседания 14 июня 2019 года заявляют"). Where the record of the file states the
    day, only words that say it are meant, wherever they stand.
    """
    dates = [mention for mention in mentions if mention.date is not None]
    adopted = reading.document.record.adopted
    stated = [mention for mention in dates if adopted and mention.date == Date(adopted.isoformat())]
    signed = [each for each in stated or dates if reading.block(each.first).kind is BlockKind.SIGNATURE]
    adopted_line = text_patterns(reading.document.language).adopted
    lines = (each for each in signed if adopted_line.match(reading.document.quote(reading.block(each.first).span)))
    if signed:  # the line "Adopted by …", and not the day under an annex
        return next(lines, signed[-1])
    if stated:
        return stated[0]
    titled = (mention for mention in dates if _dates_a_title(reading, mention))
    return next(titled, None) or _declared_on(reading, dates)


def _dates_a_title(reading: Reading, mention: Mention) -> bool:
    """Tell "Решение Совета от 5 мая 2024 года" from "Решение о выполнении Решения от 5 мая 2024 года"."""
    before = reading.tokens[reading.sentence(mention.first).start : mention.first]
    whole = reading.block(mention.first).kind is BlockKind.TITLE and bool(before) and before[-1].text.lower() == "от"
    return whole and not any(token.text.lower() in _ABOUT for token in before)


def _declared_on(reading: Reading, dates: Sequence[Mention]) -> Mention | None:
    """Return the only day, outside of titles in quotation marks, before the verb that introduces what is declared."""
    enacting = text_patterns(reading.document.language).enacting
    kinds = {BlockKind.PREAMBULAR, BlockKind.PARAGRAPH, BlockKind.OPERATIVE}
    sentence = next((s for s, block in reading.sentences if reading.document.blocks[block].kind in kinds), range(0))
    verb = next((index for index in sentence if reading.tokens[index].text.lower() in enacting), sentence.start)
    quoted = _quoted(reading)
    before = [each for each in dates if sentence.start < each.first < verb and each.first not in quoted]
    if len(before) != 1 or before[0].date is None:
        return None
    single = len(before[0].label) == _DAY and before[0].date.end is None
    return before[0] if single and reading.tokens[before[0].first - 1].text.lower() != "от" else None


def _is_headline(reading: Reading) -> bool:
    """Return whether a title tells what somebody did: "Декларация саммита отражает отсутствие …"."""
    quoted = _quoted(reading)
    for sentence, block in reading.sentences:
        if reading.document.blocks[block].kind is not BlockKind.TITLE:
            continue
        for index in sentence:
            token = reading.tokens[index]
            best = token.analyses[0] if token.analyses and index not in quoted else None
            if token.has_lemma("который", "which"):
                break
            if best is not None and best.form == "Fin" and best.certain and token.text.islower():
                return True
    return False


def _quoted(reading: Reading) -> set[int]:
    return {i for quotation in quotations(reading) for i in range(quotation.opening, quotation.closing)}


def _without_number(title: str) -> str:
    """Return the words of a title after its number; all of it where there are none."""
    number = full_symbol().match(title) or bare_number().match(title)
    return (title[number.end() :].lstrip(" .\t\r\n") if number else "") or title


def _without_section(title: str, symbol: str) -> str:
    """Return a title without the letter at its end where that is the letter of the symbol."""
    last = LAST_LETTER.search(title)
    return title[: last.start()] if last and symbol.endswith(f" {last['letter']}") else title


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
