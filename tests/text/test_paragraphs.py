"""Wrapped lines come together, mark-up and footnote marks go, and every piece of a paragraph knows its place."""

import pytest

from comity.text.paragraphs import Paragraph, Role, paragraphs
from comity.text.patterns import text_patterns


def read(text: str, language: str = "ru") -> list[Paragraph]:
    return paragraphs(text, text_patterns(language))


def body(text: str) -> list[str]:
    return [part.text for part in read(text) if part.role is Role.BODY]


def others(text: str, role: Role) -> list[str]:
    return [part.text for part in read(text) if part.role is role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Стороны договорились в рамках рабочей группы учредить совет по\nсотрудничеству и провести встречу.",
            ["Стороны договорились в рамках рабочей группы учредить совет по сотрудничеству и провести встречу."],
        ),
        ("Россия и Китай\nдоговорились.", ["Россия и Китай договорились."]),
        ("Стороны договорились.\nПрезидент выступил.", ["Стороны договорились.", "Президент выступил."]),
        ("Россия и Китай\n\nдоговорились", ["Россия и Китай", "договорились"]),
        ("Заголовок\nТекст новости.", ["Заголовок", "Текст новости."]),
        ("обязуются:\nсоздать центр;\nпровести форум.", ["обязуются:", "создать центр;", "провести форум."]),
        ("1. постановляет;\n2. просит.", ["1. постановляет;", "2. просит."]),
        ("решают\na) создать\nб) провести\n(c) to hold", ["решают", "a) создать", "б) провести", "(c) to hold"]),
        ("решают\n- создать\n– провести\n• издать", ["решают", "- создать", "– провести", "• издать"]),
        ("научно-\nтехнический центр", ["научно-технический центр"]),
        ("Мы,\nссылаясь на Устав,\n отмечая доклад,", ["Мы, ссылаясь на Устав,", "отмечая доклад,"]),
        ("Стороны согласны\nг. Москва, 10 ноября 2020 года", ["Стороны согласны", "г. Москва, 10 ноября 2020 года"]),
        ("Один.\r\n\r\nДва.\rТри.\u2028Четыре.", ["Один.", "Два.", "Три.", "Четыре."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_lines_become_paragraphs(text: str, expected: list[str]) -> None:
    assert body(text) == expected


def test_double_spaced_lines_come_together_and_two_blank_lines_part_paragraphs() -> None:
    lines = (
        "Круг ведения \n\nнаучной группы\n \n\n Генеральная Ассамблея, \n\n отмечая, что группа\n\nи диалог важны \n\n"
    )
    lines += " для развития стран\n\nи народов, \n\n 1. учреждает группу в\n\nсоставе 40 членов."
    assert body(lines) == [
        "Круг ведения научной группы",
        "Генеральная Ассамблея,",
        "отмечая, что группа и диалог важны для развития стран и народов,",
        "1. учреждает группу в составе 40 членов.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Стороны** договорились *создать* ***совет***.", "Стороны договорились создать совет."),
        ("*руководствуясь* Хартией,", "руководствуясь Хартией,"),
        ("ис\u00adкус\u00adственный ин\u200bтел\u2060лект", "искусственный интеллект"),
        ("\ufeffМир", "Мир"),
        ("40\u00a0членов\u202fи\tболее", "40 членов и более"),
        ("Нью\u2011Йорк, минус \u22125", "Нью-Йорк, минус -5"),
        ("слишком   много \u00a0 места", "слишком много места"),
        ("  края  ", "края"),
        ("e\u0301 👩\u200d👧 🇰🇿", "e\u0301 👩👧 🇰🇿"),
    ],
)
def test_mark_up_and_invisible_characters_are_taken_out(text: str, expected: str) -> None:
    assert body(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("руководители государств – членов ШОС", "руководители государств-членов ШОС"),
        ("государства - участники и государства—основатели", "государства-участники и государства-основатели"),
        ("Государства -члены, государством- наблюдателем", "Государства-члены, государством-наблюдателем"),
        ("государств –\nчленов Организации", "государств-членов Организации"),
        ("государства-члены", "государства-члены"),
        ("ШОС – организация, страны – соседи", "ШОС – организация, страны – соседи"),
    ],
)
def test_member_states_are_one_word(text: str, expected: str) -> None:
    assert body(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "marks"),
    [
        ("Договор» 1 , принимая доклад,\n_____\n1 Резолюция 79/1.", "Договор», принимая доклад,", ("1",)),
        ("Договор»1, принимая доклад,\n_____\n1 Резолюция 79/1.", "Договор», принимая доклад,", ("1",)),
        ("Одно 1 , другое 2 .\n_____\n1 Да.\n2 Нет.", "Одно, другое.", ("1", "2")),
        ("Встреча 1 сентября 1 .\n_____\n1 Доклад.", "Встреча 1 сентября.", ("1",)),
        ("Пункт 12 и 1 доклад\n_____\n1 Доклад.", "Пункт 12 и 1 доклад", ()),
        ("Резолюция 2 , без сносок", "Резолюция 2 , без сносок", ()),
    ],
)
def test_footnote_marks_are_taken_out_and_noted(text: str, expected: str, marks: tuple[str, ...]) -> None:
    first = read(text)[0]
    assert (first.text, first.marks) == (expected, marks)


def test_footnotes_stand_apart_whole() -> None:
    text = "Текст 1 .\n_____\n1 Резолюция 79/1, который\nбыл принят. \n2 См. там же.\nhttps://un.org/a\nТекст дальше."
    assert others(text, Role.FOOTNOTE) == ["1 Резолюция 79/1, который был принят.", "2 См. там же."]
    assert others(text, Role.FURNITURE) == ["https://un.org/a"]
    assert body(text) == ["Текст.", "Текст дальше."]


def test_a_paragraph_goes_on_after_the_foot_of_the_page() -> None:
    text = "оценок, обобщая исследования,\n\n_____\n1 Резолюция.\n\nhttps://un.org/a\n2/4\nкасающиеся рисков;"
    assert body(text) == ["оценок, обобщая исследования, касающиеся рисков;"]


@pytest.mark.parametrize(
    ("text", "header", "first"),
    [
        ("date 2025-11-04 Россия и КНР договорились", "date 2025-11-04", "Россия и КНР договорились"),
        ("Published: 2025-11-04 Россия", "Published: 2025-11-04", "Россия"),
        ("дата: 2025-11-04\nРоссия", "дата: 2025-11-04", "Россия"),
        ("\ufeffЗаголовок\n\ndate 2025-11-04 не в начале", None, "Заголовок"),
        ("date of birth", None, "date of birth"),
    ],
)
def test_the_header_of_a_scraped_page_stands_apart(text: str, header: str | None, first: str) -> None:
    assert others(text, Role.FURNITURE) == ([header] if header else [])
    assert body(text)[0] == first


def test_the_body_comes_first_then_footnotes_then_furniture() -> None:
    text = "2/4\nТекст 1 .\n_____\n1 Сноска.\nhttps://un.org\nЕще текст."
    assert [part.role for part in read(text)] == [
        Role.BODY, Role.BODY, Role.FOOTNOTE, Role.FURNITURE, Role.FURNITURE
    ]  # fmt: skip


def test_a_paragraph_knows_how_many_blank_lines_stood_before_it() -> None:
    assert [part.gap for part in read("Один.\nДва.\n\nТри.\n\n\n\nЧетыре.")] == [0, 0, 1, 3]


def test_segments_tell_where_each_piece_of_the_text_came_from() -> None:
    text = "  **Мы**, главы\n государств – членов"
    first = read(text)[0]
    pieces = [text[segment.source : segment.source + segment.length] for segment in first.segments]
    assert first.text == "Мы, главы государств-членов"
    assert pieces == ["Мы", ", главы", "государств", "–", "членов"]
    assert [segment.view for segment in first.segments] == [0, 2, 10, 20, 21]


def test_a_space_stays_where_a_mark_stood_between_words() -> None:
    assert read("целей развития 2  и разрыва\n_____\n2 См. 70/1.")[0].text == "целей развития и разрыва"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("усилия государств1, принимая доклад,\n_____\n1 Резолюция 79/1.", "усилия государств, принимая доклад,"),
        ("на период 2015–20303, принятая\n_____\n3 Резолюция 70/1.", "на период 2015–2030, принятая"),
        ("во исполнение резолюции 75/1913 и\n_____\n3 Доклад.", "во исполнение резолюции 75/191 и"),
        ("the Palestinian Territory,1 and the rest\n_____\n1 A/79/88.", "the Palestinian Territory, and the rest"),
        ("of 24 March 2011,1 and the rest\n_____\n1 A/79/88.", "of 24 March 2011, and the rest"),
        ("выросли до 12,5 процента и\n_____\n5 Доклад.", "выросли до 12,5 процента и"),
        ("во исполнение резолюции 75/191 и\n_____\n1 Доклад.", "во исполнение резолюции 75/191 и"),
    ],
)
def test_a_glued_footnote_mark_is_taken_out(text: str, expected: str) -> None:
    assert read(text)[0].text == expected


def test_the_number_of_a_paragraph_is_no_footnote_mark() -> None:
    text = "сослались на пункт 1, и доклад 1 .\n_____\n1 Доклад."
    assert read(text)[0].text == "сослались на пункт 1, и доклад."


def test_a_mark_is_found_after_one_that_is_not() -> None:
    text = "Стороны отметили доклад 2 .\n_____\n1 К заголовку.\n2 Доклад."
    assert read(text)[0].marks == ("2",)


def test_a_star_is_a_footnote_mark() -> None:
    parts = read("Стороны согласились*.\n_____\n* Перевод неофициальный.")
    assert parts[0].marks == ("*",)
    assert parts[1].text == "* Перевод неофициальный."


def test_a_line_that_begins_with_an_approved_thing_goes_on() -> None:
    text = "1. просит Генерального секретаря представить доклад о\nутвержденных планах работы;"
    assert body(text) == ["1. просит Генерального секретаря представить доклад о утвержденных планах работы;"]


def test_underscores_are_mark_up_too() -> None:
    assert body("__Стороны__ договорились _создать_ совет.") == ["Стороны договорились создать совет."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("** Стороны **", ["Стороны"]), ("\ufeff Стороны", ["Стороны"]), ("* *", []), ("5 * 4", ["5 4"])],
)
def test_no_white_space_is_left_where_mark_up_was(text: str, expected: list[str]) -> None:
    assert body(text) == expected


def test_a_raised_figure_is_a_mark_where_a_note_answers_it() -> None:
    source = "Договор 20303¹, площадь в 5 км² и «Пакт»².\n____________\n1 Там же.\n"
    body = [part for part in paragraphs(source, text_patterns("ru")) if part.role is Role.BODY]
    assert [(part.text, part.marks) for part in body] == [("Договор 20303, площадь в 5 км² и «Пакт»².", ("1",))]
