from dataclasses import replace

import pytest

from comity.model import BlockKind, Choice, MarkedBlock, Markup, Record, Reference, Source, Span


def test_footnote_marks_lie_in_their_block() -> None:
    with pytest.raises(ValueError, match="lie in their block"):
        MarkedBlock(BlockKind.PREAMBULAR, Span(10, 20), marks=(Span(20, 21),))


@pytest.mark.parametrize("spans", [(Span(5, 9), Span(0, 4)), (Span(0, 5), Span(4, 9))])
def test_blocks_and_references_are_in_order_and_do_not_overlap(spans: tuple[Span, Span]) -> None:
    with pytest.raises(ValueError, match="in order"):
        Markup(tuple(MarkedBlock(BlockKind.PARAGRAPH, span) for span in spans))
    with pytest.raises(ValueError, match="in order"):
        Markup((), tuple(Reference(span, "https://undocs.org/en/A/RES/70/1") for span in spans))


def test_without_its_markup_a_source_is_plain_text() -> None:
    markup = Markup((MarkedBlock(BlockKind.TITLE, Span(0, 5)),), record=Record(symbol="A/RES/70/1"))
    source = Source("note", "Title", "00", markup=markup)
    assert replace(source, markup=None) == Source("note", "Title", "00")
    assert Markup(()).record == Record()


def test_a_choice_is_written_in_words() -> None:
    assert [str(choice) for choice in Choice] == ["for", "against", "abstaining"]
