"""A document is read: words get their analyses, blocks their sentences."""

from comity.lexicon.morphology import Morphology
from comity.lexicon.patterns import language_patterns
from comity.lexicon.vocabulary import vocabulary
from comity.lexicon.wordorder import in_order
from comity.model import Document, Reading, Span, Token
from comity.text import sentence_ranges, tokenise
from comity.text.patterns import text_patterns

__all__ = ["read", "tokens_of"]


def read(document: Document, morphology: Morphology) -> Reading:
    """Return the tokens and sentences of a document, block by block; the words of an English one by their order."""
    text = document.view.text
    titles = language_patterns(document.language).post_nouns if document.language == "en" else frozenset()
    patterns = text_patterns(document.language)
    tokens: list[Token] = []
    sentences: list[tuple[range, int]] = []
    for index, block in enumerate(document.blocks):
        for sentence in sentence_ranges(text, block.span, patterns):
            first = len(tokens)
            found = _tokens(text, sentence, morphology)
            tokens += in_order(found, vocabulary(), titles) if document.language == "en" else found
            if len(tokens) > first:
                sentences.append((range(first, len(tokens)), index))
    return Reading(document, tuple(tokens), tuple(sentences))


def tokens_of(name: str, morphology: Morphology) -> tuple[Token, ...]:
    """Return the tokens of a name, as `read` would give them in a text."""
    return tuple(_tokens(name, Span(0, len(name)), morphology)) if name else ()


def _tokens(text: str, whole: Span, morphology: Morphology) -> list[Token]:
    analyse = morphology.analyse
    spelled = [(span, text[span.start : span.end]) for span in tokenise(text, whole)]
    return [
        Token(span, word, analyse(word)) if word[0].isalpha() and "/" not in word else Token(span, word)
        for span, word in spelled
    ]
