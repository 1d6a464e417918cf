"""How much a figure rests on: the first thing to know about it."""

from dataclasses import dataclass

from comity.network import Network

__all__ = ["Basis", "basis"]

FEW_DOCUMENTS = 30
"""Below this many documents a ranking is a reading aid, not a finding: one more document may turn it over."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The size of what was measured.

    Args:
        documents: how many documents the ties rest on.
        nodes: how many nodes the network has.
        edges: how many ties it has.
    """

    documents: int
    nodes: int
    edges: int

    @property
    def few(self) -> bool:
        """Whether there are too few documents for the order to mean much."""
        return self.documents < FEW_DOCUMENTS

    def note(self, language: str) -> str:
        """Return a sentence about it in ``ru`` or ``en``, with a warning where documents are few."""
        if language == "ru":
            size = f"Документов: {self.documents}, узлов: {self.nodes}, связей: {self.edges}."
            return f"{size} Документов мало: новый документ может изменить порядок." if self.few else size
        size = f"Documents: {self.documents}, nodes: {self.nodes}, ties: {self.edges}."
        return f"{size} These are few documents: one more may change the order." if self.few else size


def basis(network: Network) -> Basis:
    """Return how much a network rests on."""
    return Basis(len(network.documents), len(network.nodes), len(network.edges))
