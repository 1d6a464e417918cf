"""Precision, recall and F1 with their 95 % confidence intervals."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from comity.evaluation.comparison import Item, Outcome

__all__ = ["Figures", "Share", "share", "tally"]

_Z = 1.959963984540054
"""The quantile of the normal distribution that leaves 2.5 % on either side."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share between 0 and 1 with the interval that holds the true one in 95 of 100 collections."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Figures:
    """How many items of one kind were found, missed, and found wrongly.

    The intervals are Wilson's, which do not shrink to a point where all is right; they take items to be independent
    of each other, so those of few long texts are a little too narrow.
    """

    kind: str
    found: int
    missed: int
    wrong: int

    @property
    def precision(self) -> Share | None:
        """What part of what was found is right; None if nothing was found."""
        return share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> Share | None:
        """What part of what was expected is found; None if nothing was expected."""
        return share(self.found, self.found + self.missed)

    @property
    def f1(self) -> Share | None:
        """The harmonic mean of both.

        It is 2J / (1 + J), J being the right ones among all items of either side: a share with an interval of its own.
        """
        both = share(self.found, self.found + self.missed + self.wrong)
        return Share(*(2 * part / (1 + part) for part in (both.value, both.low, both.high))) if both else None


def share(right: int, total: int) -> Share | None:
    """Return a share with the score interval of Wilson (1927), or None of nothing."""
    if not total:
        return None
    part = right / total
    middle = part + _Z**2 / (2 * total)
    margin = _Z * math.sqrt(part * (1 - part) / total + _Z**2 / (4 * total**2))
    scale = 1 + _Z**2 / total
    low, high = (middle - margin) / scale, (middle + margin) / scale
    return Share(part, 0.0 if right == 0 else low, 1.0 if right == total else high)


def tally(items: Iterable[Item]) -> tuple[list[Figures], list[Figures]]:
    """Return the figures of mentions and of statements: kind by kind, and last those of all ("all")."""
    counted = Counter((item.is_statement, kind, item.outcome) for item in items for kind in (item.kind, "all"))

    def rows(*, statements: bool) -> list[Figures]:
        kinds = sorted(
            {kind for part, kind, _ in counted if part is statements}, key=lambda kind: (kind == "all", kind)
        )
        return [Figures(kind, *(counted[statements, kind, outcome] for outcome in Outcome)) for kind in kinds]

    return rows(statements=False), rows(statements=True)
