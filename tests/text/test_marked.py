import pytest

from comity.model import BlockKind, Document, DocumentKind, MarkedBlock, Markup, Metadata, Record, Source, Span
from comity.text import structure

K = BlockKind


def document(*blocks: tuple[BlockKind, str, str], genre: str = "resolution", language: str = "en") -> Document:
    """The document of blocks given by kind, enumerator and words; a footnote mark is a raised figure."""
    text, marked = "", []
    for kind, enumerator, words in blocks:
        whole = f"{enumerator} {words}".strip()
        start = len(text) + 2 * bool(text)
        text += "\n\n" * bool(text) + whole
        marks = tuple(Span(start + i, start + i + 1) for i, letter in enumerate(whole) if letter in "¹²")
        marked.append(MarkedBlock(kind, Span(start, len(text)), enumerator, marks))
    record = Record(genre=genre, language=language)
    return structure(Source("note", text, "00", markup=Markup(tuple(marked), record=record)))


def told(found: Document) -> list[tuple[BlockKind, str | None, str]]:
    return [(block.kind, block.number, found.quote(block.span)) for block in found.blocks]


def test_blocks_are_read_off_and_numbered() -> None:
    found = document(
        (K.FURNITURE, "", "A/RES/70/1"),
        (K.SIGNATURE, "", "Resolution adopted by the General Assembly on 25 September 2015"),
        (K.TITLE, "", "70/1. Salt"),
        (K.OPENING, "", "The General Assembly,"),
        (K.PREAMBULAR, "", "Recalling its resolutions, as amended:"),
        (K.SUBPARAGRAPH, "(a)", "one;"),
        (K.HEADING, "", "I"),
        (K.PREAMBULAR, "", "Noting the salt,"),
        (K.OPERATIVE, "1.", "Requests the Secretary-General:"),
        (K.SUBPARAGRAPH, "(a)", "To report:"),
        (K.SUBPARAGRAPH, "(i)", "Soon;"),
        (K.SUBPARAGRAPH, "–", "To end;"),
        (K.OPERATIVE, "", "and to go home;"),
        (K.SUBPARAGRAPH, "2. (a)", "Decides."),
        (K.OPERATIVE, "", "(b) Decides also."),
        (K.OPERATIVE, "", "To exercise good offices,"),
        (K.OPERATIVE, "", "__________"),
        (K.HEADING, "", "Annex I"),
        (K.PARAGRAPH, "", "We assembled."),
        (K.PARAGRAPH, "1.", "We agree."),
        (K.PARAGRAPH, "", "Annex II"),
        (K.PARAGRAPH, "1.", "We part."),
    )
    assert found.kind is DocumentKind.RESOLUTION
    assert told(found) == [
        (K.FURNITURE, None, "A/RES/70/1"),
        (K.SIGNATURE, None, "Resolution adopted by the General Assembly on 25 September 2015"),
        (K.TITLE, None, "70/1. Salt"),
        (K.OPENING, None, "The General Assembly,"),
        (K.PREAMBULAR, "p1", "Recalling its resolutions, as amended:"),
        (K.SUBPARAGRAPH, None, "one;"),
        (K.HEADING, None, "I"),
        (K.PREAMBULAR, "p2", "Noting the salt,"),
        (K.OPERATIVE, "1", "Requests the Secretary-General:"),
        (K.SUBPARAGRAPH, "1a", "To report:"),
        (K.SUBPARAGRAPH, "1ai", "Soon;"),
        (K.ITEM, None, "To end;"),
        (K.ITEM, None, "and to go home;"),
        (K.SUBPARAGRAPH, "2a", "Decides."),
        (K.SUBPARAGRAPH, "2b", "Decides also."),
        (K.OPERATIVE, None, "To exercise good offices,"),
        (K.FURNITURE, None, "__________"),
        (K.HEADING, None, "Annex I"),
        (K.PARAGRAPH, None, "We assembled."),
        (K.OPERATIVE, "annex-I-1", "We agree."),
        (K.HEADING, None, "Annex II"),
        (K.OPERATIVE, "annex-II-1", "We part."),
    ]
    assert [found.blocks[index].lead for index in (9, 10, 11, 12)] == [8, 9, 9, 9]


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        ("resolution", DocumentKind.RESOLUTION),
        ("decision", DocumentKind.RESOLUTION),
        ("presidentialStatement", DocumentKind.DECLARATION),
        ("report", DocumentKind.OTHER),
    ],
)
def test_the_genre_is_stated(genre: str, kind: DocumentKind) -> None:
    assert document((K.OPERATIVE, "", "The Council decided."), genre=genre).kind is kind


def test_paragraphs_of_a_text_without_numbers_are_counted() -> None:
    found = document((K.OPERATIVE, "", "Expresses its thanks."), (K.OPERATIVE, "", "Decides to remain seized."))
    assert [block.number for block in found.blocks] == ["1", "2"]


def test_footnote_marks_are_no_words() -> None:
    found = document((K.PREAMBULAR, "", "Recalling 70/1,¹ and\u00a070/2²"), (K.FOOTNOTE, "1", "See A/70/1."))
    assert told(found) == [(K.PREAMBULAR, "p1", "Recalling 70/1, and 70/2"), (K.FOOTNOTE, "1", "1 See A/70/1.")]
    assert found.blocks[0].marks == ("1", "2")
    words = Span(*(found.view.text.index(word) + end for word, end in (("70/1", 0), ("70/2", 4))))
    assert [span.of(found.source.text) for span in found.locate(words)] == ["70/1,", " and\u00a070/2"]


def test_the_sidecar_knows_the_language_better_than_the_file() -> None:
    blocks = (MarkedBlock(K.TITLE, Span(0, 4)),)
    for metadata, language, expected in ((None, "fr", "fr"), ("ru", "fr", "ru"), (None, None, "en")):
        markup = Markup(blocks, record=Record(language=language))
        source = Source("note", "The salt of the sea", "00", Metadata(language=metadata), markup)
        assert structure(source).language == expected


def test_a_source_without_its_markup_is_read_as_plain_text() -> None:
    text = "70/1. Salt\n\nThe General Assembly,\n\nRecalling salt,¹\n\n1. Decides.\n\n_____\n\n1 See A/70/1."
    found = structure(Source("note", text, "00"))
    assert told(found)[2:4] == [(K.PREAMBULAR, "p1", "Recalling salt,"), (K.OPERATIVE, "1", "Decides.")]
