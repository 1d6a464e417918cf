"""Topics of AI governance: the words by which a text shows what it is about."""

from collections.abc import Iterator

from comity.lexicon import LanguagePatterns
from comity.model import BlockKind, Mention, Reading

__all__ = ["find_topics"]


def find_topics(reading: Reading, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield a mention for every phrase that the topic list files under a concept; `kind` is its notation."""
    for index in range(len(reading.tokens)):
        if reading.block(index).kind is BlockKind.FURNITURE:
            continue
        for lemmas, concept in patterns.topics.get(reading.tokens[index].lemma, ()):
            last = index + len(lemmas)
            if last <= reading.sentence(index).stop and all(
                token.lemma == lemma for token, lemma in zip(reading.tokens[index:last], lemmas, strict=True)
            ):
                yield Mention(index, last, index, "Topic", "topic-words", reading.text(index, last), kind=concept)
                break
