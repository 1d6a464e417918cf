"""Extracted statements with the words they rest on, as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from comity.store import Row, Term
from comity.web.terms import text

__all__ = ["Evidence", "Paragraph", "evidence_of", "paragraph_at", "paragraphs_of"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph of a document and its span."""

    document: str
    provision: str
    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One span that one assertion rests on; IRIs and numbers as they are in the graph, "" for what is not said.

    `place` is the element of the file's record that holds the words, where they are not in the text: `start` and `end`
    are zero there.
    """

    assertion: str
    subject: Term
    predicate: str
    object: Term
    document: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    confidence: str
    modality: str
    rule: str
    version: str
    attributed_to: str
    reported_by: str
    language: str
    place: str = ""

    @property
    def anchor(self) -> str:
        """The anchor of the span on the page of its document; none for words that the text does not have."""
        return "" if self.place else f"c{self.start}-{self.end}"

    @property
    def iris(self) -> set[str]:
        """Every IRI that a reader wants a name for."""
        ends = {term.value for term in (self.subject, self.object) if isinstance(term, NamedNode)}
        return ends | {self.predicate, self.document, self.modality, self.attributed_to, self.reported_by}


def evidence_of(rows: Iterable[Row]) -> list[Evidence]:
    """Return the evidence in the rows of ``queries/web/evidence.rq``, one for each assertion and span."""
    found: dict[tuple[str, int, int, str], Evidence] = {}
    for row in rows:
        evidence = _evidence(row)
        found.setdefault((evidence.assertion, evidence.start, evidence.end, evidence.place), evidence)
    return list(found.values())


def paragraphs_of(rows: Iterable[Row]) -> list[Paragraph]:
    """Return the paragraphs in the rows of ``queries/web/paragraphs.rq``."""
    return [
        Paragraph(
            text(row, "document"),
            text(row, "provision"),
            text(row, "number"),
            int(text(row, "start")),
            int(text(row, "end")),
        )
        for row in rows
    ]


def paragraph_at(evidence: Evidence, paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    """Return the shortest paragraph of the same document that holds the span, if any."""
    around = [
        paragraph
        for paragraph in paragraphs
        if paragraph.document == evidence.document
        and not evidence.place
        and paragraph.start <= evidence.start
        and evidence.end <= paragraph.end
    ]
    return min(around, key=lambda paragraph: paragraph.end - paragraph.start, default=None)


def _evidence(row: Row) -> Evidence:
    return Evidence(
        assertion=text(row, "assertion"),
        subject=row["subject"],
        predicate=text(row, "predicate"),
        object=row["object"],
        document=text(row, "document"),
        start=int(text(row, "start") or 0),
        end=int(text(row, "end") or 0),
        place=text(row, "place"),
        exact=text(row, "exact"),
        prefix=text(row, "prefix"),
        suffix=text(row, "suffix"),
        confidence=text(row, "confidence"),
        modality=text(row, "modality"),
        rule=text(row, "rule"),
        version=text(row, "version"),
        attributed_to=text(row, "attributedTo"),
        reported_by=text(row, "reportedBy"),
        language=text(row, "language"),
    )
