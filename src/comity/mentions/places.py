"""Cities that no record knows, after the word for a city: "в городе Хоргосе", "в г. Кульджа"."""

from collections.abc import Iterable, Iterator

from comity.lexicon import LanguagePatterns, Morphology
from comity.model import BlockKind, Mention, Reading, Token

__all__ = ["find_cities"]

_SKIPPED = frozenset((BlockKind.FURNITURE, BlockKind.SIGNATURE))


def find_cities(
    reading: Reading, morphology: Morphology, patterns: LanguagePatterns, names: Iterable[Mention]
) -> Iterator[Mention]:
    """Yield a place for every capitalised name after "город" that is no known name."""
    named = {index for name in names for index in range(name.first, name.last)}
    words = patterns.words["places.city"]
    for index, token in enumerate(reading.tokens):
        city = token.lemma_in(words) or (token.text.lower() in words and not reading.tokens[index - 1].text.isdigit())
        if not city or reading.block(index).kind in _SKIPPED:
            continue
        stop = reading.sentence(index).stop
        first = index + 2 if index + 1 < stop and reading.tokens[index + 1].text == "." else index + 1
        last = first
        while last < stop and reading.tokens[last].is_capitalised and last not in named:
            last += 1
        if last > first and _agrees(reading, index, first):
            label = " ".join(_nominative(reading.tokens[i], morphology) for i in range(first, last))
            yield Mention(first, last, first, "Place", "city", label)


def _nominative(word: Token, morphology: Morphology) -> str:
    as_it_stands = word.in_case("Nom") or word.analyses.cases == {None}
    return word.text if as_it_stands else morphology.inflect(word.text, "Nom", "Sing", None)


def _agrees(reading: Reading, noun: int, name: int) -> bool:
    """A city's name stands in the case of the noun or in the nominative; a genitive says whose the city is."""
    readings = reading.tokens[name].analyses
    cases = {analysis.case for analysis in readings if analysis.number != "Plur"} - {"Gen"}
    return not readings[0].certain or "Nom" in cases or not reading.tokens[noun].analyses.cases.isdisjoint(cases)
