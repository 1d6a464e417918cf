"""Pairs of things: what makes them one, what keeps them apart, what leaves it open."""

from dataclasses import replace

import pytest

from comity.lexicon import Lexicon
from comity.matching import Profile, spell
from comity.matching.judge import Thing, Verdict, judge
from comity.model import Entity, Name

TYPES = {"body": "Body", "event": "Event", "instrument": "Instrument", "post": "Post", "initiative": "Initiative"}


def thing(lexicon: Lexicon, document: str, described: str) -> Thing:
    """Read "folder: name | owner=x | date=2025 | with=x | kind=x | symbol=x | alias=X"; owners are known ones."""
    named, *facts = described.split(" | ")
    folder, _, name = named.partition(": ")
    told = dict(fact.split("=", 1) for fact in facts)

    def values(key: str) -> frozenset[str]:
        return frozenset((told[key],)) if key in told else frozenset()

    identifier = f"{folder}/{document}-{name.lower()}"
    names = (Name(name, "ru"),)
    entity = Entity(identifier, (TYPES[folder],), names, symbol=told.get("symbol"), kind=told.get("kind"))
    owners = values("owner")
    facts_ = (values("alias"), owners, owners, owners, values("date"), values("with"))
    return Thing(identifier, [Profile(document, "ru", entity, (spell(name, "ru", lexicon),), *facts_)])


def verdict(lexicon: Lexicon, one: str, other: str) -> str:
    """Return decision and rule; the same both ways."""
    first, second = thing(lexicon, "a", one), thing(lexicon, "b", other)
    found = [judge(first, second), judge(second, first)]
    said = [f"{each.decision} {each.rule}" if isinstance(each, Verdict) else "" for each in found]
    assert said[0] == said[1]
    return said[0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # one name, written with other small words
        ("body: Центр ШОС по рекам", "body: Центр ШОС в области рек", "same same-words"),
        ("body: Центр по рекам", "body: Центр в области рек", "unsure close-names"),
        (
            "body: Центр по рекам | with=place place/x",
            "body: Центр в области рек | with=place place/x",
            "same synonyms-and-circumstances",
        ),
        # words that stand for each other need something in common besides
        ("body: Всемирная сеть портов ШОС", "body: Глобальная сеть портов ШОС", "unsure close-names"),
        (
            "body: Всемирная сеть портов | with=proposes state/CHN",
            "body: Глобальная сеть портов | with=proposes state/CHN",
            "same synonyms-and-circumstances",
        ),
        # an owner may have several things of a name without words of its own
        (
            "body: Рабочая группа в области ИИ | owner=organization/x",
            "body: Рабочая группа по ИИ | owner=organization/x",
            "same synonyms-and-circumstances",
        ),
        # abbreviations
        ("body: Совет по дорогам и портам | alias=СДП", "body: СДП", "same introduced-abbreviation"),
        ("body: Совет по дорогам и портам | alias=СДП", "body: СДР", ""),
        # shorter names
        (
            "body: Экспертный совет | owner=body/x",
            "body: Экспертный совет по сотрудничеству в области ИИ | owner=body/x",
            "same shorter-name-of-the-same-owner",
        ),
        (
            "body: Рабочая группа по ИИ | owner=body/x",
            "body: Рабочая группа по ИИ и портам | owner=body/x",
            "unsure close-names",
        ),
        ("body: Экспертный совет", "body: Экспертный совет по ИИ", ""),
        ("body: Центр болот и торфа", "body: Международный центр болот и торфа", "unsure close-names"),
        ("body: Союзное государство", "body: Центр болот Союзного государства", ""),
        ("event: Форум портов", "event: Форум портов 2025 года", ""),
        # what is called an initiative here may be a body there, but a post is none
        ("initiative: Сеть портов ШОС", "body: Сеть портов ШОС", "unsure close-names"),
        ("post: Совет портов ШОС", "body: Совет портов ШОС", ""),
        # contradictions
        (
            "body: Центр ШОС по рекам | owner=state/CHN",
            "body: Центр ШОС в области рек | owner=state/RUS",
            "different different-owners",
        ),
        (
            "body: Центр ШОС по рекам | kind=body-kind/fund",
            "body: Центр ШОС в области рек | kind=body-kind/bank",
            "different different-kinds",
        ),
        (
            "event: Форум ШОС по рекам | date=2024-05-01",
            "event: Форум ШОС в области рек | date=2025",
            "different different-dates",
        ),
        (
            "event: Форум ШОС по рекам | date=2025-05-01",
            "event: Форум ШОС в области рек | date=2025-05-02",
            "same same-words",
        ),
        (
            "instrument: Заявление ШОС о реках | date=2025-05-01",
            "instrument: Заявление ШОС по рекам | date=2025-06-01",
            "different different-dates",
        ),
        (
            "instrument: Заявление ШОС о реках | symbol=A/1",
            "instrument: Заявление ШОС по рекам | symbol=A/2",
            "different different-symbols",
        ),
        # names that are not close
        ("body: Совет по рекам", "body: Совет по морям", ""),
    ],
)
def test_pairs(lexicon: Lexicon, one: str, other: str, expected: str) -> None:
    assert verdict(lexicon, one, other) == expected


def test_an_owner_above_does_not_contradict_one_below(lexicon: Lexicon) -> None:
    low, high = (
        thing(lexicon, d, f"body: Центр ШОС {w} рек | owner={o}")
        for d, w, o in (("a", "у", "body/x"), ("b", "для", "organization/y"))
    )
    low.add(replace(low.first, above=frozenset(("organization/y",))))
    found = judge(low, high)
    assert found is not None
    assert found.rule == "close-names"


def test_what_one_document_names_twice_is_left_open(lexicon: Lexicon) -> None:
    one, other = (thing(lexicon, "a", f"body: Центр ШОС {word} рек") for word in ("по вопросам", "в области"))
    found = judge(one, other)
    assert found is not None
    assert (found.decision, found.rule) == ("unsure", "both-in-one-document")
    assert found.reason[0] == "один документ называет оба: Центр ШОС по вопросам рек, Центр ШОС в области рек"
