import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.text.lines import classify_lines, is_double_spaced
from comity.text.patterns import text_patterns

BREAKS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]


def kinds(text: str, language: str = "ru") -> list[str]:
    return [line.kind.name for line in classify_lines(text, text_patterns(language))]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Стороны договорились.", "TEXT"),
        ("  1. постановляет:", "TEXT"),
        ("Текст на https://un.org/ru", "TEXT"),
        (" ", "BLANK"),
        ("\u00a0\t\ufeff", "BLANK"),
        ("__________________ ", "RULE"),
        ("_____", "RULE"),
        ("────", "TEXT"),
        ("——————", "RULE"),
        ("‗‗‗‗‗‗", "RULE"),
        ("https://docs.un.org/ru/A/RES/79/1", "URL"),
        ("  www.un.org/ru ", "URL"),
        ("25-12345 (R)", "FURNITURE"),
        ("2/4", "FURNITURE"),
        (" 3 / 12 ", "FURNITURE"),
        ("A/RES/79/325", "FURNITURE"),
        ("S/2024/1 ", "FURNITURE"),
        ("S/RES/1267(1999)", "FURNITURE"),
        ("Страница 3", "FURNITURE"),
        ("Комментарии0 комментарий(ев)", "FURNITURE"),
        ("Читайте также: другое", "FURNITURE"),
        ("Фото пресс-службы", "FURNITURE"),
        ("Фотография сделана в Астане.", "TEXT"),
        ("Источником стал доклад.", "TEXT"),
        ("A/RES/79/325 принята единогласно", "TEXT"),
        ("79/325. Круг ведения", "TEXT"),
    ],
)
def test_a_line_is_told_by_its_form(line: str, kind: str) -> None:
    assert kinds(line) == [kind]


@pytest.mark.parametrize("line", ["Page 3", "Comments 5", "Read more: AI", "22-28500 (E)", "E/2024/1"])
def test_english_page_furniture(line: str) -> None:
    assert kinds(line, "en") == ["FURNITURE"]


@pytest.mark.parametrize("mark", BREAKS, ids=[repr(mark) for mark in BREAKS])
def test_every_line_break_counts_once(mark: str) -> None:
    text = f"Один{mark}{mark}Два"
    lines = classify_lines(text, text_patterns("ru"))
    assert [line.text(text) for line in lines] == ["Один", "", "Два"]


def test_an_empty_text_has_no_lines() -> None:
    assert kinds("") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Текст 1 .\n_____\n1 Доклад.\nhttps://un.org", "TEXT RULE FOOTNOTE URL"),
        ("_____\n\n 1 Доклад. \n\n2 См. там же.", "RULE BLANK FOOTNOTE BLANK FOOTNOTE"),
        ("_____\n1 Доклад группы, который\nбыл издан.\nНовая страница", "RULE FOOTNOTE FOOTNOTE TEXT"),
        ("_____\n1 Доклад.\n\nПродолжение текста\n1 лист", "RULE FOOTNOTE BLANK TEXT TEXT"),
        ("_____\n1 Доклад.\n2/4\n1 лист", "RULE FOOTNOTE FURNITURE TEXT"),
        ("_____\n* Перевод.\n** Там же.", "RULE FOOTNOTE FOOTNOTE"),
        ("1 Доклад.\n_____", "TEXT RULE"),
    ],
    ids=["address", "blank lines", "two lines", "page break", "furniture", "stars", "no rule before"],
)
def test_footnotes_stand_between_a_rule_and_the_end_of_the_page(text: str, expected: str) -> None:
    assert kinds(text) == expected.split()


PDF = """ просит Генерального секретаря
объявить конкурс на основе
опубликованных критериев и
представить список из 40
рекомендуемых членов Группы;"""


@pytest.mark.parametrize(
    ("text", "double"),
    [
        (PDF.replace("\n", " \n\n"), False),
        (f"{PDF}\n{PDF}".replace("\n", " \n\n"), True),
        (f"{PDF}\n{PDF}", False),
        (f"{PDF}\n{PDF}".replace("\n", "\n\n\n"), False),
        ("Стороны согласились.\n\n" * 9, False),
        (f"{PDF}\n{PDF}".replace("\n", " \n\n") + "\n\n" + "слово " * 30, False),
        ("", False),
    ],
    ids=["too short to tell", "double", "single", "triple", "finished paragraphs", "one long line", "empty"],
)
def test_double_spacing_shows_in_unfinished_lines(text: str, double: bool) -> None:  # noqa: FBT001
    assert is_double_spaced(classify_lines(text, text_patterns("ru")), text) is double


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["Мир", "1 Нет.", "_____", "2/4", " ", "", "\ufeff", "👩‍👧", *BREAKS]), max_size=20))
def test_lines_and_breaks_are_the_whole_text(parts: list[str]) -> None:
    text = "".join(parts)
    position = 0
    for line in classify_lines(text, text_patterns("ru")):
        assert text[position : line.start] in {"", *BREAKS}
        assert not set(line.text(text)) & set("".join(BREAKS))
        position = line.end
    assert text[position:] in {"", *BREAKS}


CLAUSES = """Генеральная Ассамблея,

ссылаясь на свою резолюцию 70/1,

подтверждая Всеобщую декларацию прав человека,

отмечая усилия государств-членов,

признавая роль Организации Объединенных Наций,

приветствуя итоги Всемирного саммита,

1. постановляет учредить группу;
"""


def test_clauses_parted_by_blank_lines_are_not_double_spaced() -> None:
    assert not is_double_spaced(classify_lines(CLAUSES, text_patterns("ru")), CLAUSES)


@pytest.mark.parametrize("rule", ["-----", "_____"])
def test_a_rule_between_paragraphs_makes_no_footnotes(rule: str) -> None:
    assert kinds(f"Первый абзац.\n\n{rule}\n\nВторой абзац.")[-1] == "TEXT"


def test_the_symbol_of_the_security_council_is_page_furniture() -> None:
    assert kinds("S/RES/2664 (2022)") == ["FURNITURE"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Источник в МИД сообщил, что стороны договорились.", "ru"),
        ("Комментарии сторон учтены в докладе.", "ru"),
        ("Share of artificial intelligence in trade grew, the ministers said.", "en"),
    ],
)
def test_a_sentence_is_text_whatever_word_it_begins_with(line: str, language: str) -> None:
    assert kinds(line, language) == ["TEXT"]
