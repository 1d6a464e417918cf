"""What the mark-up of a file states, which a plain text leaves to be found: blocks, editors' links, the record."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from comity.model.block import BlockKind
from comity.model.span import Span

__all__ = ["Choice", "MarkedBlock", "Markup", "Record", "Reference", "RollCall", "Subject"]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A paragraph of the source text, whole: it begins with its `enumerator` ("1.", "(a)", a bullet), where it has one.

    `kind` is what the mark-up calls it; `marks` are the spans of the footnote marks inside, which are not its words;
    `clause` is the editors' name of the clause that it belongs to, "Taking note with appreciation".
    """

    kind: BlockKind
    span: Span
    enumerator: str = ""
    marks: tuple[Span, ...] = ()
    clause: str = ""

    def __post_init__(self) -> None:
        if any(not self.span.contains(mark) for mark in self.marks):
            raise ValueError(f"footnote marks lie in their block {self.span}, found {self.marks}")


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of the source text that the editors linked; `address` is the link as it stands in the file."""

    span: Span
    address: str


class Choice(StrEnum):
    """How a voter voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINING = "abstaining"


@dataclass(frozen=True, slots=True)
class RollCall:
    """Those who voted one way, named as the file names them; `count` is how many it says they were."""

    choice: Choice
    voters: tuple[str, ...]
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A concept that a document was classified by: its label, its scheme ("UNBIS", "EuroVoc", "SDGO"), its IRI."""

    label: str
    scheme: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What a file says of its document as a library record does; names are as written, and everything may be missing.

    `genre` is the file's word for what the text is ("resolution", "decision", "presidentialStatement"); `draft` is the
    symbol of the draft that was adopted, `report` that of the report that recommended it, `meeting_record` that of the
    verbatim record of the meeting. `sponsors` are told apart at commas alone: the last may be two that "and" joins, for
    only who knows the names can part "Fiji and Trinidad and Tobago"; a sentence in lower case ("submitted by the Chair
    of the Committee") is kept whole.
    """

    genre: str | None = None
    symbol: str | None = None
    title: str | None = None
    adopted: date | None = None
    language: str | None = None
    body: str | None = None
    meeting: str | None = None
    meeting_record: str | None = None
    session: str | None = None
    agenda_item: str | None = None
    agenda_title: str | None = None
    draft: str | None = None
    report: str | None = None
    sponsors: tuple[str, ...] = ()
    roll_calls: tuple[RollCall, ...] = ()
    subjects: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class Markup:
    """What the file of a source states beside its text; blocks are in order and do not overlap, nor do references."""

    blocks: tuple[MarkedBlock, ...]
    references: tuple[Reference, ...] = ()
    record: Record = field(default_factory=Record)

    def __post_init__(self) -> None:
        for what in (self.blocks, self.references):
            ends = 0
            for item in what:
                if item.span.start < ends:
                    raise ValueError(f"spans are in order and do not overlap, found {item.span} after {ends}")
                ends = item.span.end
