"""What a query from outside may take: time, memory, and the size of its answer."""

import sys
from dataclasses import dataclass

__all__ = ["UNBOUNDED", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one query; the defaults are safe for a public address.

    `seconds` count from the moment it is begun; `memory` is in bytes beyond the data; `rows` are those of a SELECT,
    `size` is in bytes of the answer as it is written.
    """

    seconds: float = 10.0
    rows: int = 100_000
    size: int = 32 * 2**20
    memory: int = 512 * 2**20

    def __post_init__(self) -> None:
        if min(self.seconds, self.rows, self.size, self.memory) <= 0:
            raise ValueError(f"every limit is above zero, unlike one of {self}")


UNBOUNDED = Limits(float("inf"), sys.maxsize, sys.maxsize, sys.maxsize)
"""For whoever asks on their own machine."""
