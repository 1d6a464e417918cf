"""The kinds of citation that bare text gives, beside the clauses that the editors of a file named.

In Akoma Ntoso of the United Nations a clause of a preamble is a container that bears the name of its verb ("Taking note
with appreciation"). A clause may go on with another verb, "… and recalling resolution 70/1": then the words say what
the citation is, and the editors' name does not. Such a one is counted plainly as wrong, and left out after review.
"""

import re
from collections.abc import Iterable, Iterator

from comity.evaluation.stripped import Count, Disagreement
from comity.model import MarkedBlock, Reference, Source, Statement

__all__ = ["compare_kinds", "kind_of_clause"]

_KINDS = {
    "recall": "recalls",
    "reaffirm": "reaffirms",
    "reiterat": "reaffirms",
    "guid": "guided-by",
    "welcom": "welcomes",
    "not": "notes",
}
_STEM = r"(?P<stem>recall|reaffirm|reiterat|guid(?=ed\b)|welcom|not(?=ing\b|ed?\b))"
_VERB = re.compile(rf"\b{_STEM}", re.IGNORECASE)
_FURTHER_VERB = re.compile(rf"(?:[,;]|\band)\s+(?:(?:and|also|further|taking|having|[a-z]+ly)\s+){{0,3}}{_STEM}")


def kind_of_clause(name: str) -> str:
    """Return the kind of citation that the first verb in the name of a clause stands for; "cites" if none does."""
    match = _VERB.search(name)
    return _KINDS[match["stem"].lower()] if match else "cites"


def compare_kinds(source: Source, statements: Iterable[Statement]) -> tuple[dict[str, Count], list[Disagreement]]:
    """Compare the kinds of what is cited where the editors linked a resolution in a clause that they named.

    Returned are the counts, "plain" and "counted" after review, and every disagreement; a citation that was not found
    is none of them, for it is missed already.
    """
    cited = [each for each in statements if each.rule.startswith("citation-")]
    right, differing = 0, []
    for block, link in _named(source):
        found = next((each for each in cited if _cites(each, link)), None)
        if found is None:
            continue
        kind = found.kind or "cites"
        if kind == kind_of_clause(block.clause):
            right += 1
            continue
        words = source.text[block.span.start : link.span.end]
        further = [_KINDS[match["stem"]] for match in _FURTHER_VERB.finditer(words)]
        outcome = "not counted: another verb of the clause stands nearer" if further[-1:] == [kind] else "wrong"
        item = f"{kind}, in the clause {block.clause!r}"
        differing.append(Disagreement(source.identifier, outcome, item, " ".join(words.split())))
    wrong = sum(each.outcome == "wrong" for each in differing)
    return {"plain": Count(right, len(differing)), "counted": Count(right, wrong)}, differing


def _cites(statement: Statement, link: Reference) -> bool:
    return any(span.start < link.span.end and link.span.start < span.end for span in statement.spans)


def _named(source: Source) -> Iterator[tuple[MarkedBlock, Reference]]:
    """Yield every link to a resolution that stands in a named clause, with its block."""
    if source.markup is None:
        return
    for block in source.markup.blocks:
        if block.clause:
            yield from (
                (block, link)
                for link in source.markup.references
                if block.span.contains(link.span) and "/RES/" in link.address.upper()
            )
