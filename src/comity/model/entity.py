"""Things that texts speak of, apart from any text."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Entity", "Name", "NameKind", "Value"]


class NameKind(StrEnum):
    """The SKOS label properties: one preferred name a language, variants, and forms only for search."""

    PREFERRED = "prefLabel"
    ALTERNATIVE = "altLabel"
    HIDDEN = "hiddenLabel"


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name in a language, in the nominative."""

    text: str
    language: str
    kind: NameKind = NameKind.PREFERRED


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, body, person, instrument, initiative, event, place ….

    `identifier` is its path below the resource base ("state/KAZ"); `types` are class names of the ontology;
    `known` says that a record of the reference data describes it; `kind` is a concept such as "body-kind/council".
    """

    identifier: str
    types: tuple[str, ...]
    names: tuple[Name, ...] = ()
    known: bool = False
    symbol: str | None = None
    kind: str | None = None

    def __post_init__(self) -> None:
        folder, _, slug = self.identifier.partition("/")
        if not folder or not slug or not self.types:
            raise ValueError(f"an entity needs a path such as 'state/KAZ' and a type, found {self.identifier!r}")

    @property
    def label(self) -> str:
        """The first preferred name, else the symbol, else the identifier."""
        return next(
            (name.text for name in self.names if name.kind is NameKind.PREFERRED), self.symbol or self.identifier
        )

    def is_a(self, *types: str) -> bool:
        """Return whether one of the entity's stated types is among `types` (no subclass reasoning)."""
        for own in self.types:  # noqa: SIM110 - asked more often than anything else, and any() is three times slower
            if own in types:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Value:
    """A literal: its text and the local name of its XSD datatype, or its language."""

    text: str
    datatype: str = "string"
    language: str | None = None
