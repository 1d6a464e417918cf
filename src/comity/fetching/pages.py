"""What a page of HTML shows, as far as it takes to recognise it, in time that grows with its length only."""

import html
import re
from dataclasses import dataclass

__all__ = ["Page", "read_page"]

_TAG = re.compile(r"<(?P<end>[/!]?)(?P<name>[a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
_HEADINGS = frozenset({"title", "h1"})
_UNSEEN = frozenset({"script", "style", "title"})


@dataclass(frozen=True, slots=True)
class Page:
    """The title and the first-rank headings of a page, and all words that a reader sees."""

    headings: tuple[str, ...]
    text: str


def read_page(text: str) -> Page:
    """Return what a page shows; broken mark-up is read as far as it goes."""
    headings, seen, heading = [], [], ""
    inside, last = "", 0
    for tag in _TAG.finditer(text):
        piece, last = text[last : tag.start()], tag.end()
        if inside not in _UNSEEN:
            seen.append(piece)
        heading += f" {piece}" if inside in _HEADINGS else ""
        name = tag["name"].lower()
        if inside and tag["end"] and name == inside:
            headings.append(" ".join(html.unescape(heading).split()))
            inside = heading = ""
        elif not inside and not tag["end"] and name in _HEADINGS | _UNSEEN:
            inside = name
    if inside not in _UNSEEN:
        seen.append(text[last:])
    return Page(tuple(filter(None, headings)), html.unescape(" ".join(seen)))
