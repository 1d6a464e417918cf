"""Measures of networks: centrality, citation chains, communities; each says how it was computed and on how much.

networkx computes; a result is a frozen dataclass with its method, parameters and projection, and
`measurements` turns rankings into `comity:Measurement` nodes.
"""

from comity.analysis.basis import Basis, basis
from comity.analysis.centrality import Centrality, Ranking, RankingRow, Score, centrality, ranking
from comity.analysis.chains import Chains, chains, count_chains
from comity.analysis.communities import Communities, communities
from comity.analysis.finding import find_node
from comity.analysis.genealogy import Reached, antecedents, cycles, dependents, longest_chain, missing_instruments
from comity.analysis.measurements import measurements
from comity.analysis.measures import MEASURES, Measure

__all__ = [
    "MEASURES",
    "Basis",
    "Centrality",
    "Chains",
    "Communities",
    "Measure",
    "Ranking",
    "RankingRow",
    "Reached",
    "Score",
    "antecedents",
    "basis",
    "centrality",
    "chains",
    "communities",
    "count_chains",
    "cycles",
    "dependents",
    "find_node",
    "longest_chain",
    "measurements",
    "missing_instruments",
    "ranking",
]
