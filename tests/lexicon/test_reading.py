import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.lexicon import Morphology, morphology, read, tokens_of
from comity.model import BlockKind, Reading, Source
from comity.text import structure

TEXT = """ЗАЯВЛЕНИЕ
Совета министров

Стороны согласились. Документ подписан в 2025 г. в Астане (A/RES/79/325).

Намерения:

- создать центр;

г. Астана, 4 июля 2024 года
"""


@pytest.fixture(scope="session")
def reading(russian: Morphology) -> Reading:
    return read(structure(Source("note", TEXT, "00")), russian)


def test_every_block_has_its_sentences(reading: Reading) -> None:
    sentences = [(reading.text(tokens.start, tokens.stop), block) for tokens, block in reading.sentences]
    assert sentences == [
        ("ЗАЯВЛЕНИЕ\nСовета министров", 0),
        ("Стороны согласились.", 1),
        ("Документ подписан в 2025 г. в Астане (A/RES/79/325).", 1),
        ("Намерения:", 2),
        ("создать центр;", 3),
        ("г. Астана, 4 июля 2024 года", 4),
    ]
    assert reading.block(0).kind is BlockKind.TITLE


def test_words_have_readings_and_numbers_symbols_and_marks_have_none(reading: Reading) -> None:
    plain = [token.text for token in reading.tokens if not token.is_word]
    assert plain == [".", "2025", ".", "(", "A/RES/79/325", ")", ".", ":", ";", ".", ",", "4", "2024"]
    assert reading.tokens[0].lemma == "заявление"


def test_the_tokens_of_a_name_are_those_of_a_text(russian: Morphology) -> None:
    name = "Совет глав государств-членов «ШОС» A/RES/79/1"
    document = structure(Source("note", name, "00"))
    assert tokens_of(name, russian) == read(document, russian).tokens
    assert tokens_of("", russian) == ()


def test_an_empty_document_has_no_tokens(russian: Morphology) -> None:
    reading = read(structure(Source("note", " \n", "00")), russian)
    assert (reading.tokens, reading.sentences) == ((), ())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Стороны решили.", "1. просит:", "a) дать", "\n\n", " ", "\u00ad", "🌍", "…", "«", "79/1"])
        | st.text(max_size=5),
        max_size=10,
    ).map("".join)
)
def test_every_token_stands_in_one_sentence_of_its_block(text: str) -> None:
    document = structure(Source("note", text, "00"))
    reading = read(document, morphology(document.language))
    assert [index for tokens, _ in reading.sentences for index in tokens] == list(range(len(reading.tokens)))
    for index, token in enumerate(reading.tokens):
        assert token.span.of(document.view.text) == token.text
        assert reading.block(index).span.contains(token.span)
        assert index in reading.sentence(index)
