"""Texts of several documents: which of the things they name become one, which stay apart, and what is told of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from comity.lexicon import Lexicon
from comity.matching import Decision, Judgement, Place, Profile, Resolution, known_profiles, resolve, spell
from comity.matching.resolve import told_once
from comity.model import Entity, Name, Span
from comity.pipeline import knowledge

Told = Callable[[str, str], tuple[Profile, ...]]


def known(language: str) -> Iterator[Profile]:
    return known_profiles(knowledge(language).lexicon, language)


def resolved(told_by: Told, texts: Mapping[str, str], given: Iterable[Judgement] = ()) -> Resolution:
    return resolve(in_order(each for name, text in texts.items() for each in told_by(name, f"{text}\n")), known, given)


def in_order(profiles: Iterable[Profile]) -> list[Profile]:
    return sorted(profiles, key=lambda profile: (profile.entity.identifier, profile.document))


def said(resolution: Resolution) -> list[tuple[str, str, int]]:
    """Return decision, rule and how many things each judgement is about."""
    return [(judgement.decision.value, judgement.rule, len(judgement.things)) for judgement in resolution.judgements]


CENTRE = "body/aziatskij-centr-po-izuchenie-lednik-i-reka"
OTHER_CENTRE = "body/aziatskij-centr-v-oblast-izuchenie-lednik-i-reka"
WORDED = {
    "a": "Китай предложил создать Азиатский центр по изучению ледников и рек.",
    "b": "Казахстан поддержал создание Азиатского центра в области изучения ледников и рек.",
}


def test_a_thing_under_two_names_becomes_one_and_the_words_are_told(told_by: Told) -> None:
    resolution = resolved(told_by, WORDED)
    assert said(resolution) == [("same", "same-words", 1)]
    assert resolution.replaced == {"b": {OTHER_CENTRE: CENTRE}}
    (judgement,) = resolution.judgements
    assert (judgement.things, judgement.replaced) == ((CENTRE,), (OTHER_CENTRE,))
    assert [(place.document, place.exact) for place in judgement.places] == [
        ("a", "Азиатский центр по изучению ледников и рек"),
        ("b", "Азиатского центра в области изучения ледников и рек"),
    ]
    assert judgement.reason[1].startswith("names of the same words: ")


def test_a_document_alone_is_left_as_it_is(told_by: Told) -> None:
    assert resolved(told_by, {"b": WORDED["b"]}) == Resolution((), {}, {})


def test_a_general_name_means_one_thing_only_inside_a_document(told_by: Told) -> None:
    texts = {
        "a": "Япония поддержала создание Совета по степям.",
        "b": "Италия поддержала создание Совета по степям.",
    }
    resolution = resolved(told_by, texts)
    assert said(resolution) == [("unsure", "general-name", 2)]
    assert resolution.replaced == {
        "a": {"body/sovet-po-step": "body/sovet-po-step-a"},
        "b": {"body/sovet-po-step": "body/sovet-po-step-b"},
    }


def test_a_telling_name_means_one_thing_everywhere(told_by: Told) -> None:
    texts = {
        "a": "Япония поддержала создание Трансалтайского совета.",
        "b": "Италия поддержала создание Трансалтайского совета.",
    }
    resolution = resolved(told_by, texts)
    assert said(resolution) == [("same", "same-name", 1)]
    assert resolution.replaced == {}


def profile(lexicon: Lexicon, document: str, name: str, identifier: str, **facts: Any) -> Profile:  # noqa: ANN401
    owners = frozenset(facts.pop("owners", ()))
    entity = Entity(identifier, ("Body",), (Name(name, "ru"),))
    place = Place(document, Span(0, len(name)), name)
    made = Profile(document, "ru", entity, (spell(name, "ru", lexicon),), place=place, **facts)
    return replace(made, owners=owners, above=owners, near=owners)


def test_one_name_of_two_owners_is_two_things(lexicon: Lexicon) -> None:
    ministry = ("Министерство культуры", "body/ministry")
    told = [
        profile(lexicon, "a", *ministry, owners={"state/MNG"}),
        profile(lexicon, "b", *ministry, owners={"state/KAZ"}),
        profile(lexicon, "c", *ministry, owners={"state/KAZ"}),
        profile(lexicon, "d", *ministry),
    ]
    resolution = resolve(told, lambda _: ())
    assert said(resolution) == [("different", "different-owners", 2), ("unsure", "general-name", 3)]
    assert resolution.replaced == {
        "a": {"body/ministry": "body/ministry-mng"},
        "b": {"body/ministry": "body/ministry-kaz"},
        "c": {"body/ministry": "body/ministry-kaz"},
        "d": {"body/ministry": "body/ministry-d"},
    }


def test_an_owner_is_enough_only_for_a_name_with_words_of_its_own(lexicon: Lexicon) -> None:
    for name, expected in (("Рабочая группа", "unsure"), ("Рабочая группа по рыбам", "same")):
        told = [profile(lexicon, document, name, "body/x", owners={"organization/sco"}) for document in "ab"]
        (judgement,) = resolve(told, lambda _: ()).judgements
        assert judgement.decision == expected


def test_a_short_name_that_may_be_that_of_two_things_is_left_open(lexicon: Lexicon) -> None:
    names = ("Экспертный совет", "Экспертный совет по развитию", "Экспертный совет по ИИ")
    told = [
        profile(lexicon, str(number), name, f"body/{number}", owners={"body/x"}) for number, name in enumerate(names)
    ]
    one = resolve(told[:2], lambda _: ())
    assert said(one) == [("same", "shorter-name-of-the-same-owner", 1)]
    assert one.replaced == {"0": {"body/0": "body/1"}}
    assert said(resolve(told, lambda _: ())) == [("unsure", "close-names", 2)] * 2


def test_a_name_that_several_records_have_is_left_open(lexicon: Lexicon) -> None:
    new = profile(lexicon, "a", "Сеть портов ШОС в области рек", "body/a")
    records = [
        replace(new, document="", entity=Entity(f"body/{name}", ("Body",), (), known=True), place=None)
        for name in ("one", "other")
    ]
    one = resolve([new], lambda _: records[:1])
    assert said(one) == [("same", "same-words", 1)]
    assert one.replaced == {"a": {"body/a": "body/one"}}
    assert said(resolve([new], lambda _: records)) == [("unsure", "close-names", 2)] * 2


def test_one_thing_has_one_name_however_documents_shorten_it(lexicon: Lexicon) -> None:
    told = [
        profile(lexicon, "a", "Совет ШОС по рекам", "body/x"),
        profile(lexicon, "b", "Совет Шанхайской организации сотрудничества по рекам", "body/x"),
    ]
    resolution = resolve(told, lambda _: ())
    assert said(resolution) == [("same", "same-name", 1)]
    (document,) = resolution.replaced
    assert resolution.replaced[document] == {"body/x": "body/x"}
    assert resolution.merged["body/x"].document != document


def test_what_contradicts_is_not_joined_by_a_third(lexicon: Lexicon) -> None:
    """Without an owner the third would be either of the first two, and would join them."""
    told = [
        profile(lexicon, "a", "Сеть портов ШОС в области рек", "body/a", owners={"state/MNG"}),
        profile(lexicon, "b", "Сеть портов ШОС по рекам", "body/b", owners={"state/KAZ"}),
        profile(lexicon, "c", "Сеть портов ШОС для рек", "body/c"),
    ]
    resolution = resolve(told, lambda _: ())
    assert said(resolution) == [
        ("different", "different-owners", 2),
        ("same", "same-words", 1),
        ("unsure", "same-words", 2),
    ]
    assert len(resolution.replaced) == 1


def test_names_of_one_record_are_told_as_such(told_by: Told) -> None:
    texts = {
        "a": "Китай предложил создать Глобальную организацию по сотрудничеству в области ИИ.",
        "b": "Россия поддержала создание Всемирной организации по сотрудничеству в сфере искусственного интеллекта.",
    }
    resolution = resolved(told_by, texts)
    assert said(resolution) == [("same", "names-in-the-reference-data", 1)]
    assert resolution.judgements[0].things == ("initiative/world-ai-cooperation-organization",)
    assert resolution.replaced == {}


def given(decision: Decision, *things: str) -> Judgement:
    return Judgement(decision, things, reason=("так", "so"), author="A researcher")


def test_a_person_decides_against_the_rules(told_by: Told) -> None:
    resolution = resolved(told_by, WORDED, [given(Decision.DIFFERENT, CENTRE, OTHER_CENTRE)])
    assert resolution.replaced == {}
    (judgement,) = resolution.judgements
    assert (judgement.decision, judgement.author, judgement.rule) == ("different", "A researcher", "")


def test_a_person_joins_what_the_rules_leave_open(told_by: Told) -> None:
    texts = {
        "a": "Япония поддержала создание Совета по степям.",
        "b": "Италия поддержала создание Комитета по равнинам.",
    }
    pair = ("body/komitet-po-ravnina", "body/sovet-po-step")
    assert said(resolved(told_by, texts)) == []
    resolution = resolved(told_by, texts, [given(Decision.SAME, *pair)])
    (judgement,) = resolution.judgements
    assert (judgement.decision, judgement.author, judgement.reason) == ("same", "A researcher", ("так", "so"))
    assert resolution.replaced == {"a": {"body/sovet-po-step": "body/komitet-po-ravnina"}}


def test_a_judgement_about_things_that_nobody_names_says_nothing(told_by: Told) -> None:
    assert resolved(told_by, WORDED, [given(Decision.SAME, "body/x", "body/y")]) == resolved(told_by, WORDED)


@pytest.mark.parametrize("documents", [300])
def test_many_documents_are_compared_with_few(lexicon: Lexicon, documents: int) -> None:
    """A name that all documents share, and one that each has for itself: judgements grow as the documents do."""
    told = [
        each
        for number in range(documents)
        for each in (
            profile(lexicon, f"d{number}", "Экспертный совет", "body/council"),
            profile(lexicon, f"d{number}", f"Совет ШОС по рекам № {number}", f"body/{number}"),
        )
    ]
    resolution = resolve(in_order(told), lambda _: ())
    assert len(resolution.judgements) <= 2 * documents
    assert len(resolution.judgements[-1].places) < 10


def test_several_reasons_for_one_judgement_are_told_as_one() -> None:
    """Three things that share a name with a fourth may end as two: what the pairs say of these is one judgement."""
    judgements = [
        Judgement(Decision.UNSURE, ("body/a", "body/b"), "close-names", 0.5, ("близки: A, B", "close: A, B")),
        Judgement(Decision.UNSURE, ("body/a", "body/b"), "close-names", 0.6, ("близки: A, C", "close: A, C")),
        Judgement(Decision.UNSURE, ("body/a", "body/c"), "close-names", 0.5, ("близки: A, C", "close: A, C")),
    ]
    first, second = told_once(judgements)
    assert (first.things, first.confidence) == (("body/a", "body/b"), 0.6)
    assert first.reason == ("близки: A, B; близки: A, C", "close: A, B; close: A, C")
    assert second == judgements[2]
    assert told_once([judgements[0], judgements[0]]) == (judgements[0],)
