"""The page of a resource, and its description in RDF at the same address."""

from collections.abc import Iterable, Sequence

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from comity.namespaces import COMITY, PREFIXES, SKOS
from comity.queries import bind
from comity.store import Term
from comity.web.evidence import evidence_of, paragraph_at, paragraphs_of
from comity.web.facts import Fact, described, incoming, inverses_of, outgoing
from comity.web.formats import GRAPH_FORMATS, HTML, SUFFIXES
from comity.web.language import LANGUAGES
from comity.web.negotiation import Offer, choose
from comity.web.site import Site, iris_of, page_query, site_of
from comity.web.types import classes_of

__all__ = ["resource"]


def resource(request: Request) -> Response:
    """Return a resource as HTML or RDF: by suffix (``.ttl``), by ``?format=ttl``, or else by the Accept header.

    Raises:
        HTTPException: 404 for what the graph does not know, 406 for a format that nobody can write.
    """
    site = site_of(request)
    path, offer = _requested(request)
    try:
        iri = NamedNode(site.links.iri(path)).value
    except ValueError as error:
        raise HTTPException(404, str(error)) from error
    if offer is not HTML:
        return _rdf(site, iri, offer)
    address = site.links.href(iri) or ""
    if address.startswith("/document/"):
        return RedirectResponse(f"{address}?{request.url.query}" if request.url.query else address, 303)
    return _html(site, request, iri)


def _requested(request: Request) -> tuple[str, Offer]:
    path: str = request.scope["path"].removeprefix("/")
    stem, _, suffix = path.rpartition(".")
    if stem and suffix in SUFFIXES:
        return stem, SUFFIXES[suffix]
    named = request.query_params.get("format")
    offer = (
        choose(", ".join(request.headers.getlist("accept")), (HTML, *GRAPH_FORMATS))
        if named is None
        else SUFFIXES.get(named)
    )
    if offer is None:
        known = ", ".join(offer.media_type for offer in (HTML, *GRAPH_FORMATS))
        raise HTTPException(406, f"a resource can be had as {known}; ?format= is one of {', '.join(SUFFIXES)}")
    return path, offer


def _rdf(site: Site, iri: str, offer: Offer) -> Response:
    triples = site.reader.construct(bind(page_query("describe"), {"resource": NamedNode(iri)}))
    if not triples:
        raise HTTPException(404, iri)
    written = pyoxigraph.serialize(
        sorted(triples, key=str), format=RdfFormat.from_media_type(offer.written_as), prefixes=PREFIXES
    )
    return Response(
        written, headers={"content-type": offer.content_type, "vary": "Accept", "access-control-allow-origin": "*"}
    )


def _html(site: Site, request: Request, iri: str) -> Response:
    rows, pointing = site.ask("outgoing", resource=iri), site.ask("incoming", resource=iri)
    if not rows and not pointing:
        raise HTTPException(404, iri)
    as_subject = evidence_of(site.ask("evidence", subject=iri))
    as_object = evidence_of(site.ask("evidence", object=iri))
    inverses = inverses_of(site.ask("inverses"))
    said = outgoing(rows, as_subject, as_object, inverses)
    pointed = incoming(pointing, as_object, inverses, said)
    evidence = [*as_subject, *as_object]
    paragraphs = paragraphs_of(site.ask("paragraphs", document={found.document for found in evidence}))
    types = site.ask("types", resource=iri)
    return site.page(
        request,
        "resource.html",
        iri=iri,
        classes=classes_of(types).get(iri, []),
        variants=[name for name in described(rows, SKOS.altLabel) if _is_readable(name)],
        said=_by_predicate(fact for fact in said if not fact.is_inferred),
        pointed=_by_predicate(fact for fact in pointed if not fact.is_inferred),
        inferred=_by_predicate(fact for fact in said if fact.is_inferred),
        inferred_pointed=_by_predicate(fact for fact in pointed if fact.is_inferred),
        paragraph_of=lambda found: paragraph_at(found, paragraphs),
        formats=SUFFIXES,
        resources={iri, *iris_of([*rows, *pointing, *types]), *(name for found in evidence for name in found.iris)},
    )


def _is_readable(name: Term) -> bool:
    """Return whether a name is in a language of the interface, or in none."""
    return isinstance(name, Literal) and (name.language or LANGUAGES[0]) in LANGUAGES


def _by_predicate(facts: Iterable[Fact]) -> dict[str, Sequence[Fact]]:
    """Return the facts of each property: what has quotes before what has none, bare mentions last."""
    grouped: dict[str, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(fact.predicate, []).append(fact)
    ordered = sorted(grouped, key=lambda name: (name == COMITY.mentions, _unproven(grouped[name]), name))
    return {predicate: sorted(grouped[predicate], key=_proven_first) for predicate in ordered}


def _unproven(facts: Iterable[Fact]) -> bool:
    return not any(fact.evidence for fact in facts)


def _proven_first(fact: Fact) -> tuple[bool, str]:
    return not fact.evidence, str(fact.other)
