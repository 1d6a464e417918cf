"""What a document has named so far, filed so that each later mention finds it at once."""

from collections import defaultdict
from dataclasses import dataclass, field

from comity.model import Entity, Mention, Reading

__all__ = ["Memory"]


@dataclass(slots=True)
class Memory:
    """Entities of a document by the nouns that named them, by where they stood, and by the names given to them."""

    reading: Reading
    aliases: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    symbols: dict[int, Entity] = field(default_factory=dict)
    opening: list[Entity] = field(default_factory=list)
    identifiers: set[str] = field(default_factory=set)
    _things: dict[str, dict[str, Entity]] = field(default_factory=lambda: defaultdict(dict))
    _posts: dict[str, Entity] = field(default_factory=dict)
    _organisations: dict[str, tuple[Entity, int]] = field(default_factory=dict)

    def keep(self, mention: Mention, entity: Entity, *, opening: bool) -> None:
        """Remember what a mention stands for; `opening` says that it is the body named before the preamble."""
        self.identifiers.add(entity.identifier)
        if opening:
            self.opening.append(entity)
        if entity.is_a("InternationalOrganization", "InformalGroup"):
            self._organisations[entity.identifier] = (entity, mention.first)
        if mention.symbol:
            self.symbols[mention.first] = entity
        for lemma in self._lemmas(mention):
            if mention.type == "Post":
                self._posts[lemma] = entity
            elif mention.type != "Person":
                self._things[lemma].pop(entity.identifier, None)
                self._things[lemma][entity.identifier] = entity

    def things(self, mention: Mention) -> tuple[Entity, ...]:
        """Return what was named before with the same noun, the latest last; neither persons nor posts."""
        found: dict[str, Entity] = {}
        for lemma in self._lemmas(mention):
            found |= self._things.get(lemma, {})
        return tuple(found.values())

    def organisations(self, since: int = 0) -> tuple[Entity, ...]:
        """Return the organisations named from token `since` on."""
        return tuple(entity for entity, position in self._organisations.values() if position >= since)

    def post(self, mention: Mention) -> Entity | None:
        """Return the post that was last named with the same noun."""
        return next((self._posts[lemma] for lemma in self._lemmas(mention) if lemma in self._posts), None)

    def _lemmas(self, mention: Mention) -> tuple[str, ...]:
        return tuple(dict.fromkeys(analysis.lemma for analysis in self.reading.tokens[mention.head].analyses))
