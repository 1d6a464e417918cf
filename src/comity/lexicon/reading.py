"""A document is read: words get their analyses, blocks their sentences."""

from comity.lexicon.morphology import Morphology
from comity.model import Document, Reading, Span, Token
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
            tokens += (_token(span, text, morphology) for span in tokenise(text, sentence))
            if len(tokens) > first:
                sentences.append((range(first, len(tokens)), index))
    return Reading(document, tuple(tokens), tuple(sentences))


def tokens_of(name: str, morphology: Morphology) -> tuple[Token, ...]:
    """Return the tokens of a name, as `read` would give them in a text."""
    return tuple(_token(span, name, morphology) for span in tokenise(name, Span(0, len(name)))) if name else ()


def _token(span: Span, text: str, morphology: Morphology) -> Token:
    word = span.of(text)
    if not word[0].isalpha() or "/" in word:
        return Token(span, word)
    return Token(span, word, morphology.analyse(word))
