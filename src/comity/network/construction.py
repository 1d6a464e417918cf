"""Facts to a network."""

from comity.errors import AnalysisError
from comity.network.attributes import describe
from comity.network.model import Network
from comity.network.projections import PROJECTIONS
from comity.network.rows import Selects, rows
from comity.network.ties import Evidence, fold, ties

__all__ = ["project"]


def project(source: Selects, name: str) -> Network:
    """Read one of the `PROJECTIONS` from the facts; the same facts give the same network, node for node.

    Raises:
        AnalysisError: there is no projection of that name.
    """
    declared = PROJECTIONS.get(name)
    if declared is None:
        raise AnalysisError(f"no projection is called {name!r}; there are {', '.join(PROJECTIONS)}")
    read = declared.folded_from or name
    edges = tuple(ties(rows(source, read), Evidence(rows(source, f"{read}-evidence"))))
    if declared.folded_from:
        edges = tuple(fold(edges))
    nodes, captions = describe(edges, declared, rows(source, "attributes"))
    return Network(declared, nodes, edges, captions)
