"""Quotation marks: what stands between them, one inside another."""

from dataclasses import dataclass

from comity.model import Reading

__all__ = ["Quotation", "quotations"]

_PAIRS = {"«": "»", "“": "”", "„": "“"}
_MARKS = frozenset((*_PAIRS, *_PAIRS.values(), '"'))


@dataclass(frozen=True, slots=True)
class Quotation:
    """The marks at tokens `opening` and `closing`; what is quoted lies between."""

    opening: int
    closing: int


def quotations(reading: Reading) -> tuple[Quotation, ...]:
    """Return the quotations of a document in the order of their opening marks; unclosed ones are left out.

    Straight marks open where no quotation is open or a letter touches them on the right only.
    """
    found: list[Quotation] = []
    block, stack = -1, list[int]()
    for index in reading.written(_MARKS):
        token = reading.tokens[index]
        if reading.block_index(index) != block:
            block, stack = reading.block_index(index), []
        closes = bool(stack) and token.text == _PAIRS.get(reading.tokens[stack[-1]].text, '"')
        if (token.text in _PAIRS and not closes) or (token.text == '"' and _opens(reading, index, stack)):
            stack.append(index)
        elif closes:
            opening = stack.pop()
            if index > opening + 1:
                found.append(Quotation(opening, index))
    return tuple(sorted(found, key=lambda quotation: quotation.opening))


def _opens(reading: Reading, index: int, stack: list[int]) -> bool:
    straight = [mark for mark in stack if reading.tokens[mark].text == '"']
    if not straight:
        return True
    text, start = reading.document.view.text, reading.tokens[index].span.start
    return text[start - 1 : start].isspace() and not text[start + 1 : start + 2].isspace()
