"""From what a person types, a symbol, a name or an IRI, to a node."""

from difflib import get_close_matches

from comity.errors import AnalysisError
from comity.network import Network, Node

__all__ = ["find_node"]


def find_node(network: Network, text: str) -> Node:
    """Return the one node that a text names.

    Tried in this order, and the first that fits anything decides: IRI (whole, or what follows ``…/id/``); symbol, with
    or without its series (``A/RES/79/325``, ``79/325``); whole name in any language; part of a name. Case is ignored.

    Raises:
        AnalysisError: nothing fits (the message offers what is close), or several nodes do (it lists them).
    """
    sought = text.strip().casefold()
    for fits in (_iri, _symbol, _name, _part):
        found = [node for node in network.nodes if sought and fits(node, sought)]
        if len(found) == 1:
            return found[0]
        if found:
            raise AnalysisError(f"{text!r} may be any of: {'; '.join(map(_shown, found[:10]))}")
    names = {name: node for node in network.nodes for name in _names(node)}
    close = get_close_matches(sought, names, n=3, cutoff=0.5)
    hint = f"; close to it: {'; '.join(_shown(names[name]) for name in close)}" if close else ""
    raise AnalysisError(f"nothing in the network {network.projection.name!r} is called {text!r}{hint}")


def _names(node: Node) -> list[str]:
    return [name.casefold() for name in (node.symbol, *node.labels.values()) if name]


def _iri(node: Node, sought: str) -> bool:
    iri = node.iri.casefold()
    return iri == sought or iri.endswith(f"/id/{sought}")


def _symbol(node: Node, sought: str) -> bool:
    symbol = node.symbol.casefold()
    return bool(symbol) and (symbol == sought or symbol.endswith(f"/{sought}"))


def _name(node: Node, sought: str) -> bool:
    return sought in _names(node)


def _part(node: Node, sought: str) -> bool:
    return any(sought in name for name in _names(node))


def _shown(node: Node) -> str:
    return f"{node.symbol or node.label('ru')} <{node.iri}>"
