from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str, str, str]]]


def declaration(opening: str) -> str:
    return f"Декларация о тишине\n\n{opening}\n\nТишина нужна всем странам мира."


@pytest.mark.parametrize(
    ("opening", "states", "organisation"),
    [
        ("Мы, руководители государств-членов ШОС – Казахстана и Республики Индия, заявляем:", ["KAZ", "IND"], "sco"),
        ("Мы, главы Республики Казахстан и Республики Индия, заявляем:", ["KAZ", "IND"], None),
        ("Президент Казахстана и Премьер-министр Индии, встретившись, заявляют:", ["KAZ", "IND"], None),
        ("Мы, руководители государств – друзей ШОС – Казахстана и Индии, заявляем:", ["KAZ", "IND"], None),
        ("Мы, жители Казахстана и Индии, заявляем:", [], None),
        ("Мы, руководители Казахстана, заявляем:", [], None),
        ("Соседи Казахстана и Индии заявляют:", [], None),
    ],
)  # fmt: skip
def test_who_declares(said: Said, opening: str, states: list[str], organisation: str | None) -> None:
    rows = said(declaration(opening), "endorsedBy", "memberOf")
    assert [row[2] for row in rows if row[1] == "endorsedBy"] == [f"state/{state}" for state in states]
    members = [(f"state/{state}", "memberOf", f"organization/{organisation}") for state in states if organisation]
    assert [row for row in rows if row[1] == "memberOf"] == members


@pytest.mark.parametrize(
    ("opening", "adopter"),
    [
        ("Мы, лидеры стран БРИКС, заявляем:", "organization/brics"),
        ("Мы, главы государств ШОС, заявляем:", "organization/sco"),
        ("Мы, друзья стран БРИКС, заявляем:", None),
        ("Мы, лидеры соседних стран, ждем ответа БРИКС:", None),
    ],
)
def test_whose_leaders_declare(said: Said, opening: str, adopter: str | None) -> None:
    assert [row[2] for row in said(declaration(opening), "adoptedBy")] == ([adopter] if adopter else [])


@pytest.mark.parametrize(
    ("title", "states"),
    [
        ("Совместное заявление Чада и Непала о тишине", ["TCD", "NPL"]),
        ("Договор Чада, Непала и Индии о тишине", ["TCD", "NPL", "IND"]),
        ("Заявление Чада о тишине", []),
        ("Заявление о Чаде и Непале", []),
        ("Заявление министров Чада и Непала о тишине", []),
    ],
)
def test_the_states_of_a_joint_title(said: Said, title: str, states: list[str]) -> None:
    rows = said(f"{title}\n\nТишина нужна всем странам мира.", "endorsedBy")
    assert [row[2] for row in rows] == [f"state/{state}" for state in states]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Подписано Соглашение между Кубой и Перу о рыбах.", ["CUB", "PER"]),
        ("Подписано Соглашение между Правительством Кубы и Правительством Перу.", ["CUB", "PER"]),
        ("Подписано Соглашение о рыбах, Куба и Перу рады.", []),
        ("Подписано Соглашение о рыбах Кубы и Перу.", []),
        ("Подписана Декларация о мире между Кубой и Перу.", []),
    ],
)
def test_the_parties_of_a_treaty(said: Said, text: str, states: list[str]) -> None:
    assert [row[2] for row in said(text, "endorsedBy")] == [f"state/{state}" for state in states]


@pytest.mark.parametrize(
    ("clause", "states"),
    [
        ("Чад и Непал договорились о тишине", ["TCD", "NPL"]),
        ("Чад, Непал и Индия подписали план", ["TCD", "NPL", "IND"]),
        ("Чад и Непал не договорились о тишине", []),
        ("Чад договорился с Непалом", []),
        ("Чад и Непал спорили о тишине", []),
        ("Чад и Непал договариваются о тишине", []),
    ],
)
def test_who_agrees_in_a_report(said: Said, clause: str, states: list[str]) -> None:
    text = f"РИМ, 5 мая. /ТАСС/. {clause}, говорится в совместном заявлении по итогам встречи."
    assert [row[2] for row in said(text, "endorsedBy")] == [f"state/{state}" for state in states]


def test_nobody_agrees_where_no_instrument_is_reported(said: Said) -> None:
    assert said("РИМ, 5 мая. /ТАСС/. Чад и Непал договорились о тишине.", "endorsedBy") == []
