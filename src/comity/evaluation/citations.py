"""Cited resolutions of a marked-up text with its links taken away, beside those that the editors linked.

Truth is the set of resolutions that the links of a document lead to, but itself; a letter of a section ("217 A (III)")
is no difference, since links leave it out. A document in which the editors linked no resolution tells nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import unquote

from comity import resources
from comity.evaluation.clauses import compare_kinds
from comity.evaluation.stripped import Count, Disagreement, series_of
from comity.graph import Extraction
from comity.model import Entity, Source, Statement
from comity.pipeline import extract

__all__ = ["CitationResult", "comparable", "compare_citations", "linked_resolutions"]

_REVIEWED = "data/gold/links.toml"
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?undocs\.org/+(?:en/+)?(?P<symbol>\S.*)", re.IGNORECASE)
_LETTER = re.compile(r"(?<=\d)[A-Z]{1,2}(?:-[A-Z])?(?=\(|$)")
_RESOLUTION = re.compile(r"/RES/(?P<number>.+)")
_BODIES = {
    "A/RES/": r"(?:General )?Assembly(?:’s)?",
    "S/RES/": r"Security Council(?:’s)?|Council(?:’s)?",
    "E/RES/": r"Economic and Social Council(?:’s)?|Council(?:’s)?",
    "A/HRC/RES/": r"Human Rights Council(?:’s)?|Council(?:’s)?",
}
_BETWEEN = r"[^.“”]{0,400}?"


@dataclass(frozen=True, slots=True)
class CitationResult:
    """One document: what is plainly counted, what is counted of it after review, and what was not agreed on.

    `kinds` are the same two counts of the kinds of citation, of those whose clause the editors named.
    """

    series: str
    linked: bool
    plain: Count
    counted: Count
    kinds: dict[str, Count]
    disagreements: tuple[Disagreement, ...]


def comparable(symbol: str) -> str:
    """Write a symbol as one compares it: in capitals, without spaces and without the letter of a section."""
    return _LETTER.sub("", re.sub(r"\s+", "", symbol).upper().strip("/"))


def linked_resolutions(source: Source) -> dict[str, str]:
    """Return the resolutions that the links of a document lead to, each with the words that are linked."""
    found: dict[str, str] = {}
    for reference in source.markup.references if source.markup is not None else ():
        match = _ADDRESS.match(reference.address.strip())
        symbol = comparable(unquote(match["symbol"])) if match else ""
        if _RESOLUTION.search(symbol):
            found.setdefault(symbol, reference.span.of(source.text))
    return found


def compare_citations(source: Source, engine: str = "auto", ner: str = "off") -> CitationResult:
    """Compare what extraction cites in the bare text of a marked-up document with what its editors linked."""
    linked = linked_resolutions(source)
    extraction = extract(replace(source, markup=None), engine, ner)
    found = _cited(extraction)
    record = source.markup.record if source.markup is not None else None
    own = comparable(record.symbol or "") if record is not None else ""
    linked.pop(own, None)
    found.pop(own, None)
    if not linked:
        return CitationResult(series_of(source), False, Count(), Count(), {}, ())  # noqa: FBT003 - the field is named
    kinds, differing = compare_kinds(source, extraction.statements)
    disagreements = tuple(_disagreements(source, own, linked, found))
    wrong, missed = (sum(each.outcome == name for each in disagreements) for name in ("wrong", "missed"))
    right = len(linked.keys() & found.keys())
    plain = Count(right, len(found.keys() - linked.keys()), len(linked.keys() - found.keys()))
    counted = Count(right, wrong, missed)
    return CitationResult(series_of(source), True, plain, counted, kinds, (*disagreements, *differing))  # noqa: FBT003


def _cited(extraction: Extraction) -> dict[str, Statement]:
    cited: dict[str, Statement] = {}
    for statement in extraction.statements:
        symbol = statement.object.symbol if isinstance(statement.object, Entity) else None
        if statement.rule.startswith("citation-") and symbol and _RESOLUTION.search(comparable(symbol)):
            cited.setdefault(comparable(symbol), statement)
    return cited


def _disagreements(
    source: Source, own: str, linked: Mapping[str, str], found: Mapping[str, Statement]
) -> Iterable[Disagreement]:
    reviewed = _reviewed()
    for symbol in sorted(found.keys() - linked.keys()):
        statement = found[symbol]
        words = " … ".join(" ".join(span.of(source.text).split()) for span in statement.spans)
        paragraph = next(
            (
                v.identifier.rpartition("/")[2]
                for n, v in statement.details
                if n == "provision" and isinstance(v, Entity)
            ),
            "",
        )
        outcome = reviewed.get((source.identifier, symbol)) or _unlinked(source.text, symbol, own, statement) or "wrong"
        yield Disagreement(source.identifier, outcome, symbol, words, paragraph)
    for symbol in sorted(linked.keys() - found.keys()):
        outcome = reviewed.get((source.identifier, symbol)) or _misled(symbol, linked[symbol]) or "missed"
        yield Disagreement(source.identifier, outcome, symbol, linked[symbol])


def _unlinked(text: str, symbol: str, own: str, statement: Statement) -> str | None:
    """Return why a citation that nobody linked is right all the same: the words say it in full.

    The symbol stands there, or the number after the name of its body and the noun; the noun is enough for numbers of
    the body whose text it is, and for those with the year of the Security Council. Or a known title is named.
    """
    number = re.escape(symbol.partition("/RES/")[2]).replace(r"\(", r"(?:\s[A-Z])?\s?\(")
    if re.search(rf"{re.escape(symbol.partition('/RES/')[0])}/RES/{number}(?!\d)", text):
        return "not counted: the symbol stands there unlinked"
    written = [span.of(text) for span in statement.spans]
    if not any(re.search(rf"(?<![\w/]){number}(?![\d/])", words) for words in written):
        return "not counted: cited by its title"
    prefix = f"{symbol.partition('/RES/')[0]}/RES/"
    bodies = rf"(?:{_BODIES[prefix]})\s+(?:[a-z]+\s+){{0,3}}" if prefix in _BODIES else "(?!)"
    unmistakable = prefix in {own.partition("/RES/")[0] + "/RES/", "S/RES/"}
    named = rf"{'' if unmistakable else bodies}[Rr]esolutions?\b{_BETWEEN}(?<![\w/]){number}(?![\d/])"
    return "not counted: body and number stand there unlinked" if re.search(named, text) else None


def _misled(symbol: str, words: str) -> str | None:
    """Return why a link is wrong: its words are a number, and not that of the symbol it leads to."""
    number = symbol.partition("/RES/")[2]
    bare = comparable(words.partition("/RES/")[2] or words)
    telling = re.fullmatch(r"(?:E?S-)?\d+(?:/\d+)?(?:\([A-Z\d-]+\))?", bare) is not None
    return "not counted: the link leads elsewhere than its words" if telling and bare != number else None


@cache
def _reviewed() -> dict[tuple[str, str], str]:
    """Return the disagreements that were judged by reading, with the reason why they are not counted."""
    rows = resources.table(_REVIEWED).get("link", [])
    return {(row["document"], comparable(row["symbol"])): f"not counted: {row['reason']}" for row in rows}
