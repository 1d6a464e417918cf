"""The golden notation of data/gold/, and how what the pipeline finds differs from it.

A text begins with a line `== name`. Mentions stand in the text as `[[type:key|surface]]`, one inside another where a
name contains a name; `type` is a folder of identifiers or "date", `key` is the identifier of a known thing, a symbol,
a label in the nominative, a day ("2025-09-01", "2025-08-31/2025-09-01" for a span), or "own" for the instrument that
the text is. After the text come `> subject | predicate | object | kind | speaker` (all that must be said),
`! subject | predicate | object` (what must not; `*` is anything, `type:*` anything of a type) and `! rule` (a rule that
must not fire).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from comity.graph import Extraction
from comity.lexicon import read
from comity.linking import link, own_instrument
from comity.mentions import find_mentions
from comity.model import Date, Entity, Source, Span, Statement, Value
from comity.pipeline import extract, knowledge
from comity.sources import read_source

GOLD = Path(__file__).parents[2] / "data" / "gold"
UNJUDGED = frozenset(("mentions", "about", "symbol", "expresses"))
"""Predicates that follow from the annotation of the mentions; they count only where a text lists them."""

_MARK = re.compile(r"\[\[(?P<reference>[^|\[\]]+)\||\]\]")
_NOTE = re.compile(r"^[>!] ")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated text: the places of its marks are code points of `text`, which has no notation in it."""

    name: str
    text: str
    marks: tuple[tuple[Span, str], ...]
    said: tuple[tuple[str, ...], ...]
    unsaid: tuple[tuple[str, ...], ...]
    silent: frozenset[str]

    @property
    def source(self) -> Source:
        """The text as a document."""
        return read_source(self.text.encode(), f"gold-{self.name}", name=self.name)


@cache
def gold_texts() -> dict[str, Gold]:
    """Return every text of data/gold/ by its name."""
    texts = [gold for path in sorted(GOLD.glob("*.txt")) for gold in _parse(path.read_text(encoding="utf-8"))]
    named = {gold.name: gold for gold in texts}
    if len(named) < len(texts):
        raise ValueError("two texts of data/gold have the same name")
    return named


def _parse(data: str) -> Iterator[Gold]:
    for part in re.split(r"(?m)^== ", data)[1:]:
        name, _, rest = part.partition("\n")
        lines = rest.splitlines()
        rows = [(line[0], tuple(field.strip() for field in line[2:].split("|"))) for line in lines if _NOTE.match(line)]
        text, marks = _unmarked("\n".join(line for line in lines if not _NOTE.match(line)).strip("\n") + "\n")
        said = tuple(row for sign, row in rows if sign == ">")
        unsaid = tuple(row for sign, row in rows if sign == "!" and len(row) > 1)
        silent = frozenset(row[0] for sign, row in rows if sign == "!" and len(row) == 1)
        yield Gold(name.strip(), text, tuple(marks), said, unsaid, silent)


def _unmarked(annotated: str) -> tuple[str, list[tuple[Span, str]]]:
    text, position = "", 0
    marks: list[tuple[Span, str]] = []
    opened: list[tuple[int, str]] = []
    for found in _MARK.finditer(annotated):
        text += annotated[position : found.start()]
        position = found.end()
        if found["reference"]:
            opened.append((len(text), found["reference"]))
        elif not opened:
            raise ValueError(f"a mark is closed that was not opened, after {text!r}")
        else:
            start, reference = opened.pop()
            marks.append((Span(start, len(text)), reference))
    if opened:
        raise ValueError(f"unclosed mark {opened[-1][1]!r}")
    return text + annotated[position:], marks


@cache
def _extraction(gold: Gold) -> Extraction:
    return extract(gold.source)


def _means(reference: str, what: Entity | Value | Date, own: Entity | None) -> bool:
    """Return whether a reference of the notation stands for this thing."""
    if reference == "*":
        return True
    if isinstance(what, Date):
        return reference == "date:" + "/".join(day for day in (what.start, what.end) if day)
    if isinstance(what, Value):
        return reference == what.text
    if reference in {"own", "instrument:own"}:
        return what == own
    folder, _, rest = what.identifier.partition("/")
    type_, _, key = reference.partition(":")
    return type_ == folder and (type_ == "document" or key in {"*", rest, what.symbol, what.label.replace("ё", "е")})


def _shown(what: Entity | Value | Date) -> str:
    if isinstance(what, Entity):
        return what.identifier
    return what.text if isinstance(what, Value) else what.start


def _found_mentions(gold: Gold) -> Iterator[tuple[Span, Entity | Date, bool]]:
    """Yield place and meaning of every mention, and whether it singles something out, so that gold must have it."""
    document = _extraction(gold).document
    known = knowledge(document.language)
    reading = read(document, known.lexicon.morphology)
    mentions = find_mentions(reading, known.lexicon, known.patterns)
    own = own_instrument(reading, mentions, known.lexicon)
    links = link(reading, mentions, known.lexicon, known.patterns, own)
    dated = [(mention, mention.date, True) for mention in mentions if mention.date]
    named = [(item.mention, item.entity, item.mention.specific or item.entity.known) for item in links if item.entity]
    for mention, what, certain in (*dated, *named):
        spans = document.locate(reading.span(mention.first, mention.last))
        yield Span(spans[0].start, spans[-1].end), what, certain


def _mention_differences(gold: Gold) -> list[str]:
    own = _extraction(gold).own
    found = list(_found_mentions(gold))
    missed = [
        f"missed {reference} «{span.of(gold.text)}»"
        for span, reference in gold.marks
        if not any(place == span and _means(reference, what, own) for place, what, _ in found)
    ]
    wrong = [
        f"wrong {_shown(what)} «{place.of(gold.text)}»"
        for place, what, certain in found
        if certain and not any(span.contains(place) and _means(r, what, own) for span, r in gold.marks)
    ]
    return missed + wrong


def _fits(row: tuple[str, ...], statement: Statement, own: Entity | None) -> bool:
    subject, predicate, object_, kind, speaker = (*row, *("*",) * (5 - len(row)))
    return (
        predicate == statement.predicate
        and _means(subject, statement.subject, own)
        and _means(object_, statement.object, own)
        and kind in {"*", statement.kind or ""}
        and (statement.speaker is None if not speaker else _means(speaker, statement.speaker or Value("*"), own))
    )


def _statement_differences(gold: Gold) -> list[str]:
    extraction = _extraction(gold)
    own, found = extraction.own, extraction.statements
    missed = [f"missed {' | '.join(row)}" for row in gold.said if not any(_fits(row, s, own) for s in found)]
    wrong = [
        f"wrong {_shown(s.subject)} | {s.predicate} | {_shown(s.object)} | {s.kind} by {s.rule}"
        for s in found
        if (s.predicate not in UNJUDGED and not any(_fits(row, s, own) for row in gold.said))
        or any(_fits(row, s, own) for row in gold.unsaid)
        or s.rule in gold.silent
    ]
    return missed + wrong


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for `gold` the name of every text; FAULTS of its module marks the expected failures."""
    if "gold" not in metafunc.fixturenames:
        return
    faults = getattr(metafunc.module, "FAULTS", {}).get(metafunc.function.__name__, {})
    unknown = faults.keys() - gold_texts().keys()
    if unknown:
        raise pytest.UsageError(f"no gold text is called {sorted(unknown)}")
    marks = {name: pytest.mark.xfail(strict=True, reason=reason) for name, reason in faults.items()}
    metafunc.parametrize("gold", [pytest.param(name, id=name, marks=marks.get(name, ())) for name in gold_texts()])


@pytest.fixture(scope="session")
def gold_files() -> list[Path]:
    """The files that were collected."""
    return sorted(GOLD.glob("*.txt"))


@pytest.fixture(scope="session")
def sources() -> dict[str, Source]:
    """Every text as a document, by its name."""
    return {name: gold.source for name, gold in gold_texts().items()}


@pytest.fixture(scope="session")
def extractions() -> dict[str, Extraction]:
    """What the pipeline makes of every text."""
    return {name: _extraction(gold) for name, gold in gold_texts().items()}


@pytest.fixture(scope="session")
def silent() -> dict[str, frozenset[str]]:
    """The rules that must not fire, by the name of the text."""
    return {name: gold.silent for name, gold in gold_texts().items()}


@pytest.fixture(scope="session")
def mention_differences() -> Callable[[str], list[str]]:
    """Tell what of a text's mentions is not found, and what is found besides; by its name or its annotation."""
    return lambda text: _mention_differences(_chosen(text))


@pytest.fixture(scope="session")
def statement_differences() -> Callable[[str], list[str]]:
    """Tell what of a text's statements is not made, and what is stated besides; by its name or its annotation."""
    return lambda text: _statement_differences(_chosen(text))


def _chosen(text: str) -> Gold:
    return gold_texts()[text] if text in gold_texts() else next(_parse(f"== given\n{text}"))
