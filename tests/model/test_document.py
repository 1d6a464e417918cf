import pytest

from comity.model import Block, BlockKind, Document, DocumentKind, Segment, Source, Span, View

WRAPPED = "Стороны\n  договорились 1\nучредить **совет**."
VIEW = View("Стороны договорились учредить совет.", (
    Segment(0, 0, 7), Segment(8, 10, 12), Segment(21, 25, 9), Segment(30, 36, 5), Segment(35, 43, 1),
))  # fmt: skip


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("Стороны", ["Стороны"]),
        ("ороны", ["ороны"]),
        ("Стороны договорились", ["Стороны\n  договорились"]),
        ("договорились учредить", ["договорились", "учредить"]),
        ("учредить совет", ["учредить **совет"]),
        ("совет.", ["совет**."]),
        ("Стороны договорились учредить совет.", ["Стороны\n  договорились", "учредить **совет**."]),
    ],
)
def test_a_quote_is_located_piece_by_piece(words: str, pieces: list[str]) -> None:
    start = VIEW.text.index(words)
    located = VIEW.locate(Span(start, start + len(words)), WRAPPED)
    assert [span.of(WRAPPED) for span in located] == pieces


@pytest.mark.parametrize("span", [Span(7, 8), Span(20, 21), Span(36, 40)])
def test_a_joining_space_and_what_lies_past_the_view_have_no_place(span: Span) -> None:
    assert VIEW.locate(span, WRAPPED) == ()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Стороны", "Стороны"),
        ("роны\n  догово", "роны догово"),
        ("1\n", None),
        ("договорились 1\nучредить **со", "договорились учредить со"),
        ("**.", "."),
    ],
)
def test_words_of_the_source_have_their_place_in_the_view(words: str, place: str | None) -> None:
    start = WRAPPED.index(words)
    found = VIEW.place(Span(start, start + len(words)))
    assert (found.of(VIEW.text) if found else None) == place


def test_an_empty_view_has_no_places() -> None:
    assert View("", ()).locate(Span(0, 1), "текст") == ()
    assert View("", ()).place(Span(0, 1)) is None


def test_segments_that_go_backwards_in_the_source_are_not_joined() -> None:
    view = View("Сноска.\nТекст.", (Segment(0, 7, 7), Segment(8, 0, 6)))
    located = view.locate(Span(0, 14), "Текст. Сноска.")
    assert located == (Span(7, 14), Span(0, 6))


def test_a_document_quotes_the_view_and_locates_in_the_source() -> None:
    block = Block(BlockKind.PARAGRAPH, Span(0, 36))
    document = Document(Source("note", WRAPPED, "00"), VIEW, (block,), "ru", DocumentKind.OTHER)
    span = Span(8, 29)
    assert document.quote(span) == "договорились учредить"
    assert document.locate(span) == (Span(10, 22), Span(25, 33))


@pytest.mark.parametrize(
    ("kind", "speaks"),
    [
        (DocumentKind.RESOLUTION, True),
        (DocumentKind.DECLARATION, True),
        (DocumentKind.NEWS, False),
        (DocumentKind.SPEECH, False),
        (DocumentKind.OTHER, False),
    ],
)
def test_resolutions_and_declarations_speak_for_themselves(kind: DocumentKind, speaks: bool) -> None:  # noqa: FBT001
    assert kind.is_instrument is speaks
