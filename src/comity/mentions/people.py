"""Persons and posts: "Президент Казахстана Касым-Жомарт Токаев", later "Токаев"; kinds of addressees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from comity.lexicon import LanguagePatterns, Lexicon, stem
from comity.lexicon.keys import is_acronym
from comity.mentions.labels import INITIAL, nominative
from comity.mentions.topics import find_phrases
from comity.model import BlockKind, Mention, Reading

__all__ = ["PeopleGrammar", "find_groups"]

_LONGEST_NAME = 4
_LONGEST_POST = 8
_GENITIVES = frozenset(("NOUN", "ADJ"))


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
        """Yield posts, the persons named right after them, and later repeats of their surnames."""
        surnames: dict[str, Mention] = {
            stem(self.reading.tokens[name.last - 1].text): name for name in self.names if name.type == "Person"
        }
        taken: set[int] = {index for name in self.names for index in range(name.first, name.last)}
        for index in self.reading.having(self.patterns.post_nouns):
            post = self._post(index)
            if post is None:
                continue
            yield post
            taken.update(range(post.first, post.last))
            person = self._person(post.last)
            if person is not None:
                yield person
                taken.update(range(person.first, person.last))
                surnames.setdefault(stem(self.reading.tokens[person.last - 1].text), person)
        yield from self._repeats(surnames, taken)

    def _post(self, index: int) -> Mention | None:
        token = self.reading.tokens[index]
        if index in self._named or self.reading.block(index).kind is BlockKind.FURNITURE:
            return None
        noun = next((a for a in token.analyses if self._post_noun(index, a.lemma)), None)
        if noun is None or noun.number == "Plur" or token.analyses[0].part not in {"NOUN", "PROPN"}:
            return None
        first = index
        while first > self.reading.sentence(index).start and self._belongs_before(first - 1, index):
            first -= 1
        last = self._post_end(index + 1)
        whole = (first, index, last)
        label = nominative(self.reading, self.lexicon.morphology, whole, noun)
        owned = any(first <= name.first < last for name in self.names)
        return Mention(first, last, index, "Post", "post", label, specific=owned, kind=self._role(first, index))

    def _post_noun(self, index: int, lemma: str) -> bool:
        if lemma in self.patterns.posts:
            return True
        before = self.reading.tokens[index - 1] if index else None
        return before is not None and any(f"{a.lemma} {lemma}" in self.patterns.posts for a in before.analyses)

    def _belongs_before(self, position: int, head: int) -> bool:
        token, noun = self.reading.tokens[position], self.reading.tokens[head]
        if not any(a.part == "ADJ" for a in token.analyses) or token.lemma_in(self.patterns.words["names.outside"]):
            return False
        demonym = any(self.lexicon.demonym(a.lemma) for a in token.analyses)
        fixed = any(f"{a.lemma} {b.lemma}" in self.patterns.posts for a in token.analyses for b in noun.analyses)
        return demonym or fixed

    def _post_end(self, position: int) -> int:
        """Take in what the office is of: known names and lower-case genitives ("иностранных дел РФ")."""
        end = position
        stop = min(self.reading.sentence(position - 1).stop, position + _LONGEST_POST)
        while end < stop:
            name = self._named.get(end)
            token = self.reading.tokens[end]
            if name is not None and name.type not in {"Person", "Place", "Event"}:
                if not (self.reading.tokens[name.head].in_case("Gen") or is_acronym(token.text)):
                    break
                end = name.last
            elif (
                name is None and token.text.islower() and token.in_case("Gen") and token.analyses[0].part in _GENITIVES
            ):
                end += 1
            else:
                break
        return end

    def _role(self, first: int, head: int) -> str | None:
        lemmas = [a.lemma for a in self.reading.tokens[head].analyses]
        if head > first:
            for before in self.reading.tokens[head - 1].analyses:
                for lemma in lemmas:
                    if role := self.patterns.posts.get(f"{before.lemma} {lemma}"):
                        return role
        return next((self.patterns.posts[lemma] for lemma in lemmas if lemma in self.patterns.posts), None)

    def _person(self, position: int) -> Mention | None:
        """Read two to four capitalised words, or initials and a surname, right after a post."""
        tokens, end = self.reading.tokens, position
        stop = self.reading.sentence(position - 1).stop
        words = 0
        while end < stop and words < _LONGEST_NAME:
            name = self._named.get(end)
            if name is not None:
                return None
            token = tokens[end]
            if (
                token.is_capitalised
                and INITIAL.fullmatch(token.text)
                and end + 1 < stop
                and tokens[end + 1].text == "."
            ):
                end += 2
            elif token.is_word and token.is_capitalised and not is_acronym(token.text):
                end += 1
            else:
                break
            words += 1
        if words < 2:  # noqa: PLR2004 - one word may be anything
            return None
        label = " ".join(self._in_nominative(index) for index in range(position, end) if tokens[index].text != ".")
        return Mention(position, end, end - 1, "Person", "person-after-post", label)

    def _in_nominative(self, index: int) -> str:
        word = self.reading.tokens[index].text
        if INITIAL.fullmatch(word):
            return f"{word}."
        masculine = [a for a in self.reading.tokens[index].analyses if a.gender == "Masc" and a.number == "Sing"]
        oblique = bool(masculine) and all(a.case != "Nom" for a in masculine)
        return self.lexicon.morphology.inflect(word, "Nom", "Sing", "Masc") if oblique else word

    def _repeats(self, surnames: dict[str, Mention], taken: set[int]) -> Iterator[Mention]:
        forms = {form for form in self.reading.forms if form[:1].isupper() and stem(form) in surnames}
        for index in self.reading.written(forms if surnames else frozenset()):
            token = self.reading.tokens[index]
            if token.is_word and index not in taken:
                person = surnames[stem(token.text)]
                yield Mention(index, index + 1, index, "Person", "surname", person.label, person.candidates)


def find_groups(reading: Reading, patterns: LanguagePatterns) -> Iterator[Mention]:
    """Yield the kinds of actors that texts address: "частному сектору", "государствам-членам"."""
    for index, last, label in find_phrases(reading, patterns.groups):
        if last == index + 1 and all(a.number == "Sing" for a in reading.tokens[index].analyses):
            continue
        yield Mention(index, last, last - 1, "StakeholderGroup", "group", label)
