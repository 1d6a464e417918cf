"""Kinds of actors that belong to somebody: the member states of one organisation are not those of another."""

from collections.abc import Sequence

from comity.lexicon import LanguagePatterns, Lexicon
from comity.lexicon.keys import is_acronym
from comity.linking.identity import mint
from comity.model import Entity, Mention, Name, Reading

__all__ = ["members_of", "owned_group"]


def owned_group(label: str, owner: Entity, language: str) -> Entity:
    """Return "государства-члены ШОС": a kind of actors under the acronym, else the name, of whom they belong to."""
    acronyms = [name.text for name in owner.names if name.language == language and is_acronym(name.text)]
    of = min(acronyms, key=len) if acronyms else f"({owner.label})"
    return mint("StakeholderGroup", (label, owner.identifier), (Name(f"{label} {of}", language),))


def members_of(
    reading: Reading,
    mention: Mention,
    named: Mention | None,
    ours: Sequence[str],
    known: tuple[Lexicon, LanguagePatterns],
) -> Entity | None:
    """Return the members of the organisation named right after them, else of the one whose instrument the text is.

    `named` is the body that begins where the mention ends, `ours` identifies the adopting body where it is known.
    """
    lexicon, patterns = known
    noun = reading.tokens[mention.head]
    if mention.type != "StakeholderGroup" or not noun.lemma_in(patterns.acts["parties.members"]):
        return None
    of_ours = named is None and noun.lemma_in(patterns.acts["parties.ours"])
    owners = named.candidates if named is not None else ours if of_ours else ()
    owner = _organisation_of(owners[0], lexicon) if len(owners) == 1 else None
    return owned_group(mention.label, owner, reading.document.language) if owner is not None else None


def _organisation_of(identifier: str, lexicon: Lexicon) -> Entity | None:
    """Return an organisation, or the one that a body is an organ of."""
    seen = [identifier]
    while seen:
        entry = lexicon.entries.get(seen.pop())
        if entry is None or entry.entity.is_a("InternationalOrganization", "InformalGroup"):
            return entry.entity if entry is not None else None
        seen.extend(entry.parents)
    return None
