"""Rules run to a fixpoint, stratum by stratum, over the union of the facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

import pyoxigraph as ox

from comity.errors import QueryError
from comity.inference.rules import Rule, shipped_rules
from comity.namespaces import BASE

__all__ = ["INFERRED", "Derivation", "derive", "infer", "infer_into"]

_FACTS = ox.DefaultGraph()
INFERRED = ox.NamedNode(f"{BASE}graph/inferred")
_NOT_FACTS = ("/evidence", "/graph/inferred", "/graph/analytics")
_BATCH = 50_000
"""How many triples are held in memory at a time."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A triple that follows, and the rule that made it first."""

    rule: Rule
    triple: ox.Triple


def infer(
    quads: Iterable[ox.Quad], rules: Iterable[Rule] | None = None, *, graph: ox.NamedNode = INFERRED
) -> list[ox.Quad]:
    """Return what follows from the facts and is not stated, in a graph of its own, sorted.

    Args:
        quads: a dataset, one named graph a document and so on; a pyoxigraph Store or Dataset will do. Evidence,
            analytics and what was inferred before are no facts. Quads outside any graph count only where there is
            no named graph at all.
        rules: in the order of their strata; those that ship with Comity if not given.
        graph: the name of that graph, for a dataset with a base of its own; it ends in ``/graph/inferred``.

    Raises:
        QueryError: a rule does not parse or is not a CONSTRUCT query.
    """
    return sorted((_in(graph, derived.triple) for derived in derive(quads, rules)), key=str)


def infer_into(store: ox.Store, rules: Iterable[Rule] | None = None, *, graph: ox.NamedNode = INFERRED) -> None:
    """Add what follows from the default graph of a store to it, and to a graph of its own.

    The default graph is the union of the facts; arguments and errors as for `infer`.
    """
    made = (_in(graph, derived.triple) for derived in _strata(store, rules))
    while batch := list(islice(made, _BATCH)):
        store.bulk_extend(batch)


def derive(quads: Iterable[ox.Quad], rules: Iterable[Rule] | None = None) -> Iterator[Derivation]:
    """Yield every triple that follows, with its rule; arguments and errors as for `infer`.

    A stratum is run over and over until it makes nothing new, and only then the next.
    """
    return _strata(_facts(quads), rules)


def _strata(facts: ox.Store, rules: Iterable[Rule] | None) -> Iterator[Derivation]:
    for _, stratum in groupby(shipped_rules() if rules is None else rules, key=lambda rule: rule.stratum):
        yield from _fixpoint(facts, list(stratum))


def _facts(quads: Iterable[ox.Quad]) -> ox.Store:
    everything = list(quads)
    named = [quad for quad in everything if isinstance(quad.graph_name, ox.NamedNode)]
    facts = ox.Store()
    facts.bulk_extend(_in(_FACTS, quad.triple) for quad in named or everything if not _is_named(quad, _NOT_FACTS))
    return facts


def _is_named(quad: ox.Quad, endings: tuple[str, ...]) -> bool:
    return isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.endswith(endings)


def _fixpoint(facts: ox.Store, stratum: list[Rule]) -> Iterator[Derivation]:
    """Yield what the rules of one stratum make, adding it to the facts as it comes."""
    growing = True
    while growing:
        growing = False
        for rule in stratum:
            for derived in _applied(facts, rule):
                growing = True
                yield derived


def _applied(facts: ox.Store, rule: Rule) -> Iterator[Derivation]:
    """Yield what a rule makes that is not known yet; a query does not see what is added while it is answered."""
    made = iter(_construct(facts, rule))
    while batch := set(islice(made, _BATCH)):
        new = sorted((quad for triple in batch if (quad := _in(_FACTS, triple)) not in facts), key=str)
        facts.bulk_extend(new)
        yield from (Derivation(rule, quad.triple) for quad in new)


def _in(graph: ox.NamedNode | ox.DefaultGraph, triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _construct(facts: ox.Store, rule: Rule) -> ox.QueryTriples:
    try:
        triples = facts.query(rule.query)
    except SyntaxError as error:
        raise QueryError(f"rule {rule.name}: {error}") from error
    if not isinstance(triples, ox.QueryTriples):
        raise QueryError(f"rule {rule.name}: a rule is a CONSTRUCT query")
    return triples
