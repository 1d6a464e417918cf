"""Document symbols: in full ("A/RES/79/1"), and bare numbers that a noun and a body make into one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from comity.lexicon import LanguagePatterns
from comity.lexicon.keys import is_acronym
from comity.lexicon.series import Series, document_series
from comity.model import BlockKind, Mention, Reading
from comity.text.patterns import text_patterns

__all__ = ["find_symbols", "own_symbol", "type_of_symbol"]

_FULL = re.compile(r"\b([AESTDJC](?:/[A-Z]+(?![a-z])(?:\.\d+)?|/\d+|/S-\d+|/ES-\d+)+(?:/[\w.-]*\w)*(?:\s?\(\d{4}\))?)")
_ANY_BARE = re.compile(r"(?:\d{1,4}/\d{1,4}(?:\s[A-Z]\b)?|\d{1,4}\s\(\d{4}\))(?![/\d])")
_TITLE = re.compile(r"(\d{1,3}/\d{1,4}(?:\s[A-Z]\b)?|\d{1,4} \(\d{4}\))\s*\.?\s")
_LIST_WORDS = frozenset((",", ";", "и", "и", "от", "года", "г", ".", "а", "также", "and", "of", "as", "well"))


def find_symbols(
    reading: Reading, patterns: LanguagePatterns, names: Sequence[Mention], adopter: str | None
) -> Iterator[Mention]:
    """Yield every symbol of a document; `adopter` is the body whose bare numbers are meant where none is named.

    A bare number counts only when the noun for a resolution or decision opens the list it stands in, so that
    neither "24/7" nor a fraction becomes a resolution.
    """
    text = reading.document.view.text
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for name in names:
        by_sentence[reading.sentence(name.first).start].append(name)
    starts = {token.span.start: index for index, token in enumerate(reading.tokens)}
    taken: set[int] = set()
    for match in _FULL.finditer(text):
        first, final = _token_at(reading, match.start()), _token_at(reading, match.end() - 1)
        if first is not None and final is not None:
            taken.update(range(first, final + 1))
            yield _mention(first, final + 1, match[1], "symbol")
    for match in _ANY_BARE.finditer(text):
        index = starts.get(match.start())
        if index is None or index in taken:
            continue
        noun = _opening_noun(reading, index, patterns)
        if noun is None:
            continue
        series = _series(match[0], _body_near(reading, noun, by_sentence) or adopter)
        if series:
            decision = reading.tokens[noun].lemma_in(patterns.words["symbols.decision"])
            last = _token_at(reading, match.end() - 1)
            yield _mention(index, (last or index) + 1, series.symbol(match[0], decision=decision), "bare-symbol")


def own_symbol(reading: Reading, adopter: str | None) -> Mention | None:
    """Return the symbol that the title of an instrument begins with: "79/325. Круг ведения …"."""
    title = next((block for block in reading.document.blocks if block.kind is BlockKind.TITLE), None)
    if title is None:
        return None
    text = reading.document.view.text
    full = _FULL.match(text, title.span.start)
    numbered = text_patterns(reading.document.language).numbered.match(text[: title.span.end], title.span.start)
    bare = _TITLE.match(text, title.span.start) or numbered
    first = _token_at(reading, bare.start(1)) if bare else _token_at(reading, title.span.start)
    found = full or bare
    if first is None or found is None:
        return None
    last = _token_at(reading, found.end(1) - 1)
    series = _series(found[1], adopter) if not full else None
    symbol = found[1] if full else series.symbol(found[1]) if series else None
    return _mention(first, (last or first) + 1, symbol, "title-symbol") if symbol else None


def _token_at(reading: Reading, offset: int) -> int | None:
    """Return the index of the token that covers an offset of the view."""
    low, high = 0, len(reading.tokens)
    while low < high:
        middle = (low + high) // 2
        if reading.tokens[middle].span.end <= offset:
            low = middle + 1
        else:
            high = middle
    return low if low < len(reading.tokens) and reading.tokens[low].span.start <= offset else None


def _mention(first: int, last: int, symbol: str, rule: str) -> Mention:
    symbol = re.sub(r"\s+", "", symbol) if "(" in symbol else symbol.strip()
    return Mention(first, last, first, type_of_symbol(symbol), rule, symbol, symbol=symbol)


def type_of_symbol(symbol: str) -> str:
    """Return the class that a full symbol shows: resolutions and decisions; all else is an instrument."""
    if "/RES/" in symbol:
        return "Resolution"
    return "Decision" if "/DEC/" in symbol else "Instrument"


def _opening_noun(reading: Reading, index: int, patterns: LanguagePatterns) -> int | None:
    """Walk left over a list of numbers and dates to the noun that opens it."""
    nouns = patterns.words["symbols.resolution"] | patterns.words["symbols.decision"]
    before = range(index - 1, reading.sentence(index).start - 1, -1)
    between = list(takewhile(lambda position: _in_list(reading, position, patterns), before))
    noun = index - 1 - len(between)
    owners = 6
    for position in range(noun, max(noun - owners, reading.sentence(index).start - 1), -1):
        if reading.tokens[position].lemma_in(nouns):
            return position
        token = reading.tokens[position]
        if not (token.in_case("Gen") or token.is_part("ADP") or is_acronym(token.text)):
            return None
    return None


def _in_list(reading: Reading, position: int, patterns: LanguagePatterns) -> bool:
    token = reading.tokens[position]
    nouns = patterns.words["symbols.resolution"] | patterns.words["symbols.decision"]
    if token.lemma_in(nouns):
        return False
    return token.text.lower() in _LIST_WORDS or token.text.lower() in patterns.months or not token.text[0].isalpha()


def _body_near(reading: Reading, noun: int, names: Mapping[int, Sequence[Mention]]) -> str | None:
    """Return the body that owns the resolutions: named right after the noun, or right after the first number."""
    bodies = {series.body for series in document_series()}
    for name in names.get(reading.sentence(noun).start, ()):
        close = noun < name.first <= noun + 8
        before = name.last == noun and reading.tokens[name.first].in_case("Ins")
        owner = next((candidate for candidate in name.candidates if candidate in bodies), None)
        if owner and (close or before):
            return owner
    return None


def _series(number: str, body: str | None) -> Series | None:
    fitting = [series for series in document_series() if series.bare.fullmatch(number.strip())]
    owned = [series for series in fitting if series.body == body]
    if owned:
        return owned[0]
    return fitting[0] if len(fitting) == 1 or (body is None and fitting) else None
