"""What the library record of a file states: names told exactly or listed, numbers as the file has them."""

import tarfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from comity.model import Choice, Entity, Record, Register, RollCall, Subject, Value
from comity.pipeline import knowledge
from comity.sources import read_source
from comity.statements import read_out, record_words

ARCHIVE = Path(__file__).parents[3] / "shared" / "corpora" / "un-akn-dev.tar.xz"
OWN = Entity("instrument/A-RES-74-999", ("Resolution",), symbol="A/RES/74/999")
EVERY = 25
"""One file of so many is read: those of every body and of every year among them."""


def read(record: Record) -> Register:
    known = knowledge("en")
    return read_out(record, OWN, known.lexicon, known.spellings, known.record)


def told(register: Register) -> list[str]:
    return [
        f"{r.subject.identifier} {r.predicate} {r.object.text if isinstance(r.object, Value) else r.object.identifier}"
        for r in register.recorded
    ]


def sponsors(*texts: str) -> tuple[list[str], tuple[str, ...]]:
    register = read(Record(sponsors=texts))
    return [r.subject.identifier.partition("/")[2] for r in register.recorded], register.unresolved


@pytest.mark.parametrize(
    ("texts", "named", "unresolved"),
    [
        (("Fiji", "Peru"), ["FJI", "PER"], ()),
        (("Fiji", "Oman and Peru"), ["FJI", "OMN", "PER"], ()),
        (("Suriname and Trinidad and Tobago",), ["SUR", "TTO"], ()),
        (("Antigua and Barbuda and Oman",), ["ATG", "OMN"], ()),
        (("Saint Vincent and the Grenadines and Trinidad and Tobago",), ["VCT", "TTO"], ()),
        (("Oman and Peru and Qatar",), ["OMN", "PER", "QAT"], ()),
        (("Saint Lucia,Saudi Arabia",), ["LCA", "SAU"], ()),
        (("and Venezuela (Bolivarian Republic of)",), ["VEN"], ()),
        (("Yemen and State of Palestine",), ["YEM", "PSE"], ()),
        (
            ("Guyana (on behalf of the States Members that are members of the Group of 77 and China)",),
            ["GUY", "g77"],
            (),
        ),
        (("Egypt (on behalf of the Group of Salt) and Peru",), ["EGY", "PER"], ("the Group of Salt",)),
        (("submitted by the President of the General Assembly",), ["un-general-assembly-president"], ()),
        (("submitted by the Committee on Information",), ["un-committee-on-information"], ()),
        (("submitted by the Chair of the Committee",), [], ("submitted by the Chair of the Committee",)),
        # The bureau puts it forward, not the state whose delegate speaks for it.
        (
            ("introduced in the Committee by the representative of Brazil on behalf of the Bureau",),
            [],
            ("introduced in the Committee by the representative of Brazil on behalf of the Bureau",),
        ),
        (("Chile France",), [], ("Chile France",)),
        (("Fiji and Atlantis", "Fiji"), ["FJI"], ("Fiji and Atlantis",)),
        ((), [], ()),
    ],
)
def test_sponsors(texts: tuple[str, ...], named: list[str], unresolved: tuple[str, ...]) -> None:
    assert sponsors(*texts) == (named, unresolved)


def test_a_roll_call_keeps_its_number_and_lists_what_it_cannot_tell() -> None:
    calls = (RollCall(Choice.FOR, ("PERU", "D'IVOIRE"), 3), RollCall(Choice.ABSTAINING, ("OMAN",)))
    register = read(Record(adopted=date(2020, 6, 30), roll_calls=calls))
    assert told(register) == [
        "state/PER votedFor instrument/A-RES-74-999",
        "state/OMN abstainedOn instrument/A-RES-74-999",
    ]
    first, second = register.rolls
    assert (first.count, [v.identifier for v in first.voters], first.unresolved) == (3, ["state/PER"], ("D'IVOIRE",))
    assert (second.count, second.unresolved, second.day) == (None, (), date(2020, 6, 30))


def test_who_is_in_no_list_is_not_told_of() -> None:
    register = read(Record(roll_calls=(RollCall(Choice.AGAINST, ("PERU",), 1),)))
    assert told(register) == ["state/PER votedAgainst instrument/A-RES-74-999"]
    assert read(Record()) == Register()


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            Record(
                body="General Assembly",
                meeting="49th plenary meeting",
                meeting_record="A/76/PV.49",
                session="Seventy-sixth session",
            ),
            ["instrument/A-RES-74-999 adoptedAt event/a-76-pv-49", "event/a-76-pv-49 partOf event/unga-76"],
        ),
        (
            Record(meeting="6324th meeting", meeting_record="S/PV.6324"),
            ["instrument/A-RES-74-999 adoptedAt event/s-pv-6324"],
        ),
        (Record(meeting_record="S/PV.6324"), ["instrument/A-RES-74-999 adoptedAt event/s-pv-6324"]),
        # A number alone tells no meeting from those of other sessions.
        (Record(meeting="46th meeting"), []),
        (
            Record(draft="A/C.1/76/L.20", agenda_item="100 (e)"),
            [
                "instrument/A-C.1-76-L.20 symbol A/C.1/76/L.20",
                "instrument/A-C.1-76-L.20 draftOf instrument/A-RES-74-999",
                "instrument/A-RES-74-999 agendaItem 100 (e)",
            ],
        ),
        (Record(draft="see the report"), []),
    ],
)
def test_meeting_draft_and_agenda(record: Record, expected: list[str]) -> None:
    assert told(read(record)) == expected


def test_meetings_of_one_number_in_two_sessions_are_two() -> None:
    records = [
        Record(body="Human Rights Council", meeting="46th meeting", session=f"{n} session") for n in ("One", "Two")
    ]
    meetings = {r.object for record in records for r in read(record).recorded if r.predicate == "adoptedAt"}
    assert len(meetings) == len({m.label for m in meetings if isinstance(m, Entity)}) == 2


def test_subjects_are_handed_on() -> None:
    subjects = (Subject("ocean", "EuroVoc", "http://eurovoc.europa.eu/2107"),)
    assert read(Record(subjects=subjects)).subjects == subjects


@pytest.mark.parametrize("language", ["ru", "en"])
def test_both_languages_have_their_words(language: str) -> None:
    words = record_words(language)
    assert words.language == language
    assert "{session}" in words.session
    assert "{body}" in words.session
    assert "{mark}" in words.meeting


def files() -> Iterator[tuple[str, bytes]]:
    if not ARCHIVE.is_file():
        pytest.skip(f"{ARCHIVE} is not there")
    with tarfile.open(ARCHIVE) as archive:
        members = sorted((m for m in archive if m.name.endswith(".xml")), key=lambda member: member.name)
        for member in members[::EVERY]:
            stream = archive.extractfile(member)
            assert stream is not None
            yield member.name, stream.read()


@pytest.fixture(scope="module")
def corpus() -> dict[str, tuple[bytes, Record, Register]]:
    """A sample of real files, each with its record and what was read out of it."""
    known = knowledge("en")
    found = {}
    for name, data in files():
        markup = read_source(data, Path(name).stem, name=name).markup
        assert markup is not None
        register = read_out(markup.record, OWN, known.lexicon, known.spellings, known.record)
        found[name] = (data, markup.record, register)
    assert len(found) >= 90
    return found


def test_roll_calls_of_real_files_add_up(corpus: dict[str, tuple[bytes, Record, Register]]) -> None:
    calls = [(name, call) for name, (_, _, register) in corpus.items() for call in register.rolls]
    assert len(calls) >= 50
    assert [name for name, call in calls if call.count != len(call.voters) + len(call.unresolved)] == []
    assert sum(len(call.voters) for _, call in calls) >= 2000
    assert {name for _, call in calls for name in call.unresolved} == set()


def test_nearly_all_sponsors_of_real_files_are_told(corpus: dict[str, tuple[bytes, Record, Register]]) -> None:
    named = Counter(r.predicate for _, _, register in corpus.values() for r in register.recorded)
    left = [text for _, _, register in corpus.values() for text in register.unresolved]
    # An office or a bureau, which the record does not name as an actor; the others are slips of the pen.
    slips = [text for text in left if not text.startswith(("submitted by ", "introduced in "))]
    assert named["sponsors"] >= 1000
    assert len(slips) / named["sponsors"] < 0.005


def test_words_stand_in_real_files_where_they_are_said_to(corpus: dict[str, tuple[bytes, Record, Register]]) -> None:
    astray = []
    for name, (data, _, register) in corpus.items():
        tree = etree.fromstring(data)
        for place, words in {(r.place, r.words) for r in register.recorded}:
            values = tree.xpath(place)
            texts = [" ".join((v if isinstance(v, str) else "".join(v.itertext())).split()) for v in values]
            if not any(words in text for text in texts):
                astray.append((name, place))
    assert astray == []


def test_other_languages_have_the_words_of_english() -> None:
    assert record_words("zh").session == record_words("en").session
    assert record_words("ru").session != record_words("en").session
