from collections.abc import Callable

import pytest

from comity.model import Statement

Said = Callable[..., list[tuple[str, str, str]]]
Statements = Callable[..., tuple[Statement, ...]]

FORUM = "event/3-forum-po-ryba"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Третий форум по рыбам в Риме завершен.", ["place/rome"]),
        ("Третий форум по рыбам прошел в Риме.", ["place/rome"]),
        ("Третий форум по рыбам пройдет в Риме.", ["place/rome"]),
        ("Третий форум по рыбам состоялся вчера в Риме.", ["place/rome"]),
        ("Третий форум по рыбам, который прошел в Риме, завершен.", ["place/rome"]),
        ("Третий форум по рыбам будет проводиться поочередно в Риме и Каире.", ["place/rome", "place/cairo"]),
        ("Третий форум по рыбам завершен, гости уже в Риме.", []),
        ("Гости Третьего форума по рыбам живут в Риме.", []),
        ("Третий форум по рыбам, как и Пятая сессия по рекам, которая прошла в Риме, завершен.", []),
        ("Третий форум по рыбам ждут из Рима.", []),
    ],
)
def test_the_place_of_an_event(said: Said, text: str, places: list[str]) -> None:
    assert [row for row in said(text, "place") if row[0] == FORUM] == [(FORUM, "place", place) for place in places]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Третий форум по рыбам в 2027 году завершен.", ["2027"]),
        ("Третий форум по рыбам в Риме в 2027 году завершен.", ["2027"]),
        ("Третий форум по рыбам прошел в мае 2024 года.", ["2024-05"]),
        ("Третий форум по рыбам прошел в Риме в мае 2024 года.", ["2024-05"]),
        ("Третий форум по рыбам, который прошел в Риме в 2024 году, завершен.", ["2024"]),
        ("Третий форум по рыбам завершен, а в 2024 году был другой.", []),
        ("Гости Третьего форума по рыбам уехали в 2024 году.", []),
    ],
)
def test_the_day_of_an_event(said: Said, text: str, days: list[str]) -> None:
    assert [row[2] for row in said(text, "date")] == days


@pytest.mark.parametrize(
    ("text", "organisers"),
    [
        ("Третий форум ШОС завершен.", ["organization/sco"]),
        ("Пятая сессия Комитета по рыбам завершена.", ["body/komitet-po-ryba"]),
        ("Третий форум «Друзья ШОС» завершен.", []),
        ("Третий форум для ШОС завершен.", []),
        ("Третий форум по рыбам завершен, ШОС рада.", []),
        ("Третий форум Китая завершен.", []),
    ],
)
def test_whose_an_event_is(said: Said, text: str, organisers: list[str]) -> None:
    assert [row[0] for row in said(text, "organizes")] == organisers


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Чад принял участие в Третьем форуме по рыбам.", ["state/TCD"]),
        ("Чад участвовал в Третьем форуме по рыбам.", ["state/TCD"]),
        ("Чад и Непал участвовали в Третьем форуме по рыбам.", ["state/TCD", "state/NPL"]),
        ("Чад выступил на Третьем форуме по рыбам.", ["state/TCD"]),
        ("ЮНЕСКО участвовала в Третьем форуме по рыбам.", ["organization/unesco"]),
        ("Министр торговли Чили Карлос Рохас участвовал в Третьем форуме по рыбам.", ["person/karlos-rokhas"]),
        ("Чад не участвовал в Третьем форуме по рыбам.", []),
        ("Чад не принял участия в Третьем форуме по рыбам.", []),
        ("Участие в Третьем форуме по рыбам платное для Чада.", []),
        ("Гости участвовали в Третьем форуме по рыбам.", []),
        ("Чад ждет вестей о Третьем форуме по рыбам.", []),
    ],
)
def test_who_takes_part(said: Said, text: str, actors: list[str]) -> None:
    assert said(text, "participatesIn") == [(actor, "participatesIn", FORUM) for actor in actors]


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("XX саммит Группы двадцати завершен.", ["event/g20-summit"]),
        ("Двадцатый саммит Группы двадцати завершен.", ["event/g20-summit"]),
        ("Саммит Группы двадцати завершен.", []),
        ("Третий форум по рыбам завершен.", []),
    ],
)
def test_editions_of_a_series(said: Said, text: str, series: list[str]) -> None:
    assert [row[2] for row in said(text, "editionOf")] == series


# Events of which something is missed or wrong.
def test_days_right_after_a_place(said: Said) -> None:
    text = "Третий форум по рыбам прошел в Риме 5 мая 2024 года."
    assert [row[2] for row in said(text, "date")] == ["2024-05-05"]


@pytest.mark.parametrize(
    "text",
    [
        "Чад отказался участвовать в Третьем форуме по рыбам.",
        "Чад не смог участвовать в Третьем форуме по рыбам.",
        "Чад не намерен участвовать в Третьем форуме по рыбам.",
    ],
)
def test_who_refuses_does_not_take_part(said: Said, text: str) -> None:
    assert said(text, "participatesIn") == []


@pytest.mark.parametrize("text", ["Пятая сессия по реформе ООН завершена.", "Третий форум друзей ШОС завершен."])
def test_what_an_event_is_about_does_not_organise_it(said: Said, text: str) -> None:
    assert said(text, "organizes") == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Третий форум ШОС завершен.", "asserted"),
        ("Третий форум ШОС прошел в Риме.", "asserted"),
        ("Третий форум ШОС состоится в Риме.", "planned"),
        ("Чад решил провести Третий форум ШОС.", "planned"),
        ("Чад предложил провести Третий форум ШОС.", None),
        ("Предлагается проведение Третьего форума ШОС.", None),
        ("Чад поддерживает проведение Третьего форума ШОС.", None),
        ("Третий форум ШОС не состоялся.", None),
        ("Чад отменил Третий форум ШОС.", None),
    ],
)
def test_an_organiser_of_what_is_to_come(statements_of: Statements, text: str, modality: str | None) -> None:
    found = [s.modality for s in statements_of(text) if s.predicate == "organizes"]
    assert found == ([modality] if modality else [])


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Третий форум по рыбам прошел под председательством Чада.", "asserted"),
        ("Третий форум по рыбам пройдет под председательством Чада.", "planned"),
        ("Решено созвать Третий форум по рыбам под председательством Чада.", "planned"),
        ("Под председательством Чада должен был пройти Третий форум по рыбам.", "planned"),
        ("Под председательством Чада прошел Третий форум по рыбам.", "asserted"),
    ],
)
def test_a_chair_of_what_is_to_come(statements_of: Statements, text: str, modality: str) -> None:
    assert [s.modality for s in statements_of(text) if s.predicate == "chairs"] == [modality]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Решено собрать гостей из двух стран для Третьего форума по рыбам в 2025 году.", "planned"),
        ("Гости собрались для Третьего форума по рыбам в 2025 году.", "asserted"),
        ("Решено подарить гостям книгу о Третьем форуме по рыбам в 2025 году.", "asserted"),
    ],
)
def test_the_day_of_what_something_is_for(statements_of: Statements, text: str, modality: str) -> None:
    assert [s.modality for s in statements_of(text) if s.predicate == "date"] == [modality]
