"""The cells of a row as text."""

from pyoxigraph import Literal, NamedNode

from comity.store import Row, Term

__all__ = ["iri", "text"]


def iri(term: Term | None) -> str:
    """Return the IRI, or "" for any other term and for none."""
    return term.value if isinstance(term, NamedNode) else ""


def text(row: Row, name: str) -> str:
    """Return the IRI or the lexical form in a column, or "" where there is neither."""
    term = row.get(name)
    return term.value if isinstance(term, (NamedNode, Literal)) else ""
