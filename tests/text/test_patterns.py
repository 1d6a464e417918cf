import re
import shutil
from pathlib import Path

import pytest

from comity import resources
from comity.errors import LanguageDataError
from comity.text.patterns import TextPatterns, text_patterns

LAYOUT = ("signature", "numbered", "adopted", "meeting", "speech", "address")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_pattern_of_a_language_is_there(language: str) -> None:
    patterns = text_patterns(language)
    assert all(isinstance(getattr(patterns, name), re.Pattern) for name in LAYOUT)
    assert patterns.dateline.patterns
    assert patterns.published.patterns
    assert all(
        (patterns.instruments, patterns.clause_openers, patterns.enacting, patterns.furniture, patterns.agencies)
    )


@pytest.mark.parametrize("language", ["fr", "zh", "und", ""])
def test_a_language_without_layout_of_its_own_is_read_like_english(language: str) -> None:
    assert text_patterns(language) == text_patterns("en")


@pytest.mark.parametrize(
    ("language", "names"),
    [("ru", ("instruments", "clause_openers", "enacting", "abbreviations")), ("en", ("instruments", "clause_openers"))],
)
def test_words_are_single_and_in_lower_case_as_texts_are_compared_with_them(
    language: str, names: tuple[str, ...]
) -> None:
    words = [word for name in names for word in getattr(text_patterns(language), name)]
    assert [word for word in words if not word.isalpha() or not word.islower()] == []


@pytest.mark.parametrize(
    ("language", "line", "name", "groups"),
    [
        ("ru", "ПЕКИН, 4 ноября. /ТАСС/. Россия", "dateline", {"place": "ПЕКИН", "date": "4 ноября"}),
        ("ru", "НЬЮ-ЙОРК, 12 мая - ТАСС. Совет", "dateline", {"place": "НЬЮ-ЙОРК", "date": "12 мая"}),
        ("ru", "УЛАН-БАТОР, 1 июня. Текст", "dateline", {"place": "УЛАН-БАТОР", "date": "1 июня"}),
        (
            "ru",
            "ТЯНЬЦЗИНЬ (Китай), 1 сен - РИА Новости. Совет",
            "dateline",
            {"place": "ТЯНЬЦЗИНЬ", "paper": "РИА Новости"},
        ),
        ("ru", "Бишкек, 21.08.19 /Кабар/. Совет", "dateline", {"place": "Бишкек", "agency": "Кабар"}),
        ("ru", "20 октября, Минск /Корр. БЕЛТА/. Совет", "dateline", {"place": "Минск", "agency": "Корр. БЕЛТА"}),
        ("ru", "АСТАНА – РИА Новости. Совет", "dateline", {"place": "АСТАНА", "agency": "РИА Новости"}),
        ("ru", "ЯЛТА /Trend/ - Совет", "dateline", {"place": "ЯЛТА", "agency": "Trend"}),
        ("ru", "КИЕВ. 12 января. УНН. Совет", "dateline", {"place": "КИЕВ", "agency": "УНН"}),
        ("ru", "Ташкент, Узбекистан (UzDaily.uz) -- Совет", "dateline", {"place": "Ташкент", "agency": "UzDaily.uz"}),
        ("ru", "Опубликовано 22 мая 2023 в 01:45", "published", {"date": "22 мая 2023"}),
        ("ru", "Дата публикации: 04.11.2025", "published", {"date": "04.11.2025"}),
        ("ru", "26.09.2024, 14:19", "published", {"date": "26.09.2024"}),
        ("ru", "2017-12-19 09:09 |", "published", {"date": "2017-12-19"}),
        ("ru", "• 27 октября, 2025", "published", {"date": "27 октября, 2025"}),
        ("ru", "23.11.2017 ТАСС 1", "published", {"date": "23.11.2017"}),
        ("en", "date 2025-11-04 A report", "published", {"date": "2025-11-04"}),
        ("en", "ASTANA, July 4 (Xinhua) - Leaders", "dateline", {"place": "ASTANA", "date": "July 4"}),
        ("en", "NEW YORK, 4 July - Leaders", "dateline", {"place": "NEW YORK", "date": "4 July"}),
        ("ru", "г. Москва, «10» ноября 2020 года", "signature", {"place": "Москва", "day": "10", "month": "ноября"}),
        ("ru", "Город Астана, 4 июля 2024 г.", "signature", {"day": "4", "month": "июля", "year": "2024"}),
        ("ru", "Нью-Йорк, США, 5 мая 2020", "signature", {"place": "Нью-Йорк", "year": "2020"}),
        ("ru", "Душанбе, 12-13 июля 2024 года", "signature", {"place": "Душанбе", "day": "12"}),
        ("en", "Kazan, 23 October 2024", "signature", {"place": "Kazan", "day": "23", "month": "October"}),
        ("ru", "Резолюция 2664 (2022),", "numbered", {"symbol": "2664 (2022)"}),
        ("en", "Resolution 1267 (1999)", "numbered", {"symbol": "1267 (1999)"}),
        ("ru", "принятая Советом Безопасности на его 9214-м заседании", "adopted", {}),
        ("ru", "Резолюция, принятая Генеральной Ассамблеей", "adopted", {}),
        ("en", "Adopted by the Security Council at its 9214th meeting", "adopted", {}),
        ("ru", "89-е пленарное заседание ", "meeting", {"number": "89"}),
        ("en", "63rd plenary meeting", "meeting", {"number": "63"}),
        ("ru", "Уважаемые коллеги!", "address", {}),
        ("en", "Excellencies, ladies and gentlemen,", "address", {}),
    ],
)
def test_layout_lines_are_taken_apart(language: str, line: str, name: str, groups: dict[str, str]) -> None:
    match = getattr(text_patterns(language), name).match(line)
    assert match is not None
    assert groups.items() <= match.groupdict().items()


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("ru", "Пекин и Москва, 4 ноября, решили", "dateline"),
        ("ru", "ШОС приняла заявление.", "dateline"),
        ("ru", "МОСКВА – это город. Совет", "dateline"),
        ("ru", "Москва (Россия) – это город", "dateline"),
        ("ru", "27 октября 2025 года Совет принял решение.", "published"),
        ("ru", "Опубликовано в 2023 году", "published"),
        ("ru", "Встреча прошла в г. Москва, 10 ноября 2020 года", "signature"),
        ("ru", "Москва, 10 ноября 2020 года, приняла гостей", "signature"),
        ("ru", "Стороны приняли резолюцию", "adopted"),
        ("ru", "Прошло 3-е заседание", "meeting"),
        ("en", "The meeting was held in Kazan, 23 October 2024", "dateline"),
    ],
)
def test_sentences_are_not_layout_lines(language: str, line: str, name: str) -> None:
    assert getattr(text_patterns(language), name).match(line) is None


@pytest.mark.parametrize(
    ("language", "line", "closes"),
    [
        ("ru", "г. Москва, «10» ноября 2020 года", True),
        ("ru", "89-е пленарное заседание", True),
        ("ru", "26 августа 2025 года ", True),
        ("ru", "принята 26 августа 2025 года", True),
        ("ru", "26 августа 2025 года состоялся саммит", False),
        ("en", "21 March 2024", True),
        ("en", "The General Assembly,", False),
    ],
)
def test_closing_lines_say_where_and_when_an_instrument_was_adopted(language: str, line: str, closes: bool) -> None:  # noqa: FBT001
    assert any(pattern.match(line) for pattern in text_patterns(language).closing) is closes


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the Russian layout file that is read in place of the shipped one."""
    copy = tmp_path / "data" / "language" / "ru" / "text.toml"
    copy.parent.mkdir(parents=True)
    shutil.copy(resources.path("data/language/ru/text.toml"), copy)
    monkeypatch.setattr(resources, "_ROOT", tmp_path)
    return copy


def reread(copy: Path, old: str, new: str) -> TextPatterns:
    text = copy.read_text(encoding="utf-8")
    changed = re.sub(old, lambda _: new, text, count=1, flags=re.MULTILINE | re.DOTALL)
    assert changed != text
    copy.write_text(changed, encoding="utf-8")
    return text_patterns.__wrapped__("ru")


def test_a_changed_file_changes_the_patterns(shipped: Path) -> None:
    assert reread(shipped, r"^enacting = .*?\]", 'enacting = ["решаем"]').enacting == {"решаем"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"^\[layout\]", "[layout"),
        (r"^\[layout\]", "[lay]"),
        (r"^\[instruments\]", "[others]"),
        (r"^dateline = .*?$", ""),
        (r"^meeting = .*?$", "meeting = '('"),
        (r"^furniture = .*?^\]", "furniture = ['[']"),
    ],
    ids=["not TOML", "no layout", "no instruments", "no dateline", "broken expression", "broken list"],
)
def test_a_broken_file_is_named(shipped: Path, old: str, new: str) -> None:
    with pytest.raises(LanguageDataError, match=r"^data/language/ru/text\.toml: "):
        reread(shipped, old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"^meeting = .*?$", "meeting = 5"),
        (r"^abbreviations = .*?\]", "abbreviations = 5"),
        (r'^"решение" = .*?$', '"решение" = ["Decision"]'),
    ],
)
def test_a_value_of_the_wrong_type_is_named(shipped: Path, old: str, new: str) -> None:
    with pytest.raises(LanguageDataError, match=r"^data/language/ru/text\.toml: "):
        reread(shipped, old, new)


def test_no_english_pattern_has_several_words() -> None:
    words = text_patterns("en").enacting | text_patterns("en").abbreviations
    assert [word for word in sorted(words) if not word.isalpha()] == []


def test_the_double_hyphen_belongs_to_the_dateline() -> None:
    match = text_patterns("en").dateline.match("ASTANA, July 4 (Xinhua) -- Leaders agreed.")
    assert match is not None
    assert match[0] == "ASTANA, July 4 (Xinhua) -- "


@pytest.mark.parametrize(
    "line", ["Тяньцзинь, 31 августа – 1 сентября 2025 года", "г. Астана, 30 июня - 1 июля 2024 г."]
)
def test_a_span_over_two_months_is_a_signature(line: str) -> None:
    assert text_patterns("ru").signature.match(line) is not None


@pytest.mark.parametrize(
    "line", ["утверждая приверженность Уставу,", "утвержденных планов работы;", "утверждает бюджет"]
)
def test_a_clause_that_approves_is_not_a_closing_line(line: str) -> None:
    assert text_patterns("ru").adopted.match(line) is None
