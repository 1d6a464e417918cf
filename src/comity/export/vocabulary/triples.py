"""Turtle files as one table of triples, in the order of the files, every IRI shortened by the prefixes they declare.

The order is what a parsed graph loses and a reader wants: terms stand in the documentation as their author placed them.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

__all__ = ["Triples"]

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple


class Triples:
    """The triples of some Turtle files; resources are known by shortened names such as ``comity:State``.

    Args:
        files: what to read, in the order in which it is to be told.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        read = []
        self.prefixes: dict[str, str] = {}
        for file in files:
            parser = parse(path=file, format=RdfFormat.TURTLE)
            read += list(parser)
            self.prefixes |= parser.prefixes
        # The longest namespace first: one may be the beginning of another.
        self._namespaces = sorted(self.prefixes.items(), key=lambda item: -len(item[1]))
        self._objects: dict[str, dict[str, list[str]]] = {}
        self._subjects: dict[tuple[str, str], list[str]] = {}
        self._texts: dict[tuple[str, str], list[Literal]] = {}
        for quad in read:
            subject, predicate = self._name(quad.subject), self._name(quad.predicate)
            if isinstance(quad.object, Literal):
                self._texts.setdefault((subject, predicate), []).append(quad.object)
            else:
                value = self._name(quad.object)
                self._objects.setdefault(subject, {}).setdefault(predicate, []).append(value)
                self._subjects.setdefault((predicate, value), []).append(subject)

    def iri(self, name: str) -> str:
        """Return the full IRI of a shortened name; an IRI that no prefix fits is its own name."""
        prefix, _, local = name.partition(":")
        return self.prefixes[prefix] + local if prefix in self.prefixes else name

    def is_anonymous(self, name: str) -> bool:
        """Return whether a name stands for a blank node."""
        return ":" not in name

    def of_type(self, kind: str) -> tuple[str, ...]:
        """Return the resources of a class, as stated."""
        return self.pointing("rdf:type", kind)

    def about(self, subject: str) -> Mapping[str, Collection[str]]:
        """Return the resources that a subject is tied to, by predicate."""
        return self._objects.get(subject, {})

    def objects(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return the resources that are objects, each once; literals are left out."""
        return tuple(dict.fromkeys(self._objects.get(subject, {}).get(predicate, ())))

    def pointing(self, predicate: str, value: str) -> tuple[str, ...]:
        """Return the subjects that have a resource as an object, each once."""
        return tuple(dict.fromkeys(self._subjects.get((predicate, value), ())))

    def texts(self, subject: str, predicate: str, language: str = "") -> tuple[str, ...]:
        """Return the literals in exactly this language; without one, those that have none."""
        found = self._texts.get((subject, predicate), ())
        return tuple(text.value for text in found if (text.language or "") == language)

    def text(self, subject: str, predicate: str, language: str = "") -> str:
        """Return the first of the literals in exactly this language, or ""."""
        return next(iter(self.texts(subject, predicate, language)), "")

    def facets(self, subject: str) -> tuple[tuple[str, str], ...]:
        """Return what is said of a subject in literals without a language, as predicates and values."""
        return tuple(
            (predicate, text.value)
            for (about, predicate), texts in self._texts.items()
            if about == subject
            for text in texts
            if not text.language
        )

    def members(self, head: str) -> tuple[str, ...]:
        """Return the resources in an RDF list."""
        found: list[str] = []
        while head != "rdf:nil":
            found += self.objects(head, "rdf:first")
            head = self.objects(head, "rdf:rest")[0]
        return tuple(found)

    def _name(self, term: Term) -> str:
        if not isinstance(term, NamedNode):
            return str(term).removeprefix("_:")
        for prefix, namespace in self._namespaces:
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        return term.value
