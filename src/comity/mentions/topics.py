"""Topics of AI governance: the words by which a text shows what it is about."""

from collections.abc import Iterator, Sequence

from comity.lexicon import LanguagePatterns
from comity.model import BlockKind, Mention, Reading, Token

__all__ = ["find_topics"]


def find_topics(reading: Reading, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield a mention for every phrase that the topic list files under a concept; `kind` is its notation."""
    for index in range(len(reading.tokens)):
        if reading.block(index).kind is BlockKind.FURNITURE:
            continue
        for lemmas, concept in _phrases(reading.tokens[index], patterns):
            last = index + len(lemmas)
            if last <= reading.sentence(index).stop and all(
                lemma in {token.lemma, token.text.lower()}
                for token, lemma in zip(reading.tokens[index:last], lemmas, strict=True)
            ):
                yield Mention(index, last, index, "Topic", "topic-words", reading.text(index, last), kind=concept)
                break


def _phrases(token: Token, patterns: LanguagePatterns) -> Sequence[tuple[tuple[str, ...], str]]:
    """Return the phrases that a word may begin: by its lemma, or as it is written where it is an acronym ("ИИ")."""
    return patterns.topics.get(token.lemma) or patterns.topics.get(token.text.lower(), ())
