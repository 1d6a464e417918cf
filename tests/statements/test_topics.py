from collections.abc import Callable

import pytest

from comity.model import Statement

Said = Callable[..., list[tuple[str, str, str]]]

AI = "Искусственный интеллект растет. Рыбы плавают. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (AI + "Искусственный интеллект растет.", [("document/text", "topic/artificial-intelligence")]),
        (AI, []),
        ("Рыбы плавают.", []),
        ("Декларация о здравоохранении\n\nРыбы плавают.",
         [("instrument/deklaraciya-o-zdravookhranenie", "topic/health")]),
        ("РИМ, 5 мая. /ТАСС/. Об этом говорится в Декларации о рыбах. " + AI + "ИИ растет.",
         [("instrument/deklaraciya-o-ryba", "topic/artificial-intelligence")]),
    ],
)  # fmt: skip
def test_what_a_text_is_about(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(subject, topic) for subject, _, topic in said(text, "about")] == expected


def test_what_a_text_mentions(said: Said) -> None:
    text = "Чад и Непал просят доноров и группу рыб о Совете по рыбам. Чад рад."
    assert {row[2] for row in said(text, "mentions")} == {"state/TCD", "state/NPL", "body/sovet-po-ryba"}


def test_a_mention_has_at_most_five_quotes(statements_of: Callable[..., tuple[Statement, ...]]) -> None:
    found = [s for s in statements_of("Чад рад. " * 9) if s.predicate == "mentions"]
    assert [len(s.spans) for s in found] == [5]
