import pytest

from comity.text import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Генеральная Ассамблея, ссылаясь на свою резолюцию", "ru"),
        ("The General Assembly, recalling its resolution on the rule of law", "en"),
        ("L'Assemblée générale, rappelant les résolutions et la Charte des Nations Unies", "fr"),
        ("La Asamblea General, recordando las resoluciones y los principios del derecho", "es"),
        ("إن الجمعية العامة، إذ تشير إلى قرارها", "ar"),
        ("大会，回顾其决议", "zh"),
        ("Мир", "ru"),
        ("SCO", "en"),
    ],
)
def test_the_six_languages_of_the_united_nations_are_told_apart(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", " \n\t", "79/325, 2025", "— … № 5", "🌍", "\ufeff\u00ad"])
def test_without_a_letter_there_is_no_language(text: str) -> None:
    assert detect_language(text) == "und"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Стороны отметили доклад UNESCO «AI for Good».", "ru"),
        ("The SCO (ШОС) adopted a statement.", "en"),
        ("Резолюция 79/325 (A/RES/79/325)", "ru"),
    ],
)
def test_the_script_of_most_letters_decides(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_the_beginning_of_a_long_text_decides() -> None:
    assert detect_language("Мир. " * 5_000 + "The peace. " * 50_000) == "ru"
