"""RDF to networks: which facts become which ties is declared as data, networkx is the interface.

`project` reads one of the `PROJECTIONS` from anything that answers SELECT queries and returns a `Network`:
nodes with names in Russian and English, ties with weights, and for every tie the assertions it rests on.
"""

from comity.network.construction import project
from comity.network.model import Appearance, Edge, Network, Node, tail
from comity.network.projections import PROJECTIONS, Projection
from comity.network.rows import Row, Selects, rows, value

__all__ = [
    "PROJECTIONS",
    "Appearance",
    "Edge",
    "Network",
    "Node",
    "Projection",
    "Row",
    "Selects",
    "project",
    "rows",
    "tail",
    "value",
]
