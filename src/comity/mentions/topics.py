"""Topics of AI governance: the words by which a text shows what it is about."""

from collections.abc import Iterator, Mapping, Sequence

from comity.lexicon import LanguagePatterns
from comity.model import BlockKind, Mention, Reading, Token

__all__ = ["find_topics", "phrases_at"]


def find_topics(reading: Reading, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield a mention for every phrase that the topic list files under a concept; `kind` is its notation."""
    for index in range(len(reading.tokens)):
        found = next(phrases_at(reading, index, patterns.topics), None)
        if found and reading.block(index).kind is not BlockKind.FURNITURE:
            last, concept = found
            yield Mention(index, last, index, "Topic", "topic-words", reading.text(index, last), kind=concept)


def phrases_at(
    reading: Reading, index: int, phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
) -> Iterator[tuple[int, str]]:
    """Yield the end and the meaning of each phrase, given by its lemmas, that begins at a token; longer ones first."""
    opening = _spellings(reading.tokens[index])
    stop = reading.sentence(index).stop if not phrases.keys().isdisjoint(opening) else index
    for word in opening if stop > index else ():
        for lemmas, meaning in phrases.get(word, ()):
            last = index + len(lemmas)
            tokens = reading.tokens[index:last]
            if last <= stop and all(lemma in _spellings(t) for t, lemma in zip(tokens, lemmas, strict=True)):
                yield last, meaning


def _spellings(token: Token) -> frozenset[str]:
    """Return the lemmas a word may have; an acronym ("ИИ") is also itself."""
    return token.analyses.lemmas | {token.text.lower()} if token.text.isupper() else token.analyses.lemmas
