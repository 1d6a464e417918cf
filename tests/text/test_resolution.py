"""The real resolution, as it comes out of PDF: its parts, its numbers, its footnotes, its offsets."""

from collections import Counter

import pytest

from comity.model import BlockKind, Document, DocumentKind, Span


def test_the_real_resolution_has_its_parts(resolution: Document) -> None:
    kinds = Counter(block.kind for block in resolution.blocks)
    assert resolution.kind is DocumentKind.RESOLUTION
    assert kinds == {
        BlockKind.TITLE: 1, BlockKind.OPENING: 1, BlockKind.PREAMBULAR: 2, BlockKind.OPERATIVE: 12,
        BlockKind.SUBPARAGRAPH: 12, BlockKind.SIGNATURE: 2, BlockKind.FOOTNOTE: 2, BlockKind.FURNITURE: 9,
    }  # fmt: skip


def test_the_real_resolution_has_its_numbers(resolution: Document) -> None:
    numbers = {b.number: b for b in resolution.blocks if b.number and b.kind is not BlockKind.FOOTNOTE}
    assert list(numbers) == [
        "p1", "p2", "1", "1a", "1b", "1c", "1d", "1e", "2", "3", "4", "4a", "4b", "4c", "4d", "4e", "4f", "4g",
        "5", "6", "7", "8", "9", "10", "11", "12",
    ]  # fmt: skip
    for letter in ("1a", "1e", "4a", "4g"):
        lead = numbers[letter].lead
        assert lead is not None
        assert resolution.blocks[lead] is numbers[letter[0]]
    assert resolution.blocks[0].span.of(resolution.view.text).startswith("79/325. Круг ведения")


@pytest.mark.parametrize(
    ("number", "opening", "closing"),
    [
        ("p1", "ссылаясь на свою резолюцию 79/1 от", "в военных целях,"),
        ("p2", "ссылаясь также на свои резолюции 77/320", "от 19 декабря 2024 года,"),
        ("1a", "публиковать результаты", "и инклюзивного участия;"),
        ("3", "просит Генерального секретаря объявить", "системы Организации Объединенных Наций;"),
        ("4g", "разработке программного обеспечения", "моделям искусственного интеллекта;"),
        ("9", "подчеркивает, что деятельность", "специализированной помощи;"),
        ("12", "постановляет, что вопрос", "принято соответствующее постановление."),
    ],
)
def test_the_paragraphs_of_the_real_resolution_are_whole(
    resolution: Document, number: str, opening: str, closing: str
) -> None:
    text = next(resolution.quote(block.span) for block in resolution.blocks if block.number == number)
    assert text.startswith(opening)
    assert text.endswith(closing)


def test_the_marks_of_the_real_resolution_lead_to_its_footnotes(resolution: Document) -> None:
    assert [(block.number, block.marks) for block in resolution.blocks if block.marks] == [
        ("p1", ("1",)),
        ("4", ("2",)),
    ]
    notes = [resolution.quote(block.span) for block in resolution.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == ["1 Резолюция 79/1, приложение I.", "2 См. резолюцию 70/1."]


def test_a_wrapped_quote_of_the_real_resolution_is_one_span_and_a_page_break_does_not_part_it(
    resolution: Document,
) -> None:
    words = "учредить междисциплинарную Независимую международную научную группу по искусственному интеллекту"
    start = resolution.view.text.index(words)
    (span,) = resolution.locate(Span(start, start + len(words)))
    assert " ".join(span.of(resolution.source.text).split()) == words
    words = "обобщая и анализируя существующие исследования, касающиеся возможностей"
    start = resolution.view.text.index(words)
    located = resolution.locate(Span(start, start + len(words)))
    assert [span.of(resolution.source.text).strip() for span in located] == [words[:47], words[48:]]


def test_no_words_of_the_real_resolution_run_together(resolution: Document) -> None:
    assert "в области устойчивого развития и устранению" in resolution.view.text
