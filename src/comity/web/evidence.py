"""Extracted statements with the words they rest on, as pages show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from comity.store import Row, Term

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
    """One span that one assertion rests on; IRIs and numbers as they are in the graph, "" for what is not said."""

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

    @property
    def triple(self) -> tuple[Term, str, Term]:
        """The statement itself."""
        return self.subject, self.predicate, self.object

    @property
    def anchor(self) -> str:
        """The anchor of the span on the page of its document."""
        return f"c{self.start}-{self.end}"

    @property
    def iris(self) -> set[str]:
        """Every IRI that a reader wants a name for."""
        ends = {term.value for term in (self.subject, self.object) if isinstance(term, NamedNode)}
        return ends | {self.predicate, self.document, self.modality, self.attributed_to, self.reported_by}


def evidence_of(rows: Iterable[Row]) -> list[Evidence]:
    """Return the evidence in the rows of ``queries/web/evidence.rq``, one for each assertion and span."""
    found: dict[tuple[str, int, int], Evidence] = {}
    for row in rows:
        evidence = _evidence(row)
        found.setdefault((evidence.assertion, evidence.start, evidence.end), evidence)
    return list(found.values())


def paragraphs_of(rows: Iterable[Row]) -> list[Paragraph]:
    """Return the paragraphs in the rows of ``queries/web/paragraphs.rq``."""
    return [
        Paragraph(
            _text(row, "document"), _text(row, "provision"), _text(row, "number"), int(_text(row, "start")), int(_text(row, "end"))
        )
        for row in rows
    ]


def paragraph_at(evidence: Evidence, paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    """Return the shortest paragraph of the same document that holds the span, if any."""
    around = [
        paragraph
        for paragraph in paragraphs
        if paragraph.document == evidence.document
        and paragraph.start <= evidence.start
        and evidence.end <= paragraph.end
    ]
    return min(around, key=lambda paragraph: paragraph.end - paragraph.start, default=None)


def _evidence(row: Row) -> Evidence:
    return Evidence(
        assertion=_text(row, "assertion"),
        subject=row["subject"],
        predicate=_text(row, "predicate"),
        object=row["object"],
        document=_text(row, "document"),
        start=int(_text(row, "start")),
        end=int(_text(row, "end")),
        exact=_text(row, "exact"),
        prefix=_text(row, "prefix"),
        suffix=_text(row, "suffix"),
        confidence=_text(row, "confidence"),
        modality=_text(row, "modality"),
        rule=_text(row, "rule"),
        version=_text(row, "version"),
        attributed_to=_text(row, "attributedTo"),
        reported_by=_text(row, "reportedBy"),
    )


def _text(row: Mapping[str, Term], name: str) -> str:
    term = row.get(name)
    return term.value if isinstance(term, (NamedNode, Literal)) else ""
