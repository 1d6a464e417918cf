"""All things of all documents: which are one, which only share a name, and what is left open.

First, what documents call by one name is taken apart where facts contradict each other or where the name is too general
to mean one thing. Then things of close names are compared, and those that are the same become one. Nothing here depends
on the order of the documents, and the cost is near to linear in what they name.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations, groupby, islice, pairwise

from comity.linking import slug
from comity.matching.judge import Decision, Judgement, Thing, Verdict, contradiction, first_places, judge, reason
from comity.matching.profile import Place, Profile

__all__ = ["Resolution", "resolve", "told_once"]

_MOST_COMPARED = 12
"""A word by which more things are called does not bring them together; of one name, this many are compared in pairs."""

_NAMED = frozenset(("organization", "body", "initiative", "event", "instrument"))
"""Of posts and persons it is no news that they have several names."""
_OF_ONE_ONLY = frozenset(("introduced-abbreviation", "shorter-name-of-the-same-owner"))
_Pair = tuple[Thing, Thing, Verdict]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The judgements; by document the identifiers that are to be changed, or whose name is, and into what.

    `merged` tells by the new identifier how the thing is named best.
    """

    judgements: tuple[Judgement, ...]
    replaced: Mapping[str, Mapping[str, str]]
    merged: Mapping[str, Profile]


def resolve(
    profiles: Iterable[Profile], known: Callable[[str], Iterable[Profile]], given: Iterable[Judgement] = ()
) -> Resolution:
    """Return which things of several documents are one.

    Args:
        profiles: what documents tell of what they name, in the order of the identifiers and then of the documents.
        known: gives what the reference data tell in a language; asked only for those in which something new is named.
        given: what people decided, by identifiers; rules never overrule it.
    """
    resolver = _Resolver({frozenset(pair): each for each in given for pair in pairwise(each.things)})
    languages: set[str] = set()
    for identifier, group in groupby(profiles, key=lambda profile: profile.entity.identifier):
        found = list(group)
        if found[0].entity.known:
            if found[0].folder in _NAMED:
                resolver.named(identifier, found)
        else:
            resolver.divide(identifier, found)
            languages |= {profile.language for profile in found}
    resolver.meet(profile for language in sorted(languages) for profile in known(language))
    resolver.unite()
    return resolver.resolution()


@dataclass(slots=True)
class _Resolver:
    given: Mapping[frozenset[str], Judgement]
    things: list[Thing] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    _pairs: list[_Pair] = field(default_factory=list)
    _heads: dict[str, Thing] = field(default_factory=dict)

    def named(self, identifier: str, found: list[Profile]) -> None:
        """Tell which of the names that documents give to a known thing are in no way forms of each other."""
        by_name: dict[frozenset[str], tuple[str, Profile]] = {}
        for profile in found:
            for spelling in profile.spellings:
                if len(spelling.words) > 1:
                    by_name.setdefault(frozenset(spelling.words), (spelling.name, profile))
        names = [name for name, _ in by_name.values()]
        fullest = [words for words in by_name if not any(words < other for other in by_name)]
        documents = {by_name[words][1].document for words in fullest}
        if len(fullest) > 1 and len(documents) > 1:
            rule = "names-in-the-reference-data"
            places = first_places(place for words in fullest if (place := by_name[words][1].place))
            self.judgements.append(Judgement(Decision.SAME, (identifier,), rule, 1.0, reason(rule, names), places))

    def divide(self, identifier: str, found: list[Profile]) -> None:
        """Make one thing of what documents call by one name, or several."""
        telling = Thing(identifier, found).telling
        parts: list[Thing] = []
        by_fact: dict[str, dict[int, Thing]] = defaultdict(dict)
        loose: list[Profile] = []
        for profile in found:
            if not profile.anchored:
                loose.append(profile)
                continue
            alone = Thing(identifier, [profile])
            facts = sorted(profile.above | profile.near | profile.dates | profile.company)
            shared = [part for fact in facts for part in islice(by_fact[fact].values(), _MOST_COMPARED)]
            near = [*shared, *parts[:_MOST_COMPARED]]
            part = next((part for part in near if _one(part, alone, telling=telling)), None)
            if part is None:
                part = alone
                parts.append(part)
            else:
                part.add(profile)
            for fact in facts:
                by_fact[fact][id(part)] = part
        if telling and loose and len(parts) == 1:
            for profile in loose:
                parts[0].add(profile)
        elif telling and loose:
            parts.append(Thing(identifier, loose))
        else:
            parts += (Thing(identifier, [profile]) for profile in loose)
        self.things += parts
        if len(found) > 1:
            self._tell(identifier, parts, telling=telling)

    def _tell(self, identifier: str, parts: list[Thing], *, telling: bool) -> None:
        """Name the parts, and say why there are as many as there are."""
        label = parts[0].label
        if len(parts) == 1 and not parts[0]["symbols"]:
            common = sorted(parts[0]["near"] | parts[0]["dates"] | parts[0]["company"])
            rule, values = ("same-name", [label]) if telling else ("same-name-and-circumstances", common)
            told = reason(rule, values)
            self.judgements.append(Judgement(Decision.SAME, (identifier,), rule, 0.9, told, parts[0].places))
        if len(parts) == 1:
            return
        taken = {identifier}
        for part in parts:
            part.identifier = next(name for name in _distinct(identifier, part) if name not in taken)
            taken.add(part.identifier)
        certain = [part for part in parts if part.anchored]
        against = [(first, second, contradiction(first, second)) for first, second in pairwise(certain)]
        self._pairs += [(first, second, verdict) for first, second, verdict in against if verdict is not None]
        if len(certain) < len(parts) or not all(verdict for _, _, verdict in against):
            things = tuple(sorted(part.identifier for part in parts))
            told = reason("general-name", [label])
            places = _told_first(parts)
            self.judgements.append(Judgement(Decision.UNSURE, things, "general-name", 0.5, told, places))

    def meet(self, known: Iterable[Profile]) -> None:
        """Compare things of close names, those of the reference data among them."""
        things = [*self.things, *(Thing(profile.entity.identifier, [profile]) for profile in known)]
        found: list[_Pair] = []
        for one, other in _close(things):
            if frozenset((one.identifier, other.identifier)) in self.given or (one.known and other.known):
                continue
            verdict = judge(one, other)
            if verdict is not None:
                found.append((one, other, verdict))
        self._pairs += _unique(found)
        by_identifier = {thing.identifier: thing for thing in things}
        for pair, judgement in self.given.items():
            if by_identifier.keys() >= pair:
                one, other = (by_identifier[identifier] for identifier in sorted(pair))
                self._pairs.append((one, other, Verdict(judgement.decision, "", 1.0, judgement.reason)))

    def unite(self) -> None:
        """Make one of the things that are the same, the surest first, unless that joins what must stay apart."""
        apart = {frozenset(map(id, pair[:2])) for pair in self._pairs if pair[2].decision is Decision.DIFFERENT}
        members: dict[int, list[Thing]] = {}
        for one, other, verdict in sorted(self._pairs, key=_surest):
            if verdict.decision is not Decision.SAME:
                continue
            left, right = (members.setdefault(id(thing), [thing]) for thing in (one, other))
            if left is right:
                continue
            joined = [*left, *right]
            if verdict.rule and not _may_join(left, right, apart):
                continue
            for thing in joined:
                members[id(thing)] = joined
        for group in members.values():
            head = min(group, key=_fullest)
            self._heads |= {thing.identifier: head for thing in group if thing is not head}

    def resolution(self) -> Resolution:
        """Return all judgements under the identifiers that things have in the end."""
        judgements = [self._final(judgement) for judgement in self.judgements]
        for one, other, verdict in self._pairs:
            ends = tuple(sorted({self._head(one).identifier, self._head(other).identifier}))
            decision = verdict.decision
            if (decision is Decision.SAME) != (len(ends) == 1):
                if len(ends) == 1:
                    continue
                decision = Decision.UNSURE
            gone = tuple(sorted({thing.identifier for thing in (one, other) if thing.identifier not in ends}))
            author = "" if verdict.rule else self.given[frozenset((one.identifier, other.identifier))].author
            places = _told_first((one, other))
            judgements.append(
                Judgement(decision, ends, verdict.rule, verdict.confidence, verdict.reason, places, gone, author)
            )
        replaced: dict[str, dict[str, str]] = defaultdict(dict)
        merged: dict[str, Profile] = {}
        for thing in self.things:
            head = self._head(thing)
            original = thing.first.entity.identifier
            for document, names in thing.named.items():
                if head.identifier != original or head.best.entity.names != names:
                    replaced[document][original] = head.identifier
                    merged[head.identifier] = head.best
        return Resolution(told_once(judgements), replaced, merged)

    def _head(self, thing: Thing) -> Thing:
        return self._heads.get(thing.identifier, thing)

    def _final(self, judgement: Judgement) -> Judgement:
        things = {self._heads[name].identifier if name in self._heads else name for name in judgement.things}
        return Judgement(
            judgement.decision if len(things) == len(judgement.things) else Decision.UNSURE,
            tuple(sorted(things)),
            judgement.rule,
            judgement.confidence,
            judgement.reason,
            judgement.places,
        )


def _one(part: Thing, other: Thing, *, telling: bool) -> bool:
    """Return whether two things of one name are one: nothing speaks against it, and some fact for a general name."""
    return contradiction(part, other) is None and (telling or bool(part.shares(other)))


def _distinct(identifier: str, part: Thing) -> Iterator[str]:
    """Yield identifiers by what tells a thing from others of its name: whose it is, when it was, who names it."""
    for values in (part["owners"], part["near"], part["dates"], part.documents):
        yield from (f"{identifier}-{slug(value.rpartition('/')[2])}" for value in sorted(values))


def _told_first(things: Iterable[Thing]) -> tuple[Place, ...]:
    """Return the places where things are named by those who are heard of them first."""
    return first_places(thing.first.place for thing in things if thing.first.place is not None)


def _close(things: Iterable[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Yield the pairs that share a name, an acronym, or all words of the shorter name; each once."""
    filed: dict[Hashable, list[Thing]] = defaultdict(list)
    by_word: dict[str, list[tuple[frozenset[str], Thing]]] = defaultdict(list)
    for thing in things:
        keys = {spelling.alike for spelling in thing.spellings}
        for key in keys | {frozenset((alias.lower(),)) for alias in thing["aliases"]}:
            filed[key].append(thing)
        for key in keys:
            for word in key:
                by_word[word].append((key, thing))
    found: dict[tuple[str, str], tuple[Thing, Thing]] = {}
    for group in filed.values():
        _keep(found, combinations(group, 2) if len(group) <= _MOST_COMPARED else pairwise(group))
    for keys_of in by_word.values():
        if len(keys_of) <= _MOST_COMPARED:
            pairs = ((a, b) for (k, a), (m, b) in combinations(keys_of, 2) if k < m or m < k)
            _keep(found, pairs)
    return iter(found[key] for key in sorted(found))


def _unique(found: list[_Pair]) -> Iterator[_Pair]:
    """Yield the verdicts; a name that may be that of several records, a short one of several things, leaves it open."""
    same = [(one, other, verdict) for one, other, verdict in found if verdict.decision is Decision.SAME]
    short = Counter(id(thing) for *pair, verdict in same if verdict.rule in _OF_ONE_ONLY for thing in pair)
    records = Counter(id(one if other.known else other) for one, other, _ in same if one.known or other.known)
    for one, other, verdict in found:
        several = verdict.rule in _OF_ONE_ONLY and max(short[id(one)], short[id(other)]) > 1
        if verdict.decision is Decision.SAME and (several or max(records[id(one)], records[id(other)]) > 1):
            told = reason("close-names", (one.label, other.label))
            yield one, other, Verdict(Decision.UNSURE, "close-names", 0.5, told)
        else:
            yield one, other, verdict


def _keep(found: dict[tuple[str, str], tuple[Thing, Thing]], pairs: Iterable[tuple[Thing, Thing]]) -> None:
    for one, other in pairs:
        if one.first.entity.identifier != other.first.entity.identifier:
            first, second = sorted((one, other), key=lambda thing: thing.identifier)
            found.setdefault((first.identifier, second.identifier), (first, second))


def _surest(pair: _Pair) -> tuple[float, str, str]:
    return -pair[2].confidence, pair[0].identifier, pair[1].identifier


def _fullest(thing: Thing) -> tuple[bool, int, int, str]:
    longest = max((len(spelling.words) for spelling in thing.spellings), default=0)
    return not thing.known, -longest, -len(thing.documents), thing.identifier


def _may_join(left: list[Thing], right: list[Thing], apart: set[frozenset[int]]) -> bool:
    """Return whether no member of one group contradicts, or is named beside, a member of the other."""
    return not any(
        frozenset((id(one), id(other))) in apart
        or one.documents & other.documents
        or (one.known and other.known)
        or contradiction(one, other) is not None
        for one in left
        for other in right
    )


def told_once(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements in order; what several pairs give for the same things is one, with all their reasons."""
    told: dict[tuple[object, ...], Judgement] = {}
    for judgement in sorted(judgements, key=_order):
        key = (*_order(judgement), judgement.author)
        known = told.get(key)
        told[key] = judgement if known is None else _joined(known, judgement)
    return tuple(told.values())


def _joined(known: Judgement, again: Judgement) -> Judgement:
    russian, english = (
        one if other in one.split("; ") else f"{one}; {other}"
        for one, other in zip(known.reason, again.reason, strict=True)
    )
    places = first_places((*known.places, *again.places))
    return replace(known, confidence=max(known.confidence, again.confidence), reason=(russian, english), places=places)


def _order(judgement: Judgement) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
    return judgement.decision, judgement.things, judgement.rule, judgement.replaced
