"""The golden notation of this folder: one line a block, `KIND [NUMBER] [<LEAD] [*MARKS]: TEXT`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from comity.model import Block, Document, Metadata, Source
from comity.sources import read_file
from comity.text import structure

DOCUMENTS = Path(__file__).parents[2] / "data" / "documents"


@pytest.fixture(scope="session")
def resolution() -> Document:
    """Return the real resolution, as it comes out of PDF."""
    return structure(read_file(DOCUMENTS / "unga-79-325.ru.txt"))


@pytest.fixture(scope="session")
def structured() -> Callable[..., Document]:
    """Return a function that gives the document in a text."""

    def document(text: str, language: str | None = None) -> Document:
        return structure(Source("note", text, "00", Metadata(language=language)))

    return document


@pytest.fixture(scope="session")
def golden(structured: Callable[..., Document]) -> Callable[[str], str]:
    """Return a function that gives the genre of a text and its blocks in the golden notation."""

    def notation(text: str) -> str:
        document = structured(text)
        return "\n".join(
            [f"{document.kind} {document.language}", *(line(block, document) for block in document.blocks)]
        )

    return notation


def line(block: Block, document: Document) -> str:
    parts = [block.kind.value]
    if block.number:
        parts.append(block.number)
    if block.lead is not None:
        parts.append(f"<{block.lead}")
    parts += [f"*{mark}" for mark in block.marks]
    return f"{' '.join(parts)}: {document.quote(block.span)}".replace("\n", " / ")
