"""Names as lists write them are told, and only where they are one actor's."""

import pytest

from comity.graph import reference_entries, reference_triples
from comity.lexicon import Entry, Spellings
from comity.model import Entity, Name


@pytest.fixture(scope="module")
def english() -> Spellings:
    return Spellings(reference_entries(reference_triples()), "en", "the")


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("China", "state/CHN"),
        ("RUSSIAN FEDERATION", "state/RUS"),
        ("UNITED KINGDOM", "state/GBR"),
        ("United States of America.", "state/USA"),
        ("COTE D'IVOIRE", "state/CIV"),
        ("Côte d’Ivoire", "state/CIV"),
        ("TÜRKİYE", "state/TUR"),
        ("TURKEY", "state/TUR"),
        ("the Gambia", "state/GMB"),
        ("Iran (Islamic Republic of)", "state/IRN"),
        ("BOLIVIA (PLURINATIONAL STATE OF)", "state/BOL"),
        ("MICRONESIA (FEDERATED STATES OF)", "state/FSM"),
        ("Netherlands (Kingdom of the)", "state/NLD"),
        ("CONGO", "state/COG"),
        ("Democratic Republic of the Congo", "state/COD"),
        ("DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA", "state/PRK"),
        ("LIBYAN ARAB JAMAHIRIYA", "state/LBY"),
        ("the former Yugoslav Republic of Macedonia", "state/MKD"),
        ("Group of 77 and China", "organization/g77"),
        ("Organization of Islamic Cooperation", "organization/oic"),
        ("President of the General Assembly", "post/un-general-assembly-president"),
        ("CHILEs", None),
        ("D'IVOIRE", None),
        ("Chair of the Committee", None),
        ("Trinidad", None),
        ("China and India", None),
        ("", None),
    ],
)
def test_a_name_that_stands_alone(english: Spellings, name: str, identifier: str | None) -> None:
    found = english.named(name)
    assert (found and found.identifier) == identifier


def entry(identifier: str, type_: str, *names: str) -> Entry:
    return Entry(Entity(identifier, (type_,), tuple(Name(name, "en") for name in names), known=True))


def test_a_name_of_two_is_nobodys() -> None:
    names = Spellings([entry("body/one", "Body", "Council"), entry("body/two", "Body", "COUNCIL", "Second")], "en")
    assert names.named("council") is None
    assert names.named("second") == Entity(
        "body/two", ("Body",), (Name("COUNCIL", "en"), Name("Second", "en")), known=True
    )


def test_a_name_that_reads_two_ways_when_turned_about_is_nobodys() -> None:
    both = [entry("state/ONE", "State", "Salt (Sea of)"), entry("state/TWO", "State", "Sea of Salt")]
    assert Spellings(both, "en").named("Salt (Sea of)") is None


def test_only_actors_in_the_language_are_asked() -> None:
    names = Spellings([entry("place/geneva", "Place", "Geneva"), entry("state/ONE", "State", "One")], "en")
    assert names.named("Geneva") is None
    assert Spellings([entry("state/ONE", "State", "One")], "ru").named("One") is None
