from datetime import date

import pytest

from comity.model import Choice, Record, RollCall, Subject
from comity.sources.akoma_ntoso import read_akoma_ntoso

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
FILE = f'<akomaNtoso xmlns="{NAMESPACE}"><statement>%s</statement></akomaNtoso>'


def record(inside: str) -> Record:
    return read_akoma_ntoso((FILE % inside).encode(), "note.xml")[1].record


def test_the_record_is_what_the_file_states(resolution: bytes) -> None:
    assert read_akoma_ntoso(resolution, "note.xml")[1].record == Record(
        genre="resolution",
        symbol="A/RES/74/999 B",
        title="Salt of the sea",
        adopted=date(2020, 6, 30),
        language="en",
        body="General Assembly",
        meeting="14th plenary meeting",
        meeting_record="A/74/PV.14",
        session="Seventy-fourth session",
        agenda_item="7 (b)",
        agenda_title="Salt of the sea",
        draft="A/74/L.2",
        report="A/74/483",
        sponsors=(
            "Fiji",
            "Guinea (on behalf of the Group of 77, and China)",
            "Iran (Islamic Republic of) and Trinidad and Tobago",
            "Nauru",
        ),
        roll_calls=(
            RollCall(Choice.FOR, ("CÔTE D'IVOIRE", "PERU"), 2),
            RollCall(Choice.AGAINST, (), 0),
        ),
        subjects=(
            Subject("sdg 5", "SDGO", "http://metadata.un.org/sdg/5"),
            Subject("civil society", "UNBIS", "http://metadata.un.org/thesaurus/1007029"),
            Subject("SALT", "UNBIS"),
        ),
    )


def test_nothing_stated_is_nothing_recorded() -> None:
    assert record("") == Record()


@pytest.mark.parametrize(
    ("inside", "day"),
    [
        ('<meta><FRBRdate date="2018-05-15" name="adoption"/></meta>', date(2018, 5, 15)),
        ('<meta><FRBRdate date="2018-05-15" name="publication"/></meta>', None),
        ('<meta><FRBRdate date="0001-01-01" name="adoption"/></meta>', None),
        ('<meta><FRBRdate date="soon" name="adoption"/></meta>', None),
        (
            '<coverPage><p><docDate date="2018-05-15" refersTo="#adoptionDate"/></p></coverPage>',
            date(2018, 5, 15),
        ),
    ],
)
def test_a_placeholder_is_no_day(inside: str, day: date | None) -> None:
    assert record(inside).adopted == day


@pytest.mark.parametrize(
    ("cover", "numbers", "symbol"),
    [
        ("S/RES/7 (2000)", [], "S/RES/7 (2000)"),
        ("A/DEC/76/402", ["76/402.", "B"], "A/DEC/76/402 B"),
        ("A/RES/74/232 B", ["74/232.", "B"], "A/RES/74/232 B"),
        ("A/RES/74/250 A-B", ["74/250."], "A/RES/74/250 A-B"),
    ],
)
def test_the_letter_of_a_part_belongs_to_the_symbol(cover: str, numbers: list[str], symbol: str) -> None:
    preface = "".join(f"<p><docNumber>{number}</docNumber></p>" for number in numbers)
    stated = (
        f'<coverPage><p><docNumber refersTo="#symbol">{cover}</docNumber></p></coverPage><preface>{preface}</preface>'
    )
    assert record(stated).symbol == symbol


def test_who_submitted_a_draft_is_kept_whole() -> None:
    by = "submitted by the Chair, Miia Rainne (Finland)"
    assert record(f'<meta><step outcome="draftDecision" by="{by}"/></meta>').sponsors == (by,)
