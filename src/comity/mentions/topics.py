"""Topics of AI governance: the words by which a text shows what it is about."""

from collections.abc import Iterator, Mapping, Sequence

from comity.lexicon import LanguagePatterns
from comity.model import BlockKind, Mention, Reading, Token

__all__ = ["find_phrases", "find_topics"]

_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def find_topics(reading: Reading, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield a mention for every phrase that the topic list files under a concept; `kind` is its notation."""
    for index, last, concept in find_phrases(reading, patterns.topics):
        if reading.block(index).kind is not BlockKind.FURNITURE:
            yield Mention(index, last, index, "Topic", "topic-words", reading.text(index, last), kind=concept)


def find_phrases(reading: Reading, phrases: _Phrases) -> Iterator[tuple[int, int, str]]:
    """Yield the bounds and the meaning of every phrase, given by its lemmas; the longest that begins at a token."""
    acronyms = {form for form in reading.forms if form.isupper() and form.lower() in phrases}
    for index in sorted({*reading.having(phrases.keys()), *reading.written(acronyms)}):
        found = next(_phrases_at(reading, index, phrases), None)
        if found is not None:
            yield index, *found


def _phrases_at(reading: Reading, index: int, phrases: _Phrases) -> Iterator[tuple[int, str]]:
    """Yield the end and the meaning of each phrase that begins at a token; longer ones first."""
    stop = reading.sentence(index).stop
    for word in _spellings(reading.tokens[index]):
        for lemmas, meaning in phrases.get(word, ()):
            last = index + len(lemmas)
            tokens = reading.tokens[index:last]
            if last <= stop and all(lemma in _spellings(t) for t, lemma in zip(tokens, lemmas, strict=True)):
                yield last, meaning


def _spellings(token: Token) -> frozenset[str]:
    """Return the lemmas a word may have; an acronym ("ИИ") is also itself."""
    return token.analyses.lemmas | {token.text.lower()} if token.text.isupper() else token.analyses.lemmas
