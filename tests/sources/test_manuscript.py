from comity.model import BlockKind, Span
from comity.sources.manuscript import Manuscript, raised


def test_words_flow_with_one_space_between_them() -> None:
    page = Manuscript()
    page.begin(BlockKind.TITLE)
    for words in ("\n  One ", "\ttwo", None, "", " ", "three", "\u00a0four"):
        page.words(words)
    page.end()
    assert page.text == "One two three\u00a0four"


def test_a_block_without_words_leaves_no_trace() -> None:
    page = Manuscript()
    page.begin(BlockKind.OPERATIVE, "1.")
    page.words("\u00a0 ")
    assert not page.end()
    assert not page.end()
    assert (page.text, page.blocks) == ("", [])
    page.begin(BlockKind.OPERATIVE, "1.")
    page.words("Decides")
    assert page.end()
    assert page.text == "1. Decides"


def test_words_after_the_end_of_a_block_begin_another_of_its_kind() -> None:
    page = Manuscript()
    page.begin(BlockKind.OPERATIVE)
    page.words("One")
    page.end()
    page.words(" ")
    page.words("Two")
    page.end()
    assert [(block.kind, block.span) for block in page.blocks] == [
        (BlockKind.OPERATIVE, Span(0, 3)),
        (BlockKind.OPERATIVE, Span(5, 8)),
    ]


def test_a_mark_stands_close_to_the_word_before_it() -> None:
    page = Manuscript()
    page.begin(BlockKind.PREAMBULAR)
    page.words("the Charter ")
    page.mark("10")
    page.words("and")
    page.end()
    assert page.text == "the Charter¹⁰ and"
    assert [mark.of(page.text) for mark in page.blocks[0].marks] == ["¹⁰"]


def test_a_link_that_is_set_in_pieces_is_one() -> None:
    page = Manuscript()
    page.begin(BlockKind.PREAMBULAR)
    for words, address in (("252", "a"), ("\u00a0", ""), ("(1968)", "a"), (" ", "a"), (", ", ""), ("253", "a")):
        page.link(words, address) if address else page.words(words)
    page.link("254", "b")
    page.begin(BlockKind.PREAMBULAR)
    page.link("255", "b")
    page.end()
    assert [(link.span.of(page.text), link.address) for link in page.references] == [
        ("252\u00a0(1968)", "a"),
        ("253", "a"),
        ("254", "b"),
        ("255", "b"),
    ]


def test_numbers_are_raised_and_other_marks_stay() -> None:
    assert [raised(mark) for mark in ("0123456789", "*", "a")] == ["⁰¹²³⁴⁵⁶⁷⁸⁹", "*", "a"]
