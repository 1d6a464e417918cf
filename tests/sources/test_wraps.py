import pytest

from comity.sources.layout import Fragment
from comity.sources.wraps import join_notes, join_paragraphs

WIDTH = 60
"""The letters of a full line."""


def lines(*texts: str, size: float = 10, step: float = 12) -> list[Fragment]:
    """Return lines one below the other; blanks before a line set it in, an empty one leaves a gap, a tilde is bold."""
    result = []
    for index, text in enumerate(texts):
        words = text.strip().removeprefix("~")
        left = 50 + (len(text) - len(text.lstrip())) * size / 2
        if words:
            right, head = left + len(words) * size / 2, len(words.split()[0]) * size / 2
            result.append(Fragment(words, left, right, 700 - step * index, size, head, bold=text.strip()[0] == "~"))
    return result


def full(text: str) -> str:
    """Return a line that fills the width: words are added before its own."""
    return (
        "слово " * ((WIDTH - len(text)) // 6)
        + "и" * ((WIDTH - len(text)) % 6 - 1)
        + " " * ((WIDTH - len(text)) % 6 > 0)
        + text
    )


def breaks(*texts: str) -> list[int]:
    """Return how many of the given lines each paragraph has."""
    ends = [text.strip().removeprefix("~")[-12:] for text in texts if text.strip()]
    found, position = [], 0
    for paragraph in join_paragraphs(lines(*texts)):
        count = 1
        while not paragraph.endswith(ends[position + count - 1]):
            count += 1
        found.append(count)
        position += count
    return found


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([full("первая строка"), full("вторая строка"), "и третья."], [3]),
        ([full("первая строка"), "конец.", "", full("Новый абзац"), "и его конец."], [2, 2]),
        (
            [
                "    " + full("первая")[:56],
                full("вторая"),
                "конец,",
                "    ссылаясь " + full("и на то")[:47],
                full("далее"),
            ],
            [3, 2],
        ),
        ([full("первая строка"), "конец.", full("Новый абзац без отступа"), "и его конец."], [2, 2]),
        ([full("первая строка:"), "1. постановляет это;", "2. постановляет то."], [1, 1, 1]),
        (["~Круг ведения и условия создания", "~Независимой группы", "", full("Текст"), "далее."], [2, 2]),
        (["89-е пленарное заседание", "26 августа 2025 года", "", full("Текст"), "далее."], [1, 1, 2]),
        ([full("говорится в пункте"), "12. Далее по тексту.", full("Новый"), "абзац."], [2, 2]),
    ],
    ids=["wraps", "a gap", "set in", "a short line", "numbers", "a heading", "short lines", "a number"],
)
def test_lines_become_paragraphs(texts: list[str], expected: list[int]) -> None:
    assert breaks(*texts) == expected


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    above = lines(full("начало"), full("продолжается"))
    below = [Fragment("в другой колонке и до конца.", 350, 490, 700, 10, 5, column=(2, 2))]
    assert len(join_paragraphs([*above, *below])) == 1
    assert len(join_paragraphs([*above, *(Fragment("на другой странице.", 50, 150, 700, 10, 10, page=2),)])) == 1


def test_lines_of_another_size_are_another_paragraph() -> None:
    assert len(join_paragraphs([*lines(full("текст"), size=10), *lines("", "мелкий текст", size=8)])) == 2


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["инфор\u00ad", "мация"], "информация"),
        (["государства-", "члены"], "государства-члены"),
        (["о сотрудничестве государств-", "членов"], "о сотрудничестве государств-членов"),
        (["обмен информацией и о ней, инфор-", "мацией и данными"], "обмен информацией и о ней, информацией и данными"),
        (["отношения Россия-", "Китай"], "отношения Россия-Китай"),
        (["в 2017–", "2019 годах"], "в 2017–2019 годах"),
        (["это решение -", "важное"], "это решение - важное"),
    ],
)
def test_hyphens_at_the_end_of_a_line(texts: list[str], expected: str) -> None:
    many = [full("и строка без переноса").rstrip() + "," for _ in range(60)]
    assert join_paragraphs(lines(*many, *texts))[-1].endswith(expected)


def test_a_document_that_hyphenates_has_its_words_made_whole() -> None:
    assert join_paragraphs(lines("перенос слов, которые не влез-", "ли в строку, быва-", "ет часто")) == [
        "перенос слов, которые не влезли в строку, бывает часто"
    ]


def test_notes_begin_with_their_mark() -> None:
    texts = ["¹ Резолюция 79/1,", "49 приложение.", "² Там же.", "* Примечание."]
    assert join_notes(lines(*texts)) == ["1 Резолюция 79/1, 49 приложение.", "2 Там же.", "* Примечание."]
    assert join_notes(lines("1 Первое.", "2 Второе.", "17 страниц.", "3 Третье.")) == [
        "1 Первое.",
        "2 Второе. 17 страниц.",
        "3 Третье.",
    ]


def test_nothing_is_nothing() -> None:
    assert join_paragraphs([]) == join_notes([]) == []
