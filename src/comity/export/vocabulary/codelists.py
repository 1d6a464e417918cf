"""Code lists as the documentation tells them, in one language."""

from dataclasses import dataclass

from comity.export.vocabulary.entries import Describer, Fact, Reference

__all__ = ["CodeList", "Concept", "code_lists"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One value of a code list.

    Args:
        other_names: what else it is called.
        strength: of a kind of speech act, as digits; "" where there is none.
        broader: the concepts above it.
        related: the concepts of our lists it has to do with.
        matches: the concepts of other vocabularies, by how close they are.
    """

    reference: Reference
    other_names: tuple[str, ...]
    definition: str
    strength: str
    broader: tuple[Reference, ...]
    related: tuple[Reference, ...]
    matches: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class CodeList:
    """A closed list of values, and the properties that take them."""

    reference: Reference
    iri: str
    definition: str
    properties: tuple[Reference, ...]
    concepts: tuple[Concept, ...]

    @property
    def has_strength(self) -> bool:
        """Whether its values are ordered by strength."""
        return any(concept.strength for concept in self.concepts)

    @property
    def has_broader(self) -> bool:
        """Whether some values are above others."""
        return any(concept.broader for concept in self.concepts)

    @property
    def has_matches(self) -> bool:
        """Whether some values are matched to other vocabularies."""
        return any(concept.matches for concept in self.concepts)


def code_lists(describer: Describer) -> tuple[CodeList, ...]:
    """Return all code lists."""
    return tuple(_code_list(describer, name) for name in describer.ontology.triples.of_type("skos:ConceptScheme"))


def _code_list(describer: Describer, name: str) -> CodeList:
    ontology = describer.ontology
    return CodeList(
        reference=describer.reference(name),
        iri=ontology.triples.iri(name),
        definition=describer.text(name, "skos:definition"),
        properties=describer.references(term for term in ontology.properties if name in describer.rules.lists(term)),
        concepts=tuple(_concept(describer, concept) for concept in ontology.triples.pointing("skos:inScheme", name)),
    )


def _concept(describer: Describer, name: str) -> Concept:
    triples = describer.ontology.triples
    return Concept(
        reference=describer.reference(name),
        other_names=describer.texts(name, "skos:altLabel"),
        definition=describer.text(name, "skos:definition"),
        strength=triples.text(name, "comity:strength"),
        broader=describer.references(triples.objects(name, "skos:broader")),
        related=describer.references(triples.objects(name, "skos:related")),
        matches=describer.ties(name),
    )
