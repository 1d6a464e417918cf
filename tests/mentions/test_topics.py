from collections.abc import Callable

import pytest

from comity.model import Mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Развитие искусственного интеллекта ускоряется.", [("искусственного интеллекта", "artificial-intelligence")]),
        ("Регулирование ИИ обсуждается.", [("Регулирование ИИ", "governance"), ("ИИ", "artificial-intelligence")]),
        ("Вопросы здравоохранения важны.", [("здравоохранения", "health")]),
        ("О правах человека говорили долго.", [("правах человека", "human-rights")]),
        ("Устойчивое развитие – цель.", [("Устойчивое развитие", "sustainable-development")]),
        ("Права и обязанности человека важны.", []),
        ("Интеллект ценят.", []),
    ],
)
def test_topics(
    mentions_of: Callable[[str], list[tuple[str, Mention]]], text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(words, m.kind) for words, m in mentions_of(text) if m.type == "Topic"] == expected


def test_page_furniture_has_no_topic(mentions_of: Callable[[str], list[tuple[str, Mention]]]) -> None:
    found = mentions_of("Монголия готова.\n\nФото: искусственный интеллект")
    assert [words for words, m in found if m.type == "Topic"] == []
