import pytest

from comity.model import Entity, Recorded

STATE, RESOLUTION = Entity("state/DZA", ("State",)), Entity("instrument/one", ("Resolution",))


@pytest.mark.parametrize(("place", "words"), [("//count", ""), ("count", "ALGERIA"), ("", "ALGERIA")])
def test_what_is_recorded_stands_somewhere(place: str, words: str) -> None:
    with pytest.raises(ValueError, match="stands somewhere: state/DZA votedFor"):
        Recorded(STATE, "votedFor", RESOLUTION, place, words)
