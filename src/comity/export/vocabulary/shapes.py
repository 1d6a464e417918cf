"""What the shapes require of the terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from comity.export.vocabulary.triples import Triples

__all__ = ["Rule", "Rules"]

_CLASSES = ("sh:targetClass", "sh:class")
_PROPERTY_TARGETS = ("sh:targetSubjectsOf", "sh:targetObjectsOf")


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape that says what it wants.

    Args:
        shape: its name.
        classes: whose instances it looks at, or wants what it looks at to be.
        properties: which properties pick what it looks at, or are looked at.
        lists: the code lists that it takes values from.
        is_warning: whether breaking it is only suspicious.
    """

    shape: str
    classes: tuple[str, ...]
    properties: tuple[str, ...]
    lists: tuple[str, ...]
    is_warning: bool


class Rules:
    """The shapes with a message, those of properties after the shape they belong to."""

    def __init__(self, triples: Triples) -> None:
        self._triples = triples

    @cached_property
    def all(self) -> tuple[Rule, ...]:
        """All rules, in the order of the files."""
        triples = self._triples
        return tuple(
            rule
            for node in triples.of_type("sh:NodeShape")
            for rule in (self._node(node), *map(self._property, triples.objects(node, "sh:property")))
            if triples.text(rule.shape, "sh:message", "en")
        )

    def of_class(self, name: str) -> Iterator[Rule]:
        """Yield the rules about instances of this very class."""
        return (rule for rule in self.all if name in rule.classes)

    def of_property(self, name: str) -> Iterator[Rule]:
        """Yield the rules about a property, and about whatever has it."""
        return (rule for rule in self.all if name in rule.properties)

    def lists(self, name: str) -> tuple[str, ...]:
        """Return the code lists that values of a property come from."""
        return tuple(dict.fromkeys(scheme for rule in self.of_property(name) for scheme in rule.lists))

    def _node(self, node: str) -> Rule:
        picked = (name for target in _PROPERTY_TARGETS for name in self._triples.objects(node, target))
        return self._rule(node, self._triples.objects(node, "sh:targetClass"), picked)

    def _property(self, shape: str) -> Rule:
        triples = self._triples
        owners = triples.pointing("sh:property", shape)
        classes = tuple(name for owner in owners for said in _CLASSES for name in triples.objects(owner, said))
        steps = (step for path in triples.objects(shape, "sh:path") for step in self._steps(path))
        lists = tuple(scheme for node in triples.objects(shape, "sh:node") for scheme in self._schemes(node))
        return self._rule(shape, classes, steps, lists)

    def _rule(
        self, shape: str, classes: tuple[str, ...], properties: Iterable[str], lists: tuple[str, ...] = ()
    ) -> Rule:
        severity = self._triples.objects(shape, "sh:severity")
        return Rule(shape, classes, tuple(properties), lists, severity == ("sh:Warning",))

    def _steps(self, path: str) -> Iterator[str]:
        """Yield the properties of a SHACL path, of whatever kind it is."""
        triples = self._triples
        if not triples.is_anonymous(path):
            yield path
        elif triples.objects(path, "rdf:first"):
            yield from (name for step in triples.members(path) for name in self._steps(step))
        else:
            yield from (name for inner in triples.about(path).values() for step in inner for name in self._steps(step))

    def _schemes(self, node: str) -> Iterator[str]:
        """Yield the code lists that a concept must be in one of to satisfy a shape."""
        triples = self._triples
        for property_ in triples.objects(node, "sh:property"):
            if triples.objects(property_, "sh:path") == ("skos:inScheme",):
                yield from (name for head in triples.objects(property_, "sh:in") for name in triples.members(head))
