"""Rows of a projection's queries to weighted ties, each with the assertions it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from comity.network.model import Edge
from comity.network.rows import Row, value

__all__ = ["Evidence", "fold", "ties"]


@dataclass(frozen=True, slots=True)
class _Act:
    """One row: a single act that ties a source to a target."""

    source: str
    target: str
    speaker: str
    node: str
    kind: str
    strength: int
    positive: bool
    negative: bool
    date: str


class Evidence:
    """Which assertions, of which documents, stand behind a pair of resources or behind an act."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._of_pair: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        self._of_subject: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for row in rows:
            subject, found = value(row, "subject"), (value(row, "assertion"), value(row, "document"))
            self._of_pair[subject, value(row, "object")].add(found)
            self._of_subject[subject].add(found)

    def of(self, act: _Act) -> set[tuple[str, str]]:
        """Return (assertion, document) pairs: of what was said, of who spoke for whom, of the act itself."""
        said = self._of_pair.get((act.speaker, act.target), set())
        spoke_for = self._of_pair.get((act.speaker, act.source), set())
        return said | spoke_for | self._of_subject.get(act.node, set())


def ties(rows: Iterable[Row], evidence: Evidence) -> Iterator[Edge]:
    """Yield one tie for every source and target that the rows name, sorted."""
    acts: defaultdict[tuple[str, str], list[_Act]] = defaultdict(list)
    for act in map(_act, rows):
        acts[act.source, act.target].append(act)
    for source, target in sorted(acts):
        yield _tie(source, target, acts[source, target], evidence)


def fold(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Yield ties between sources that are in favour of the same targets; the weight is the number of those targets."""
    in_favour: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.positive:
            in_favour[edge.target].append(edge)
    halves: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for together in in_favour.values():
        for left, right in combinations(together, 2):
            halves[left.source, right.source] += (left, right)
    for source, target in sorted(halves):
        yield _folded(source, target, halves[source, target])


def _act(row: Row) -> _Act:
    return _Act(
        source=value(row, "source"),
        target=value(row, "target"),
        speaker=value(row, "speaker", value(row, "source")),
        node=value(row, "act"),
        kind=value(row, "kind"),
        strength=int(value(row, "strength", "0")),
        positive=value(row, "positive") == "true",
        negative=value(row, "negative") == "true",
        date=value(row, "date"),
    )


def _tie(source: str, target: str, acts: list[_Act], evidence: Evidence) -> Edge:
    found = {pair for act in acts for pair in evidence.of(act)}
    # An act counts once, however many rows tell of it; one without a node of its own is known by speaker and kind.
    distinct = {act.node or (act.speaker, act.kind) for act in acts}
    return Edge(
        source=source,
        target=target,
        weight=float(len(distinct)),
        kinds=_distinct(act.kind for act in acts),
        strength=max(act.strength for act in acts),
        positive=any(act.positive for act in acts),
        negative=any(act.negative for act in acts),
        acts=_distinct(act.node for act in acts),
        assertions=_distinct(assertion for assertion, _ in found),
        documents=_distinct(document for _, document in found),
        via=_distinct(act.speaker for act in acts if act.speaker != source),
        dates=_distinct(act.date for act in acts),
    )


def _folded(source: str, target: str, halves: list[Edge]) -> Edge:
    shared = _distinct(half.target for half in halves)
    return Edge(
        source=source,
        target=target,
        weight=float(len(shared)),
        kinds=_distinct(kind for half in halves for kind in half.kinds),
        strength=max(half.strength for half in halves),
        positive=True,
        acts=_distinct(act for half in halves for act in half.acts),
        assertions=_distinct(assertion for half in halves for assertion in half.assertions),
        documents=_distinct(document for half in halves for document in half.documents),
        via=shared,
        dates=_distinct(date for half in halves for date in half.dates),
    )


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))
