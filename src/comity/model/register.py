"""What the library record of a file states of its instrument, once its names are told whose they are."""

from dataclasses import dataclass
from datetime import date

from comity.model.entity import Entity, Value
from comity.model.markup import Choice, Subject

__all__ = ["Recorded", "Register", "Roll"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A triple that the record states, and the text need not: `words` of the file, at `place`, an XPath 1.0 expression.

    `predicate` is a property of the ontology.
    """

    subject: Entity
    predicate: str
    object: Entity | Value
    place: str
    words: str

    def __post_init__(self) -> None:
        if not self.place.startswith("/") or not self.words:
            raise ValueError(f"what is recorded stands somewhere: {self.subject.identifier} {self.predicate}")


@dataclass(frozen=True, slots=True)
class Roll:
    """Those who voted one way; `count` is how many the file says they were, `unresolved` names are nobody's we know."""

    choice: Choice
    voters: tuple[Entity, ...]
    unresolved: tuple[str, ...] = ()
    count: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """A record read out: its triples, roll calls, subjects, and the names of sponsors that could not be told."""

    recorded: tuple[Recorded, ...] = ()
    rolls: tuple[Roll, ...] = ()
    unresolved: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
