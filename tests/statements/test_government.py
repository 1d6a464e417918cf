from collections.abc import Callable

import pytest

from comity.statements.context import Context
from comity.statements.government import Government, governor


def governed(context: Context, words: str, *through: str) -> Government | None:
    item = next(i for i in context.linked if context.reading.text(i.first, i.last) == words)
    return governor(context, item, through=frozenset(through))


@pytest.mark.parametrize(
    ("text", "verb", "carriers", "preposition"),
    [
        ("Чад поддерживает Совет по рыбам.", "поддерживает", [], ""),
        ("Чад поддерживает новый Совет по рыбам.", "поддерживает", [], ""),
        ("Чад поддерживает создание Совета по рыбам.", "поддерживает", ["создание"], ""),
        ("Чад поддерживает скорое создание нового Совета по рыбам.", "поддерживает", ["создание"], ""),
        ("Чад поддерживает усилия по созданию Совета по рыбам.", "поддерживает", ["созданию", "усилия"], ""),
        ("Чад поддерживает реки, Центр рек и Совет по рыбам.", "реки", [], ""),
        ("Чад поддерживает Центр рек и Совет по рыбам.", "поддерживает", [], ""),
        ("Чад выступает за Совет по рыбам.", "выступает", [], "за"),
        ("Чад поддерживает в Риме Совет по рыбам.", "поддерживает", [], ""),
        ("Чад поддержал 5 мая 2024 года Совет по рыбам.", "поддержал", [], ""),
        ("Чад поддерживает создание органов, таких как Совет по рыбам.", "поддерживает", ["создание"], ""),
        ("Чад поддерживает предложение Непала создать Совет по рыбам.", "поддерживает", ["предложение"], ""),
        ("Чад поддерживает критику Совета по рыбам.", "критику", [], ""),
        ("Чад поддерживает выход из Совета по рыбам.", "из", [], ""),
        ("Чад поддерживает отношения с Советом по рыбам.", "отношения", [], "с"),
    ],
)  # fmt: skip
def test_the_way_to_the_governing_word(
    context_of: Callable[[str], Context], text: str, verb: str, carriers: list[str], preposition: str
) -> None:
    context = context_of(text)
    words = next(words for words in ("Совет по рыбам", "Совета по рыбам", "Советом по рыбам") if words in text)
    way = governed(context, words)
    assert way is not None
    assert context.tokens[way.verb].text == verb
    assert [context.tokens[carrier].text for carrier in way.carriers] == carriers
    assert way.preposition == preposition


def test_further_nouns_to_go_through(context_of: Callable[[str], Context]) -> None:
    context = context_of("Чад признает необходимость Совета по рыбам.")
    stopped, passed = governed(context, "Совета по рыбам"), governed(context, "Совета по рыбам", "необходимость")
    assert stopped is not None
    assert passed is not None
    assert context.tokens[stopped.verb].text == "необходимость"
    assert context.tokens[passed.verb].text == "признает"


@pytest.mark.parametrize(
    ("text", "owner", "frame"),
    [
        ("Чад поддерживает инициативу Непала по созданию Совета по рыбам.", "state/NPL", None),
        ("Чад поддерживает непальскую инициативу создания Совета по рыбам.", "state/NPL", None),
        ("Чад поддерживает в рамках ООН создание Совета по рыбам.", None, "organization/un"),
        ("Чад поддерживает под эгидой ЮНЕСКО создание Совета по рыбам.", None, "organization/unesco"),
        ("Чад поддерживает создание Совета по рыбам.", None, None),
    ],
)
def test_the_owner_and_the_frame_on_the_way(
    context_of: Callable[[str], Context], text: str, owner: str | None, frame: str | None
) -> None:
    way = governed(context_of(text), "Совета по рыбам")
    assert way is not None
    assert (way.owner.identifier if way.owner else None) == owner
    assert (way.frame.identifier if way.frame else None) == frame


@pytest.mark.parametrize(
    "text", ["Совет по рыбам сыт.", "Создание Совета по рыбам одобрено.", "Чад рад органам, таким как Совет по рыбам."]
)
def test_a_way_that_ends_with_the_sentence(context_of: Callable[[str], Context], text: str) -> None:
    words = "Совета по рыбам" if "Совета" in text else "Совет по рыбам"
    assert governed(context_of(text), words) is None
