"""Paragraphs become a document: title, opening, preamble, numbered and lettered paragraphs, items, signature."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from comity.model import Block, BlockKind, Document, DocumentKind, Source, Span
from comity.text.language import detect_language
from comity.text.marked import marked_document
from comity.text.numbering import Leads, Numbering
from comity.text.paragraphs import Paragraph, Role, lay_out, paragraphs
from comity.text.patterns import TextPatterns, text_patterns

__all__ = ["structure"]

_TITLE_SYMBOL = re.compile(
    r"^(?:[A-Z]+/)*(?:(?:E?S-)?\d+/\d+|\d+(?: [A-Z])? \((?:\d{4}|[IVXLC]+)\))(?:\s*\.\s+\S|\s+[A-ZА-ЯЁ«\"“])"
)
_NUMBERED_TITLE = re.compile(r"^(?:[A-Z]+/)*(?:E?S-)?\d+/\d+(?: [A-Z])?\s*\.\s+\S")
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+")
_LETTER = re.compile(r"^\(?([a-zа-я]|[ivxіх]{1,5})\)\s+")
_BULLET = re.compile(r"^[-–—•●▪]\s+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_HEADER_PARAGRAPHS = 12
_TITLE_LENGTH = 320
_TITLE_LINE = 130
_OPENING_WORDS = 8


def structure(source: Source) -> Document:
    """Return the document in a source: its cleaned view, its blocks in order, its language and its genre.

    What the mark-up of a source states is read off; the structure of a plain text is found by how it is laid out.
    """
    if source.markup is not None:
        return marked_document(source, source.markup)
    language = source.metadata.language or detect_language(source.text)
    patterns = text_patterns(language)
    parts = paragraphs(source.text, patterns)
    body = [part for part in parts if part.role is Role.BODY]
    title = _title(body, patterns)
    kind = _kind(body, title, patterns)
    view, starts = lay_out(parts)
    if kind is DocumentKind.NEWS and title == range(1) and len(body[0].text) > _TITLE_LENGTH:
        title = range(0)
    walk = _Walk(kind, patterns, title)
    drafts = [walk.block(index, part, starts[index]) for index, part in enumerate(body)]
    blocks = [block for group in drafts for block in group]
    if title:
        whole = Span(starts[title.start], starts[title.stop - 1] + len(body[title.stop - 1].text))
        blocks = [replace(block, span=whole) if block.kind is BlockKind.TITLE else block for block in blocks]
    blocks += [
        Block(BlockKind.FOOTNOTE, _span(part, start), number=part.text.split(maxsplit=1)[0])
        if part.role is Role.FOOTNOTE
        else Block(BlockKind.FURNITURE, _span(part, start))
        for part, start in zip(parts, starts, strict=True)
        if part.role is not Role.BODY
    ]
    return Document(source, view, tuple(_numbered(blocks, view.text, kind, patterns)), language, kind)


def _span(part: Paragraph, start: int, skip: int = 0) -> Span:
    return Span(start + skip, start + len(part.text))


def _title(body: list[Paragraph], patterns: TextPatterns) -> range:
    """Return which of the first paragraphs are the title."""
    for index, part in enumerate(body[:_HEADER_PARAGRAPHS]):
        numbered = _TITLE_SYMBOL.match(part.text) or patterns.numbered.match(part.text)
        if numbered and len(part.text) < 2 * _TITLE_LENGTH and not part.text.endswith((".", ";")):
            return range(index, index + 1)
    for index, part in enumerate(body[:_HEADER_PARAGRAPHS]):
        if patterns.issued.match(part.text):
            return range(index, index + 1)
    first = next((index for index, part in enumerate(body) if _may_be_title(part.text, patterns)), len(body))
    if first == len(body):
        return range(0)
    head = body[first].text
    if _instrument_class(head, patterns):
        last = first + 1
        while last < len(body) and _is_title_line(body[last], patterns):
            last += 1
        return range(first, last)
    short = len(head) <= _TITLE_LENGTH and not head.endswith((".", ":", ";")) and not patterns.dateline.match(head)
    return range(first, first + 1) if short and len(body) > first + 1 else range(0)


def _may_be_title(text: str, patterns: TextPatterns) -> bool:
    """Tell a line of words from one of figures, such as a rate or the day of publication."""
    return _WORD.search(text) is not None and not patterns.published.match(text)


def _is_title_line(part: Paragraph, patterns: TextPatterns) -> bool:
    if any(pattern.match(part.text) for pattern in patterns.closing):
        return False
    return part.gap <= 1 and len(part.text) <= _TITLE_LINE and not part.text.endswith((".", ",", ":", ";"))


def _instrument_class(text: str, patterns: TextPatterns) -> str | None:
    """Return the class that the noun of a title shows; "Подписан договор" is none of an instrument."""
    words = re.findall(r"[^\W_]+", text)[:3]
    noun = next((index for index, word in enumerate(words) if word.lower() in patterns.instruments), None)
    if noun is None or len(text) >= _TITLE_LENGTH or text.endswith("."):
        return None
    titled = all(patterns.attribute.fullmatch(word) for word in words[:noun])
    return patterns.instruments[words[noun].lower()][0] if titled else None


def _kind(body: list[Paragraph], title: range, patterns: TextPatterns) -> DocumentKind:
    head = "\n".join(part.text for part in body[: title.stop])
    start = body[title.stop : title.stop + _HEADER_PARAGRAPHS]
    if any(
        _is_opening(part.text, patterns) and _opens_clause(following.text, patterns)
        for part, following in pairwise(start)
    ):
        return DocumentKind.RESOLUTION
    if title and _is_numbered(body[title.start].text, patterns):
        return DocumentKind.RESOLUTION
    if any(patterns.dateline.match(part.text) for part in start) or any(
        pattern.search(part.text)
        for part in (*body[: title.stop], *start)
        for pattern in (*patterns.agencies, *patterns.relays)
    ):
        return DocumentKind.NEWS
    if patterns.speech.search(head) or any(patterns.address.match(part.text) for part in start):
        return DocumentKind.SPEECH
    reported = any(pattern.search(part.text) for part in start for pattern in patterns.reporting)
    class_ = _instrument_class(body[title.start].text, patterns) if title and not reported else None
    performed = class_ != "Resolution" or any(_performs(part.text, patterns) for part in start)
    if class_ is not None and performed:
        return DocumentKind.DECLARATION
    dated = any(patterns.published.match(part.text) for part in body[:_HEADER_PARAGRAPHS])
    return DocumentKind.NEWS if reported or dated else DocumentKind.OTHER


def _is_numbered(title: str, patterns: TextPatterns) -> bool:
    """Tell the title of a resolution or decision: "76/506. Adoption of the agenda", "Resolution 2149 (2014)"."""
    return _NUMBERED_TITLE.match(title) is not None or patterns.numbered.fullmatch(title) is not None


def _is_opening(text: str, patterns: TextPatterns) -> bool:
    """Tell the line that names the adopting body: "Генеральная Ассамблея,"."""
    if not text.endswith(",") or not text[:1].isupper() or "," in text[:-1]:
        return False
    return 2 <= len(text.split()) <= _OPENING_WORDS and not _opens_clause(text, patterns)  # noqa: PLR2004


def _performs(text: str, patterns: TextPatterns) -> bool:
    """Tell a paragraph of a resolution, "1. постановляет …" or "ссылаясь на …", from what a report says of one."""
    number = _NUMBER.match(text)
    word = re.match(r"[^\W\d_]+", text[number.end() :] if number else text)
    return word is not None and word[0].lower() in patterns.clause_openers | patterns.enacting


def _opens_clause(text: str, patterns: TextPatterns) -> bool:
    word = re.match(r"[^\W\d_]+", text)
    return _NUMBER.match(text) is not None or (word is not None and word[0].lower() in patterns.clause_openers)


@dataclass(slots=True)
class _Walk:
    """One pass over the body that remembers what introduces items and sub-paragraphs."""

    kind: DocumentKind
    patterns: TextPatterns
    title: range
    numbering: Numbering = field(default_factory=Numbering)
    leads: Leads = field(default_factory=Leads)

    def block(self, index: int, part: Paragraph, start: int) -> list[Block]:
        blocks = self._blocks(index, part, start)
        for block in blocks:
            self.leads.after(block, part.text)
        return blocks

    def _blocks(self, index: int, part: Paragraph, start: int) -> list[Block]:
        span = _span(part, start)
        if index in self.title:
            return [Block(BlockKind.TITLE, span)] if index == self.title.start else []
        if index < self.title.start:
            adopted, dated = (p.match(part.text) for p in (self.patterns.adopted, self.patterns.published))
            kind = BlockKind.SIGNATURE if adopted else BlockKind.DATELINE if dated else BlockKind.HEADING
            return [Block(kind, span)]
        annex = self.patterns.annex.match(part.text) if self.kind.is_instrument else None
        if annex:
            self.numbering.annex(annex["number"])
            self.leads.end()
        if part.heading or annex:
            return [Block(BlockKind.HEADING, span, marks=part.marks)]
        for pattern, kind in (
            (_NUMBER, BlockKind.OPERATIVE),
            (_LETTER, BlockKind.SUBPARAGRAPH),
            (_BULLET, BlockKind.ITEM),
        ):
            if match := pattern.match(part.text):
                return [self._enumerated(kind, match, part, start)]
        return self._text(part, start)

    def _text(self, part: Paragraph, start: int) -> list[Block]:
        """Read a paragraph without a number, apart from the dateline before it."""
        dateline = self.patterns.dateline.match(part.text) if not self.kind.is_instrument else None
        if dateline and 0 < dateline.end() < len(part.text):
            prefix = Block(BlockKind.DATELINE, Span(start, start + len(dateline[0].rstrip())))
            return [prefix, Block(BlockKind.PARAGRAPH, _span(part, start, dateline.end()), marks=part.marks)]
        if self.kind is DocumentKind.NEWS and self.patterns.published.match(part.text):
            return [Block(BlockKind.DATELINE, _span(part, start))]
        kind = self._plain_kind(part)
        return [
            Block(kind, _span(part, start), lead=self.leads.last if kind is BlockKind.ITEM else None, marks=part.marks)
        ]

    def _enumerated(self, kind: BlockKind, match: re.Match[str], part: Paragraph, start: int) -> Block:
        number, lead = None, self.leads.last
        if kind is BlockKind.OPERATIVE:
            number, lead = self.numbering.paragraph(match[1]), None
        elif kind is BlockKind.SUBPARAGRAPH:
            roman = self.numbering.is_roman(match[1], introduced=self.leads.opens_list)
            number, lead = self.numbering.subparagraph(match[1], roman=roman), self.leads.of_sublist(roman=roman)
        return Block(kind, _span(part, start, match.end()), number, lead, part.marks)

    def _plain_kind(self, part: Paragraph) -> BlockKind:
        text = part.text
        if any(pattern.match(text) for pattern in self.patterns.closing):
            return BlockKind.SIGNATURE
        if self.kind is DocumentKind.RESOLUTION and _is_opening(text, self.patterns) and not self.numbering.has_begun:
            return BlockKind.OPENING
        if self.leads.continues(text):
            return BlockKind.ITEM
        if len(text) <= _TITLE_LINE and not text.endswith((".", ",", ":", ";", "!", "?", '"', "»")):
            return BlockKind.HEADING
        return BlockKind.PARAGRAPH


def _numbered(blocks: list[Block], text: str, kind: DocumentKind, patterns: TextPatterns) -> list[Block]:
    """Give the paragraphs of an instrument their role and, where the text has none, their numbers."""
    if not kind.is_instrument:
        return blocks
    operative = _first_operative(blocks, text, kind, patterns)
    numbers_itself = _first_numbered(blocks) is not None
    leads = {block.lead for block in blocks}
    preambular = running = 0
    result = []
    for index, block in enumerate(blocks):
        if block.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM} or block.number:
            result.append(block)
        elif index < operative:
            preambular += 1
            result.append(replace(block, kind=BlockKind.PREAMBULAR, number=f"p{preambular}"))
        elif numbers_itself or index in leads:
            result.append(block)
        else:
            running += 1
            result.append(replace(block, kind=BlockKind.OPERATIVE, number=str(running)))
    return result


def _first_numbered(blocks: list[Block]) -> int | None:
    """Return the index of the first numbered paragraph that is not of an annex."""
    numbered = (index for index, block in enumerate(blocks) if block.kind is BlockKind.OPERATIVE)
    return next((index for index in numbered if (blocks[index].number or "").isdigit()), None)


def _first_sentence(blocks: list[Block], text: str) -> int:
    """Return where a resolution without numbers decides: after the clauses that follow the name of its body."""
    paragraphs = [index for index, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    opened = any(block.kind is BlockKind.OPENING for block in blocks)
    closed = (i for i in paragraphs if not opened or not blocks[i].span.of(text).endswith(","))
    return next(closed, len(blocks))


def _last_word(words: list[str]) -> str:
    """Return the last word of a text, also where its letters stand apart: "р е ш и л"."""
    start = len(words)
    while start and len(words[start - 1]) == 1:
        start -= 1
    return "".join(words[start:]) if len(words) - start > 2 else words[-1] if words else ""  # noqa: PLR2004


def _first_operative(blocks: list[Block], text: str, kind: DocumentKind, patterns: TextPatterns) -> int:
    if kind is DocumentKind.RESOLUTION:
        numbered = _first_numbered(blocks)
        return _first_sentence(blocks, text) if numbered is None else numbered
    for index, block in enumerate(blocks):
        words = re.findall(r"[^\W\d_]+", block.span.of(text).lower())
        follows = block.span.of(text).endswith(":") or words[-2:-1] == ["о"]
        if block.kind is BlockKind.PARAGRAPH and follows and _last_word(words) in patterns.enacting:
            return index + 1
    return 0
