"""What a file is made of as one plain text: its paragraphs, and its footnotes below a rule."""

from collections.abc import Sequence

__all__ = ["prose"]

_RULE = "_" * 18


def prose(paragraphs: Sequence[str], notes: Sequence[str]) -> str:
    """Return paragraphs with a blank line between them, and after a rule the notes, each beginning with its mark."""
    parts = (*paragraphs, *((_RULE, *notes) if notes else ()))
    return "\n\n".join(parts) + "\n" if parts else ""
