"""Every term of another vocabulary that we name exists there, and every term of ours exists here."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, VANN, Graph, Literal, URIRef

from comity.namespaces import BASE, CODE, COMITY, PREFIXES

# Their objects are documents and things, not terms.
LINKS = {
    DCTERMS.conformsTo,
    DCTERMS.license,
    DCTERMS.source,
    OWL.priorVersion,
    OWL.sameAs,
    OWL.versionIRI,
    RDFS.seeAlso,
    VANN.preferredNamespaceUri,
}
# What a SPARQL text holds: comments and strings, which name no terms; full IRIs; prefixed names.
TOKENS = re.compile(
    r"""(?P<skip>"{3}.*?"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|<(?P<iri>[^<>"{}|^`\\\s]*)>"""
    r"""|(?P<comment>\#[^\n]*)|(?<![\w?$:@])(?P<prefix>[A-Za-z][\w.-]*)?:(?P<local>[\w-]+(?:\.[\w-]+)*)""",
    re.DOTALL,
)
DECLARATION = re.compile(r"^\s*PREFIX\s+([\w.-]*):\s*<([^>]+)>", re.IGNORECASE | re.MULTILINE)

FILES = {
    "ontology": sorted(Path(__file__).parents[2].glob("ontology/**/*.ttl")),
    "shapes": sorted(Path(__file__).parents[2].glob("shapes/*.ttl")),
    "queries": sorted(Path(__file__).parents[2].glob("queries/**/*.rq")),
    "reference": sorted(Path(__file__).parents[2].glob("data/reference/**/*.ttl")),
}


def terms_of_graph(graph: Graph, *, all_objects: bool) -> Iterator[str]:
    """Yield predicates, types and datatypes, and on demand the objects that are terms."""
    for _, predicate, value in graph:
        yield str(predicate)
        if isinstance(value, Literal) and value.datatype:
            yield str(value.datatype)
        if isinstance(value, URIRef) and (predicate == RDF.type or (all_objects and predicate not in LINKS)):
            yield str(value)


def terms_of_query(text: str) -> Iterator[str]:
    """Yield all IRIs that a SPARQL text names, prefixes resolved."""
    prefixes = PREFIXES | dict(DECLARATION.findall(text))
    for token in TOKENS.finditer(DECLARATION.sub("", text)):
        if token["iri"]:
            yield token["iri"]
        elif token["local"]:
            yield prefixes.get(token["prefix"] or "", f"undeclared prefix {token['prefix']}:") + token["local"]


def unknown(terms: Iterable[str], pinned: dict[str, frozenset[str]], codes: frozenset[str]) -> list[str]:
    """Return the terms that no vocabulary has: ours, a code list, or a pinned one."""
    known = {term for vocabulary in pinned.values() for term in vocabulary} | codes
    known |= {COMITY.iri + name for name in COMITY.terms} | {COMITY.iri.rstrip("#")}
    ours = (BASE + "id/", BASE + "graph/", BASE + "shapes")
    return sorted({term for term in terms if term not in known and not term.startswith(ours)})


@pytest.fixture(scope="session")
def codes(codelists: Graph) -> frozenset[str]:
    return frozenset(str(term) for term in codelists.subjects() if str(term).startswith(CODE))


@pytest.mark.parametrize(
    "path", FILES["ontology"] + FILES["shapes"], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_the_vocabulary_and_the_shapes(path: Path, pinned: dict[str, frozenset[str]], codes: frozenset[str]) -> None:
    assert unknown(terms_of_graph(Graph().parse(path), all_objects=True), pinned, codes) == []


@pytest.mark.parametrize("path", FILES["reference"], ids=lambda path: path.name)
def test_the_reference_data(path: Path, pinned: dict[str, frozenset[str]], codes: frozenset[str]) -> None:
    graph = Graph().parse(path)
    concepts = (str(value) for value in graph.objects() if str(value).startswith(CODE))
    assert unknown([*terms_of_graph(graph, all_objects=False), *concepts], pinned, codes) == []


@pytest.mark.parametrize("path", FILES["queries"], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_queries(path: Path, pinned: dict[str, frozenset[str]], codes: frozenset[str]) -> None:
    assert unknown(terms_of_query(path.read_text(encoding="utf-8")), pinned, codes) == []


@pytest.mark.parametrize(
    ("turtle", "expected"),
    [
        ("<x> a <http://purl.org/spar/cito/Citation> .", []),
        (
            "<x> <http://purl.org/spar/cito/hasCitationCharacterisation> <y> .",
            ["http://purl.org/spar/cito/hasCitationCharacterisation"],
        ),
        ("<x> a <http://purl.org/spar/fabio/Work> .", ["http://purl.org/spar/fabio/Work"]),
        ("<x> <https://w3id.org/comity/ontology#adoptedby> <y> .", ["https://w3id.org/comity/ontology#adoptedby"]),
        ("<x> <http://purl.org/dc/terms/source> <https://example.org/page> .", []),
        ('<x> <http://purl.org/dc/terms/date> "x"^^<https://example.org/type> .', ["https://example.org/type"]),
    ],
)
def test_an_unknown_term_of_a_graph_is_found(
    turtle: str, expected: list[str], pinned: dict[str, frozenset[str]], codes: frozenset[str]
) -> None:
    graph = Graph().parse(data=turtle, format="turtle", publicID=f"{BASE}id/")
    assert unknown(terms_of_graph(graph, all_objects=True), pinned, codes) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?s skos:prefLabel ?o FILTER(?o = 'a skos:bad # b') } # skos:worse", []),
        ("SELECT * { ?s skos:preferredLabel ?o }", ["http://www.w3.org/2004/02/skos/core#preferredLabel"]),
        ("PREFIX x: <https://example.org/>\nSELECT * { ?s x:thing ?o }", ["https://example.org/thing"]),
        ("SELECT * { ?s nope:thing ?o }", ["undeclared prefix nope:thing"]),
        ("SELECT * { ?s <https://example.org/p> 'ru:x'@ru }", ["https://example.org/p"]),
        ("SELECT * { ?s a comity:State , comity:Sate }", ["https://w3id.org/comity/ontology#Sate"]),
        (f"SELECT * {{ ?s ?p <{CODE}modality/asserted> , <{CODE}modality/likely> }}", [f"{CODE}modality/likely"]),
    ],
)
def test_an_unknown_term_of_a_query_is_found(
    query: str, expected: list[str], pinned: dict[str, frozenset[str]], codes: frozenset[str]
) -> None:
    assert unknown(terms_of_query(query), pinned, codes) == expected


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parents[2].glob("ontology/external/*.txt")), ids=lambda path: path.stem
)
def test_a_pinned_list_says_what_it_is_and_is_in_order(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = dict(line.removeprefix("# ").split(": ", 1) for line in lines if line.startswith("#"))
    assert set(header) == {"vocabulary", "namespace", "version", "source", "coverage"}
    terms = lines[len(header) :]
    assert terms
    assert terms == sorted(set(terms))
    assert all(term.startswith(header["namespace"]) and len(term) > len(header["namespace"]) for term in terms)


def test_the_prefixes_of_our_serialisers_are_pinned(pinned: dict[str, frozenset[str]]) -> None:
    assert set(PREFIXES.values()) - {COMITY.iri} <= set(pinned)
