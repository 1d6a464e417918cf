import pytest

from comity.model import (
    Analyses,
    Analysis,
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Reading,
    Segment,
    Source,
    Span,
    Token,
    View,
)

TEXT = "Стороны решили. Да.\nИтог"
CASES = (Analysis("сторона", "NOUN", "Nom", "Plur", "Fem"), Analysis("сторона", "NOUN", "Acc", "Plur", "Fem"))


@pytest.fixture
def reading() -> Reading:
    source = Source("note", TEXT, "00")
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 19)), Block(BlockKind.HEADING, Span(20, 24)))
    view = View(TEXT, (Segment(0, 0, 24),))
    bounds = [(0, 7), (8, 14), (14, 15), (16, 18), (18, 19), (20, 24)]
    tokens = tuple(Token(Span(start, end), TEXT[start:end]) for start, end in bounds)
    document = Document(source, view, blocks, "ru", DocumentKind.OTHER)
    return Reading(document, tokens, ((range(3), 0), (range(3, 5), 0), (range(5, 6), 1)))


@pytest.mark.parametrize(("first", "last", "text"), [(0, 1, "Стороны"), (0, 3, "Стороны решили."), (3, 5, "Да.")])
def test_tokens_have_their_text_and_span(reading: Reading, first: int, last: int, text: str) -> None:
    assert reading.text(first, last) == text
    assert reading.span(first, last).of(TEXT) == text


@pytest.mark.parametrize(
    ("token", "sentence", "kind"),
    [
        (0, range(3), BlockKind.PARAGRAPH),
        (2, range(3), BlockKind.PARAGRAPH),
        (3, range(3, 5), BlockKind.PARAGRAPH),
        (5, range(5, 6), BlockKind.HEADING),
    ],
)
def test_a_token_knows_its_sentence_and_block(reading: Reading, token: int, sentence: range, kind: BlockKind) -> None:
    assert reading.sentence(token) == sentence
    assert reading.block(token).kind is kind
    assert reading.document.blocks[reading.block_index(token)] is reading.block(token)


def test_a_word_answers_for_all_its_analyses() -> None:
    token = Token(Span(0, 7), "Стороны", CASES)
    assert token.is_word
    assert token.is_capitalised
    assert token.lemma == "сторона"
    assert token.has_lemma("группа", "сторона")
    assert not token.has_lemma("группа")
    assert token.lemma_in({"группа", "сторона"})
    assert not token.lemma_in(frozenset())
    assert token.is_part("NOUN")
    assert not token.is_part("VERB", "ADJ")
    assert token.in_case("Acc")
    assert not token.in_case("Gen", "Dat")


def test_readings_know_what_they_have_in_common() -> None:
    analyses = Analyses((*CASES, Analysis("сторон", "PROPN")))
    assert analyses.lemmas == {"сторона", "сторон"}
    assert analyses.parts == {"NOUN", "PROPN"}
    assert analyses.cases == {"Nom", "Acc", None}
    assert isinstance(Token(Span(0, 7), "Стороны", CASES).analyses, Analyses)


def test_a_mark_or_number_is_its_own_lemma() -> None:
    token = Token(Span(0, 6), "79/325")
    assert not token.is_word
    assert not token.is_capitalised
    assert token.lemma == "79/325"
    assert not token.has_lemma("79/325")
