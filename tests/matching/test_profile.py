"""A document tells of a thing: its names, whose it is, when it was, and where it stands in the text."""

from collections.abc import Callable

from comity.lexicon import Lexicon
from comity.matching import Profile, known_profiles

TEXT = (
    "Рабочая группа по рыбам Комиссии ШОС по рекам рассмотрела доклад. "
    "Китай предложил создать Азиатский центр по изучению ледников и рек. Япония против войны.\n"
)


def test_owners_are_followed_up_to_what_is_known(told_by: Callable[[str, str], tuple[Profile, ...]]) -> None:
    told = {profile.entity.label: profile for profile in told_by("text", TEXT)}
    group = told["Рабочая группа по рыбам"]
    assert group.near == {told["Комиссия ШОС по рекам"].entity.identifier}
    assert group.owners == {"organization/sco"}
    assert "organization/sco" in group.above
    assert (group.document, group.language, group.folder) == ("text", "ru", "body")


def test_who_proposes_a_thing_tells_it_from_others(told_by: Callable[[str, str], tuple[Profile, ...]]) -> None:
    told = {profile.entity.label: profile for profile in told_by("text", TEXT)}
    assert told["Азиатский центр по изучению ледников и рек"].company == {"proposes state/CHN"}


def test_the_place_is_that_of_the_words(told_by: Callable[[str, str], tuple[Profile, ...]]) -> None:
    for profile in told_by("text", TEXT):
        assert profile.place is not None
        around = f"{profile.place.prefix}{profile.place.exact}{profile.place.suffix}"
        assert profile.place.span.of(TEXT) == profile.place.exact
        assert around in TEXT


def test_states_places_and_groups_are_not_compared(told_by: Callable[[str, str], tuple[Profile, ...]]) -> None:
    assert {profile.folder for profile in told_by("text", TEXT)} <= {"body", "organization"}


def test_of_a_known_thing_the_names_that_the_text_uses_are_told(
    told_by: Callable[[str, str], tuple[Profile, ...]],
) -> None:
    text = "Китай предложил создать Глобальную организацию по сотрудничеству в области ИИ.\n"
    (organization,) = [profile for profile in told_by("text", text) if profile.entity.known]
    assert organization.spellings[0].name.startswith("Глобальная организация")


def test_records_are_told_with_their_owners(lexicon: Lexicon) -> None:
    told = {profile.entity.identifier: profile for profile in known_profiles(lexicon, "ru")}
    council = told["body/sco-council-of-heads-of-state"]
    assert council.owners == {"organization/sco"}
    assert council.document == ""
    assert all(spelling.telling for spelling in council.spellings)
    assert not [identifier for identifier in told if identifier.startswith("state/")]
