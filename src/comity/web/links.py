"""From the IRIs of the graph to addresses on this site, and back. Resource IRIs never change with the host."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from comity.namespaces import COMITY

__all__ = ["Links", "with_parameters"]

_SAFE = "/:@!$'()*+,;=~-._"
_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of resources under a base IRI (which ends with a slash)."""

    base_iri: str

    def href(self, iri: str) -> str | None:
        """Return the address to link to: a path for what is ours, the IRI itself for the web, None for the rest."""
        if iri.startswith(f"{self.base_iri}id/document/"):
            return quote(f"/document/{iri.removeprefix(f'{self.base_iri}id/document/')}", _SAFE)
        if iri.startswith((f"{self.base_iri}id/", f"{self.base_iri}code/")):
            return quote(f"/{iri.removeprefix(self.base_iri)}", _SAFE)
        if f"{iri}#" == COMITY.iri:
            return "/ontology"
        if iri.startswith(COMITY.iri):
            return f"/ontology#{iri.removeprefix(COMITY.iri)}"
        return iri if iri.startswith(_SCHEMES) else None

    def iri(self, path: str) -> str:
        """Return the IRI of a resource from its path on this site (``id/state/KAZ``)."""
        return self.base_iri + path

    def document(self, identifier: str) -> str:
        """Return the IRI of a document from its identifier."""
        return f"{self.base_iri}id/document/{identifier}"


def with_parameters(address: str, parameters: Mapping[str, str]) -> str:
    """Return a path of ours with query parameters put before its fragment; others are left as they are."""
    if not address.startswith("/") or not parameters:
        return address
    path, hash_sign, fragment = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{urlencode(parameters)}{hash_sign}{fragment}"
