"""Each mention is linked by the first rule that decides; what stays ambiguous keeps its candidates."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from comity.lexicon import LanguagePatterns, Lexicon
from comity.linking.editions import edition_in
from comity.linking.groups import members_of
from comity.linking.identity import mint
from comity.linking.memory import Memory
from comity.mentions.aliases import introduced, words_of
from comity.model import BlockKind, Entity, Link, Mention, Name, NameKind, Reading, Token

__all__ = ["link"]

_BODIES = frozenset(("Body", "Organization", "InternationalOrganization", "InformalGroup"))
_ADOPTING = frozenset((BlockKind.OPENING, BlockKind.TITLE))
_SHORTEST_PREFIX = 3
_FULL_NAMES = frozenset(("head-noun", "edition", "known-name"))
_CLAUSE_STARTS = frozenset((",", "но", "а", "однако", "что", "but", "that", "—", "–", "-", "«", '"', "“"))


def link(
    reading: Reading, mentions: tuple[Mention, ...], lexicon: Lexicon, patterns: LanguagePatterns, own: Entity | None
) -> tuple[Link, ...]:
    """Return a link for every mention but dates and topics, in the order of the mentions."""
    linker = _Linker(reading, mentions, lexicon, patterns, own)
    return tuple(linker.links())


@dataclass(slots=True)
class _Linker:
    reading: Reading
    mentions: tuple[Mention, ...]
    lexicon: Lexicon
    patterns: LanguagePatterns
    own: Entity | None
    memory: Memory = field(init=False)
    minted: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    _bodies: dict[int, Mention] = field(default_factory=dict)
    _persons: dict[int, int] = field(default_factory=dict)
    _states: dict[int, str] = field(default_factory=dict)
    _symbols: set[int] = field(default_factory=set)
    _descriptions: list[Mention] = field(default_factory=list)
    _places: dict[int, int] = field(default_factory=dict)
    _alike: dict[tuple[str, ...], dict[tuple[str, ...], Mention]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        self.memory = Memory(self.reading)

    def links(self) -> Iterator[Link]:
        """Yield the link of every mention, in order: later ones rest on what earlier ones named."""
        self._index()
        rules: tuple[Callable[[Mention], Link | None], ...] = (
            self._own_title,
            self._alias,
            self._symbol,
            self._known_name,
            self._person,
            self._members,
            self._short_form,
            self._description,
            self._numbered,
            self._titled,
            self._edition,
            self._known_title,
            self._new_thing,
        )
        for mention in self.mentions:
            if mention.type in {"Date", "Topic"}:
                continue
            found = next(result for rule in rules if (result := rule(mention)) is not None)
            if found.entity is not None:
                self._remember(mention, found.entity)
            yield found

    def _remember(self, mention: Mention, entity: Entity) -> None:
        if mention.rule not in {"short-form", "description"}:
            kind = self.reading.block(mention.first).kind
            self.memory.keep(mention, entity, opening=kind is BlockKind.OPENING)
            if self.own is not None and entity.is_a(*_BODIES) and kind in _ADOPTING and not self.memory.ours:
                self.memory.ours = (entity.identifier,)
        elif mention.rule == "short-form":
            self.memory.refer(mention, entity)
        for words in introduced(self.reading, mention, self.patterns):
            self.memory.aliases.setdefault(words, entity)

    def _own_title(self, mention: Mention) -> Link | None:
        """The title's own symbol or noun names the document's instrument; so does "настоящая резолюция"."""
        if self.own is None:
            return None
        if mention.rule == "title-symbol" or (mention.symbol and mention.symbol == self.own.symbol):
            return Link(mention, self.own, "own-symbol")
        in_title = self.reading.block(mention.first).kind is BlockKind.TITLE
        opens = (
            in_title and mention.first == self.reading.sentence(mention.first).start and mention.type in self.own.types
        )
        deictic = mention.first > 0 and self.reading.tokens[mention.first - 1].has_lemma("настоящий", "present")
        if opens or (mention.rule == "short-form" and deictic and mention.type in self.own.types):
            return Link(mention, self.own, "own-title" if opens else "deictic")
        return None

    def _alias(self, mention: Mention) -> Link | None:
        """A short name that the text has introduced; in another place it stands for nothing known."""
        if mention.rule not in {"alias", "short-form", "head-noun"} or mention.title:
            return None
        entity = self.memory.aliases.get(words_of(self.reading, mention.first, mention.last))
        if entity is not None and self.reading.tokens[mention.first].is_capitalised:
            return Link(mention, entity, "introduced-abbreviation")
        return Link(mention, None, "alias") if mention.rule == "alias" else None

    def _symbol(self, mention: Mention) -> Link | None:
        if not mention.symbol or mention.rule == "known-name":
            return None
        known = self.lexicon.by_symbol(mention.symbol)
        if known is not None:
            return Link(mention, known, "known-symbol")
        names = (Name(mention.symbol, self.reading.document.language),)
        return Link(mention, mint(mention.type, (), names, mention.symbol), "new-symbol")

    def _known_name(self, mention: Mention) -> Link | None:
        if not mention.candidates:
            return None
        government = self._government(mention)
        if government is not None:
            return Link(mention, government, "capital-for-government")
        if len(mention.candidates) == 1:
            return Link(mention, self.lexicon.entity(mention.candidates[0]), mention.rule)
        near = self.memory.identifiers
        supported = [c for c in mention.candidates if near.intersection(self.lexicon.entries[c].parents)]
        if len(supported) == 1:
            return Link(mention, self.lexicon.entity(supported[0]), "parent-named-nearby")
        return Link(mention, None, "ambiguous", mention.candidates)

    def _government(self, mention: Mention) -> Entity | None:
        """Read a capital as its government where it is the subject: "Москва и Пекин договорились"."""
        state = self.lexicon.government(mention.candidates[0]) if mention.type == "Place" else None
        if state is None or self.reading.block(mention.first).kind in {BlockKind.DATELINE, BlockKind.SIGNATURE}:
            return None
        token = self.reading.tokens[mention.head]
        sentence = self.reading.sentence(mention.first)
        free = self._begins_clause(mention.first, sentence.start)
        acts = any(self._is_predicate(i) for i in range(mention.last, sentence.stop))
        return self.lexicon.entity(state) if free and acts and token.in_case("Nom") else None

    def _begins_clause(self, position: int, start: int) -> bool:
        """Return whether only coordinated names stand between a name and the start of its clause."""
        while position > start and self.reading.tokens[position - 1].text in {",", "и", "and"}:
            before = position - 1
            first = self._places.get(before)
            if first is None:
                return self.reading.tokens[before].text == ","
            position = first
        before_it = self.reading.tokens[position - 1] if position > start else None
        return before_it is None or before_it.text.lower() in _CLAUSE_STARTS

    def _is_predicate(self, index: int) -> bool:
        """A finite verb or a short adjective ("намерены")."""
        return any(a.form == "Fin" or (a.part == "ADJ" and a.case is None) for a in self.reading.tokens[index].analyses)

    def _members(self, mention: Mention) -> Link | None:
        named, known = self._bodies.get(mention.last), (self.lexicon, self.patterns)
        members = members_of(self.reading, mention, named, self.memory.ours, known)
        return Link(mention, members, "members-of") if members is not None else None

    def _person(self, mention: Mention) -> Link | None:
        if mention.type not in {"Person", "Post"}:
            return None
        names = (Name(mention.label, self.reading.document.language),)
        if mention.type == "Person":
            known = self.lexicon.identify(mention.label)
            if len(known) == 1:
                return Link(mention, self.lexicon.entity(known[0]), "known-person")
            return Link(mention, mint("Person", mention.label.lower().split(), names), mention.rule)
        return self._post(mention, names)

    def _post(self, mention: Mention, names: tuple[Name, ...]) -> Link:
        label = self._label_of_post(mention)
        known = self.lexicon.identify(label)
        if len(known) == 1 or label != mention.label:
            names = (Name(label, self.reading.document.language),)
            minted = mint("Post", self.lexicon.key(label), names)
            return Link(mention, self.lexicon.entity(known[0]) if len(known) == 1 else minted, "known-post")
        bare = mention.last == mention.first + 1 and not self.reading.tokens[mention.first].is_capitalised
        implied = self._office_here(mention.label) if not bare else None
        if implied is not None:
            return Link(mention, implied, "office-of-the-adopting-organisation")
        described = self._office_of_a_description(mention)
        if described is not None:
            return Link(mention, described, "office-of-a-described-organisation")
        if mention.specific:
            return Link(mention, mint("Post", self.lexicon.key(mention.label), names), mention.rule)
        if mention.last in self._persons or mention.last > mention.first + 1:
            alone = self.own is not None and mention.last not in self._persons
            office = self.memory.office(mention, self.patterns.words["names.mandated"]) if alone else None
            return Link(mention, office, "short-form" if office is not None else "office-not-named")
        return Link(mention, self.memory.post(mention), "short-form")

    def _label_of_post(self, mention: Mention) -> str:
        """Return the name of an office with the state that follows its holder: "President Xi Jinping of China"."""
        person = self._persons.get(mention.last)
        if mention.specific or person is None or self.reading.tokens[person : person + 1] == ():
            return mention.label
        tokens = self.reading.tokens
        start = person + 1
        while start < len(tokens) and tokens[start].is_part("DET"):
            start += 1
        state = self._states.get(start) if tokens[person].text == "of" else None
        return f"{mention.label} of {state}" if state is not None else mention.label

    def _office_here(self, label: str) -> Entity | None:
        """In a body's own document "Генеральный секретарь" is that of its organisation."""
        seen = [entity.identifier for entity in self.memory.opening]
        while seen:
            owner = self.lexicon.entries.get(seen.pop())
            if owner is None:
                continue
            known = self.lexicon.offices(owner.entity.identifier, label)
            if len(known) == 1:
                return self.lexicon.entity(known[0])
            seen.extend(owner.parents)
        return None

    def _office_of_a_description(self, mention: Mention) -> Entity | None:
        """In "генсек организации" the organisation is the one that the noun means here."""
        noun = next(
            (each for each in self._descriptions if mention.head < each.first < each.last == mention.last), None
        )
        owner = self._organisation(noun).entity if noun else None
        if noun is None or owner is None:
            return None
        known = self.lexicon.offices(owner.identifier, self.reading.text(mention.first, noun.first))
        return self.lexicon.entity(known[0]) if len(known) == 1 else None

    def _short_form(self, mention: Mention) -> Link | None:
        """A bare head stands for what was named before with that head; in lower case only if it is the only one."""
        if mention.rule != "short-form":
            return None
        if mention.last in self._symbols:
            return Link(mention, None, "noun-of-a-symbol")
        earlier: Sequence[Entity] = self.memory.things(mention)
        capital = self.reading.tokens[mention.first].is_capitalised
        earlier = self.memory.capitalised(earlier) if capital else earlier
        if earlier and (capital or len(earlier) == 1):
            return Link(mention, earlier[-1], "short-form")
        if not earlier and self.reading.tokens[mention.head].lemma_in(self.patterns.words["names.collective"]):
            return self._organisation(mention)
        return Link(mention, None, "short-form", tuple(entity.identifier for entity in earlier))

    def _description(self, mention: Mention) -> Link | None:
        return self._organisation(mention) if mention.rule == "description" else None

    def _organisation(self, mention: Mention) -> Link:
        """Link "организация" to the one that the document names, or the one named in this sentence or the last."""
        noun = self.reading.tokens[mention.head]
        start = self.reading.sentence(mention.first).start
        before = self.reading.sentence(start - 1).start if start else 0
        for since in (0, before):
            fitting = [entity for entity in self.memory.organisations(since) if self._is_called(entity, noun)]
            if len(fitting) == 1:
                return Link(mention, fitting[0], "description")
        return Link(mention, None, "description")

    def _is_called(self, organisation: Entity, noun: Token) -> bool:
        own = noun.analyses.lemmas.intersection(organisation.label.lower().split())
        return bool(own) or noun.lemma_in(self.patterns.words["names.generic"])

    def _numbered(self, mention: Mention) -> Link | None:
        """A bare number: what had it before ("третьем форуме"), or that of a body named before ("ее 80-й сессии")."""
        if mention.rule != "numbered" or self.reading.block(mention.first).kind is BlockKind.SIGNATURE:
            return None
        key = self.lexicon.key(mention.label)
        earlier = [thing for thing in self.memory.things(mention) if self.lexicon.key(thing.label)[:1] == key[:1]]
        if len(earlier) == 1:
            return Link(mention, earlier[0], "same-number")
        sentence = self.reading.sentence(mention.first).start
        bodies = [self._bodies[i].label for i in range(mention.first, sentence - 1, -1) if i in self._bodies]
        for body in (*bodies, *(entity.label for entity in self.memory.opening)):
            known = self.lexicon.keyed((*key, *self.lexicon.key(body)))
            if len(known) == 1:
                return Link(mention, self.lexicon.entity(known[0]), "number-of-a-body")
        return Link(mention, None, "number-of-nothing-named")

    def _titled(self, mention: Mention) -> Link | None:
        """A title in quotation marks that is said to be that of a symbol just before: 79/1 … под названием «…»."""
        tokens = self.reading.tokens
        start = mention.first - 1
        if start < 1 or tokens[start].text not in {"«", '"', "“"}:
            return None
        called = next((words for words in self.patterns.called if self._words_before(start, words)), None)
        if called is None:
            return None
        noun = start - len(called)
        between = range(max(noun - 10, self.reading.sentence(start).start), noun)
        symbols = [self.memory.symbols[index] for index in between if index in self.memory.symbols]
        annexed = any(tokens[i].lemma_in(self.patterns.words["symbols.annex"]) for i in between)
        return Link(mention, symbols[-1], "titled") if symbols and not annexed else None

    def _words_before(self, position: int, words: tuple[str, ...]) -> bool:
        found = self.reading.tokens[max(position - len(words), 0) : position]
        return tuple(token.text.lower() for token in found) == words

    def _edition(self, mention: Mention) -> Link | None:
        """A known series with a year: "саммит ШОС 2027 года"."""
        if mention.series is None or mention.year is None:
            return None
        series = self.lexicon.entity(mention.series)
        if not self.lexicon.is_series(mention.series):
            return Link(mention, series, "known-name")
        edition = edition_in(self.lexicon, series, mention.year, self.reading.document.language)
        return Link(mention, edition, "edition-of-a-year")

    def _known_title(self, mention: Mention) -> Link | None:
        """A title in quotation marks, or the whole name, that a record has."""
        for words in (mention.title, mention.label):
            known = self._identified(words, mention.type) if words else ()
            if len(known) == 1:
                return Link(
                    mention, self.lexicon.entity(known[0]), "known-title" if words == mention.title else "known-name"
                )
            if known:
                return Link(mention, None, "ambiguous", known)
        return None

    def _identified(self, words: str, type_: str) -> tuple[str, ...]:
        """Return the known things of a name; a city is none of the states, one may be told from its state by a word."""
        known = self.lexicon.identify(words)
        if type_ != "Place":
            return known
        return tuple(
            i for i in (*known, *self.lexicon.identify(f"{words} (город)")) if self.lexicon.entity(i).is_a(type_)
        )

    def _new_thing(self, mention: Mention) -> Link:
        full = self._fullest(mention)
        known = self._known_entity(full) if full is not mention else None
        if known is not None:
            return Link(mention, known, "longer-form-of-the-name")
        key = self._key(full)
        entity = self.minted.get(key) or mint(full.type, key, self._names(full), kind=full.kind)
        self.minted.setdefault(key, entity)
        return Link(mention, entity, mention.rule if full is mention else "longer-form-of-the-name")

    def _known_entity(self, mention: Mention) -> Entity | None:
        found = self._known_name(mention) or self._known_title(mention)
        return found.entity if found is not None else None

    def _key(self, mention: Mention) -> tuple[str, ...]:
        key = (*self.lexicon.key(mention.label), *self._parent_key(mention))
        if mention.type == "Event" and not mention.specific:
            return (*key, self.reading.document.source.identifier)
        in_signature = self.own is not None and self.reading.block(mention.first).kind is BlockKind.SIGNATURE
        return (*key, self.own.identifier) if self.own is not None and in_signature else key

    def _fullest(self, mention: Mention) -> Mention:
        """Return the longest form of a name in the document: the one that begins with the same words."""
        words = words_of(self.reading, mention.first, mention.last) if mention.specific else ()
        if len(words) < _SHORTEST_PREFIX:
            return mention
        alike = self._alike[mention.type, *words[:_SHORTEST_PREFIX]]
        longer = sorted((other for other in alike if other[: len(words)] == words and other != words), key=len)
        one_name = all(longer[-1][: len(other)] == other for other in longer)
        return alike[longer[-1]] if longer and one_name else mention

    def _index(self) -> None:
        """File bodies by where they begin, and full names by their first words, once for the document."""
        self._symbols = {mention.first for mention in self.mentions if mention.symbol and mention.rule != "known-name"}
        self._places = {mention.last: mention.first for mention in self.mentions if mention.type in {"Place", "State"}}
        self._persons = {mention.first: mention.last for mention in self.mentions if mention.type == "Person"}
        self._states = {
            mention.first: self.reading.text(mention.first, mention.last)
            for mention in self.mentions
            if mention.type == "State" and mention.rule == "known-name"
        }
        self._descriptions = [mention for mention in self.mentions if mention.rule == "description"]
        for mention in self.mentions:
            if mention.type in _BODIES:
                self._bodies.setdefault(mention.first, mention)
        for mention in self.mentions:
            if mention.rule in _FULL_NAMES and mention.specific:
                words = words_of(self.reading, mention.first, mention.last)
                self._alike[mention.type, *words[:_SHORTEST_PREFIX]].setdefault(words, mention)

    def _names(self, mention: Mention) -> tuple[Name, ...]:
        language = self.reading.document.language
        label = mention.label.replace("\n", " ")
        if not mention.title or mention.title == label:
            return (Name(label, language),)
        return (Name(label, language), Name(mention.title.replace("\n", " "), language, NameKind.ALTERNATIVE))

    def _parent_key(self, mention: Mention) -> tuple[str, ...]:
        """A body in lower case is told apart by the body it belongs to, named right after it."""
        words = self.reading.tokens[mention.first : mention.head + 1]
        parent = self._bodies.get(mention.last)
        if mention.type != "Body" or parent is None or any(word.is_capitalised for word in words):
            return ()
        return (*self.lexicon.key(parent.label), *self._parent_key(parent))
