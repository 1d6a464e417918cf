"""A document is read: words get their analyses, blocks their sentences."""

from comity.lexicon.morphology import Morphology
from comity.model import Document, Reading, Token
from comity.text import sentence_ranges, tokenise
from comity.text.patterns import text_patterns

__all__ = ["read", "tokens_of"]


def read(document: Document, morphology: Morphology) -> Reading:
    """Return the tokens and sentences of a document, block by block."""
    text = document.view.text
    patterns = text_patterns(document.language)
    tokens: list[Token] = []
    sentences: list[tuple[range, int]] = []
    for index, block in enumerate(document.blocks):
        for sentence in sentence_ranges(text, block.span, patterns):
            first = len(tokens)
            for span in tokenise(text, sentence):
                word = span.of(text)
                tokens.append(
                    Token(span, word, morphology.analyse(word) if word[0].isalpha() and "/" not in word else ())
                )
            if len(tokens) > first:
                sentences.append((range(first, len(tokens)), index))
    return Reading(document, tuple(tokens), tuple(sentences))


def tokens_of(name: str, morphology: Morphology) -> tuple[Token, ...]:
    """Return the tokens of a name, as `read` would give them in a text."""
    from comity.model import Span  # noqa: PLC0415

    return tuple(
        Token(span, span.of(name), morphology.analyse(span.of(name)) if span.of(name)[0].isalpha() else ())
        for span in tokenise(name, Span(0, len(name)))
    )
