"""Persons: "Президент Казахстана Касым-Жомарт Токаев", "А.У. Мамин", later "Токаев"; kinds of addressees."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from comity.lexicon import LanguagePatterns, Lexicon, stem
from comity.lexicon.keys import is_acronym
from comity.mentions.labels import INITIAL
from comity.mentions.personal import PersonalName, personal_label
from comity.mentions.posts import PostGrammar
from comity.mentions.topics import find_phrases
from comity.model import Mention, Reading, Token

__all__ = ["PeopleGrammar", "find_groups", "repeats", "unified"]

_ARTICLE = re.compile(r"[а-я]{1,4}-[А-ЯЁ]")
_REGNAL = re.compile(r"[IVX]+")
_LATIN = re.compile(r"[A-Za-z]{2}")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST_NAME = 5
_FULL = 2
_SHORTEST_SURNAME = 3


@dataclass(slots=True)
class PeopleGrammar:
    """One pass over a document whose known names have been found."""

    reading: Reading
    lexicon: Lexicon
    patterns: LanguagePatterns
    names: Sequence[Mention]
    _named: dict[int, Mention] = field(init=False)

    def __post_init__(self) -> None:
        self._named = {name.first: name for name in self.names if name.rule != "demonym"}

    def people(self) -> Iterator[Mention]:
        """Yield posts, the persons named right after them or by initials, and later repeats of their surnames."""
        posts = list(PostGrammar(self.reading, self.lexicon, self.patterns, self.names).posts())
        yield from posts
        known = [name for name in self.names if name.type == "Person"]
        persons = {person.first: person for person in (*self._by_initials(), *self._by_given_name())}
        offices = [*(name for name in self.names if name.type == "Post"), *posts]
        for post in sorted(offices, key=lambda post: -post.first):
            person = self._after(post)
            if person is not None:
                persons[person.first] = person
        found = unified([*known, *(persons[first] for first in sorted(persons))])
        yield from found[len(known) :]
        yield from repeats(self.reading, found, [*self.names, *posts])

    def _after(self, post: Mention) -> Mention | None:
        """Read the name right after a post, or after a form of address."""
        start, stop = post.last, self.reading.sentence(post.head).stop
        while start < stop and self.reading.tokens[start].lemma_in(self.patterns.words["names.titles"]):
            start += 1 + (start + 1 < stop and self.reading.tokens[start + 1].text == ".")
        end = self._name_end(start, stop)
        if end is None:
            return None
        cases = frozenset(a.case for a in self.reading.tokens[post.head].analyses if a.case and a.number == "Sing")
        return self._person(start, end, "person-after-post", cases)

    def _by_initials(self) -> Iterator[Mention]:
        """Yield persons named by initials before or after the surname: "А.У. Мамин", "Мамин А.У."."""
        tokens = self.reading.tokens
        letters = frozenset(form for form in self.reading.forms if len(form) == 1 and INITIAL.fullmatch(form))
        for index in self.reading.written(letters):
            if index + 1 == len(tokens) or tokens[index + 1].text != ".":
                continue
            sentence = self.reading.sentence(index)
            if index > sentence.start + 1 and self._is_initial(index - 2):
                continue
            last = self._initials_end(index, sentence.stop)
            several = last > index + 2
            after = last < sentence.stop and self._is_surname(last, certain=not several)
            before = several and index > sentence.start and self._is_surname(index - 1, certain=False)
            if before and not (after and self._is_surname(last, certain=True)):
                yield self._person(index - 1, last, "person-by-initials", frozenset())
            elif after:
                yield self._person(index, last + 1, "person-by-initials", frozenset())

    def _is_initial(self, index: int) -> bool:
        tokens = self.reading.tokens
        return bool(INITIAL.fullmatch(tokens[index].text)) and tokens[index + 1].text == "."

    def _initials_end(self, position: int, stop: int) -> int:
        while position + 1 < stop and self._is_initial(position):
            position += 2
        return position

    def _is_surname(self, index: int, *, certain: bool) -> bool:
        """Return whether a word may be a surname: in doubt ("А. Введение"), it must be none of the common words."""
        token = self.reading.tokens[index]
        if index in self._named or not self._is_name_word(token) or len(token.text) < _SHORTEST_SURNAME:
            return False
        best = token.analyses[0]
        return not certain or not best.certain or token.is_part("PROPN")

    def _by_given_name(self) -> Iterator[Mention]:
        """Yield persons whose given name is also that of a place: "Виктория Орлова"."""
        for name in self.names:
            token = self.reading.tokens[name.first]
            if name.type != "Place" or name.last > name.first + 1:
                continue
            if token.lemma_in(self.patterns.words["names.given"]):
                end = self._name_end(name.first, self.reading.sentence(name.first).stop)
                if end is not None and _agree(self.reading.tokens[name.first : end]):
                    yield self._person(name.first, end, "given-name", frozenset())

    def _name_end(self, position: int, stop: int) -> int | None:
        """Return the end of two to five capitalised words with particles between them, or of initials and a surname."""
        tokens, end, words = self.reading.tokens, position, 0
        while end < stop and words < _LONGEST_NAME:
            token = tokens[end]
            if self._is_other(end, position) or (self._is_russian and self._is_latin(token.text)):
                break
            if end + 1 < stop and self._is_initial(end):
                end += 2
            elif self._is_name_word(token):
                end += 1
            elif words and token.text in self.patterns.words["names.particles"]:
                end += 1
                continue
            elif words and _REGNAL.fullmatch(token.text):
                end, words = end + 1, words + 1
                break
            else:
                break
            words += 1
        while end > position and tokens[end - 1].text in self.patterns.words["names.particles"] - self._suffixes:
            end -= 1
        plausible = any(not t.analyses[0].certain or t.is_part("PROPN") for t in tokens[position:end] if t.analyses)
        whole = end not in self._named or self.reading.tokens[end].text.islower()
        return end if words >= _FULL and plausible and whole else None

    @staticmethod
    def _is_latin(word: str) -> bool:
        return _LATIN.match(word) is not None and not _REGNAL.fullmatch(word)

    @property
    def _is_russian(self) -> bool:
        return self.reading.document.language == "ru"

    @property
    def _suffixes(self) -> frozenset[str]:
        return self.patterns.words["names.suffixes"]

    def _is_other(self, index: int, first: int) -> bool:
        """Return whether another known name begins here; a place may be the given name of a person."""
        name = self._named.get(index)
        return name is not None and not (index == first and name.type == "Place" and name.last == index + 1)

    @staticmethod
    def _is_name_word(token: Token) -> bool:
        capital = token.is_capitalised or _ARTICLE.match(token.text) is not None
        return token.is_word and capital and not is_acronym(token.text) and not INITIAL.fullmatch(token.text)

    def _person(self, first: int, last: int, rule: str, cases: frozenset[str]) -> Mention:
        label = personal_label(self.reading.tokens[first:last], self.lexicon.morphology, cases)
        if self.patterns.analytic:
            label = _POSSESSIVE.sub("", self.reading.text(first, last))
        return Mention(first, last, last - 1, "Person", rule, label)


def repeats(reading: Reading, persons: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Mention]:
    """Yield surnames alone, outside `others`, of persons named in full elsewhere in the document."""
    bearers: dict[str, dict[str, Mention]] = defaultdict(dict)
    for person in persons:
        surname = PersonalName.of(person.label).surname
        if len(surname) >= _SHORTEST_SURNAME:
            bearers[surname][person.label] = person
    if not bearers:
        return
    taken = {index for name in (*persons, *others) for index in range(name.first, name.last)}
    borne = {form: bearers[stem(form)] for form in reading.forms if form[:1].isupper() and stem(form) in bearers}
    for index in reading.written(borne.keys()):
        found = tuple(borne[reading.tokens[index].text].values())
        if not reading.tokens[index].is_word or index in taken or len(found) != 1 or _is_common(reading, index):
            continue
        first = _given_names(reading, index, found[0], taken)
        if first is not None and not _goes_on(reading, index, taken):
            yield replace(found[0], first=first, last=index + 1, head=index, rule="surname")


def _is_common(reading: Reading, index: int) -> bool:
    """Return whether a word that opens a sentence or a quotation may just as well be a common word: "Адвокат"."""
    token = reading.tokens[index]
    opens = index == reading.sentence(index).start or not reading.tokens[index - 1].is_word
    return opens and token.analyses[0].certain and not token.is_part("PROPN")


def _goes_on(reading: Reading, index: int, taken: set[int]) -> bool:
    """Return whether a surname is followed by another, and so is a given name here: "Октай Асадов"."""
    after = index + 1
    if after >= reading.sentence(index).stop or after in taken:
        return False
    token = reading.tokens[after]
    return token.is_word and token.is_capitalised and not is_acronym(token.text)


def _given_names(reading: Reading, index: int, person: Mention, taken: set[int]) -> int | None:
    """Return where the person's own given names before a surname begin; None before those of somebody else."""
    own = {stem(word) for word in person.label.split()}
    first = index
    while first > reading.sentence(index).start and first - 1 not in taken and reading.tokens[first - 1].is_capitalised:
        before = reading.tokens[first - 1]
        if stem(before.text) not in own:
            return None if before.is_part("PROPN") and not is_acronym(before.text) else first
        first -= 1
    return first


def _agree(tokens: Sequence[Token]) -> bool:
    """Return whether the words of a name may stand in one case."""
    certain = [t.analyses.cases for t in tokens if t.analyses and t.analyses[0].certain and t.is_part("PROPN")]
    return not certain or bool(frozenset.intersection(*certain))


def unified(persons: Sequence[Mention]) -> list[Mention]:
    """Return the persons, each under the fullest form of the name that the document has for them."""
    names = {person.label: PersonalName.of(person.label) for person in persons}
    bearers: dict[str, list[Mention]] = defaultdict(list)
    for person in persons:
        bearers[names[person.label].surname].append(person)

    def fullest(person: Mention) -> Mention:
        name = names[person.label]
        same = [person, *(other for other in bearers[name.surname] if name.fits(names[other.label]))]
        if person.candidates or any(not names[a.label].fits(names[b.label]) for a in same[1:] for b in same[1:]):
            return person
        best = max(same, key=lambda other: (bool(other.candidates), names[other.label].weight))
        return replace(person, label=best.label, candidates=best.candidates)

    return [fullest(person) for person in persons]


def find_groups(reading: Reading, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield the kinds of actors that texts address: "частному сектору", "государствам-членам"."""
    for index, last, label in find_phrases(reading, patterns.groups):
        if last == index + 1 and all(a.number == "Sing" for a in reading.tokens[index].analyses):
            continue
        yield Mention(index, last, last - 1, "StakeholderGroup", "group", label)
