"""Names of resources in the language of a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from comity.namespaces import PREFIXES
from comity.web.language import LANGUAGES, Label, pick, strings

__all__ = ["Names"]


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names, IRI to language to name, and the language to show them in."""

    known: Mapping[str, Mapping[str, str]]
    code: str

    def __call__(self, iri: str) -> Label:
        """Return the name of an IRI: from the graph, else ours for terms of common vocabularies, else a short form."""
        if self.known.get(iri):
            return pick(self.known[iri], self.code)
        short, ours = self.short(iri), strings(self.code)
        return Label(ours[short], self.code) if short in ours else Label(short, "")

    def others(self, iri: str) -> list[Label]:
        """Return the names in the other languages of the interface."""
        shown, known = self(iri), self.known.get(iri, {})
        return [Label(known[code], code) for code in LANGUAGES if code in known and code != shown.language]

    @staticmethod
    def short(iri: str) -> str:
        """Return a term as its prefixed name, a resource as its path."""
        for prefix, namespace in PREFIXES.items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri.partition("/id/")[2] or iri.partition("/code/")[2] or iri
