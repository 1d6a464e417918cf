import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.linking import mint, slug
from comity.linking.identity import FOLDERS
from comity.model import Name

WORDS = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)
RUSSIAN = st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВ-«»,.0123456789", max_size=300)


@given(st.one_of(WORDS, RUSSIAN))
def test_a_slug_is_short_ascii_and_never_empty(text: str) -> None:
    found = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", found)
    assert len(found) <= 90


@given(st.one_of(WORDS, RUSSIAN))
def test_a_slug_is_stable_and_blind_to_case_and_marks(text: str) -> None:
    assert slug(text) == slug(text)
    assert slug("совет по рыбам") == slug(" Совет — по «рыбам»! ")


@given(st.lists(RUSSIAN.filter(lambda text: re.search("[а-яё]", text)), min_size=2, max_size=2, unique=True))
def test_long_texts_with_the_same_beginning_have_different_slugs(tails: list[str]) -> None:
    start = "совет по вопросам управления водными ресурсами и охраны окружающей среды в странах азии и европы "
    one, other = (slug(start + tail) for tail in tails)
    assert one != other
    assert one[:70] == other[:70]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Совет по рыбам", "sovet-po-rybam"),
        ("объединённый щит", "obedinennyj-shchit"),
        ("XXV саммит", "xxv-sammit"),
        ("Café déjà", "cafe-deja"),
        ("12-я сессия", "12-ya-sessiya"),
        ("«Мир»", "mir"),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["", "会议", "!!!"])
def test_what_has_no_letters_gets_a_hash(text: str) -> None:
    assert re.fullmatch(r"[0-9a-f]{10}", slug(text))


@pytest.mark.parametrize(
    ("type_", "symbol", "kind", "identifier", "concept"),
    [
        ("Body", None, "council", "body/sovet-po-ryba", "body-kind/council"),
        ("InformalGroup", None, "group-of-friends", "body/sovet-po-ryba", "body-kind/group-of-friends"),
        ("Organization", None, None, "organization/sovet-po-ryba", None),
        ("Event", None, "forum", "event/sovet-po-ryba", "event-kind/forum"),
        ("Initiative", None, "plan", "initiative/sovet-po-ryba", None),
        ("Treaty", None, "treaty", "instrument/sovet-po-ryba", "instrument-kind/treaty"),
        ("Resolution", "A/RES/79/325", None, "instrument/A-RES-79-325", None),
        ("Resolution", "S/RES/1267(1999)", None, "instrument/S-RES-1267-1999", None),
        ("Instrument", "A/79/L.118", None, "instrument/A-79-L.118", None),
        ("Person", None, None, "person/sovet-po-ryba", None),
    ],
)
def test_a_new_thing(type_: str, symbol: str | None, kind: str | None, identifier: str, concept: str | None) -> None:
    names = (Name("Совет по рыбам", "ru"),)
    entity = mint(type_, ("совет", "по", "рыба"), names, symbol, kind)
    assert (entity.identifier, entity.types, entity.names) == (identifier, (type_,), names)
    assert (entity.symbol, entity.kind, entity.known) == (symbol, concept, False)


def test_every_folder_is_a_part_of_an_address() -> None:
    assert all(re.fullmatch("[a-z]+", folder) for folder in FOLDERS.values())
