"""The paragraphs that a document consists of."""

from dataclasses import dataclass
from enum import StrEnum

from comity.model.span import Span

__all__ = ["Block", "BlockKind"]


class BlockKind(StrEnum):
    """What a block of a document is."""

    TITLE = "title"
    OPENING = "opening"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    SIGNATURE = "signature"
    DATELINE = "dateline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the view; `span` leaves out its number or bullet.

    `number` is "1", "1a", "p2" (second preambular paragraph) or a footnote's mark; `lead` is the index of the
    block that introduces an item or sub-paragraph; `marks` are the footnotes that the block refers to.
    """

    kind: BlockKind
    span: Span
    number: str | None = None
    lead: int | None = None
    marks: tuple[str, ...] = ()
