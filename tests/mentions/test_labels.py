from collections.abc import Callable

import pytest

from comity.model import Mention

Mentions = Callable[[str], list[tuple[str, Mention]]]


def labels(found: list[tuple[str, Mention]], *types: str) -> list[str]:
    return [m.label for _, m in found if m.type in types and m.rule != "short-form"]


@pytest.mark.parametrize(
    ("text", "type_", "label"),
    [
        ("Отчет Рабочей группы по рыбам готов.", "Body", "Рабочая группа по рыбам"),
        ("Отчет Рабочей группы открытого состава по рыбам готов.", "Body", "Рабочая группа открытого состава по рыбам"),
        ("Отчет Межправительственной комиссии по льду готов.", "Body", "Межправительственная комиссия по льду"),
        ("Отчет представлен Комитетом по рыболовству.", "Body", "Комитет по рыболовству"),
        ("Отчет представлен Комиссией по лесам и рекам.", "Body", "Комиссия по лесам и рекам"),
        ("Отчет лежит в Региональном центре ледников.", "Body", "Региональный центр ледников"),
        ("Отчет Академии переводчиков готов.", "Body", "Академия переводчиков"),
        ("Об этом сказали на Третьем форуме по степям.", "Event", "Третий форум по степям"),
        ("Об этом сказали на 12-й конференции по портам.", "Event", "12-я конференция по портам"),
        ("Об этом сказали на 12-м форуме по портам.", "Event", "12-й форум по портам"),
        ("Об этом сказали на XXV саммите по портам.", "Event", "XXV саммит по портам"),
        ("Открыта Двадцать вторая сессия по портам.", "Event", "Двадцать вторая сессия по портам"),
        ("Об этом сказали на Вторых играх студентов.", "Event", "Вторые игры студентов"),
        ("Об этом сказали на важных Переговорах о реках.", "Event", "Важные Переговоры о реках"),
        ("Участники Декларации о реках довольны.", "Declaration", "Декларация о реках"),
        ("Участники Соглашения между Кубой и Перу довольны.", "Treaty", "Соглашение между Кубой и Перу"),
        ("Участники Глобальной инициативы по тишине довольны.", "Initiative", "Глобальная инициатива по тишине"),
        ("Взнос министра обороны Чили мал.", "Post", "Министр обороны Чили"),
        ("Взнос постоянного представителя Чили мал.", "Post", "Постоянный представитель Чили"),
    ],
)  # fmt: skip
def test_a_label_stands_in_the_nominative(mentions_of: Mentions, text: str, type_: str, label: str) -> None:
    assert labels(mentions_of(text), type_) == [label]


@pytest.mark.parametrize(
    ("text", "type_", "label"),
    [
        ("Участники Четвертой конференции по сахару довольны.", "Event", "Четвертая конференция по сахару"),
        ("Участники Партнерства по вакцинам довольны.", "Initiative", "Партнерство по вакцинам"),
    ],
)
def test_a_label_keeps_the_letters_of_the_text(mentions_of: Mentions, text: str, type_: str, label: str) -> None:
    assert labels(mentions_of(text), type_) == [label]


@pytest.mark.parametrize(
    ("text", "type_", "label"),
    [
        ("Комитет по связям с ШОС собрался.", "Body", "Комитет по связям с ШОС"),
        ("Седьмой форум по вступлению в ВТО открылся.", "Event", "Седьмой форум по вступлению в ВТО"),
    ],
)
def test_a_label_is_whole(mentions_of: Mentions, text: str, type_: str, label: str) -> None:
    assert labels(mentions_of(text), type_) == [label]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Итоги двадцать второй сессии Генеральной Ассамблеи ясны.", "Двадцать вторая сессия Генеральной Ассамблеи"),
        ("Итоги двадцать второй сессии Комитета по рыбам ясны.", "Двадцать вторая сессия Комитета по рыбам"),
    ],
)
def test_an_ordinal_of_two_words_is_whole(mentions_of: Mentions, text: str, label: str) -> None:
    assert labels(mentions_of(text), "Event") == [label]
