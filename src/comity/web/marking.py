"""A text with marked spans: marks may nest and cross, offsets are code points, nothing is lost or added.

HTML elements nest, spans of a text need not. A span that runs past the end of the one it starts in is cut there and
goes on as a further piece, so that every piece nests; only the first piece is the one to link to.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from typing import Literal

__all__ = ["Event", "Mark", "marked"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open span of a text, how it looks, where its words link to, and the anchor by which it is linked to.

    The later pieces of a span that had to be cut have no anchor.
    """

    start: int
    end: int
    look: str
    target: str
    anchor: str = ""

    def __lt__(self, other: "Mark") -> bool:
        """Say which opens first: the earlier one, and of two that start together the longer one."""
        return (self.start, -self.end, self.look) < (other.start, -other.end, other.look)


@dataclass(frozen=True, slots=True)
class Event:
    """A step through a marked text: a mark opens or closes, or a run of text under the innermost open mark (if any)."""

    kind: Literal["open", "close", "text"]
    mark: Mark | None
    text: str = ""


def marked(text: str, marks: Iterable[Mark]) -> Iterator[Event]:
    """Yield the steps from the beginning of the text to its end; marks outside the text are cut to it."""
    waiting = [replace(mark, start=max(mark.start, 0), end=min(mark.end, len(text))) for mark in marks]
    waiting = [mark for mark in waiting if mark.start < mark.end]
    heapify(waiting)
    open_marks: list[Mark] = []
    at = 0
    while waiting or open_marks:
        innermost = open_marks[-1] if open_marks else None
        closes = innermost is not None and (not waiting or innermost.end <= waiting[0].start)
        stop = innermost.end if innermost is not None and closes else waiting[0].start
        yield from _run(text[at:stop], innermost)
        at = stop
        if closes:
            yield Event("close", open_marks.pop())
            continue
        mark = heappop(waiting)
        if innermost is not None and mark.end > innermost.end:
            heappush(waiting, replace(mark, start=innermost.end, anchor=""))
            mark = replace(mark, end=innermost.end)
        open_marks.append(mark)
        yield Event("open", mark)
    yield from _run(text[at:], None)


def _run(text: str, mark: Mark | None) -> Iterator[Event]:
    if text:
        yield Event("text", mark, text)
