import pytest

from comity.model import Entity, Name, NameKind

NAMES = (
    Name("ШОС", "ru", NameKind.ALTERNATIVE),
    Name("Шанхайская организация сотрудничества", "ru"),
    Name("Shanghai Cooperation Organisation", "en"),
)


@pytest.mark.parametrize("identifier", ["", "KAZ", "state/", "/KAZ", "/"])
def test_an_identifier_without_folder_or_slug_is_refused(identifier: str) -> None:
    with pytest.raises(ValueError, match="needs a path such as 'state/KAZ'"):
        Entity(identifier, ("State",))


def test_an_entity_without_a_type_is_refused() -> None:
    with pytest.raises(ValueError, match="state/KAZ"):
        Entity("state/KAZ", ())


@pytest.mark.parametrize(
    ("entity", "label"),
    [
        (Entity("organization/sco", ("Organization",), NAMES), "Шанхайская организация сотрудничества"),
        (Entity("organization/sco", ("Organization",), NAMES[:1]), "organization/sco"),
        (Entity("instrument/A-RES-79-1", ("Resolution",), symbol="A/RES/79/1"), "A/RES/79/1"),
        (Entity("provision/A-RES-79-1/4g", ("Provision",)), "provision/A-RES-79-1/4g"),
    ],
)
def test_the_label_is_the_preferred_name_then_the_symbol_then_the_identifier(entity: Entity, label: str) -> None:
    assert entity.label == label


def test_only_stated_types_count() -> None:
    entity = Entity("organization/sco", ("InternationalOrganization", "Body"))
    assert entity.is_a("State", "Body")
    assert not entity.is_a("Organization")
    assert not entity.is_a()
