"""Names in a language that writes all their words with capitals: where they begin and end."""

from comity.lexicon import LanguagePatterns, Lexicon
from comity.model import Reading

__all__ = ["begins", "singles_out", "stops"]

_SMALL = frozenset(
    ("of", "on", "in", "for", "and", "the", "to", "against", "between", "with", "at", "by", "from", "towards")
)
_LED = frozenset(("State", "Government"))
_WITHIN = frozenset('-–&/"“”«»')


def begins(reading: Reading, first: int, head: int) -> int:
    """Return where a name begins among the words `first` to `head` that qualify its noun.

    With a capital on the noun it is the words with capitals right before it ("the new *Global Panel*"), without one all
    from the first that has one ("the next *BRICS summit*").
    """
    words = [reading.tokens[index].text for index in range(first, head + 1)]
    capitals = [first + place for place, word in enumerate(words) if not word[0].islower()]
    if not reading.tokens[head].is_capitalised:
        return _over_small(reading, capitals[0]) if capitals else first
    start = head
    while start - 1 in capitals:
        start -= 1
    return _over_small(reading, start) if reading.tokens[start].text in _LED else start


def _over_small(reading: Reading, first: int) -> int:
    """Step over "Nutrition for" before a capital: "the Nutrition for *Growth* summit"."""
    before = reading.tokens[max(first - 2, 0) : first]
    over = len(before) > 1 and before[0].is_capitalised and (before[1].text == "for" or before[0].text == "Heads")
    return first - 2 if over else first


def stops(reading: Reading, patterns: LanguagePatterns, head: int, stop: int) -> int:
    """Return where the stretch of capitals that begins with a noun ends; `stop` for a noun without one.

    A day is no part of it: "the Declaration of Support on *July 12*".
    """
    if not reading.tokens[head].is_capitalised:
        return stop
    end = position = head + 1
    while position < stop:
        token = reading.tokens[position]
        if token.text.lower() in patterns.months:
            break
        if token.is_capitalised or token.text[0].isdigit() or token.text in _WITHIN:
            end = position + 1
        elif token.text not in _SMALL:
            break
        position += 1
    return end


def singles_out(reading: Reading, lexicon: Lexicon, first: int, head: int) -> bool:
    """Return whether a capital before a noun without one is more than the adjective of a state: "Chinese summit"."""
    words = [token for token in reading.tokens[first:head] if token.is_capitalised]
    return any(len(lexicon.demonym(word.lemma)) != 1 for word in words)
