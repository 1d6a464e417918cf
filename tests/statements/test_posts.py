from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str, str, str]]]

PERSON = "person/karlos-rokhas"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Приехал президент Чили Карлос Рохас.", {("holdsPost", "post/prezident-chili"), ("headOf", "state/CHL")}),
        ("Приехал лидер Чили Карлос Рохас.", {("holdsPost", "post/lider-chili"), ("headOf", "state/CHL")}),
        ("Приехал генсек ШОС Нурлан Ермекбаев.",
         {("holdsPost", "post/sco-secretary-general"), ("headOf", "organization/sco")}),
        ("Приехал постпред Чили Карлос Рохас.", {("holdsPost", "post/postpred-chili"), ("represents", "state/CHL")}),
        ("Приехал посол Чили Карлос Рохас.", {("holdsPost", "post/posol-chili"), ("represents", "state/CHL")}),
        ("Приехал министр торговли Чили Карлос Рохас.", {("holdsPost", "post/ministr-torgovlya-chili")}),
        ("Приехал вице-президент Чили Карлос Рохас.", {("holdsPost", "post/vice-prezident-chili")}),
        ("Приехал экс-президент Чили Карлос Рохас.", set()),
        ("Приехал министр Карлос Рохас.", set()),
        ("Приехал президент Чили, а с ним Карлос Рохас.", set()),
        ("Приехал гость из Чили Карлос Рохас.", set()),
    ],
)  # fmt: skip
def test_who_holds_which_post(said: Said, text: str, expected: set[tuple[str, str]]) -> None:
    rows = said(text, "holdsPost", "headOf", "represents")
    assert {(predicate, what) for _, predicate, what in rows} == expected
    assert {person for person, _, _ in rows} <= {PERSON, "person/nurlan-yermekbayev"}


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Ждут президента Чада.", ["state/TCD"]),
        ("Ждут чилийского президента.", ["state/CHL"]),
        ("Ждут генсека ШОС.", ["organization/sco"]),
        ("Ждут министра обороны.", []),
        ("Ждут друга Чада.", []),
    ],
)
def test_whose_a_post_is(said: Said, text: str, owners: list[str]) -> None:
    assert [row[2] for row in said(text, "postIn")] == owners


# Posts of which too much is said.
@pytest.mark.parametrize("post", ["бывший президент Чили", "будущий президент Чили", "и.о. главы Чили"])
def test_a_former_or_future_holder_does_not_hold(said: Said, post: str) -> None:
    assert said(f"Приехал {post} Карлос Рохас.", "holdsPost", "headOf") == []


@pytest.mark.xfail(strict=True, reason="a post takes in only owners that a record has")
def test_the_head_of_a_new_body(said: Said) -> None:
    rows = said("Приехал председатель Комитета по рыбам Карлос Рохас.", "holdsPost")
    assert [row[0] for row in rows] == [PERSON]
