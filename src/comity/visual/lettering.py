"""Labels that fit: width of text without a font at hand, lines, ellipses."""

from collections.abc import Sequence

__all__ = ["lines", "text_width"]

_NARROW = frozenset(" .,:;!|'’()[]{}fijlrtIг/-«»\"")
_WIDE = frozenset("mwMWЖШЩМФЮЫДжшщмфюы@%—…")
_ELLIPSIS = "…"


def text_width(text: str, size: float) -> float:
    """Return the width of a text in a sans-serif font of this size: a safe estimate, in the unit of the size."""
    return size * sum(map(_width, text))


def lines(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Return the text broken at spaces into at most so many lines of at most that width.

    Of a text that is too long the first line and the last ones stay, with an ellipsis between them, for official titles
    begin alike and differ at the end; on a single line the beginning stays.
    """
    broken: list[str] = []
    rest = text.split()
    while rest and len(broken) < most:
        line, rest = _line(rest, width, size)
        broken.append(line)
    if not rest:
        return tuple(broken)
    if most == 1:
        return (_cut(f"{broken[0]} {rest[0]}", width, size),)
    beginning, _ = _line(text.split(), width - text_width(_ELLIPSIS, size), size)
    return (_shortened(beginning), *_ending(text.split(), width, size, most - 1))


def _width(char: str) -> float:
    if char in _NARROW:
        return 0.38
    if char in _WIDE:
        return 0.92
    return 0.72 if char.isupper() else 0.63


def _line(words: Sequence[str], width: float, size: float) -> tuple[str, list[str]]:
    """Return as many words as fit on one line, at least one, and the words that are left."""
    line = words[0] if text_width(words[0], size) <= width else _cut(words[0], width, size)
    for count, word in enumerate(words[1:], start=1):
        if text_width(f"{line} {word}", size) > width:
            return line, list(words[count:])
        line = f"{line} {word}"
    return line, []


def _ending(words: Sequence[str], width: float, size: float, most: int) -> list[str]:
    """Return the last so many full lines of a text: its words are laid out from behind, letter by letter."""
    ending: list[str] = []
    backwards = [word[::-1] for word in reversed(words)]
    while backwards and len(ending) < most:
        line, backwards = _line(backwards, width, size)
        ending.insert(0, line[::-1])
    return ending


def _cut(text: str, width: float, size: float) -> str:
    """Return the longest beginning that fits together with an ellipsis."""
    longest = int(width / size / _width(" "))
    for end in range(min(len(text), longest), 0, -1):
        if text_width(_shortened(text[:end]), size) <= width:
            return _shortened(text[:end])
    return _ELLIPSIS


def _shortened(beginning: str) -> str:
    return beginning.rstrip(f" ,.;:–—-«({_ELLIPSIS}") + _ELLIPSIS
