"""Whole documents in golden notation."""

from collections.abc import Callable

import pytest

from comity.model import BlockKind, Document, DocumentKind

Golden = Callable[[str], str]
Structured = Callable[..., Document]


def dedented(text: str) -> str:
    return "\n".join(row.strip() for row in text.strip().splitlines())


DECLARATION = """
ДЕКЛАРАЦИЯ
глав государств
о цифровом развитии

Мы, главы государств, собравшись в Астане,

*сознавая* роль цифровых технологий,

*подтверждая* приверженность целям Устава ООН, принципам и нормам международного права, \
миру, безопасности и взаимной выгоде,

**заявляем:**

Поддерживаем создание Цифрового форума.

г. Астана, 4 июля 2024 года
"""

BULLETS = """
ЗАЯВЛЕНИЕ
Совета глав правительств

Стороны подтвердили приверженность сотрудничеству.

Государства - члены намерены:

- развивать сотрудничество;

– поддерживать центр;

• проводить встречи.

Государства-члены будут сотрудничать.
"""

NEWS = """
date 2025-11-04 Россия и Китай провели переговоры

МОСКВА, 5 ноября. /ТАСС/. Стороны обсудили сотрудничество.

Планы

"Мы создадим совет", - сказал министр.

Комментарии 3
"""

PLAIN_NEWS = """
Президент принял участие в саммите, сообщает Lada.kz со ссылкой на Sputnik.
Президент отметил цели:
обеспечение безопасности;
развитие торговли.
Комментарии0 комментарий(ев)
"""

SECURITY_COUNCIL = """
Резолюция 2664 (2022),

принятая Советом Безопасности на его 9214-м заседании 9 декабря 2022 года

Совет Безопасности,

ссылаясь на свою резолюцию 1267 (1999),

1. постановляет, что помощь не нарушает мер;

2. просит Генерального секретаря представить доклад:

a) о помощи;

b) о рисках.
"""

ENGLISH = """
78/265. Seizing the opportunities of safe and trustworthy artificial
intelligence systems

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015, entitled “Transforming our world”,

Noting with appreciation, in this regard, the efforts of Member States 1 ,

1. Resolves to promote safe systems;

2. Encourages Member States:

(a) To share knowledge;

(b) To close the digital divide.

63rd plenary meeting
21 March 2024

_______________
1 See resolution 77/320.
"""

SPEECH = """
Выступление Президента на саммите

Уважаемые коллеги!

Казахстан поддерживает инициативу Китая.

Астана, 4 июля 2024 года
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            DECLARATION,
            """
            declaration ru
            title: ДЕКЛАРАЦИЯ глав государств о цифровом развитии
            preambular p1: Мы, главы государств, собравшись в Астане,
            preambular p2: сознавая роль цифровых технологий,
            preambular p3: подтверждая приверженность целям Устава ООН, принципам и нормам международного права, \
миру, безопасности и взаимной выгоде,
            preambular p4: заявляем:
            operative 1: Поддерживаем создание Цифрового форума.
            signature: г. Астана, 4 июля 2024 года
            """,
            id="declaration with an enacting word",
        ),
        pytest.param(
            BULLETS,
            """
            declaration ru
            title: ЗАЯВЛЕНИЕ / Совета глав правительств
            operative 1: Стороны подтвердили приверженность сотрудничеству.
            paragraph: Государства-члены намерены:
            operative 2 <2: развивать сотрудничество;
            operative 3 <2: поддерживать центр;
            operative 4 <2: проводить встречи.
            operative 5: Государства-члены будут сотрудничать.
            """,
            id="declaration without one, with intentions",
        ),
        pytest.param(
            NEWS,
            """
            news ru
            title: Россия и Китай провели переговоры
            dateline: МОСКВА, 5 ноября. /ТАСС/.
            paragraph: Стороны обсудили сотрудничество.
            heading: Планы
            paragraph: "Мы создадим совет", - сказал министр.
            furniture: Комментарии 3
            furniture: date 2025-11-04
            """,
            id="news with a dateline",
        ),
        pytest.param(
            PLAIN_NEWS,
            """
            news ru
            paragraph: Президент принял участие в саммите, сообщает Lada.kz со ссылкой на Sputnik.
            paragraph: Президент отметил цели:
            item <1: обеспечение безопасности;
            item <1: развитие торговли.
            furniture: Комментарии0 комментарий(ев)
            """,
            id="news with a source and no title",
        ),
        pytest.param(
            SECURITY_COUNCIL,
            """
            resolution ru
            title: Резолюция 2664 (2022),
            signature: принятая Советом Безопасности на его 9214-м заседании 9 декабря 2022 года
            opening: Совет Безопасности,
            preambular p1: ссылаясь на свою резолюцию 1267 (1999),
            operative 1: постановляет, что помощь не нарушает мер;
            operative 2: просит Генерального секретаря представить доклад:
            subparagraph 2a <5: о помощи;
            subparagraph 2b <5: о рисках.
            """,
            id="resolution of the Security Council",
        ),
        pytest.param(
            ENGLISH,
            """
            resolution en
            title: 78/265. Seizing the opportunities of safe and trustworthy artificial intelligence systems
            opening: The General Assembly,
            preambular p1: Recalling its resolution 70/1 of 25 September 2015, entitled “Transforming our world”,
            preambular p2 *1: Noting with appreciation, in this regard, the efforts of Member States,
            operative 1: Resolves to promote safe systems;
            operative 2: Encourages Member States:
            subparagraph 2a <5: To share knowledge;
            subparagraph 2b <5: To close the digital divide.
            signature: 63rd plenary meeting
            signature: 21 March 2024
            footnote 1: 1 See resolution 77/320.
            """,
            id="English resolution",
        ),
        pytest.param(
            SPEECH,
            """
            speech ru
            title: Выступление Президента на саммите
            paragraph: Уважаемые коллеги!
            paragraph: Казахстан поддерживает инициативу Китая.
            signature: Астана, 4 июля 2024 года
            """,
            id="speech",
        ),
    ],
)
def test_a_document_becomes_its_blocks(golden: Golden, text: str, expected: str) -> None:
    assert golden(text) == dedented(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мир", "other ru\nheading: Мир"),
        ("Стороны договорились.", "other ru\nparagraph: Стороны договорились."),
        ("Заявление", "declaration ru\ntitle: Заявление"),
        ("ЗАЯВЛЕНИЕ\nСовета глав", "declaration ru\ntitle: ЗАЯВЛЕНИЕ / Совета глав"),
        ("79/325. Круг ведения", "resolution ru\ntitle: 79/325. Круг ведения"),
        ("", "other und"),
        ("\ufeff\n***", "other und"),
        ("1. Стороны решили.", "other ru\noperative 1: Стороны решили."),
        ("- создать центр", "other ru\nitem: создать центр"),
        ("Комментарии 0", "other ru\nfurniture: Комментарии 0"),
        ("а) первый;\nб) второй.", "other ru\nsubparagraph: первый;\nsubparagraph: второй."),
    ],
)
def test_a_document_may_be_next_to_nothing(golden: Golden, text: str, expected: str) -> None:
    assert golden(text) == expected


@pytest.mark.parametrize("letters", ["a b c d", "а б в г", "а b с d"])
def test_sub_paragraphs_have_latin_letters(golden: Golden, letters: str) -> None:
    rows = "\n\n".join(f"{letter}) пункт {letter};" for letter in letters.split())
    text = f"79/1. Пакт\n\nГенеральная Ассамблея,\n\nссылаясь на Устав,\n\n7. постановляет:\n\n{rows}"
    numbers = [line.split()[1] for line in golden(text).splitlines() if line.startswith("subparagraph")]
    assert numbers == ["7a", "7b", "7c", "7d"]


@pytest.mark.parametrize("indent", ["", "    "])
def test_clauses_on_lines_of_their_own(structured: Structured, indent: str) -> None:
    text = f"79/900. Часы\n\nГенеральная Ассамблея,\n{indent}ссылаясь на Устав,\n\nподтверждая мир,\n\n1. молчит.\n"
    document = structured(text)
    assert document.kind is DocumentKind.RESOLUTION
    assert [block.number for block in document.blocks if block.number] == ["p1", "p2", "1"]


def test_a_clause_that_a_short_line_breaks_is_one(structured: Structured) -> None:
    text = "79/900. Часы\n\nГенеральная Ассамблея,\n\nссылаясь на мир, дружбу, воду,\nотмечая часы,\n\n1. молчит.\n"
    assert [block.number for block in structured(text).blocks if block.number] == ["p1", "1"]


ANNEX = """
79/900. Часы

Генеральная Ассамблея,

ссылаясь на Устав,

1. утверждает Положение:

a) о часах;

2. просит молчать.

{}

1. Доклады выходят ежегодно:

a) летом;

2. Часы идут.
"""


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [
        ("Приложение", ["annex-1", "annex-1a", "annex-2"]),
        ("Приложение II", ["annex-II-1", "annex-II-1a", "annex-II-2"]),
        ("Положение о часах", ["2-1", "2-1a", "2-2"]),
    ],
)
def test_a_count_that_begins_anew_gives_other_numbers(structured: Structured, heading: str, numbers: list[str]) -> None:
    document = structured(ANNEX.format(heading))
    found = [block.number for block in document.blocks if block.number]
    assert found == ["p1", "1", "1a", "2", *numbers]


def test_a_second_list_of_letters_in_a_paragraph_has_other_numbers(structured: Structured) -> None:
    text = ANNEX.format("Приложение").replace("a) летом;", "a) летом;\n\nа также:\n\na) зимой;")
    numbers = [block.number for block in structured(text).blocks if block.number]
    assert numbers == ["p1", "1", "1a", "2", "annex-1", "annex-1a", "annex-1a-2", "annex-2"]


def test_where_a_text_numbers_its_paragraphs_no_other_has_a_number(structured: Structured) -> None:
    text = "Решение о часах\n\nСовет по часам решил:\n\n1. Хранить часы.\n\nЧасы идут.\n\n2. Молчать.\n"
    assert [block.number for block in structured(text).blocks] == [None, "p1", "1", None, "2"]


@pytest.mark.parametrize("closing", ["решил:", "р е ш и л:", "заявляет о следующем."])
def test_the_words_that_close_a_preamble(structured: Structured, closing: str) -> None:
    document = structured(f"Заявление о часах\n\nСовет по часам {closing}\n\nЧасы идут.\n")
    assert [block.number for block in document.blocks] == [None, "p1", "1"]


@pytest.mark.parametrize(
    "line", ["(Минск, 23 мая 2008 года)", "г. Минск 23 мая 2008 года", "Совершено в городе Минске 23 мая 2008 года."]
)
def test_the_line_that_says_where_and_when(structured: Structured, line: str) -> None:
    blocks = structured(f"Решение о часах\n{line}\n\nЧасы идут.\n").blocks
    assert [block.kind for block in blocks] == [BlockKind.TITLE, BlockKind.SIGNATURE, BlockKind.OPERATIVE]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Степная декларация", DocumentKind.DECLARATION),
        ("XVI совместное заявление", DocumentKind.DECLARATION),
        ("Резолюция о часах", DocumentKind.OTHER),
        ("Подписан договор о часах", DocumentKind.OTHER),
        ("Главы одобрили соглашение", DocumentKind.OTHER),
    ],
)
def test_the_title_of_an_instrument_and_a_headline(structured: Structured, title: str, kind: DocumentKind) -> None:
    assert structured(f"{title}\n\nЧасы идут.\n").kind is kind


def test_what_is_told_as_reported_is_no_instrument(structured: Structured) -> None:
    text = "Декларация о часах\n\n«Часы идут», – сказал министр.\n"
    assert structured(text).kind is DocumentKind.NEWS


def test_the_word_annex_in_a_sentence_opens_none(structured: Structured) -> None:
    text = ANNEX.format("Приложение к настоящей резолюции будет издано отдельно.").replace("1. Доклады", "3. Доклады")
    assert [b.number for b in structured(text).blocks if b.number][:5] == ["p1", "1", "1a", "2", "3"]


def test_the_language_of_the_metadata_is_believed(structured: Structured) -> None:
    assert structured("Peace", "ru").language == "ru"
    assert structured("Peace").language == "en"


SHORT_CLAUSES = """79/2. О мире

Генеральная Ассамблея,

ссылаясь на свою резолюцию 70/1,

подтверждая Всеобщую декларацию прав человека,

отмечая усилия государств-членов,

признавая роль Организации Объединенных Наций,

приветствуя итоги Всемирного саммита,

1. постановляет учредить группу.
"""


def test_a_resolution_with_short_clauses_keeps_its_preamble(golden: Golden) -> None:
    assert golden(SHORT_CLAUSES) == dedented("""
        resolution ru
        title: 79/2. О мире
        opening: Генеральная Ассамблея,
        preambular p1: ссылаясь на свою резолюцию 70/1,
        preambular p2: подтверждая Всеобщую декларацию прав человека,
        preambular p3: отмечая усилия государств-членов,
        preambular p4: признавая роль Организации Объединенных Наций,
        preambular p5: приветствуя итоги Всемирного саммита,
        operative 1: постановляет учредить группу.
        """)


PAGE_HEADER = """A/RES/79/325

Организация Объединенных Наций

Генеральная Ассамблея

Семьдесят девятая сессия

Пункт 13 повестки дня

Резолюция, принятая Генеральной Ассамблеей 26 августа 2025 года

79/325. Круг ведения группы

Генеральная Ассамблея,

ссылаясь на резолюцию 79/1,

1. учреждает группу.
"""


def test_the_first_page_of_a_resolution_stands_before_its_title(structured: Structured) -> None:
    document = structured(PAGE_HEADER)
    titles = [document.quote(block.span) for block in document.blocks if block.kind is BlockKind.TITLE]
    openings = [document.quote(block.span) for block in document.blocks if block.kind is BlockKind.OPENING]
    assert document.kind is DocumentKind.RESOLUTION
    assert titles == ["79/325. Круг ведения группы"]
    assert openings == ["Генеральная Ассамблея,"]


def test_a_short_english_clause_is_preambular(golden: Golden) -> None:
    text = "78/1. Peace\n\nThe General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Decides to act."
    assert golden(text) == dedented("""
        resolution en
        title: 78/1. Peace
        opening: The General Assembly,
        preambular p1: Recalling its resolution 70/1,
        operative 1: Decides to act.
        """)


def test_roman_items_of_a_sub_paragraph_are_alike(golden: Golden) -> None:
    lines = golden("1. постановляет:\n\na) создать:\n\ni) группу;\n\nii) фонд;").splitlines()
    assert [line.split()[0] for line in lines[-2:]] == ["subparagraph", "subparagraph"]
    assert [line.split(": ")[1] for line in lines[-2:]] == ["группу;", "фонд;"]


def test_an_approving_clause_is_preambular(golden: Golden) -> None:
    text = "79/2. Мир\n\nГенеральная Ассамблея,\n\nотмечая доклад,\n\nутверждая цели мира,\n\n1. постановляет."
    assert "preambular p2: утверждая цели мира," in golden(text).splitlines()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Итоги саммита\n\nТекст новости.", "title: Итоги саммита"),
        ("Новости\n\nТекст новости.\n\n## Планы\n\nЕще текст.", "heading: Планы"),
    ],
)
def test_a_markdown_heading_is_a_heading(golden: Golden, text: str, line: str) -> None:
    assert line in golden(text).splitlines()


def test_a_signature_may_span_two_months(golden: Golden) -> None:
    text = "ЗАЯВЛЕНИЕ\nглав государств\n\nСтороны согласны.\n\nТяньцзинь, 31 августа – 1 сентября 2025 года"
    assert golden(text).splitlines()[-1] == "signature: Тяньцзинь, 31 августа – 1 сентября 2025 года"


def test_an_english_declaration_has_a_preamble(golden: Golden) -> None:
    lines = golden(
        "DECLARATION\n\nThe Heads of State, in Kazan,\n\nhave agreed:\n\nTo establish a centre."
    ).splitlines()
    assert lines[-1] == "operative 1: To establish a centre."
    assert "preambular p1: The Heads of State, in Kazan," in lines


@pytest.mark.parametrize(
    "sentence", ["Резолюция 2664 (2022) принята единогласно.", "12/24 часов прошло с начала встречи."]
)
def test_a_sentence_with_a_number_is_not_the_title(golden: Golden, sentence: str) -> None:
    lines = golden(f"Совет обсудил Сирию\n\nЗаседание прошло в Нью-Йорке.\n\n{sentence}\n\nКонец.").splitlines()
    assert lines[1] == "title: Совет обсудил Сирию"
    assert f"paragraph: {sentence}" in lines


def test_roman_items_are_parts_of_their_letter_and_the_letter_i_is_one(golden: Golden) -> None:
    rows = ["h) создать:", "(i) группу;", "(ii) фонд;", "i) провести;", "j) издать."]
    lines = golden("1. постановляет:\n\n" + "\n\n".join(rows)).splitlines()[2:]
    assert [line.split(":")[0] for line in lines] == [
        "subparagraph 1h <0", "subparagraph 1hi <1", "subparagraph 1hii <1", "subparagraph 1i <0", "subparagraph 1j <0"
    ]  # fmt: skip


DECISION = """
76/506. Adoption of the agenda

At its 55th plenary meeting, the General Assembly decided to consider an item.

At the same meeting, the Assembly decided to proceed.
"""

UNNUMBERED = """
76/1. Admission of a State

The General Assembly,

Having received the recommendation of the Security Council,

Having considered the application,

Decides to admit the State.

1st plenary meeting
17 September 2021
"""

STATEMENT = """
United Nations

S/PRST/2018/18

Statement by the President of the Security Council

At the 8359th meeting of the Security Council, the President made the following statement:

“The Security Council recalls its resolution 1265 (1999).
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DECISION, {"title": [None], "operative": ["1", "2"]}),
        (UNNUMBERED, {"title": [None], "opening": [None], "preambular": ["p1", "p2"], "operative": ["1"]}),
        (STATEMENT, {"title": [None], "operative": ["1", "2"]}),
    ],
)
def test_an_instrument_without_numbers_has_provisions(
    structured: Structured, text: str, expected: dict[str, list[str | None]]
) -> None:
    document = structured(text)
    assert document.kind.is_instrument
    found: dict[str, list[str | None]] = {}
    for block in document.blocks:
        if block.kind not in {BlockKind.FURNITURE, BlockKind.SIGNATURE}:
            found.setdefault(block.kind.value, []).append(block.number)
    assert found == expected


def test_a_footnote_mark_is_told_from_the_number_it_touches(structured: Structured) -> None:
    text = (
        "74/1. Peace\n\nThe General Assembly,\n\nRecalling resolutions 34/8 of 23 March 2017,135/34 of 23 June 20172 "
        "and 40/16,\n\n1. Decides.\n\n_____________\n\n1 See A/72/53.\n\n2 Ibid.\n"
    )
    clause = next(block for block in structured(text).blocks if block.kind is BlockKind.PREAMBULAR)
    quote = structured(text).quote(clause.span)
    assert quote == "Recalling resolutions 34/8 of 23 March 2017,35/34 of 23 June 2017 and 40/16,"
