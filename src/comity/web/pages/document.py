"""The page of a document: its text as stored, every span that something rests on marked, the statements beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from comity.namespaces import COMITY, DCTERMS
from comity.store import Row
from comity.web.evidence import Evidence, evidence_of, paragraph_at, paragraphs_of
from comity.web.facts import described, outgoing
from comity.web.links import Links
from comity.web.marking import Mark, marked
from comity.web.site import iris_of, site_of
from comity.web.terms import iri
from comity.web.types import families_of

__all__ = ["Passage", "document", "marks", "passages"]

_ASIDE = frozenset({COMITY.mentions, COMITY.hasProvision, DCTERMS.title})
"""What the page shows otherwise: a mention as a mark, a provision as a paragraph, the title as its heading."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the text with the statements that rest on it."""

    start: int
    end: int
    statements: tuple[Evidence, ...]

    @property
    def place(self) -> str:
        """What the anchors of the span in the text (``c…``) and in the list beside it (``s…``) share."""
        return f"{self.start}-{self.end}"


def document(request: Request) -> Response:
    """Return the page of the document with the identifier in the path.

    Raises:
        HTTPException: 404 for a document that the graph does not have.
    """
    site = site_of(request)
    try:
        name = NamedNode(site.links.document(request.path_params["identifier"])).value
    except ValueError as error:
        raise HTTPException(404, str(error)) from error
    rows = site.ask("outgoing", resource=name)
    if not rows:
        raise HTTPException(404, name)
    texts = [row["text"].value for row in site.ask("text", document=name) if isinstance(row["text"], Literal)]
    evidence = [found for found in evidence_of(site.ask("evidence", document=name)) if not found.place]
    paragraphs = paragraphs_of(site.ask("paragraphs", document=name))
    families = families_of(site.ask("types", resource={iri(found.object) for found in evidence} - {""}))
    return site.page(
        request,
        "document.html",
        iri=name,
        identifier=request.path_params["identifier"],
        language=_language(rows),
        facts=[fact for fact in outgoing(rows, (), (), {}) if fact.predicate not in _ASIDE],
        steps=list(marked(texts[0], marks(evidence, families, site.links))) if texts else [],
        passages=passages(evidence),
        own={term.value for term in described(rows, COMITY.expresses) if isinstance(term, NamedNode)},
        mentioned=Counter(iri(found.object) for found in evidence if found.predicate == COMITY.mentions).most_common(),
        families=families,
        paragraph_of=lambda found: paragraph_at(found, paragraphs),
        resources={name, *iris_of(rows), *(iri for found in evidence for iri in found.iris)},
    )


def passages(evidence: Iterable[Evidence]) -> list[Passage]:
    """Return the spans that statements rest on, in the order of the text, each with its statements."""
    grouped: dict[tuple[int, int], list[Evidence]] = {}
    for found in evidence:
        if found.predicate not in _ASIDE:
            grouped.setdefault((found.start, found.end), []).append(found)
    return [Passage(start, end, tuple(grouped[start, end])) for start, end in sorted(grouped)]


def marks(evidence: Iterable[Evidence], families: Mapping[str, str], links: Links) -> list[Mark]:
    """Return one mark for each span: its look says what the words stand for, its target leads to the statements.

    The words of a mention lead to what is mentioned.
    """
    spans: dict[tuple[int, int], list[Evidence]] = {}
    for found in evidence:
        spans.setdefault((found.start, found.end), []).append(found)
    return [_mark(span, found, families, links) for span, found in spans.items()]


def _mark(span: tuple[int, int], found: Iterable[Evidence], families: Mapping[str, str], links: Links) -> Mark:
    start, end = span
    looks: list[str] = []
    target = ""
    for one in found:
        if one.predicate == COMITY.mentions:
            looks.append(f"mention {families.get(iri(one.object), 'other')}")
            target = target or links.href(iri(one.object)) or ""
        elif one.predicate == COMITY.hasProvision:
            looks.append("paragraph")
        else:
            looks.append("statement")
            target = f"#s{start}-{end}"
    return Mark(start, end, " ".join(sorted(set(looks))), target, f"c{start}-{end}")


def _language(rows: Iterable[Row]) -> str:
    found = [*described(rows, DCTERMS.language), *described(rows, COMITY.language)]
    return next((term.value for term in found if isinstance(term, Literal)), "")
