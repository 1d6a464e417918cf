from collections.abc import Callable

import pytest

from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ждут посла Чили в Перу.", ["посла Чили в Перу"]),
        ("Ждут президента Чили в Перу.", ["президента Чили"]),
        ("Ждут постпреда Чили при ООН.", ["постпреда Чили при ООН"]),
        ("Ждут советника по правам человека.", ["советника по правам человека"]),
        ("Ждут министра по итогам года.", ["министра"]),
        ("Ждут министра торговли и туризма Чили.", ["министра торговли и туризма Чили"]),
        ("Ждут министра Чили и президента Перу.", ["министра Чили", "президента Перу"]),
        ("Ждут замминистра обороны Чили.", ["замминистра обороны Чили"]),
        ("Ждут помощника министра обороны Чили.", ["помощника министра обороны Чили", "министра обороны Чили"]),
        ("Ждут главу Кабинета министров Чили.", ["главу Кабинета министров Чили"]),
        ("Ждут главу чилийского МИД.", ["главу чилийского МИД"]),
        ("Делегация во главе с гостем Чили.", []),
    ],
)
def test_where_a_post_ends(mentions_of: Mentions, text: str, expected: list[str]) -> None:
    assert [words for words, m in mentions_of(text) if m.type == "Post"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ждут бразильского президента.", ("post/president-of-brazil",)),
        ("Ждут президента Бразилии.", ("post/president-of-brazil",)),
        ("Ждут бразильского лесника.", ()),
        ("Ждут президента парламента Бразилии.", ()),
    ],
)
def test_the_known_office_of_a_state(mentions_of: Mentions, text: str, expected: tuple[str, ...]) -> None:
    assert tuple(c for _, m in mentions_of(text) if m.type == "Post" for c in m.candidates) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask the Special Rapporteur on clean rivers and human rights.", "on clean rivers and human rights"),
        ("Ask the Special Rapporteur on clean rivers to participate.", "on clean rivers"),
        ("Ask the Special Rapporteur on the right to education.", "on the right to education"),
        ("Ask the Special Rapporteur on human rights in Chile.", "on human rights in Chile"),
        ("Ask the Special Rapporteur on human rights while crossing rivers.", ""),
        ("Ask the Special Rapporteur on torture, cruel treatment and others.", ""),
        ("Ask the Special Rapporteur on the best ways to cross rivers.", ""),
        ("Ask the Special Rapporteur on the right to participate.", ""),
    ],
)
def test_where_the_field_of_a_mandate_ends(mentions_of: Mentions, text: str, expected: str) -> None:
    [post] = [words for words, m in mentions_of(text) if m.type == "Post"]
    assert post == f"Special Rapporteur {expected}".strip()
