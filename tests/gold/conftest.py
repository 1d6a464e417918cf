"""The golden notation of data/gold/, and the texts in it as parameters of the tests.

A text begins with a line `== name`. Mentions stand in the text as `[[type:key|surface]]`, one inside another where a
name contains a name; `type` is a folder of identifiers or "date", `key` is the identifier of a known thing, a symbol,
a nominative label, a day ("2025-09-01", "2025-08-31/2025-09-01" for a span), or "own" for the instrument that the text
is. After the text come `> subject | predicate | object | kind | speaker` (all that must be said),
`! subject | predicate | object` (what must not; `*` is anything) and `! rule` (a rule that must not fire).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from comity.graph import Extraction
from comity.lexicon import read
from comity.linking import link, own_instrument
from comity.mentions import find_mentions
from comity.model import Date, Entity, Source, Statement, Value
from comity.pipeline import extract, knowledge
from comity.sources import read_source

GOLD = Path(__file__).parents[2] / "data" / "gold"
FAULTS = Path(__file__).with_name("faults.toml")
_MARK = re.compile(r"\[\[(?P<reference>[^|\[\]]+)\||\]\]")
_LINE = re.compile(r"^[>!] ")


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotated place: code points of the text without its notation, and what stands there."""

    start: int
    end: int
    reference: str


@dataclass(frozen=True, slots=True)
class GoldText:
    """One text of a file with everything annotated."""

    name: str
    text: str
    marks: tuple[Mark, ...]
    said: tuple[tuple[str, ...], ...]
    unsaid: tuple[tuple[str, ...], ...]
    silent: frozenset[str]

    @property
    def source(self) -> Source:
        """The text as a document."""
        return read_source(self.text.encode(), f"gold-{self.name}", name=self.name)


def parse(data: str) -> Iterator[GoldText]:
    """Yield the texts of a file in the golden notation."""
    for part in re.split(r"(?m)^== ", data)[1:]:
        name, _, rest = part.partition("\n")
        lines = rest.splitlines()
        notes = [line for line in lines if _LINE.match(line)]
        text, marks = _unmarked("\n".join(line for line in lines if not _LINE.match(line)).strip("\n") + "\n")
        fields = [(note[0], tuple(field.strip() for field in note[2:].split("|"))) for note in notes]
        yield GoldText(
            name.strip(),
            text,
            marks,
            tuple(row for sign, row in fields if sign == ">"),
            tuple(row for sign, row in fields if sign == "!" and len(row) > 1),
            frozenset(row[0] for sign, row in fields if sign == "!" and len(row) == 1),
        )


def _unmarked(annotated: str) -> tuple[str, tuple[Mark, ...]]:
    text, marks, position = "", [], 0
    stack: list[tuple[int, str]] = []
    for found in _MARK.finditer(annotated):
        text += annotated[position : found.start()]
        position = found.end()
        if found["reference"]:
            stack.append((len(text), found["reference"]))
        else:
            start, reference = stack.pop()
            marks.append(Mark(start, len(text), reference))
    if stack:
        raise ValueError(f"unclosed mark {stack[-1][1]!r}")
    return text + annotated[position:], tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


@dataclass(frozen=True, slots=True)
class Found:
    """A mention that the pipeline found and linked; `certain` means that it must be annotated to be right."""

    start: int
    end: int
    what: Entity | Date
    certain: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the pipeline makes of a gold text."""

    extraction: Extraction
    found: tuple[Found, ...] = field(default=())

    def refers(self, reference: str, what: Entity | Value | Date) -> bool:
        """Return whether a reference of the notation means this thing."""
        if reference == "*":
            return True
        if isinstance(what, Date):
            return reference == f"date:{what.start}" + (f"/{what.end}" if what.end else "")
        if isinstance(what, Value):
            return reference == what.text
        folder, _, rest = what.identifier.partition("/")
        own = self.extraction.own
        if reference == "document" or reference.endswith("own"):
            return folder == "document" if reference == "document" else own is not None and what == own
        type_, _, key = reference.partition(":")
        return type_ == folder and key in {rest, what.symbol, what.label.replace("ё", "е")}


def outcome(gold: GoldText) -> Outcome:
    """Return what the pipeline makes of a text."""
    extraction = extract(gold.source)
    document = extraction.document
    known = knowledge(document.language)
    reading = read(document, known.lexicon.morphology)
    mentions = find_mentions(reading, known.lexicon, known.patterns)
    own = own_instrument(reading, mentions, known.lexicon)
    places = {m: document.locate(reading.span(m.first, m.last)) for m in mentions}
    dates = [Found(places[m][0].start, places[m][-1].end, m.date, certain=True) for m in mentions if m.date]
    named = [
        Found(
            places[item.mention][0].start,
            places[item.mention][-1].end,
            item.entity,
            certain=item.mention.specific or item.entity.known,
        )
        for item in link(reading, mentions, known.lexicon, known.patterns, own)
        if item.entity is not None
    ]
    return Outcome(extraction, (*dates, *named))


def gold_texts() -> list[GoldText]:
    """Return every text of data/gold/, in the order of the files."""
    return [text for path in sorted(GOLD.glob("*.txt")) for text in parse(path.read_text(encoding="utf-8"))]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every test that asks for a `gold` each text, those with a known fault as expected failures."""
    if "gold" not in metafunc.fixturenames:
        return
    metafunc.parametrize("gold", gold_texts(), ids=lambda gold: gold.name)


@pytest.fixture(scope="session")
def texts() -> list[GoldText]:
    return gold_texts()


@pytest.fixture(scope="session")
def outcomes(texts: list[GoldText]) -> dict[str, Outcome]:
    return {gold.name: outcome(gold) for gold in texts}


@pytest.fixture(scope="session")
def statements(outcomes: dict[str, Outcome]) -> dict[str, tuple[Statement, ...]]:
    return {name: found.extraction.statements for name, found in outcomes.items()}
