"""What a mention stands for, and what a document says."""

from dataclasses import dataclass

from comity.model.entity import Entity, Value
from comity.model.mention import Mention
from comity.model.span import Span

__all__ = ["Link", "Statement"]


@dataclass(frozen=True, slots=True)
class Link:
    """A mention with the entity it was decided to stand for, or with none and the `candidates` left open."""

    mention: Mention
    entity: Entity | None
    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One extracted triple with the words it rests on.

    `predicate` is a property of the ontology; `spans` are spans of the stored source text; `kind` is the notation
    of a speech-act or citation kind; `speaker` is whose statement it is where that is not the document's own
    instrument; `details` are further properties of the speech act, citation or membership behind the triple.
    """

    subject: Entity
    predicate: str
    object: Entity | Value
    spans: tuple[Span, ...]
    rule: str
    confidence: float
    kind: str | None = None
    modality: str = "asserted"
    speaker: Entity | None = None
    details: tuple[tuple[str, Entity | Value], ...] = ()

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError(f"a statement needs evidence: {self.subject.identifier} {self.predicate}")
        if not 0 < self.confidence <= 1:
            raise ValueError(f"confidence lies in (0, 1], found {self.confidence}")
