"""A text that has been read: its cleaned view and the blocks it consists of."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from comity.model.block import Block
from comity.model.markup import Record
from comity.model.source import Source
from comity.model.span import Span

__all__ = ["Document", "DocumentKind", "Segment", "View"]

_BY_VIEW = attrgetter("view")
_BY_SOURCE = attrgetter("source")
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of `length` code points that the view took over from the source."""

    view: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class View:
    """The text without its artefacts (wraps, mark-up, footnote marks), and where each piece came from.

    Characters between segments (the space of a joined line) have no place in the source.
    """

    text: str
    segments: tuple[Segment, ...]

    def locate(self, span: Span, source: str) -> tuple[Span, ...]:
        """Return the spans of `source` that a span of the view stands for.

        Pieces between which the source has no letter or digit become one span, so a wrapped line stays one quote,
        while a footnote in the middle of a sentence does not become part of it.
        """
        pieces: list[Span] = []
        first = bisect_right(self.segments, span.start, key=_BY_VIEW) - 1
        for index in range(max(first, 0), len(self.segments)):
            segment = self.segments[index]
            if segment.view >= span.end:
                break
            start, end = max(span.start, segment.view), min(span.end, segment.view + segment.length)
            if start >= end:
                continue
            piece = Span(segment.source + start - segment.view, segment.source + end - segment.view)
            if pieces and pieces[-1].end <= piece.start and not _WORD.search(source, pieces[-1].end, piece.start):
                pieces[-1] = Span(pieces[-1].start, piece.end)
            else:
                pieces.append(piece)
        return tuple(pieces)

    def place(self, span: Span) -> Span | None:
        """Return the span of the view that a span of the source became, None where nothing of it is left.

        The segments must follow one another in the source as they do in the view.
        """
        first = bisect_right(self.segments, span.start, key=_BY_SOURCE) - 1
        start = end = None
        for index in range(max(first, 0), len(self.segments)):
            segment = self.segments[index]
            if segment.source >= span.end:
                break
            if segment.source + segment.length > span.start:
                start = max(span.start - segment.source, 0) + segment.view if start is None else start
                end = min(span.end - segment.source, segment.length) + segment.view
        return None if start is None or end is None else Span(start, end)


class DocumentKind(StrEnum):
    """The genre of a document, which decides who speaks in it."""

    RESOLUTION = "resolution"
    DECLARATION = "declaration"
    NEWS = "news"
    SPEECH = "speech"
    OTHER = "other"

    @property
    def is_instrument(self) -> bool:
        """Whether a document of this kind is the text of an instrument, which then speaks in it."""
        return self in {DocumentKind.RESOLUTION, DocumentKind.DECLARATION}


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its structure; block spans are in order and refer to `view.text`."""

    source: Source
    view: View
    blocks: tuple[Block, ...]
    language: str
    kind: DocumentKind

    @property
    def record(self) -> Record:
        """What the file states of the document; of a plain text, nothing."""
        return Record() if self.source.markup is None else self.source.markup.record

    def quote(self, span: Span) -> str:
        """Return the cleaned text of a span of the view."""
        return span.of(self.view.text)

    def locate(self, span: Span) -> tuple[Span, ...]:
        """Return the spans of the stored source text behind a span of the view."""
        return self.view.locate(span, self.source.text)
