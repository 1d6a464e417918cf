"""Nodes and ties as flat records of text, numbers and booleans, which every network format and table can hold.

Several values in one field are separated by a space: they are IRIs, dates and names without spaces.
"""

from comity.network import Edge, Network, Node, tail

__all__ = ["Record", "flat_edge", "flat_node"]

Record = dict[str, str | float | bool]


def flat_node(node: Node, language: str) -> Record:
    """Return the fields of a node; ``label`` is its name in the language, the others do not depend on it."""
    return {
        "label": node.label(language),
        "label_ru": node.labels.get("ru", ""),
        "label_en": node.labels.get("en", ""),
        "category": node.category,
        "role": node.role,
        "types": " ".join(node.types),
        "date": node.date,
        "symbol": node.symbol,
        "in_corpus": node.in_corpus,
    }


def flat_edge(network: Network, edge: Edge, language: str) -> Record:
    """Return the fields of a tie; ``label`` names its kinds in the language, the others do not depend on it."""
    return {
        "label": ", ".join(network.caption(kind, language) for kind in edge.kinds),
        "weight": edge.weight,
        "kinds": " ".join(map(tail, edge.kinds)),
        "strength": edge.strength,
        "positive": edge.positive,
        "negative": edge.negative,
        "dates": " ".join(edge.dates),
        "via": " ".join(edge.via),
        "acts": " ".join(edge.acts),
        "assertions": " ".join(edge.assertions),
        "documents": " ".join(edge.documents),
    }
