"""One pair of things: the same, different, or unsure, and why."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from sys import intern

from comity.matching.profile import Place, Profile
from comity.matching.words import Spelling
from comity.model import Name

__all__ = ["Decision", "Judgement", "Thing", "Verdict", "contradiction", "first_places", "judge", "reason"]

_YEAR = 4
_DAY = 10
_BARE = 2
_FAMILY = frozenset(("organization", "body", "initiative", "event"))
"""What one text calls an initiative may be a body or an event in another."""
_MOST_PLACES = 4
_NOTHING: frozenset[str] = frozenset()


class Decision(StrEnum):
    """The notations of the code list "judgement"."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether things are one: `things` are identifiers after all decisions, `replaced` those that gave way.

    `rule` and `confidence` are empty where `author`, a person, decided. `reason` is said in Russian and in English.
    """

    decision: Decision
    things: tuple[str, ...]
    rule: str = ""
    confidence: float = 0
    reason: tuple[str, str] = ("", "")
    places: tuple[Place, ...] = ()
    replaced: tuple[str, ...] = ()
    author: str = ""


class Thing:
    """What several documents say of what is held to be one thing; `identifier` may change while that is settled.

    `first` is what was told first, `best` what names it best, `named` the names by document, `places` the first few.
    Of all else that was told, only the facts are kept: there are many documents.
    """

    def __init__(self, identifier: str, profiles: Sequence[Profile]) -> None:
        self.identifier = identifier
        self.first = self.best = profiles[0]
        self.named: dict[str, tuple[Name, ...]] = {}
        self.places: tuple[Place, ...] = ()
        self.anchored = False
        self.spellings: dict[Spelling, None] = {}
        self._facts: dict[str, frozenset[str]] = {}
        self._names: dict[tuple[Name, ...], tuple[Name, ...]] = {}
        for profile in profiles:
            self.add(profile)

    def add(self, profile: Profile) -> None:
        """Take what one more document says into account."""
        self.best = min(self.best, profile, key=_best_named)
        self.anchored = self.anchored or profile.anchored
        if profile.document:
            names = profile.entity.names
            self.named[intern(profile.document)] = self._names.setdefault(names, names)
        if profile.place is not None:
            self.places = first_places((*self.places, profile.place))
        self.spellings |= dict.fromkeys(spelling for spelling in profile.spellings if spelling.words)
        for name in ("aliases", "owners", "above", "near", "dates", "company"):
            self._learn(name, getattr(profile, name))
        for name, value in (("symbols", profile.entity.symbol), ("kinds", profile.entity.kind)):
            if value is not None:
                self._learn(name, frozenset((value,)))

    def _learn(self, name: str, values: frozenset[str]) -> None:
        known = self[name]
        if not values <= known:
            self._facts[name] = known | values

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return all values of a fact: aliases, owners, above, near, dates, company, symbols, kinds."""
        return self._facts.get(name, _NOTHING)

    @property
    def documents(self) -> AbstractSet[str]:
        """The documents that name it."""
        return self.named.keys()

    @property
    def folder(self) -> str:
        """The folder of identifiers that the thing belongs to."""
        return self.identifier.partition("/")[0]

    @property
    def known(self) -> bool:
        """Whether the reference data describe it."""
        return self.first.entity.known

    @property
    def label(self) -> str:
        """The name it is told by."""
        return self.first.entity.label

    @property
    def telling(self) -> bool:
        """Whether a name of it, or its symbol, singles it out."""
        return bool(self["symbols"]) or any(spelling.telling for spelling in self.spellings)

    def shares(self, other: "Thing") -> AbstractSet[str]:
        """Return what two things of one general name have in common that makes them one: an owner, a day, a place.

        An owner may have many things of a name without any word of its own, such as "рабочая группа".
        """
        common = self["near"] & other["near"] | self["company"] & other["company"]
        common |= frozenset(day for day in self["dates"] & other["dates"] if len(day) > _YEAR)
        said = any(spelling.own or len(spelling.words) > _BARE for spelling in (*self.spellings, *other.spellings))
        return common if said or self.folder == "post" or len(common) > 1 else _NOTHING


def first_places(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return a few of the places where documents name a thing, by document and by where they stand in it."""
    return tuple(sorted(set(places), key=lambda place: (place.document, place.span))[:_MOST_PLACES])


def _best_named(profile: Profile) -> tuple[int, str, str]:
    return (
        -max((len(spelling.words) for spelling in profile.spellings), default=0),
        profile.entity.label,
        profile.document,
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision on a pair by a rule."""

    decision: Decision
    rule: str
    confidence: float
    reason: tuple[str, str]


_REASONS = {
    "different-symbols": ("обозначения различны: {0}", "the symbols differ: {0}"),
    "different-owners": ("принадлежат разным: {0}", "they belong to different ones: {0}"),
    "different-dates": ("даты различны: {0}", "the dates differ: {0}"),
    "different-kinds": ("виды различны: {0}", "the kinds differ: {0}"),
    "same-name": ("одно имя, и оно единственно: {0}", "one name, which singles one thing out: {0}"),
    "same-name-and-circumstances": ("одно имя и общее: {0}", "one name, and in common: {0}"),
    "same-words": ("имена из одних слов: {0}", "names of the same words: {0}"),
    "synonyms-and-circumstances": ("имена с равнозначными словами и общее: {0}", "names alike, and in common: {0}"),
    "introduced-abbreviation": ("одно вводит сокращение другого: {0}", "one introduces the other's abbreviation: {0}"),
    "shorter-name-of-the-same-owner": (
        "одно имя короче другого, и только оно у общего владельца: {0}",
        "one name is a shorter form of the other, the only one with their owner: {0}",
    ),
    "names-in-the-reference-data": ("имена одной записи справочника: {0}", "names of one reference record: {0}"),
    "general-name": ("имя слишком общее: {0}", "the name is too general: {0}"),
    "close-names": ("имена близки, других свидетельств нет: {0}", "the names are close, nothing else tells: {0}"),
    "both-in-one-document": ("один документ называет оба: {0}", "one document names both: {0}"),
}


def reason(rule: str, values: Iterable[str]) -> tuple[str, str]:
    """Return in both languages why a rule decided as it did."""
    told = ", ".join(dict.fromkeys(values))
    russian, english = _REASONS[rule]
    return russian.format(told), english.format(told)


def _verdict(decision: Decision, rule: str, confidence: float, values: Iterable[str]) -> Verdict:
    return Verdict(decision, rule, confidence, reason(rule, values))


def contradiction(one: Thing, other: Thing) -> Verdict | None:
    """Return why two things cannot be one, whatever their names."""
    owned = _apart(one["owners"], other["owners"])
    owned = owned and not one["owners"] & other["above"] and not other["owners"] & one["above"]
    for rule, fact, differ in (
        ("different-symbols", "symbols", _apart(one["symbols"], other["symbols"])),
        ("different-owners", "owners", owned),
        ("different-dates", "dates", _dates_differ(one, other)),
        ("different-kinds", "kinds", _apart(one["kinds"], other["kinds"])),
    ):
        if differ:
            return _verdict(Decision.DIFFERENT, rule, 0.9, sorted(one[fact] | other[fact]))
    return None


def _apart(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Return whether both have values and none in common."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _dates_differ(one: Thing, other: Thing) -> bool:
    """Events differ by their years, as sources differ about days; instruments by their days."""
    length = {"event": _YEAR, "instrument": _DAY}.get(one.folder)
    if length is None:
        return False
    first, second = ({day[:length] for day in thing["dates"] if len(day) >= length} for thing in (one, other))
    return _apart(first, second)


def judge(one: Thing, other: Thing) -> Verdict | None:
    """Return the verdict on two things of different names, or None if their names are not close."""
    if one.folder != other.folder and not {one.folder, other.folder} <= _FAMILY:
        return None
    names = (one.label, other.label)
    alike = any(a.alike == b.alike for a in one.spellings for b in other.spellings)
    short = _abbreviation(one, other) or _abbreviation(other, one)
    if not (alike or short or _shorter(one, other) or _shorter(other, one)):
        return None
    against = contradiction(one, other)
    if against is not None:
        return against
    if one.documents & other.documents:
        return _verdict(Decision.UNSURE, "both-in-one-document", 0.5, names)
    agreed = _agreement(one, other, short, alike=alike) if one.folder == other.folder else None
    return agreed or _verdict(Decision.UNSURE, "close-names", 0.5, names)


def _agreement(one: Thing, other: Thing, short: str, *, alike: bool) -> Verdict | None:
    if short:
        return _verdict(Decision.SAME, "introduced-abbreviation", 0.9, (short,))
    same = any(a.words == b.words for a in one.spellings for b in other.spellings)
    if same and one.telling and other.telling:
        return _verdict(Decision.SAME, "same-words", 0.9, (one.label, other.label))
    common = one.shares(other)
    if alike and common:
        return _verdict(Decision.SAME, "synonyms-and-circumstances", 0.8, sorted(common))
    owner = one["near"] & other["near"]
    wider = _shorter(one, other, generic=True) or _shorter(other, one, generic=True)
    if owner and wider and one.folder in {"body", "organization", "post"}:
        return _verdict(Decision.SAME, "shorter-name-of-the-same-owner", 0.8, sorted(owner))
    return None


def _abbreviation(one: Thing, other: Thing) -> str:
    """Return the acronym that one introduces for itself and by which alone the other is known."""
    names, own_names = ({spelling.name for spelling in thing.spellings} for thing in (other, one))
    return min((alias for alias in one["aliases"] - own_names if names == {alias}), default="")


def _shorter(one: Thing, other: Thing, *, generic: bool = False) -> bool:
    """Return whether a name of one is one of the other with words left out, but no number, and says enough by itself.

    With `generic`, only words are left out by which many things are called.
    """
    common = one["near"] & other["near"] | one["company"] & other["company"]
    return any(
        a.head == b.head
        and a.alike < b.alike
        and len(a.words) > 1
        and (common or _says_enough(a))
        and _may_lack(b.alike - a.alike, b, generic=generic)
        for a in one.spellings
        for b in other.spellings
    )


def _says_enough(name: Spelling) -> bool:
    """Return whether a name is that of few things, so that a longer one may be meant by it."""
    return name.telling or len(name.own) > 1


def _may_lack(left_out: frozenset[str], name: Spelling, *, generic: bool) -> bool:
    return not any(map(str.isdigit, left_out)) and not (generic and left_out & name.own)
