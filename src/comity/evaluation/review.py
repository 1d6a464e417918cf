"""Every statement of some documents as a table that people judge: right, or wrong and why.

The table is Markdown. Made anew, it keeps the verdicts of all statements that are still made, word for word, and leaves
those of new ones open.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from comity.errors import GoldError
from comity.evaluation.figures import Share, share
from comity.graph import Extraction
from comity.model import Entity, Statement, Value

__all__ = ["Review", "Row", "read_review", "review_rows", "write_review"]

_COLUMNS = ("subject", "predicate", "object", "kind", "speaker", "quote")
_CELL = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\(.)")
_VERDICTS = frozenset(("right", "wrong", ""))


@dataclass(frozen=True, slots=True)
class Row:
    """One statement as it is printed; `kind` ends with the modality where that is not "asserted"."""

    document: str
    subject: str
    predicate: str
    object: str
    kind: str
    speaker: str
    quote: str


@dataclass(frozen=True, slots=True)
class Review:
    """The verdict on each row, "right" or "wrong" or, until it is given, "", and why it is wrong."""

    verdicts: Mapping[Row, tuple[str, str]]

    def precision(self, *, mentions: bool) -> Share | None:
        """Return the share of right statements among those judged, with or without what is only mentioned."""
        counted = [verdict for row, (verdict, _) in self.verdicts.items() if mentions or row.predicate != "mentions"]
        return share(counted.count("right"), len(counted) - counted.count(""))

    def unjudged(self) -> list[Row]:
        """Return the rows that still want a verdict."""
        return [row for row, (verdict, _) in self.verdicts.items() if not verdict]


def review_rows(extraction: Extraction) -> Iterator[Row]:
    """Yield the rows of a document in the order of their words; what is only mentioned comes last."""
    source = extraction.document.source
    ordered = sorted(extraction.statements, key=lambda each: (each.predicate == "mentions", each.spans[0].start))
    for statement in ordered:
        quote = " … ".join(" ".join(span.of(source.text).split()) for span in statement.spans)
        speaker = _told(statement.speaker) if statement.speaker else ""
        subject, value = _told(statement.subject), _told(statement.object)
        yield Row(source.identifier, subject, statement.predicate, value, _kind(statement), speaker, quote)


def _kind(statement: Statement) -> str:
    modality = "" if statement.modality == "asserted" else f"({statement.modality})"
    return f"{statement.kind or ''} {modality}".strip()


def _told(what: Entity | Value) -> str:
    if isinstance(what, Value):
        return " ".join(what.text.split())
    label = " ".join(what.label.split())
    return f"`{what.identifier}`" if label == what.identifier else f"{label} `{what.identifier}`"


def write_review(rows: Iterable[Row], earlier: Review) -> str:
    """Return the table of some rows with the verdicts they had."""
    verdicts = {row: earlier.verdicts.get(row, ("", "")) for row in rows}
    lines: list[str] = []
    for document in dict.fromkeys(row.document for row in verdicts):
        lines += ["", f"## {document}", "", _line((*_COLUMNS, "verdict", "why")), _line(("---",) * 8)]
        lines += [
            _line((*(getattr(row, column) for column in _COLUMNS), *verdict))
            for row, verdict in verdicts.items()
            if row.document == document
        ]
    return "\n".join((*_head(Review(verdicts)), *lines)) + "\n"


def _head(review: Review) -> Iterator[str]:
    total, mentions = len(review.verdicts), sum(row.predicate == "mentions" for row in review.verdicts)
    yield "# Every statement of the five documents, judged"
    yield ""
    yield "What is extracted from the documents that ship with Comity, each statement read against its quote: right if"
    yield "subject, predicate, object, kind and speaker are what the words say, else wrong. `python tools/review.py`"
    yield "makes this page anew and keeps the verdicts; a statement that is new has none."
    yield ""
    yield f"{total} statements, {mentions} of them mentions; not judged yet: {len(review.unjudged())}."
    for name, with_mentions in (("all", True), ("all but mentions", False)):
        found = review.precision(mentions=with_mentions)
        if found:
            yield f"Precision of {name}: {found.value:.3f} (95 % interval {found.low:.3f}–{found.high:.3f})."


def _line(cells: Iterable[str]) -> str:
    escaped = (cell.replace("\\", "\\\\").replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def read_review(text: str) -> Review:
    """Return the verdicts of a table.

    Raises:
        GoldError: a row has other columns, or another verdict, than `write_review` writes.
    """
    verdicts: dict[Row, tuple[str, str]] = {}
    document = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            document = line[3:]
        if not line.startswith("| ") or line.startswith(("| subject |", "| --- |")):
            continue
        cells = [_ESCAPED.sub(r"\1", cell.strip()) for cell in _CELL.split(line)[1:-1]]
        if len(cells) != len(_COLUMNS) + 2 or cells[-2] not in _VERDICTS:
            raise GoldError(f"line {number}: expected eight cells, the seventh right, wrong or empty, found {line!r}")
        verdicts[Row(document, *cells[:-2])] = (cells[-2], cells[-1])
    return Review(verdicts)
