"""Tokens and sentences in golden notation: "|" parts what no space parts, and "‖" parts sentences."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import Span
from comity.text import sentence_ranges, tokenise
from comity.text.patterns import text_patterns

TEXTS = st.text(st.sampled_from("Аа яё.!?…»«\"“”()-–/79 г\n\u00a0\u0301🌍Mr,'’"), min_size=1, max_size=60)


def tokens(text: str) -> list[str]:
    return [span.of(text) for span in tokenise(text, Span(0, len(text)))]


def sentences(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentence_ranges(text, Span(0, len(text)), text_patterns(language))]


@pytest.mark.parametrize(
    "golden",
    [
        "A/RES/79/325|, 79/325| и S/2024/1|;",
        "S/RES/1267(1999)| и A/C.3/79/L.5/Rev.1|.",
        "1267 (|1999|)",
        "30-й встречи|, 2-х дней|, 80th session",
        "в Нью-Йорке| и Кот-д'Ивуаре|, Côte d’Ivoire",
        "государств-членов ШОС",
        "ИИ-системы| и COVID-19",
        "$|1,5 трлн|, 30|%| и 3.5",
        "https://docs.un.org/ru/A/RES/79/1 |«|ШОС|»",
        "«|AI Journey|»| (|далее –| ШОС|)",
        "1|–|3 сентября 2025 г|.",
        "А|. С|. Пушкин",
        "Север|–|Юг",
        "№| 5| —| конец|…",
        "мир 🌍|!",
    ],
)
def test_words_numbers_symbols_and_marks(golden: str) -> None:
    assert tokens(golden.replace("|", "")) == re.split(r"[| ]+", golden)


def test_only_the_span_is_read() -> None:
    text = "Россия и Китай"
    assert [span.of(text) for span in tokenise(text, Span(3, 10))] == ["сия", "и", "К"]


@pytest.mark.parametrize(
    "golden",
    [
        "Саммит прошел в 2025 г. в Астане. ‖Стороны согласились.",
        "Докладчиком был А. С. Иванов. ‖Он выступил.",
        "Прибыли К.-Ж. Токаев и В. Путин. ‖Затем начались переговоры.",
        "Он сказал: «Мы готовы.» ‖Затем ушел.",
        '"Да!" – сказал он. ‖"Нет".',
        "Что? ‖Да! ‖Нет… ‖Может быть.",
        "(Так решили.) ‖Потом уехали.",
        "См. резолюцию 70/1. ‖Она важна.",
        "Помощь составит 5 млн. долларов. ‖Срок – 2027 год.",
        "Казахстан, Россия и др. страны согласились. ‖Решение принято.",
        "Рост на 3.5 процента. ‖Дальше.",
        "Раздел 1. ‖Общие положения.",
        "Текст без точки",
        "Одно.  ‖Два.",
        "«Россия» и «Китай». ‖«Казахстан» тоже.",
        "Об этом сообщает Lada.kz со ссылкой на агентство.",
        "Форум прошел в 2025 г. ‖Заседание вел министр.",
        "Дом стоит в 2025 г. закрытым.",
    ],
)
def test_russian_sentences(golden: str) -> None:
    assert sentences(golden.replace("‖", ""), "ru") == [part.rstrip() for part in golden.split("‖")]


@pytest.mark.parametrize(
    "golden",
    [
        "Mr. Smith spoke. ‖He left.",
        "See para. 4. ‖It says so.",
        "The U.S. agreed. ‖It signed.",
        'He said: "Go." ‖Then he left.',
        "Resolution No. 5 was adopted. ‖Good.",
        "It was adopted on 9 December 2022. ‖“Peace” follows.",
    ],
)
def test_english_sentences(golden: str) -> None:
    assert sentences(golden.replace("‖", ""), "en") == [part.rstrip() for part in golden.split("‖")]


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_tokens_cover_everything_but_white_space_in_order(text: str) -> None:
    spans = list(tokenise(text, Span(0, len(text))))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join(span.of(text) for span in spans) == re.sub(r"\s+", "", text)


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_sentences_cover_everything_but_the_white_space_between_them(text: str) -> None:
    spans = list(sentence_ranges(text, Span(0, len(text)), text_patterns("ru")))
    assert spans[0].start == 0
    assert spans[-1].end == len(text) or not text[spans[-1].end :].strip()
    assert all(one.end <= other.start and not text[one.end : other.start].strip() for one, other in pairwise(spans))


@pytest.mark.parametrize("golden", ["лидеры G20| и БРИКС", "группа P5|+|1"])
def test_a_letter_and_its_number_are_one_word(golden: str) -> None:
    assert tokens(golden.replace("|", "")) == re.split(r"[| ]+", golden)


@pytest.mark.parametrize("golden", ["См|. https://un.org/ru|.", "(|https://un.org|)", "https://un.org/a|, да"])
def test_an_address_ends_before_the_marks_of_the_sentence(golden: str) -> None:
    assert tokens(golden.replace("|", ""))[-3:] == re.split(r"[| ]+", golden)[-3:]
