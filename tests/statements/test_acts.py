from collections.abc import Callable

import pytest

from comity.model import Statement

Said = Callable[..., list[tuple[str, str, str]]]
Statements = Callable[..., tuple[Statement, ...]]

FISH = "body/sovet-po-ryba"


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("поддерживает создание", "supports"),
        ("поддержал создание", "supports"),
        ("поощряет работу", "supports"),
        ("содействует созданию", "supports"),
        ("приветствует создание", "welcomes"),
        ("одобряет создание", "endorses"),
        ("одобрил создание", "endorses"),
        ("выступает за создание", "calls-for"),
        ("выступил за скорейшее создание", "calls-for"),
        ("признает необходимость создания", "recognises-need"),
        ("подчеркнул целесообразность создания", "recognises-need"),
        ("выразил готовность к участию в работе", "expresses-readiness"),
        ("подтвердил заинтересованность в создании", "expresses-readiness"),
        ("отвергает создание", "objects"),
        ("осудил создание", "objects"),
    ],
)
def test_stances(statements_of: Statements, verb: str, kind: str) -> None:
    found = [s for s in statements_of(f"Чад {verb} Совета по рыбам.") if s.predicate in {"supports", "objectsTo"}]
    assert [(s.subject.identifier, s.kind) for s in found] == [("state/TCD", kind)]
    assert [s.predicate for s in found] == ["objectsTo" if kind == "objects" else "supports"]


@pytest.mark.parametrize(
    "clause",
    [
        "принимает к сведению создание Совета по рыбам",
        "отмечает создание Совета по рыбам",
        "признает создание Совета по рыбам",
        "выступает на сессии Совета по рыбам",
        "выразил сожаление о создании Совета по рыбам",
        "не поддерживает создание Совета по рыбам",
        "не приветствует создание Совета по рыбам",
        "не выступает за создание Совета по рыбам",
        "никогда не одобрял создание Совета по рыбам",
        "отметил потенциал Совета по рыбам",
        "поддерживает соседей Совета по рыбам",
        "поддержан Советом по рыбам",
        "рад, поддерживаемый Советом по рыбам",
    ],
)
def test_what_is_no_stance(said: Said, clause: str) -> None:
    assert said(f"Чад {clause}.", "supports", "objectsTo") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Чад предложил создать Совет по рыбам.", ["state/TCD"]),
        ("Чад предлагает учредить Совет по рыбам.", ["state/TCD"]),
        ("Чад предложил в Риме 5 мая 2024 года создать Совет по рыбам.", ["state/TCD"]),
        ("Чад и Непал предложили создать Совет по рыбам.", ["state/TCD", "state/NPL"]),
        ("Чад выдвинул инициативу создания Совета по рыбам.", ["state/TCD"]),
        ("Чад выступил с инициативой создания Совета по рыбам.", ["state/TCD"]),
        ("Чад выступил с предложением учредить Совет по рыбам.", ["state/TCD"]),
        ("Изучена инициатива Чада по созданию Совета по рыбам.", ["state/TCD"]),
        ("Изучено предложение Чада учредить Совет по рыбам.", ["state/TCD"]),
        ("Чад не предлагает создать Совет по рыбам.", []),
        ("Чад предложил чай и ждет, что создадут Совет по рыбам.", []),
        ("Чад создал Совет по рыбам.", []),
        ("Изучена инициатива соседей по созданию Совета по рыбам.", []),
    ],
)
def test_proposals(said: Said, text: str, expected: list[str]) -> None:
    assert said(text, "proposes") == [(actor, "proposes", FISH) for actor in expected]


def resolution(paragraph: str) -> str:
    return f"80/7. О тишине\n\nГенеральная Ассамблея,\n\n1. {paragraph}."


@pytest.mark.parametrize(
    ("paragraph", "status", "modality"),
    [
        ("учреждает Совет по рыбам", "established", "asserted"),
        ("создает Совет по рыбам", "established", "asserted"),
        ("постановляет учредить Совет по рыбам", "established", "asserted"),
        ("планирует учредить Совет по рыбам", "planned", "planned"),
    ],
)
def test_foundations(statements_of: Statements, paragraph: str, status: str, modality: str) -> None:
    found = [s for s in statements_of(resolution(paragraph)) if s.rule in {"founding-verb", f"status-{status}"}]
    assert [(s.subject.identifier, s.predicate, s.modality) for s in found] == [
        ("instrument/A-RES-80-7", "establishes", modality),
        (FISH, "status", "asserted"),
    ]
    assert [detail for s in found if s.predicate == "establishes" for detail, _ in s.details] == ["provision"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "не учреждает Совет по рыбам",
        "постановляет не учреждать Совет по рыбам",
        "предлагает учредить Совет по рыбам",
        "рада, что создан Совет по рыбам",
        "рада учрежденному Совету по рыбам",
        "рада конференции, которая учреждает Совет по рыбам",
        "изучит создание Совета по рыбам",
        "учреждает день рыбы",
        "принимает Декларацию о рыбах",
    ],
)
def test_what_founds_nothing(said: Said, paragraph: str) -> None:
    assert said(resolution(paragraph), "establishes") == []


def test_a_relative_clause_is_about_the_instrument_before_it(said: Said) -> None:
    text = "Ассамблея приняла Декларацию о рыбах, которая учреждает Совет по рыбам."
    assert said(text, "establishes") == [("instrument/deklaraciya-o-ryba", "establishes", FISH)]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("создание Совета по рыбам", [("state/TCD", "proposes", FISH)]),
        ("поддержка Совета по рыбам", [("state/TCD", "supports", FISH)]),
        ("развитие Совета по рыбам", []),
        ("отказ от Совета по рыбам", []),
        ("скорое создание Совета по рыбам", []),
    ],
)
def test_items_under_initiatives(said: Said, item: str, expected: list[tuple[str, str, str]]) -> None:
    text = f"РИМ, 5 мая. /ТАСС/. Чад рад.\n\nИнициативы Чада:\n\n- {item};\n- дружба."
    assert said(text, "proposes", "supports") == expected


@pytest.mark.parametrize("lead", ["Итоги Чада:", "Страхи Чада:", "Инициативы соседей:"])
def test_items_under_something_else(said: Said, lead: str) -> None:
    text = f"РИМ, 5 мая. /ТАСС/. Чад рад.\n\n{lead}\n\n- создание Совета по рыбам;\n- дружба."
    assert said(text, "proposes", "supports") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Изучена Глобальная инициатива по тишине.", []),
        ("Чад выдвинул Глобальную инициативу по тишине.", ["proposed"]),
        ("Чад выступил с Глобальной инициативой по тишине.", ["proposed"]),
        ("Чад предложил отложить Глобальную инициативу по тишине.", []),
        ("Чад поддерживает Глобальную инициативу по тишине.", ["endorsed"]),
        ("Чад не поддерживает Глобальную инициативу по тишине.", []),
    ],
)
def test_the_status_of_a_named_initiative(said: Said, text: str, status: list[str]) -> None:
    named = "initiative/globalnyj-iniciativa-po-tishina"
    assert said(text, "status") == [(named, "status", f"initiative-status/{value}") for value in status]


def test_a_thing_has_its_furthest_status(said: Said) -> None:
    text = "Чад предложил создать Совет по рыбам. Непал поддерживает создание Совета по рыбам."
    assert said(text, "status") == [(FISH, "status", "initiative-status/endorsed")]


# Acts that are read wrongly.
@pytest.mark.parametrize(
    "text",
    [
        "Чад отказался поддержать создание Совета по рыбам.",
        "Чад не готов поддержать создание Совета по рыбам.",
        "Чад не намерен поддерживать создание Совета по рыбам.",
        "Чад не станет поддерживать создание Совета по рыбам.",
        "Чад не может поддержать создание Совета по рыбам.",
        "Чад вряд ли поддержит создание Совета по рыбам.",
        "Чад якобы поддержал создание Совета по рыбам.",
        "Чад перестал поддерживать создание Совета по рыбам.",
        "Чад хотел поддержать создание Совета по рыбам.",
        "Чад должен поддержать создание Совета по рыбам.",
        "Если Чад поддержит создание Совета по рыбам, рыба рада.",
        "Чад мог бы поддержать создание Совета по рыбам.",
        "Газета отрицает, что Чад поддерживает создание Совета по рыбам.",
    ],
)
def test_refusal_condition_and_doubt_are_no_support(said: Said, text: str) -> None:
    assert said(text, "supports") == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "не намерена учреждать Совет по рыбам",
        "не планирует создавать Совет по рыбам",
        "призывает государства учредить Совет по рыбам",
        "рекомендует Комитету по рекам учредить Совет по рыбам",
        "просит Индию учредить Совет по рыбам",
    ],
)
def test_what_is_denied_or_asked_of_others_is_not_founded(said: Said, paragraph: str) -> None:
    assert said(resolution(paragraph), "establishes") == []


def test_the_place_of_a_proposal_is_not_proposed(said: Said) -> None:
    text = "Чад предложил создать Совет по рыбам на Третьем форуме по рекам."
    assert [row[2] for row in said(text, "proposes")] == [FISH]


def test_expressed_support_is_support(statements_of: Statements) -> None:
    found = statements_of("Чад выразил поддержку Совету по рыбам.")
    assert [s.kind for s in found if s.predicate == "supports"] == ["supports"]
