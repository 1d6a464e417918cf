"""Members of one organisation and of another are two kinds of actors."""

from collections.abc import Callable

import pytest

from comity.linking import owned_group
from comity.model import Entity, Link, Name, NameKind

OPENING = "80/7. О тишине\n\nГенеральная Ассамблея,\n\n1. призывает {} молчать."
Links = Callable[[str], list[tuple[str, Link]]]

LEAGUE = Entity(
    "organization/league",
    ("InternationalOrganization",),
    (Name("Лига степей", "ru"), Name("ЛС", "ru", NameKind.ALTERNATIVE), Name("LS", "en", NameKind.ALTERNATIVE)),
)


def test_the_group_is_called_by_the_acronym_of_its_organisation() -> None:
    group = owned_group("государства-члены", LEAGUE, "ru")
    assert (group.label, group.types) == ("государства-члены ЛС", ("StakeholderGroup",))
    assert owned_group("государства-члены", LEAGUE, "fr").label == "государства-члены (Лига степей)"
    assert owned_group("member states", LEAGUE, "en").identifier != group.identifier


@pytest.mark.parametrize(
    ("addressees", "label"),
    [
        ("государства-члены", "государства-члены ООН"),
        ("государства – члены Шанхайской организации сотрудничества", "государства-члены ШОС"),
        ("государства – члены ШОС", "государства-члены ШОС"),
        ("государства-участники", "государства-участники"),
        ("государства", "государства"),
    ],
)
def test_whose_members_are_asked(links_of: Links, addressees: str, label: str) -> None:
    links = [link for _, link in links_of(OPENING.format(addressees)) if link.mention.type == "StakeholderGroup"]
    assert [link.entity.label for link in links if link.entity] == [label]


def test_in_a_report_the_members_are_anybodys(links_of: Links) -> None:
    links = [link for _, link in links_of("Государства-члены молчат.") if link.mention.type == "StakeholderGroup"]
    assert [link.entity.label for link in links if link.entity] == ["государства-члены"]
