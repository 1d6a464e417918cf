"""What holds for the structure of every text, whatever line ends, mark-up and signs it mixes."""

import re
from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import Source, Span
from comity.text import structure

PIECES = [
    "Генеральная Ассамблея,", "ссылаясь на резолюцию 79/1,", "**ЗАЯВЛЕНИЕ**", "государств – членов", "*курсив*",
    "Мир\u00a0и\u202fдружба 1 .", "мяг\u00adкий пере\u200bнос", "1. постановляет:", "a) создать;", "б) провести;",
    "- поддерживать центр;", "_____", " 1 Резолюция 70/1.", " 2 См. также.", "https://un.org/a_b", "данных2, и",
    "МОСКВА, 5 ноября. /ТАСС/. Текст.", "date 2025-11-04 Заголовок", "Комментарии 3", "The General Assembly,",
    "и\u0306 e\u0301 👩\u200d👧 🇰🇿", "", "   ", "\ufeff", "г. Астана, 4 июля 2024 года", "### Раздел", "12", "слово-",
    "Резолюция 2664 (2022)", "\t", "*", "утвержденных", "ii) фонд",
]  # fmt: skip
JOINS = ["\n", "\r\n", "\r", "\n\n", "\n\n\n", " ", "\u2028", "\x0b", "\x85", ""]
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES) | st.text(max_size=8), st.sampled_from(JOINS)), min_size=1, max_size=12
).map(lambda pairs: "".join(piece + join for piece, join in pairs))


def letters(text: str) -> list[str]:
    return re.findall(r"[^\W_]", text)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_view_is_made_of_pieces_of_the_source_and_of_joins(text: str) -> None:
    view = structure(Source("note", text, "00")).view
    covered = [0] * len(view.text)
    for segment in view.segments:
        assert segment.length > 0
        for offset in range(segment.length):
            covered[segment.view + offset] += 1
            seen, stored = view.text[segment.view + offset], text[segment.source + offset]
            assert seen == stored or not (letters(seen) or letters(stored))
    assert all(count == 1 or (count == 0 and mark in " \n") for count, mark in zip(covered, view.text, strict=True))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_word_of_the_source_is_lost(text: str) -> None:
    view = structure(Source("note", text, "00")).view
    lost = Counter(letters(text)) - Counter(letters(view.text))
    assert all(character.isdigit() for character in lost)
    assert Counter(letters(view.text)) <= Counter(letters(text))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_blocks_stand_in_order_inside_the_view(text: str) -> None:
    document = structure(Source("note", text, "00"))
    assert all(one.span.end <= other.span.start for one, other in pairwise(document.blocks))
    assert all(block.span.end <= len(document.view.text) for block in document.blocks)
    assert all(block.lead is None or block.lead < index for index, block in enumerate(document.blocks))


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.data())
def test_every_part_of_a_block_is_found_in_the_source(text: str, data: st.DataObject) -> None:
    document = structure(Source("note", text, "00"))
    for block in document.blocks:
        start = data.draw(st.integers(block.span.start, block.span.end - 1))
        part = Span(start, data.draw(st.integers(start + 1, block.span.end)))
        for span in (block.span, part):
            located = document.locate(span)
            assert all(piece.end <= len(text) and piece.of(text) for piece in located)
            assert all(one.end <= other.start for one, other in pairwise(located))
            assert letters(document.quote(span)) == letters("".join(piece.of(text) for piece in located))
