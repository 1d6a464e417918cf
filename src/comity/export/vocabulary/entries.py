"""Terms as the documentation tells them, in one language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.export.vocabulary.ontology import OWN, Ends, Ontology
from comity.export.vocabulary.shapes import Rule, Rules
from comity.export.vocabulary.wording import Wording

__all__ = ["CODE", "Describer", "Entry", "Fact", "Reference", "Requirement"]

CODE = "code:"
_CHARACTERISTICS = (
    "owl:FunctionalProperty",
    "owl:TransitiveProperty",
    "owl:AsymmetricProperty",
    "owl:SymmetricProperty",
)
_TIES = (
    *("rdfs:subClassOf", "rdfs:subPropertyOf"),
    *("skos:exactMatch", "skos:closeMatch", "skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch"),
)
_SIGNS = {"xsd:minInclusive": "≥", "xsd:maxInclusive": "≤", "xsd:minExclusive": ">", "xsd:maxExclusive": "<"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A term named in passing: its name in the language of the page, its code, where it is explained."""

    label: str
    code: str
    href: str

    @property
    def short_code(self) -> str:
        """The code without the prefix that goes without saying: ours."""
        return self.code.removeprefix(OWN)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of a term: what is said, of which terms, and how that is to be taken.

    Args:
        is_choice: whether any one of the values will do.
    """

    name: str
    values: tuple[Reference, ...]
    note: str = ""
    is_choice: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a shape requires, and how grave it is to break it."""

    message: str
    shape: str
    is_warning: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is said of one term."""

    reference: Reference
    iri: str
    kind: str
    definition: str
    note: str
    example: str
    facts: tuple[Fact, ...]
    requirements: tuple[Requirement, ...]


class Describer:
    """Tells terms in one language."""

    def __init__(self, ontology: Ontology, rules: Rules, wording: Wording) -> None:
        self.ontology = ontology
        self.rules = rules
        self.wording = wording
        self._triples = ontology.triples

    def text(self, name: str, predicate: str) -> str:
        """Return a text about a term in this language, or ""."""
        return self._triples.text(name, predicate, self.wording.language)

    def texts(self, name: str, predicate: str) -> tuple[str, ...]:
        """Return the texts about a term in this language."""
        return self._triples.texts(name, predicate, self.wording.language)

    def reference(self, name: str) -> Reference:
        """Return a link to a term: within the page if it is ours, else to its own IRI."""
        if name.startswith(OWN):
            return Reference(self.text(name, "rdfs:label"), name, f"#{name.removeprefix(OWN)}")
        if name.startswith(CODE):
            code = self._triples.text(name, "skos:notation") or name.removeprefix(CODE)
            return Reference(self.text(name, "skos:prefLabel"), code, f"#code/{name.removeprefix(CODE)}")
        return Reference(self.wording.names.get(name, ""), name, self._triples.iri(name))

    def references(self, names: Iterable[str]) -> tuple[Reference, ...]:
        """Return links to terms."""
        return tuple(map(self.reference, names))

    def class_(self, name: str) -> Entry:
        """Return what is said of a class."""
        ontology = self.ontology
        above = ontology.ancestors(name)
        facts = [
            self._fact("super_classes", ontology.parents(name)),
            self._fact("sub_classes", ontology.children(name)),
            self._fact("properties_from", ontology.uses(name, "domain")),
            self._fact("properties_above", (term for parent in above for term in ontology.uses(parent, "domain"))),
            self._fact("properties_to", ontology.uses(name, "range")),
            self._fact("disjoint", ontology.disjoint(name)),
        ]
        return self._entry(name, "class", facts, self.rules.of_class(name))

    def property_(self, name: str) -> Entry:
        """Return what is said of a property."""
        ontology = self.ontology
        facts = [
            *self._ends("from", ontology.ends(name, "domain")),
            *self._ends("to", ontology.ends(name, "range")),
            self._fact("code_lists", self.rules.lists(name)),
            self._fact("super_properties", ontology.parents(name)),
            self._fact("sub_properties", ontology.children(name)),
            self._fact("inverse", ontology.inverses(name)),
            self._fact("characteristics", self._characteristics(name)),
        ]
        kind = "object_property" if name in ontology.object_properties else "datatype_property"
        return self._entry(name, kind, facts, self.rules.of_property(name))

    def foreign(self) -> Iterator[Entry]:
        """Yield the classes of other vocabularies that our shapes speak of."""
        names = dict.fromkeys(name for rule in self.rules.all for name in rule.classes if not name.startswith(OWN))
        for name in names:
            facts = [self._fact("properties_to", self.ontology.uses(name, "range"))]
            yield self._entry(name, "class", facts, self.rules.of_class(name))

    def ties(self, name: str) -> tuple[Fact, ...]:
        """Return how a term or concept relates to those of other vocabularies."""
        triples = self._triples
        found = ((tie, [other for other in triples.objects(name, tie) if not other.startswith(OWN)]) for tie in _TIES)
        return tuple(Fact(self.wording.names[tie], self.references(others)) for tie, others in found if others)

    def _entry(self, name: str, kind: str, facts: Iterable[Fact], rules: Iterable[Rule]) -> Entry:
        return Entry(
            reference=self.reference(name),
            iri=self._triples.iri(name),
            kind=self.wording.words[kind],
            definition=self.text(name, "skos:definition"),
            note=self.text(name, "skos:scopeNote"),
            example=self.text(name, "skos:example"),
            facts=(*(fact for fact in facts if fact.values), *self.ties(name)),
            requirements=tuple(map(self._requirement, dict.fromkeys(rules))),
        )

    def _fact(self, key: str, names: Iterable[str]) -> Fact:
        return Fact(self.wording.words[key], self.references(dict.fromkeys(names)))

    def _ends(self, direction: str, ends: Ends) -> Iterator[Fact]:
        words = self.wording.words
        notes = [f"{_SIGNS[facet]} {value}" for facet, value in ends.facets]
        if ends.through:
            notes.append(words["follows"].format(property=self.reference(ends.through).label))
        name = words[f"{direction}_always" if ends.always else f"{direction}_usually"]
        yield Fact(name, self.references(ends.classes), ", ".join(notes), is_choice=True)

    def _characteristics(self, name: str) -> tuple[str, ...]:
        return tuple(kind for kind in _CHARACTERISTICS if kind in self._triples.objects(name, "rdf:type"))

    def _requirement(self, rule: Rule) -> Requirement:
        return Requirement(self.text(rule.shape, "sh:message"), rule.shape, rule.is_warning)
