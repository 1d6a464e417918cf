"""What a document has named so far, filed so that each later mention finds it at once."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from comity.mentions.aliases import words_of
from comity.model import Entity, Mention, Reading

__all__ = ["Memory"]


@dataclass(slots=True)
class Memory:
    """Entities of a document by the nouns that named them, by where they stood, and by the names given to them.

    `ours` is the body or organisation whose instrument the document is, as its title or opening names it.
    """

    reading: Reading
    aliases: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    symbols: dict[int, Entity] = field(default_factory=dict)
    opening: list[Entity] = field(default_factory=list)
    ours: tuple[str, ...] = ()
    identifiers: set[str] = field(default_factory=set)
    _capital_names: set[str] = field(default_factory=set)
    _capital_nouns: set[str] = field(default_factory=set)
    _meant: set[str] = field(default_factory=set)
    _things: dict[str, dict[str, Entity]] = field(default_factory=lambda: defaultdict(dict))
    _words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _posts: dict[str, Entity] = field(default_factory=dict)
    _offices: dict[tuple[tuple[str, ...], int], Entity] = field(default_factory=dict)
    _unread: set[tuple[str, ...]] = field(default_factory=set)
    _organisations: dict[str, tuple[Entity, int]] = field(default_factory=dict)

    def keep(self, mention: Mention, entity: Entity, *, opening: bool) -> None:
        """Remember what a mention stands for; `opening` says that it is the body named before the preamble."""
        self.identifiers.add(entity.identifier)
        self._words[entity.identifier].update(words_of(self.reading, mention.first, mention.last))
        if opening:
            self.opening.append(entity)
        if entity.is_a("InternationalOrganization", "InformalGroup"):
            self._organisations[entity.identifier] = (entity, mention.first)
        if mention.symbol:
            self.symbols[mention.first] = entity
        if mention.type == "Post":
            self._offices[self._words_with_head(mention)] = entity
        for lemma in self._lemmas(mention):
            if mention.type == "Post":
                self._posts[lemma] = entity
            elif mention.type != "Person":
                self._things[lemma].pop(entity.identifier, None)
                self._things[lemma][entity.identifier] = entity

        if any(token.is_capitalised for token in self.reading.tokens[mention.first : mention.head + 1]):
            self._capital_names.add(entity.identifier)
        if self.reading.tokens[mention.head].is_capitalised:
            self._capital_nouns.add(entity.identifier)

    def refer(self, mention: Mention, entity: Entity) -> None:
        """Remember that a noun with a capital alone has meant a thing; at the start of a sentence it says nothing."""
        first = mention.first
        if self.reading.tokens[first].is_capitalised and first > self.reading.sentence(first).start:
            self._meant.add(entity.identifier)

    def capitalised(self, things: Sequence[Entity]) -> Sequence[Entity]:
        """Return the things that a noun with a capital may stand for.

        It keeps meaning what it has meant until a thing comes whose own noun has a capital; a name in lower case is
        none of it where there is another.
        """
        names = {thing.identifier for thing in things}
        meant = self._meant & names
        fitting = meant | (self._capital_nouns if meant else self._capital_names)
        return [thing for thing in things if thing.identifier in fitting] or things

    def things(self, mention: Mention) -> tuple[Entity, ...]:
        """Return what was named before with the same noun, the latest last; neither persons nor posts.

        For a noun with the word that says what kind of body it is, the only one named with both.
        """
        found: dict[str, Entity] = {}
        for lemma in self._lemmas(mention):
            found |= self._things.get(lemma, {})
        if mention.rule == "short-form" and mention.type == "Body" and mention.first < mention.head:
            words = set(words_of(self.reading, mention.first, mention.last))
            found = {identifier: entity for identifier, entity in found.items() if words <= self._words[identifier]}
            return tuple(found.values()) if len(found) == 1 else ()
        return tuple(found.values())

    def organisations(self, since: int = 0) -> tuple[Entity, ...]:
        """Return the organisations named from token `since` on."""
        return tuple(entity for entity, position in self._organisations.values() if position >= since)

    def post(self, mention: Mention) -> Entity | None:
        """Return the post that was last named with the same noun."""
        return next((self._posts[lemma] for lemma in self._lemmas(mention) if lemma in self._posts), None)

    def office(self, mention: Mention, mandated: AbstractSet[str]) -> Entity | None:
        """Return the only office named before in more words than these: "the Special Rapporteur [on extreme poverty]".

        With a field after them, which one of `mandated` begins, that is not understood the words are those of another
        office, so that they alone may mean that one later.
        """
        words, head = self._words_with_head(mention)
        after = self.reading.tokens[mention.last : mention.last + 1]
        if any(token.text in mandated for token in after) and not self._is_named_again(mention):
            self._unread.add(words)
        governs = any(token.is_part("ADP") and token.text != "to" for token in after)
        unread = any(other[: len(words)] == words for other in self._unread)
        if governs or unread or not self.reading.tokens[mention.first].is_capitalised:
            return None
        named = {
            entity.identifier: entity
            for (fuller, place), entity in self._offices.items()
            if place >= head and fuller[place - head :][: len(words)] == words != fuller
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def _is_named_again(self, mention: Mention) -> bool:
        """Return whether the words from a mention on begin with the name of an office that has more of them."""
        longest = max((len(fuller) for fuller, _ in self._offices), default=0)
        words, here = (
            words_of(self.reading, mention.first, last) for last in (mention.last, mention.first + 2 * longest)
        )
        return any(len(fuller) > len(words) and here[: len(fuller)] == fuller for fuller, _ in self._offices)

    def _words_with_head(self, mention: Mention) -> tuple[tuple[str, ...], int]:
        """Return the words of a name, and which of them its noun is."""
        words = words_of(self.reading, mention.first, mention.last)
        return words, len(words_of(self.reading, mention.first, mention.head))

    def _lemmas(self, mention: Mention) -> tuple[str, ...]:
        return tuple(dict.fromkeys(analysis.lemma for analysis in self.reading.tokens[mention.head].analyses))
