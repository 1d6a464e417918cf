"""What holds for every text: gold sentences shuffled among noise, in other line endings, read by either engine."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from comity.errors import SourceError
from comity.graph import Extraction
from comity.model import Entity, Source, Statement
from comity.pipeline import extract, knowledge
from comity.sources import read_source

NOISE = (
    *'«»"“„()[]–-•*;:,.…!?№/|\u00ad\u200b\ufeff\t\n\x0b\u2028\u00a0🙂éÅﬁ漢',
    *("\n\n", "\r\n", "\n_______________\n", "24/7", "79/325", "1267 (1999)", "A/RES/", "A/79/L.118/Rev.1", "XXV"),
    *("30-й", "«12»", "31 июня 2024 года", "2025 г.", "1.", "а)", "a)", "1)", "РОССИЯ", "ШОС", "ООН", "(далее – ШОС)"),
    *("под названием", "https://docs.un.org/A/RES/79/325", "г.", "и", "не", "который", "по", "в рамках", "таких как"),
)
SEPARATORS = (" ", "", "\n", "\n\n", "\r\n\r\n", "; ", ". ")
CASES: tuple[Callable[[str], str], ...] = (str, str, str, str.upper, str.lower, str.title)


class Sentences(tuple[str, ...]):
    """The sentences of the collection; strategies show their number, for all of them are too long to be shown."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{len(self)} sentences"


@pytest.fixture(scope="session")
def sentences(sources: dict[str, Source]) -> Sentences:
    parts = (part for source in sources.values() for part in re.split(r"(?<=[.;:,])\s+|\n+", source.text))
    return Sentences(dict.fromkeys(part for part in parts if part))


@st.composite
def documents(draw: st.DrawFn, sentences: Sentences) -> Source:
    """Build a text of gold sentences in any letter case and of noise, glued in any way."""
    places = st.integers(0, len(sentences) - 1)
    piece = st.builds(lambda case, place: case(sentences[place]), st.sampled_from(CASES), places)
    pieces = draw(st.lists(st.one_of(piece, piece, st.sampled_from(NOISE)), min_size=1, max_size=14))
    text = "".join(part + draw(st.sampled_from(SEPARATORS)) for part in pieces)
    try:
        return read_source(text.encode(), "shuffled", name="shuffled")
    except SourceError:
        assume(condition=False)
        raise


def facts(statements: tuple[Statement, ...]) -> set[tuple[str | None, ...]]:
    """Return what statements say, apart from where."""
    return {
        (
            s.subject.identifier,
            s.predicate,
            s.object.identifier if isinstance(s.object, Entity) else s.object.text,
            s.kind,
            s.modality,
            s.speaker.identifier if s.speaker else None,
        )
        for s in statements
    }


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_any_text_is_quoted_exactly_and_read_the_same_twice(sentences: Sentences, data: st.DataObject) -> None:
    source = data.draw(documents(sentences))
    extraction = extract(source)
    for statement in extraction.statements:
        for span in statement.spans:
            assert 0 <= span.start < span.end <= len(source.text)
            assert re.search(r"\w", span.of(source.text))
    analyse = knowledge(extraction.document.language).lexicon.morphology.analyse
    getattr(analyse, "cache_clear", lambda: None)()
    assert extract(source) == extraction


@pytest.mark.parametrize("line", ["– **", "1. *", "- \u200b", "– \u00ad", "a) \ufeff"])
def test_an_empty_bullet_is_no_block(line: str) -> None:
    source = read_source(f"Монголия поддерживает создание Совета по степям.\n\n{line}\n".encode(), "x", name="x")
    assert facts(extract(source).statements)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="windows-line-ends"),
        pytest.param(lambda text: text.replace("\n", " \n"), id="spaces-at-line-ends"),
        pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break-spaces"),
        pytest.param(lambda text: text.replace("созда", "со\u00adзда"), id="soft-hyphens"),
        pytest.param(lambda text: text.replace("Монголия", "**Монголия**"), id="bold"),
        pytest.param(lambda text: "\ufeff" + text, id="byte-order-mark"),
    ],
)
def test_what_cannot_be_seen_changes_nothing(
    sources: dict[str, Source], extractions: dict[str, Extraction], changed: Callable[[str], str]
) -> None:
    for name, source in sources.items():
        again = read_source(changed(source.text).encode(), source.identifier, name=name)
        assert facts(extract(again).statements) == facts(extractions[name].statements), name


def test_both_engines_say_the_same(gold: str, sources: dict[str, Source]) -> None:
    pytest.importorskip("rumorph")
    one, other = (facts(extract(sources[gold], engine).statements) for engine in ("rumorph", "pymorphy3"))
    assert one == other
