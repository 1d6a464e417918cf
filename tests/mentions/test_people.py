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


def test_one_of_a_kind_is_no_kind(mentions_of: Mentions) -> None:
    assert [m.label for _, m in mentions_of("Ждут ответа Фонда степей.") if m.rule == "group"] == []


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Премьер-министр Японии Кэндзи Танака приехал.", "Кэндзи Танака", "Кэндзи Танака"),
        ("Приехал постпред Чили при ООН Карлос Рохас.", "Карлос Рохас", "Карлос Рохас"),
        ("Ждут министра обороны Чили Раджнатха Кумара.", "Раджнатха Кумара", "Раджнатх Кумар"),
        ("Приехал министр обороны Чили Карлос Мария де Рохас.", "Карлос Мария де Рохас", "Карлос Мария де Рохас"),
        ("Приехал министр обороны Чада Халед Омар аль Фаиз.", "Халед Омар аль Фаиз", "Халед Омар аль Фаиз"),
        ("Приехал министр обороны Чада шейх Халед аль-Фаиз.", "Халед аль-Фаиз", "Халед аль-Фаиз"),
        ("Приехал король Бутана Дордже IV.", "Дордже IV", "Дордже IV"),
        ("Выступил Р.Сингх.", "Р.Сингх", "Р. Сингх"),
        ("Выступил Мамин А.У. Потом пели.", "Мамин А.У.", "А. У. Мамин"),
        ("Карту дали А.У. Петрову.", "А.У. Петрову", "А. У. Петров"),
        ("Выступила Виктория Орлова.", "Виктория Орлова", "Виктория Орлова"),
    ],
)
def test_a_person_is_found(mentions_of: Mentions, text: str, words: str, label: str) -> None:
    assert [(w, m.label) for w, m in mentions_of(text) if m.type == "Person"] == [(words, label)]


@pytest.mark.parametrize(
    "text",
    [
        "А. Введение",
        "Приехал председатель Халк Маслахаты Туркменистана.",
        "Приехал министр обороны Чили Совет Степей.",
        "Он был в Виктории осенью.",
    ],
)
def test_nobody_is_found(mentions_of: Mentions, text: str) -> None:
    assert [words for words, m in mentions_of(text) if m.type == "Person"] == []


def test_a_surname_of_two_persons_is_of_neither(mentions_of: Mentions) -> None:
    text = "Приехали министр обороны Чили Карлос Рохас и посол Перу Хуан Рохас. Рохас рад. Анна Рохас рада."
    assert [words for words, m in mentions_of(text) if m.rule == "surname"] == []


def test_a_surname_after_another_given_name_is_of_somebody_else(mentions_of: Mentions) -> None:
    text = "Приехал министр обороны Чили Карлос Рохас. Мария Рохас рада. Рохас Чавес рад. Карлос Рохас рад."
    assert [words for words, m in mentions_of(text) if m.rule == "surname"] == ["Карлос Рохас"]


# Mentions that come out wrong.
@pytest.mark.xfail(strict=True, reason="a form that may be a plural is taken for the addressees of that kind")
def test_one_government_is_no_kind(mentions_of: Mentions) -> None:
    assert [m.label for _, m in mentions_of("Ждут ответа Правительства Чили.") if m.rule == "group"] == []
