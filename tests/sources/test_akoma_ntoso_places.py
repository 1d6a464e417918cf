"""The places of a record's words are XPath that a processor finds them by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from comity.model import Choice
from comity.sources.akoma_ntoso_places import place_of, place_of_vote

FILE = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un">
<statement><meta><workflow>
  <step outcome="draftResolution" as="A/74/L.2" by="Fiji,  Guinea and Peru"/>
  <step outcome="draftResolutionAdditionalSponsors" by="Nauru"/>
  <step outcome="adopted" as="A/74/PV.14" by="Fiji"/></workflow>
  <voting><count refersTo="inFavour"><akn4un:voters>
    <organization>CÔTE D'IVOIRE</organization><organization> PERU </organization></akn4un:voters></count>
  <count refersTo="#against"><akn4un:voters><organization>NAURU</organization></akn4un:voters></count></voting></meta>
<coverPage><p><session>Seventy-fourth session</session>
  <inline name="agenda item">Agenda item 7 (b)</inline></p></coverPage>
<conclusions><p><inline name="adoptionMeeting">5th plenary meeting</inline></p></conclusions>
</statement></akomaNtoso>"""


def found(place: str) -> list[str]:
    values = etree.fromstring(FILE).xpath(place)
    texts = (value if isinstance(value, str) else "".join(value.itertext()) for value in values)
    return [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize(
    ("part", "words", "expected"),
    [
        ("sponsors", "Guinea and Peru", ["Fiji, Guinea and Peru"]),
        ("sponsors", "Fiji", ["Fiji, Guinea and Peru"]),
        ("sponsors", "Nauru", ["Nauru"]),
        ("sponsors", "Oman", []),
        ("draft", "A/74/L.2", ["A/74/L.2"]),
        ("agenda_item", "7 (b)", ["Agenda item 7 (b)"]),
        ("meeting", "5th plenary meeting", ["5th plenary meeting"]),
        ("meeting_record", "A/74/PV.14", ["A/74/PV.14"]),
        ("session", "Seventy-fourth session", ["Seventy-fourth session"]),
    ],
)
def test_the_place_of_a_part_of_the_record(part: str, words: str, expected: list[str]) -> None:
    assert found(place_of(part, words)) == expected


@pytest.mark.parametrize(
    ("choice", "voter", "expected"),
    [
        (Choice.FOR, "CÔTE D'IVOIRE", ["CÔTE D'IVOIRE"]),
        (Choice.FOR, "PERU", ["PERU"]),
        (Choice.FOR, "NAURU", []),
        (Choice.AGAINST, "NAURU", ["NAURU"]),
        (Choice.ABSTAINING, "NAURU", []),
    ],
)
def test_the_place_of_a_vote(choice: Choice, voter: str, expected: list[str]) -> None:
    assert found(place_of_vote(choice, voter)) == expected


@given(st.text(st.sampled_from("ab'\" "), min_size=1))
def test_any_words_are_quoted(words: str) -> None:
    file = etree.Element("file")
    etree.SubElement(file, "count", refersTo="against").append(voter := etree.Element("organization"))
    voter.text = name = " ".join(words.split())
    assert file.getroottree().xpath(place_of_vote(Choice.AGAINST, name)) == [voter]
