"""`ontology/comity.ttl`: all names are there, and each says in both languages what it means."""

import re
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCAM

from comity.namespaces import COMITY

ONTOLOGY = URIRef("https://w3id.org/comity/ontology")
NS = Namespace(COMITY.iri)
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty)

NAMES = {
    OWL.Class: """
        Actor State Organization InternationalOrganization Body InformalGroup Person Post StakeholderGroup
        Instrument Resolution Decision Declaration Communique Treaty Strategy Document NewsReport Speech
        Provision PreambularProvision OperativeProvision Initiative Event Place
        SpeechAct Stance Citation RollCall Membership Assertion Judgement Measurement ExtractionRule
    """,
    OWL.ObjectProperty: """
        cites recalls reaffirms guidedBy welcomes notes implements amends
        adoptedBy adoptedAt endorsedBy establishes addresses annexOf draftOf partOf proposes supports objectsTo
        memberOf participatesIn organizes hosts chairs holdsPost headOf represents place status about
        expresses reportsOn mentions publisher hasProvision
        sponsors votedFor votedAgainst abstainedOn votedOn choice voter
        capital postIn kind proponent object addressee provision modality citing cited member organization role
        evidence attributedTo reportedBy editionOf notNamedIn measuredNode compared decision
        citedBy hasPart adopted endorses establishedBy hasMember provisionOf proposedBy supportedBy expressedBy hostedBy
        sponsoredBy
    """,
    OWL.DatatypeProperty: """
        date endDate symbol language sourceUrl number text
        demonym action deadline periodicity pinpoint startDate confidence memberCount termLength
        sourceText contentDigest value rank method parameters projection strength reason
        votes unresolvedName agendaItem
    """,
}

INVERSES = {
    "adoptedBy": "adopted",
    "cites": "citedBy",
    "endorsedBy": "endorses",
    "establishes": "establishedBy",
    "expresses": "expressedBy",
    "hasProvision": "provisionOf",
    "hosts": "hostedBy",
    "memberOf": "hasMember",
    "partOf": "hasPart",
    "proposes": "proposedBy",
    "sponsors": "sponsoredBy",
    "supports": "supportedBy",
}

SUBCLASSES = {
    "State": "Actor",
    "Organization": "Actor",
    "InternationalOrganization": "Organization",
    "Body": "Actor",
    "InformalGroup": "Body",
    "Person": "Actor",
    "Post": "Actor",
    "StakeholderGroup": "Actor",
    "Resolution": "Instrument",
    "Decision": "Instrument",
    "Declaration": "Instrument",
    "Communique": "Instrument",
    "Treaty": "Instrument",
    "Strategy": "Instrument",
    "NewsReport": "Document",
    "Speech": "Document",
    "PreambularProvision": "Provision",
    "OperativeProvision": "Provision",
    "Stance": "SpeechAct",
}


def terms(graph: Graph, *types: URIRef) -> set[URIRef]:
    return {term for kind in types for term in graph.subjects(RDF.type, kind) if str(term).startswith(COMITY.iri)}


def languages(graph: Graph, subject: URIRef, predicate: URIRef) -> list[str | None]:
    return sorted(str(text.language) for text in graph.objects(subject, predicate) if str(text).strip())


@pytest.mark.parametrize("kind", NAMES, ids=lambda kind: kind.fragment)
def test_declares_exactly_the_agreed_names(comity: Graph, kind: URIRef) -> None:
    assert {str(term).removeprefix(COMITY.iri) for term in terms(comity, kind)} == set(NAMES[kind].split())


@pytest.mark.parametrize("name", " ".join(NAMES.values()).split())
def test_a_term_explains_itself_in_both_languages(comity: Graph, name: str) -> None:
    term = NS[name]
    for predicate in (RDFS.label, SKOS.definition, SKOS.example):
        assert languages(comity, term, predicate) == ["en", "ru"], f"{name}: {predicate.fragment}"
    assert set(languages(comity, term, SKOS.scopeNote)) in ({"en", "ru"}, set())
    assert list(comity.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kinds", [(OWL.Class,), PROPERTY_TYPES], ids=["classes", "properties"])
def test_no_two_terms_share_a_label(comity: Graph, language: str, kinds: tuple[URIRef, ...]) -> None:
    labels = [
        (str(label), str(term).removeprefix(COMITY.iri))
        for term in sorted(terms(comity, *kinds))
        for label in comity.objects(term, RDFS.label)
        if label.language == language
    ]
    shared = {label for label, _ in labels if sum(other == label for other, _ in labels) > 1}
    assert not shared, [pair for pair in labels if pair[0] in shared]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_texts_are_in_the_language_they_claim(comity: Graph, codelists: Graph, language: str) -> None:
    script = re.compile(r"[а-я]" if language == "ru" else r"[a-z]", re.IGNORECASE)
    for graph in (comity, codelists):
        for subject, predicate, text in graph:
            if isinstance(text, Literal) and text.language == language and predicate != SKOS.example:
                assert script.search(text), f"{subject} {predicate}: {text}"
                assert language == "ru" or not re.search(r"[а-яё]", text, re.IGNORECASE), f"{subject}: {text}"


@pytest.mark.parametrize("name", (NAMES[OWL.ObjectProperty] + NAMES[OWL.DatatypeProperty]).split())
def test_a_property_says_what_it_joins(comity: Graph, name: str) -> None:
    """Either an axiom, its own or inherited, or a hint where an axiom would be false."""
    family = set(comity.transitive_objects(NS[name], RDFS.subPropertyOf))
    inverses = {inverse for term in family for inverse in comity.objects(term, OWL.inverseOf)}
    inverses |= {inverse for term in family for inverse in comity.subjects(OWL.inverseOf, term)}
    for axiom, hint, of_inverse in (
        (RDFS.domain, DCAM.domainIncludes, RDFS.range),
        (RDFS.range, DCAM.rangeIncludes, RDFS.domain),
    ):
        said = [value for term in family for kind in (axiom, hint) for value in comity.objects(term, kind)]
        said += [value for term in inverses for value in comity.objects(term, of_inverse)]
        assert said, f"{name} lacks {axiom.fragment}"
        assert not (set(comity.objects(NS[name], axiom)) and set(comity.objects(NS[name], hint))), name


@pytest.mark.parametrize(("name", "inverse"), INVERSES.items())
def test_inverses(comity: Graph, name: str, inverse: str) -> None:
    assert (NS[name], OWL.inverseOf, NS[inverse]) in comity


@pytest.mark.parametrize(("name", "parent"), SUBCLASSES.items())
def test_subclasses(comity: Graph, name: str, parent: str) -> None:
    assert (NS[name], RDFS.subClassOf, NS[parent]) in comity


def test_every_kind_of_citation_is_a_citation_and_support_is_none(comity: Graph) -> None:
    kinds = {str(term).removeprefix(COMITY.iri) for term in comity.subjects(RDFS.subPropertyOf, NS.cites)}
    assert kinds == {"recalls", "reaffirms", "guidedBy", "welcomes", "notes", "implements", "amends"}
    assert not list(comity.objects(NS.supports, RDFS.subPropertyOf))


def test_part_of_is_transitive_and_true_of_bodies_as_of_instruments(comity: Graph) -> None:
    assert (NS.partOf, RDF.type, OWL.TransitiveProperty) in comity
    assert not list(comity.objects(NS.partOf, RDFS.domain))
    assert {NS.Body, NS.Instrument, NS.Provision, NS.Event} <= set(comity.objects(NS.partOf, DCAM.domainIncludes))


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("adoptedBy", {"Body", "Organization"}),
        ("memberOf", {"Organization", "Body", "Treaty"}),
        ("supports", {"Initiative", "Instrument"}),
        ("reportsOn", {"Instrument", "Event"}),
    ],
)
def test_a_range_of_several_classes_is_a_union(comity: Graph, name: str, members: set[str]) -> None:
    (value,) = comity.objects(NS[name], RDFS.range)
    (union,) = comity.objects(value, OWL.unionOf)
    assert {str(member).removeprefix(COMITY.iri) for member in Collection(comity, union)} == members


def test_the_header_tells_version_licence_and_profile(comity: Graph, root: Path) -> None:
    (version,) = comity.objects(ONTOLOGY, OWL.versionInfo)
    assert (ONTOLOGY, OWL.versionIRI, URIRef(f"{ONTOLOGY}/{version}")) in comity
    assert (ONTOLOGY, DCTERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")) in comity
    assert (ONTOLOGY, DCTERMS.conformsTo, URIRef("http://www.w3.org/ns/owl-profile/DL")) in comity
    assert (ONTOLOGY, VANN.preferredNamespacePrefix, Literal("comity")) in comity
    assert (ONTOLOGY, VANN.preferredNamespaceUri, Literal(COMITY.iri)) in comity
    for predicate in (DCTERMS.title, DCTERMS.description, DCTERMS.creator):
        assert languages(comity, ONTOLOGY, predicate) == ["en", "ru"]
    for predicate in (DCTERMS.created, DCTERMS.modified):
        (date,) = comity.objects(ONTOLOGY, predicate)
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", date)
    changelog = (root / "ontology/CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## ([\d.]+)", changelog, re.MULTILINE)[1] == str(version)


def test_nothing_is_imported(whole: Graph) -> None:
    assert not list(whole.subject_objects(OWL.imports))


def test_a_reader_without_a_parser_finds_the_same_terms(comity: Graph) -> None:
    assert {COMITY.iri + name for name in COMITY.terms} == {
        str(term) for term in terms(comity, OWL.Class, *PROPERTY_TYPES)
    }
