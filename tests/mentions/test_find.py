from collections.abc import Callable

import pytest

from comity.lexicon import language_patterns, morphology
from comity.lexicon.index import Lexicon
from comity.mentions import find_mentions
from comity.model import Mention, Reading

Mentions = Callable[[str], list[tuple[str, Mention]]]

TEXT = (
    "Президент Чили Карлос Рохас передал Генеральной Ассамблее ООН доклад Комитета по рыболовству, "
    "резолюцию 79/1 от 22 сентября 2024 года и просьбу к государствам-членам развивать искусственный интеллект. "
    "Комитет доволен."
)


def test_every_recogniser_adds_its_mentions(mentions_of: Mentions) -> None:
    rules = {m.rule for _, m in mentions_of(TEXT)}
    assert rules == {
        "post",
        "person-after-post",
        "known-name",
        "head-noun",
        "bare-symbol",
        "date",
        "group",
        "topic-words",
        "short-form",
    }


def test_mentions_stand_in_the_order_of_the_text_longer_ones_first(mentions_of: Mentions) -> None:
    places = [(m.first, -m.last) for _, m in mentions_of(TEXT)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Отчет Комитета по правам ребенка готов.", ["known-name"]),
        ("Отчет Генерального секретаря ООН готов.", ["known-name", "known-name"]),
        ("Принята A/RES/79/1.", ["symbol"]),
    ],
)
def test_what_a_record_knows_is_not_found_once_more(mentions_of: Mentions, text: str, rules: list[str]) -> None:
    assert [m.rule for _, m in mentions_of(text)] == rules


def test_without_any_record_the_grammar_still_finds_names(reading_of: Callable[[str], Reading]) -> None:
    patterns = language_patterns("ru")
    empty = Lexicon.build((), "ru", morphology("ru"), patterns.abbreviations)
    reading = reading_of(TEXT)
    found = find_mentions(reading, empty, patterns)
    words = {reading.text(m.first, m.last) for m in found if m.rule == "head-noun"}
    assert words == {"Генеральной Ассамблее ООН", "Комитета по рыболовству"}


def test_an_english_text_has_the_names_that_records_have(mentions_of: Mentions) -> None:
    found = mentions_of("Kazakhstan and the Security Council welcomed the report of the Secretary-General in Geneva.")
    assert {m.candidates[0] for _, m in found if m.candidates} >= {
        "state/KAZ",
        "body/un-security-council",
        "place/geneva",
    }
