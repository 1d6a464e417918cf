"""A stored text and what is known of it from outside the text."""

from dataclasses import dataclass, field
from datetime import date

from comity.model.markup import Markup

__all__ = ["Metadata", "Source"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file itself does not say, from its sidecar; every value may be missing."""

    publisher: str | None = None
    url: str | None = None
    received: date | None = None
    published: date | None = None
    language: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it is stored; every offset of Comity counts code points of `text`.

    `identifier` is the file's name without its last extension; `digest` is the SHA-256 of the file's bytes in hex.
    `markup` is what the file states beside its text; a plain text states nothing. The text itself is the same with
    and without it, so `dataclasses.replace(source, markup=None)` is the plain text of a marked-up file.
    """

    identifier: str
    text: str
    digest: str
    metadata: Metadata = field(default_factory=Metadata)
    markup: Markup | None = None

    def __post_init__(self) -> None:
        if not self.identifier:
            raise ValueError("a source needs an identifier")
