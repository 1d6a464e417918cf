"""Closed namespaces: known terms are IRIs, a typo is an error, and every term that the code names exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity import errors, namespaces, resources

SOURCES = sorted((Path(__file__).parents[1] / "src").rglob("*.py"))
CLOSED = {name: value for name, value in vars(namespaces).items() if isinstance(value, namespaces.ClosedNamespace)}


def terms_in_code() -> Iterator[tuple[str, str]]:
    """Yield each ``COMITY.State`` that stands in the code, run or not."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in CLOSED:
                yield node.value.id, node.attr


def concepts_in_code() -> Iterator[tuple[str, str]]:
    """Yield each ``concept("scheme", "notation")`` whose arguments are written out."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="concept"), args=[ast.Constant(value=scheme), ast.Constant(value=notation)]
                ):
                    yield str(scheme), str(notation)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (namespaces.COMITY.State, "https://w3id.org/comity/ontology#State"),
        (namespaces.COMITY["endorsedBy"], "https://w3id.org/comity/ontology#endorsedBy"),
        (namespaces.RDF.type, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        (namespaces.SKOS.prefLabel, "http://www.w3.org/2004/02/skos/core#prefLabel"),
        (namespaces.OA.TextQuoteSelector, "http://www.w3.org/ns/oa#TextQuoteSelector"),
        (namespaces.concept("speech-act-kind", "notes"), "https://w3id.org/comity/code/speech-act-kind/notes"),
    ],
)
def test_a_known_term_is_its_iri(iri: str, expected: str) -> None:
    assert iri == expected


@pytest.mark.parametrize("name", sorted(CLOSED))
def test_an_unknown_term_is_an_error_that_names_it(name: str) -> None:
    with pytest.raises(errors.UnknownTermError, match="no term 'Stat'"):
        CLOSED[name].Stat  # noqa: B018 - the look-up is the test
    assert not hasattr(CLOSED[name], "Stat")


def test_an_unknown_concept_is_an_error_that_names_it() -> None:
    with pytest.raises(errors.UnknownTermError, match="'speech-act-kind' has no concept 'nods'"):
        namespaces.concept("speech-act-kind", "nods")


def test_an_unknown_scheme_is_an_error_that_names_it() -> None:
    with pytest.raises(errors.ResourceMissingError, match=r"speech-acts\.ttl"):
        namespaces.concept("speech-acts", "notes")


def test_membership_tells_own_terms_from_others() -> None:
    assert namespaces.COMITY.State in namespaces.COMITY
    assert namespaces.SKOS.prefLabel not in namespaces.COMITY
    assert namespaces.COMITY.iri + "Stat" not in namespaces.COMITY


@pytest.mark.parametrize("name", sorted(CLOSED))
def test_no_namespace_is_empty(name: str) -> None:
    assert CLOSED[name].terms


def test_every_prefix_is_a_closed_namespace() -> None:
    assert {prefix.upper(): iri for prefix, iri in namespaces.PREFIXES.items()} == {
        name: namespace.iri for name, namespace in CLOSED.items()
    }


def test_every_term_of_the_ontology_is_declared_once() -> None:
    turtle = resources.path("ontology/comity.ttl").read_text(encoding="utf-8")
    declared = re.findall(r"^comity:(\w+)\s+a\s", turtle, re.MULTILINE)
    assert len(declared) == len(set(declared)) == len(namespaces.COMITY.terms)


def test_every_term_that_the_code_names_exists() -> None:
    used = set(terms_in_code())
    assert used
    assert sorted(f"{name}.{term}" for name, term in used if term not in CLOSED[name].terms | {"iri", "terms"}) == []


def test_every_concept_that_the_code_names_exists() -> None:
    for scheme, notation in concepts_in_code():
        assert namespaces.concept(scheme, notation).endswith(f"{scheme}/{notation}")
