from collections.abc import Callable

import pytest

from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]


def people(found: list[tuple[str, Mention]]) -> list[tuple[str, str, str]]:
    return [(m.type, words, m.label) for words, m in found if m.type in {"Post", "Person"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Приехал министр обороны Чили.", [("Post", "министр обороны Чили", "Министр обороны Чили")]),
        ("Ждут министра обороны Чили.", [("Post", "министра обороны Чили", "Министр обороны Чили")]),
        ("Ждут постпреда Чили.", [("Post", "постпреда Чили", "Постпред Чили")]),
        ("Ждут постоянного представителя Чили.",
         [("Post", "постоянного представителя Чили", "Постоянный представитель Чили")]),
        ("Ждут чилийского президента.", [("Post", "чилийского президента", "Чилийский президент")]),
        ("Ждут вице-премьера Чили.", [("Post", "вице-премьера Чили", "Вице-премьер Чили")]),
        ("Ждут старого министра Чили.", [("Post", "министра Чили", "Министр Чили")]),
        ("Ждут министров Чили.", []),
        ("Ждут главы книги.", [("Post", "главы книги", "Глава книги")]),
        ("Ждут гостя из Чили.", []),
    ],
)  # fmt: skip
def test_posts(mentions_of: Mentions, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert people(mentions_of(text)) == expected


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Карлос Рохас", "Карлос Рохас"),
        ("Карлос Мария Рохас", "Карлос Мария Рохас"),
        ("К. Рохас", "К. Рохас"),
        ("К. М. Рохас", "К. М. Рохас"),
        ("К.М. Рохас", "К. М. Рохас"),
        ("Ганбат Батцэцэг", "Ганбат Батцэцэг"),
        ("Жан-Клод Дюпон", "Жан-Клод Дюпон"),
        ("Рохас", None),
        ("ШОС Рохас", None),
        ("прибыл Рохас", None),
    ],
)
def test_a_person_stands_right_after_a_post(mentions_of: Mentions, name: str, label: str | None) -> None:
    found = people(mentions_of(f"Приехал министр обороны Чили {name}."))
    assert [(words, shown) for type_, words, shown in found if type_ == "Person"] == ([(name, label)] if label else [])


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ивана Петрова", "Иван Петров"),
        ("Марио Росси", "Марио Росси"),
        ("А. Петрова", "А. Петров"),
        ("Жана Дюпона", "Жан Дюпон"),
        ("Чжан Ханьхуэя", "Чжан Ханьхуэй"),
    ],
)
def test_a_person_is_named_in_the_nominative(mentions_of: Mentions, name: str, label: str) -> None:
    found = people(mentions_of(f"Ждут министра обороны Чили {name}."))
    assert [shown for type_, _, shown in found if type_ == "Person"] == [label]


def test_a_surname_is_found_again(mentions_of: Mentions) -> None:
    text = "Приехал министр обороны Чили Карлос Рохас. Рохас рад. С Рохасом рады и другие. Розы цветут."
    found = people(mentions_of(text))
    assert [words for type_, words, label in found if type_ == "Person" and label == "Карлос Рохас"] == [
        "Карлос Рохас",
        "Рохас",
        "Рохасом",
    ]


def test_the_surname_of_a_known_person_is_found_again(mentions_of: Mentions) -> None:
    found = mentions_of("Выступил Сергей Лавров. Лаврову ответили.")
    assert [(words, m.candidates) for words, m in found if m.rule == "surname"] == [
        ("Лаврову", ("person/sergey-lavrov",))
    ]


@pytest.mark.parametrize(
    ("text", "specific", "kind"),
    [
        ("Ждут президента Чада.", True, "head"),
        ("Ждут лидера Лиги арабских государств.", True, "head"),
        ("Ждут посла Чада.", True, "represents"),
        ("Ждут спикера парламента Чада.", True, "post"),
        ("Ждут министра обороны.", False, "post"),
        ("Ждут президента.", False, "head"),
    ],
)
def test_whose_a_post_is_and_what_it_does(mentions_of: Mentions, text: str, *, specific: bool, kind: str) -> None:
    assert [(m.specific, m.kind) for _, m in mentions_of(text) if m.rule == "post"] == [(specific, kind)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Просят государства-члены помочь.", "государства-члены"),
        ("Просят государств – членов помочь.", "государства-члены"),
        ("Просят частный сектор помочь.", "частный сектор"),
        ("Помощь оказана гражданским обществом.", "гражданское общество"),
        ("Помощь оказана развивающимся странам.", "развивающиеся страны"),
        ("Помощь оказана донорами.", "доноры"),
    ],
)
def test_kinds_of_actors(mentions_of: Mentions, text: str, label: str) -> None:
    assert [m.label for _, m in mentions_of(text) if m.rule == "group"] == [label]


# Mentions that come out wrong.
@pytest.mark.xfail(strict=True, reason="no person is looked for after a post that a record has")
def test_an_unknown_person_after_a_known_post(mentions_of: Mentions) -> None:
    found = people(mentions_of("Премьер-министр Японии Кэндзи Танака приехал."))
    assert ("Person", "Кэндзи Танака", "Кэндзи Танака") in found


def test_one_of_a_kind_is_no_kind(mentions_of: Mentions) -> None:
    assert [m.label for _, m in mentions_of("Ждут ответа Фонда степей.") if m.rule == "group"] == []


@pytest.mark.xfail(strict=True, reason="a form that may be a plural is taken for the addressees of that kind")
def test_one_government_is_no_kind(mentions_of: Mentions) -> None:
    assert [m.label for _, m in mentions_of("Ждут ответа Правительства Чили.") if m.rule == "group"] == []


@pytest.mark.xfail(strict=True, reason="what follows «при» is no part of the post, so the name after it is lost")
def test_a_representative_to_an_organisation(mentions_of: Mentions) -> None:
    found = people(mentions_of("Приехал постпред Чили при ООН Карлос Рохас."))
    assert ("Person", "Карлос Рохас", "Карлос Рохас") in found


@pytest.mark.xfail(strict=True, reason="a name that no dictionary has keeps its genitive")
def test_an_unknown_name_in_the_nominative(mentions_of: Mentions) -> None:
    found = people(mentions_of("Ждут министра обороны Чили Раджнатха Кумара."))
    assert [label for type_, _, label in found if type_ == "Person"] == ["Раджнатх Кумар"]


@pytest.mark.xfail(strict=True, reason="a particle in lower case ends the name, and the rest counts as whole")
@pytest.mark.parametrize("name", ["Карлос Мария де Рохас", "Халед Омар аль Фаиз"])
def test_names_with_particles(mentions_of: Mentions, name: str) -> None:
    found = people(mentions_of(f"Приехал министр обороны Чили {name}."))
    assert [label for type_, _, label in found if type_ == "Person"] == [name]
