"""The structure of a marked-up text found without its mark-up: paragraphs by role, title, symbol, day of adoption."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.evaluation.stripped import Count, Disagreement, series_of
from comity.graph import Extraction
from comity.model import BlockKind, Document, Source, Value
from comity.pipeline import extract
from comity.text import structure

__all__ = ["ROLES", "StructureResult", "compare_structure", "roles"]

ROLES = ("preambular", "operative")
"""What a paragraph of a resolution is; annexes, headings and notes are neither."""

_KEY = 60
_INSIDE = frozenset((BlockKind.SUBPARAGRAPH, BlockKind.ITEM, BlockKind.PARAGRAPH))
_OUTSIDE = frozenset((BlockKind.SIGNATURE, BlockKind.TITLE))
_ENUMERATOR = re.compile(r"^\(?[a-z]{1,4}\)\s*")
_NUMBER = re.compile(r"^(?:[A-Z]+/)*(?:E?S-)?\d+/\d+(?:\s[A-Z])?\s*\.\s+")


@dataclass(frozen=True, slots=True)
class StructureResult:
    """One document: the count of each role, whether title, symbol and day are exact (None if not told), differences."""

    series: str
    counts: dict[str, Count]
    exact: dict[str, bool | None]
    disagreements: tuple[Disagreement, ...]


def compare_structure(source: Source, engine: str = "auto", ner: str = "off") -> StructureResult:
    """Compare the structure found in the bare text of a marked-up document with that of its mark-up."""
    extraction = extract(replace(source, markup=None), engine, ner)
    marked, found = Counter(roles(structure(source))), Counter(roles(extraction.document))
    counts = {
        role: Count(*(sum(n for (r, _), n in some.items() if r == role) for some in parts))
        for role in ROLES
        for parts in [(marked & found, found - marked, marked - found)]
    }
    told = [("missed", item) for item in (marked - found).elements()]
    told += [("wrong", item) for item in (found - marked).elements()]
    disagreements = [Disagreement(source.identifier, outcome, f"{role}: {key}") for outcome, (role, key) in told]
    exact = dict(_exact(source, extraction))
    disagreements += [
        Disagreement(source.identifier, "missed", name) for name, is_so in exact.items() if is_so is False
    ]
    return StructureResult(series_of(source), counts, exact, tuple(disagreements))


def roles(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the role of every paragraph with its first letters; a sub-paragraph has the role of what it is under."""
    current: str | None = None
    for block in document.blocks:
        if block.kind in _OUTSIDE or (block.number or "").startswith("annex"):
            current = None
        elif block.kind in {BlockKind.PREAMBULAR, BlockKind.OPERATIVE}:
            current = block.kind.value
        elif block.kind not in _INSIDE:
            continue
        key = re.sub(r"[\W\d]+", "", _ENUMERATOR.sub("", document.quote(block.span))).lower()[:_KEY]
        if current is not None and key:
            yield current, key


def _exact(source: Source, extraction: Extraction) -> Iterator[tuple[str, bool | None]]:
    record = source.markup.record if source.markup is not None else None
    if record is None:
        return
    document, own = extraction.document, extraction.own
    title = next((document.quote(block.span) for block in document.blocks if block.kind is BlockKind.TITLE), "")
    days = [
        statement.object.text
        for statement in extraction.statements
        if statement.predicate == "date" and statement.subject == own and isinstance(statement.object, Value)
    ]
    symbol = own.symbol if own is not None else None
    words = _without_letter(_NUMBER.sub("", title), symbol or "")
    yield "title", _folded(words) == _folded(record.title) if record.title else None
    yield "symbol", _folded(symbol or "") == _folded(record.symbol) if record.symbol else None
    yield "adopted", days[:1] == [record.adopted.isoformat()] if record.adopted else None


def _without_letter(title: str, symbol: str) -> str:
    """Return the words of a title without the letter of a section that the symbol ends with: the record has none."""
    letter = re.search(r"(?<=\d )[A-Z]$", symbol)
    return re.sub(rf"\s{letter[0]}(?=\s|[^\w\s]*$)", "", title, count=1) if letter else title


def _folded(text: str) -> str:
    return re.sub(r"[\s\u2010\u2011-]+", "", text)
