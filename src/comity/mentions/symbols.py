"""Document symbols: in full ("A/RES/79/1"), and bare numbers that a noun and a body make into one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.lexicon import LanguagePatterns
from comity.lexicon.series import bare_number, document_series, full_symbol, symbol_kinds, tidy_symbol
from comity.mentions.numbers import NumberLists
from comity.model import BlockKind, Mention, Reading, Span
from comity.text.patterns import text_patterns

__all__ = ["LAST_LETTER", "find_symbols", "own_symbol", "type_of_symbol"]

LAST_LETTER = re.compile(r"\s(?P<letter>[A-Z])[*\u00b9\u00b2\u00b3\u2070-\u2079]*$")
"""A capital that stands alone at the end of a title, with its footnote marks: it may be the letter of a section."""


def find_symbols(reading: Reading, patterns: LanguagePatterns, lists: NumberLists) -> Iterator[Mention]:
    """Yield every symbol of a document: those in full, and the bare numbers of its lists.

    A bare number counts only when the noun for a resolution or decision opens the list it stands in, so that
    neither "24/7" nor a fraction becomes a resolution.
    """
    taken: set[int] = set()
    for match in full_symbol().finditer(reading.document.view.text):
        first, final = reading.token_at(match.start()), reading.token_at(match.end() - 1)
        if first is not None and final is not None:
            taken.update(range(first, final + 1))
            yield _mention(first, final + 1, match[0], "symbol")
    for number, series in lists.numbers():
        if number.first not in taken:
            decision = reading.tokens[number.noun].lemma_in(patterns.words["symbols.decision"])
            symbol = series.symbol(number.text, decision=decision)
            yield replace(_mention(number.first, number.last, symbol, "bare-symbol"), noun=number.noun)


def own_symbol(reading: Reading, adopter: str | None) -> Mention | None:
    """Return the symbol that the title of an instrument begins with, as the record of its file has it, if there is one.

    "79/325. Круг ведения …" is A/RES/79/325; that "76/402. Election …" is part B of a decision, the record tells.
    """
    found, stated = _title_symbol(reading, adopter), reading.document.record.symbol
    return found if found is None or stated is None else _mention(found.first, found.last, stated, found.rule)


def _title_symbol(reading: Reading, adopter: str | None) -> Mention | None:
    title = next((block for block in reading.document.blocks if block.kind is BlockKind.TITLE), None)
    if title is None:
        return None
    text = reading.document.view.text
    noun = text_patterns(reading.document.language).numbered.match(text, title.span.start, title.span.end)
    start = noun.start("symbol") if noun else title.span.start
    found = full_symbol().match(text, start) or bare_number().match(text, start)
    first = reading.token_at(start)
    last = reading.token_at(found.end() - 1) if found else None
    if found is None:
        return _head_symbol(reading)
    if first is None or last is None:
        return None
    if found.re is full_symbol():
        return _mention(first, last + 1, found[0], "title-symbol")
    fitting = [series for series in document_series() if series.bare.fullmatch(found[0])]
    if not fitting:
        return None
    series = min(fitting, key=lambda series: (series.body != adopter, not series.alone))
    resolution, decision = (tidy_symbol(series.symbol(found[0], decision=each)) for each in (False, True))
    is_decision = _is_decision(reading, title.span, resolution, decision, by_number=series.numbers_decision(found[0]))
    symbol = decision if is_decision else resolution
    letter = _section(reading, title.span, found[0], symbol)
    return _mention(first, last + 1, f"{symbol} {letter}" if letter else symbol, "title-symbol")


def _section(reading: Reading, title: Span, number: str, symbol: str) -> str | None:
    """Return the letter of a section that a number lacks: "74/260. Financing of the Mission B" is A/RES/74/260 B.

    The head of the pages shows it; or the title ends with it, and the text names another section of that number, as in
    "Consequently, decision 76/413 becomes decision 76/413 A".
    """
    document = reading.document
    heads = (tidy_symbol(document.quote(block.span)) for block in document.blocks if block.kind is BlockKind.FURNITURE)
    shown = {head[-1] for head in heads if re.fullmatch(rf"{re.escape(symbol)} [A-Z]", head)}
    if shown:
        return shown.pop() if len(shown) == 1 else None
    last = LAST_LETTER.search(document.quote(title))
    others = set(re.findall(rf"(?<![\w/]){re.escape(number)} ([A-Z])\b", document.view.text))
    return last["letter"] if last and others - {last["letter"]} else None


def _head_symbol(reading: Reading) -> Mention | None:
    """Return the one symbol of a resolution, decision or statement that stands at the head of the pages."""
    document = reading.document
    lines = [block.span for block in document.blocks if block.kind is BlockKind.FURNITURE]
    found = {tidy_symbol(match[0]): line for line in lines if (match := full_symbol().fullmatch(document.quote(line)))}
    own = [(symbol, line) for symbol, line in found.items() if type_of_symbol(symbol) != "Instrument"]
    if len(own) != 1:
        return None
    symbol, line = own[0]
    first, last = reading.token_at(line.start), reading.token_at(line.end - 1)
    return _mention(first, last + 1, symbol, "title-symbol") if first is not None and last is not None else None


def _is_decision(reading: Reading, title: Span, resolution: str, decision: str, *, by_number: bool) -> bool:
    """Tell a decision by the symbol at the head of its pages, the noun before its number, or a number of its count.

    What is opened by the name of the adopting body is no decision: those have no preamble.
    """
    document = reading.document
    furniture = [document.quote(block.span) for block in document.blocks if block.kind is BlockKind.FURNITURE]
    heads = {tidy_symbol(symbol[0]) for line in furniture for symbol in full_symbol().finditer(line)}
    if heads & {resolution, decision}:
        return decision in heads
    noun = re.match(r"[^\W\d_]+", document.quote(title))
    instruments = text_patterns(document.language).instruments
    if noun and noun[0].lower() in instruments:
        return instruments[noun[0].lower()][0] == "Decision"
    return by_number and not any(block.kind is BlockKind.OPENING for block in document.blocks)


def _mention(first: int, last: int, symbol: str, rule: str) -> Mention:
    symbol = tidy_symbol(symbol)
    return Mention(first, last, first, type_of_symbol(symbol), rule, symbol, symbol=symbol)


def type_of_symbol(symbol: str) -> str:
    """Return the class that a full symbol shows: resolutions, decisions, statements; all else is an instrument."""
    parts = re.split(r"[/.]", symbol)
    return next((kind for part in parts if (kind := symbol_kinds().get(part))), "Instrument")
