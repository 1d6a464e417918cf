"""A document whose mark-up says what its paragraphs are: only their numbers are put together from those around them."""

import re
from dataclasses import dataclass, field

from comity.model import Block, BlockKind, Document, DocumentKind, MarkedBlock, Markup, Source, Span
from comity.text.language import detect_language
from comity.text.numbering import Leads, Numbering
from comity.text.paragraphs import Paragraph, Role, lay_out, set_paragraph
from comity.text.patterns import TextPatterns, text_patterns

__all__ = ["marked_document"]

_GENRES = {
    "resolution": DocumentKind.RESOLUTION,
    "decision": DocumentKind.RESOLUTION,
    "draft resolution": DocumentKind.RESOLUTION,
    "presidentialStatement": DocumentKind.DECLARATION,
    "declaration": DocumentKind.DECLARATION,
    "statement": DocumentKind.DECLARATION,
}
_ROLES = {BlockKind.FOOTNOTE: Role.FOOTNOTE, BlockKind.FURNITURE: Role.FURNITURE}
_COUNTED = frozenset((BlockKind.OPERATIVE, BlockKind.PARAGRAPH, BlockKind.SUBPARAGRAPH))
_ENUMERATOR = re.compile(r"(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]?)?\s*(?:\(?(?P<letter>[a-zа-я]{1,5})[.)])?")
_BULLET = re.compile(r"[-–—−•●▪]")
_TYPED = re.compile(r"(?:\d{1,3}[.)]|\((?:[a-zа-я]|[ivx]{1,5})\)|[-–—−•●▪])(?=\s)")


def marked_document(source: Source, markup: Markup) -> Document:
    """Return the document of a marked-up source, with the genre and the language that its record states."""
    language = source.metadata.language or markup.record.language or detect_language(source.text)
    laid = [(block, _paragraph(source.text, block)) for block in markup.blocks]
    laid = [(block, part) for block, part in laid if part.text]
    view, starts = lay_out([part for _, part in laid])
    numbered = any(block.kind is BlockKind.OPERATIVE and block.enumerator[:1].isdigit() for block, _ in laid)
    walk = _Walk(text_patterns(language), numbered=numbered)
    blocks = tuple(walk.block(block, part, start) for (block, part), start in zip(laid, starts, strict=True))
    return Document(source, view, blocks, language, _GENRES.get(markup.record.genre or "", DocumentKind.OTHER))


def _paragraph(text: str, block: MarkedBlock) -> Paragraph:
    return set_paragraph(text, block.span, _ROLES.get(block.kind, Role.BODY), block.marks)


@dataclass(slots=True)
class _Walk:
    """One pass over the paragraphs; `numbered` says that the paragraphs of the main body bear numbers."""

    patterns: TextPatterns
    numbered: bool
    numbering: Numbering = field(default_factory=Numbering)
    leads: Leads = field(default_factory=Leads)
    preambular: int = 0
    running: int = 0

    def block(self, marked: MarkedBlock, part: Paragraph, start: int) -> Block:
        """Return the block of one paragraph, which begins at `start` in the view."""
        block = self._block(marked, part, Span(start, start + len(part.text)))
        self.leads.after(block, part.text)
        return block

    def _block(self, marked: MarkedBlock, part: Paragraph, span: Span) -> Block:
        if not any(character.isalnum() for character in part.text):
            return Block(BlockKind.FURNITURE, span)
        annex = self.patterns.annex.match(part.text)
        if annex and marked.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}:
            self.numbering.annex(annex["number"])
            return Block(BlockKind.HEADING, span, marks=part.marks)
        if marked.kind in _COUNTED:
            return self._counted(marked, part, span)
        if marked.kind is BlockKind.FOOTNOTE:
            return Block(marked.kind, span, marked.enumerator)
        if marked.kind is BlockKind.PREAMBULAR:
            self.preambular += 1
            return Block(marked.kind, span, f"p{self.preambular}", marks=part.marks)
        return Block(marked.kind, span, marks=part.marks)

    def _counted(self, marked: MarkedBlock, part: Paragraph, span: Span) -> Block:
        """Read the number of a paragraph, which the editors may have left in its words."""
        typed = None if marked.enumerator else _TYPED.match(part.text)
        enumerator = typed[0] if typed else marked.enumerator
        after = re.compile(re.escape(enumerator) + r"\s*(?=\S)").match(part.text)
        words = Span(span.start + after.end(), span.end) if after else span
        found = _ENUMERATOR.fullmatch(enumerator)
        if found and (found["number"] or found["letter"]):
            return self._enumerated(found, part, words)
        item = self.leads.continues(part.text) or _BULLET.fullmatch(enumerator) is not None
        if item or marked.kind is BlockKind.SUBPARAGRAPH:
            return Block(BlockKind.ITEM, words, lead=self.leads.last, marks=part.marks)
        number = None
        if marked.kind is BlockKind.OPERATIVE and not self.numbered:
            self.running += 1
            number = self.numbering.paragraph(str(self.running))
        return Block(marked.kind, words, number, marks=part.marks)

    def _enumerated(self, found: re.Match[str], part: Paragraph, words: Span) -> Block:
        number = self.numbering.paragraph(found["number"]) if found["number"] else None
        if found["letter"] is None:
            return Block(BlockKind.OPERATIVE, words, number, marks=part.marks)
        roman = self.numbering.is_roman(found["letter"], introduced=self.leads.opens_list)
        number = self.numbering.subparagraph(found["letter"], roman=roman)
        return Block(BlockKind.SUBPARAGRAPH, words, number, self.leads.of_sublist(roman=roman), part.marks)
