"""Names are compared by the words that matter, and some names mean one thing wherever they stand."""

import shutil
from pathlib import Path

import pytest

from comity import resources
from comity.errors import LanguageDataError
from comity.lexicon import Lexicon
from comity.matching import spell, wording
from comity.pipeline import knowledge


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Совет по вопросам водоёмов", "Совет по водоемам"),
        ("Центр в области искусственного интеллекта", "Центр по ИИ"),
        ("Форум «Реки и люди»", "Форум Реки и люди"),
        ("Совет Шанхайской организации сотрудничества по рекам", "Совет ШОС по рекам"),
        ("Группа по вопросам рек и озёр", "Группа озёр и рек"),
        ("Всемирная сеть портов", "Глобальная сеть портов"),
    ],
)
def test_names_that_differ_in_small_words_are_alike(lexicon: Lexicon, one: str, other: str) -> None:
    first, second = spell(one, "ru", lexicon), spell(other, "ru", lexicon)
    assert first.alike == second.alike
    assert first.head == second.head


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Совет по рекам", "Совет по морям"),
        ("Третий форум портов", "Четвертый форум портов"),
        ("Центр рек в Астане", "Центр рек в Минске"),
        ("Заседание Совета глав государств СНГ", "Заседание Совета глав правительств СНГ"),
    ],
)
def test_names_that_differ_in_one_word_that_matters_are_not(lexicon: Lexicon, one: str, other: str) -> None:
    assert spell(one, "ru", lexicon).alike != spell(other, "ru", lexicon).alike


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("Экспертный форум ШОС по ИИ", True),  # a known name
        ("Трансалтайский диалог", True),  # a word that no dictionary has
        ("89-е пленарное заседание", True),  # a number
        ("Форум «Город»", True),  # a title
        ("Центр изучения ледников, рек и озёр", True),  # enough words of its own
        ("Рабочая группа по сотрудничеству в области ИИ", False),
        ("Неофициальное заседание высокого уровня", False),
        ("Министерство культуры", False),
    ],
)
def test_a_name_tells_one_thing_from_others_or_not(lexicon: Lexicon, name: str, telling: bool) -> None:  # noqa: FBT001
    assert spell(name, "ru", lexicon).telling is telling


def test_a_surname_is_not_enough_and_a_record_is(lexicon: Lexicon) -> None:
    assert not spell("Рыбакова", "ru", lexicon, person=True).telling
    assert not spell("А. Рыбакова", "ru", lexicon, person=True).telling
    assert spell("Анна Рыбакова", "ru", lexicon, person=True).telling
    assert spell("Рабочая группа", "ru", lexicon, recorded=True).telling


def test_english_names_have_their_own_small_words() -> None:
    english = knowledge("en").lexicon
    one, other = (spell(name, "en", english) for name in ("Centre for Rivers", "Center in the field of Rivers"))
    assert one.alike == other.alike
    assert wording("fr") == wording("en") != wording("ru")


def test_broken_data_are_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(resources.path("data/language/ru"), tmp_path / "data" / "language" / "ru")
    file = tmp_path / "data" / "language" / "ru" / "matching.toml"
    file.write_text("fillers = []\n", encoding="utf-8")
    monkeypatch.setattr(resources, "_ROOT", tmp_path)
    with pytest.raises(LanguageDataError, match=r"data/language/ru/matching\.toml"):
        wording.__wrapped__("ru")
