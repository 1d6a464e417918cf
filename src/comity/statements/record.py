"""What the library record of a file states of its instrument: sponsors, votes, draft, meeting, agenda item.

The record names actors in its own way, and only names that are exactly one actor's are told; the others are listed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from comity import resources
from comity.errors import LanguageDataError
from comity.lexicon import Lexicon, Spellings
from comity.lexicon.series import full_symbol
from comity.linking.identity import mint
from comity.model import Choice, Entity, Name, Record, Recorded, Register, Roll, RollCall, Value
from comity.sources.akoma_ntoso_places import place_of, place_of_vote

__all__ = ["RecordWords", "read_out", "record_words"]

_VOTES = {Choice.FOR: "votedFor", Choice.AGAINST: "votedAgainst", Choice.ABSTAINING: "abstainedOn"}
_LANGUAGES = frozenset({"ru", "en"})
_Named = tuple[tuple[Entity | None, str], ...]


@dataclass(frozen=True, slots=True)
class RecordWords:
    """How records in one language word sponsors and sessions, from `data/language/<language>/record.toml`."""

    language: str
    article: str
    conjunction: str
    behalf: str
    members: str
    submitted: str
    session: str
    meeting: str


@cache
def record_words(language: str) -> RecordWords:
    """Return how records in a language are worded; one without data of its own has the words of English.

    Raises:
        LanguageDataError: the file lacks a key.
    """
    file = f"data/language/{language if language in _LANGUAGES else 'en'}/record.toml"
    table = resources.table(file)
    try:
        names = table.pop("names")
        return RecordWords(language, **table, **names)
    except (KeyError, TypeError) as error:
        raise LanguageDataError(f"{file}: {error}") from error


def read_out(record: Record, own: Entity, lexicon: Lexicon, names: Spellings, words: RecordWords) -> Register:
    """Return what a record states of its instrument, its names told whose they are."""
    sponsors = [each for text in record.sponsors for each in _sponsors(text, names, words) or ((None, text),)]
    rolls = tuple(_roll(call, record, names) for call in record.roll_calls)
    recorded = (
        *_sponsorship(sponsors, own),
        *(one for call in record.roll_calls for one in _votes(call, own, names)),
        *_passage(record, own, words),
        *_meeting(record, own, lexicon, words),
    )
    unresolved = tuple(dict.fromkeys(text for entity, text in sponsors if entity is None))
    return Register(tuple(dict.fromkeys(recorded)), rolls, unresolved, record.subjects)


def _sponsors(text: str, names: Spellings, words: RecordWords) -> _Named | None:
    """Return whom a piece of the list of sponsors names: one actor, several, one on behalf of a group; None if nobody.

    A group that is not known is told as such, beside the actor that is.
    """
    found = names.named(text)
    if found is not None:
        return ((found, text),)
    speaking = re.fullmatch(rf"(?P<actor>.+?) \({words.behalf} (?P<group>.+)\)", text)
    if speaking:
        actor = _sponsors(speaking["actor"], names, words)
        group = speaking["group"].rpartition(f"{words.members} ")[2]
        return actor and (*actor, (names.named(group), group))
    opening, _, rest = text.partition(f"{words.submitted} ")
    if not opening and rest:
        body = names.named(rest)
        return ((body, rest),) if body else None
    return _several(text, names, words)


def _several(text: str, names: Spellings, words: RecordWords) -> _Named | None:
    """Return whom "Antigua and Barbuda and Oman" names: the only way to part it so that every part is a name."""
    found: set[_Named] = set()
    for conjunction in re.finditer(rf"(?:^| ){words.conjunction} |,", text):
        before = _sponsors(text[: conjunction.start()], names, words) if conjunction.start() else ()
        after = _sponsors(text[conjunction.end() :], names, words) if before is not None else None
        if before is not None and after is not None:
            found.add((*before, *after))
    return found.pop() if len(found) == 1 else None


def _sponsorship(sponsors: Iterable[tuple[Entity | None, str]], own: Entity) -> Iterator[Recorded]:
    for entity, text in sponsors:
        if entity is not None:
            yield Recorded(entity, "sponsors", own, place_of("sponsors", text), text)


def _roll(call: RollCall, record: Record, names: Spellings) -> Roll:
    voters = [(names.named(text), text) for text in call.voters]
    known = dict.fromkeys(entity for entity, _ in voters if entity is not None)
    return Roll(
        call.choice, tuple(known), tuple(text for entity, text in voters if entity is None), call.count, record.adopted
    )


def _votes(call: RollCall, own: Entity, names: Spellings) -> Iterator[Recorded]:
    for text in call.voters:
        voter = names.named(text)
        if voter is not None:
            yield Recorded(voter, _VOTES[call.choice], own, place_of_vote(call.choice, text), text)


def _passage(record: Record, own: Entity, words: RecordWords) -> Iterator[Recorded]:
    """The draft that became the instrument, and the item of the agenda under which it was adopted."""
    if record.draft and full_symbol().fullmatch(record.draft):
        place = place_of("draft", record.draft)
        draft = mint("Instrument", (), (Name(record.draft, words.language),), record.draft)
        yield Recorded(draft, "symbol", Value(record.draft), place, record.draft)
        yield Recorded(draft, "draftOf", own, place, record.draft)
    if record.agenda_item:
        item = record.agenda_item
        yield Recorded(own, "agendaItem", Value(item), place_of("agenda_item", item), item)


def _meeting(record: Record, own: Entity, lexicon: Lexicon, words: RecordWords) -> Iterator[Recorded]:
    """The meeting, told from others by the symbol of its verbatim record or by its session, and the session."""
    session = _session(record, lexicon, words)
    mark = record.meeting_record or (session.label if session else None)
    part = "meeting" if record.meeting else "meeting_record"
    told = record.meeting or record.meeting_record
    if not mark or not told:
        return
    label = words.meeting.format(meeting=record.meeting, mark=mark) if record.meeting else told
    key = (record.meeting_record,) if record.meeting_record else (record.meeting or "", mark)
    meeting = mint("Event", key, (Name(label, words.language),), kind="meeting")
    yield Recorded(own, "adoptedAt", meeting, place_of(part, told), told)
    if session is not None and record.session:
        yield Recorded(meeting, "partOf", session, place_of("session", record.session), record.session)


def _session(record: Record, lexicon: Lexicon, words: RecordWords) -> Entity | None:
    if not record.session or not record.body:
        return None
    label = words.session.format(session=record.session, body=record.body)
    known = lexicon.named(label)
    return known or mint("Event", lexicon.key(label), (Name(label, words.language),), kind="session")
