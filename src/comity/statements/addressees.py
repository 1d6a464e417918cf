"""Whom a request is made to: the actors after its verb, one after another, with whom they belong to."""

from dataclasses import replace

from comity.lexicon.keys import is_acronym
from comity.lexicon.patterns import Request
from comity.linking import owned_group
from comity.model import BlockKind, Entity, Mention, Token
from comity.statements.context import ACTORS, Context, Linked

__all__ = ["addressees"]

_JOINING = frozenset(
    (",", "и", "а", "также", "другой", "все", "весь", "and", "other", "all", "the", "upon", "on", "relevant")
)
_OWNERS = ("InternationalOrganization", "Organization", "Body", "State", "InformalGroup")


def addressees(context: Context, verb: int, request: Request) -> list[Linked]:
    """Return the actors right after the verb and those coordinated with them, in the case the verb asks for.

    Kinds of actors without a name ("органы и подразделения") and genitives ("организации системы …") are passed over.
    """
    position = verb + 1
    if request.preposition and context.tokens[position].text.lower() == request.preposition:
        position += 1
    stop = context.reading.sentence(verb).stop
    named = {item.first: item for item in reversed(_named(context, verb))}
    found: list[Linked] = []
    expected = True
    while position < stop:
        item, token = named.get(position), context.tokens[position]
        if token.text in _JOINING or token.lemma_in(_JOINING):
            expected = True
            position += 1
        elif not expected:
            end, owner = _over_genitive(context, position, stop)
            if owner is not None:
                found = [_owned(context, one, owner, position) for one in found]
            if end == position:
                break
            position = end
        elif item is not None and _fits(context, item, request):
            found.append(item)
            expected = False
            position = item.last
        elif item is None and _is_passed(context, position, request, listed=bool(found)):
            expected = _qualifies(token, request) or token.is_part("ADP", "PRON")
            position += 1
        else:
            break
    return found


def _is_passed(context: Context, position: int, request: Request, *, listed: bool) -> bool:
    token = context.tokens[position]
    if token.is_part("ADP"):
        return context.tokens[position + 1].is_part("PRON")
    if token.is_part("PRON") and position and context.tokens[position - 1].is_part("ADP"):
        return True
    return _qualifies(token, request) or (listed and _is_kind_of_actor(token, request))


def _over_genitive(context: Context, position: int, stop: int) -> tuple[int, Linked | None]:
    """Return the end of a genitive after a kind of actors, and the organisation or state that closes it."""
    while position < stop:
        token = context.tokens[position]
        owner = next(
            (i for i in context.in_sentence(position) if i.first == position and i.entity.is_a(*_OWNERS)), None
        )
        if owner is not None:
            genitive = context.tokens[owner.mention.head].in_case("Gen") or is_acronym(token.text)
            return (owner.last, owner) if genitive else (position, None)
        if not any(a.case == "Gen" and a.part in {"NOUN", "ADJ"} for a in token.analyses[:1]):
            break
        position += 1
    return position, None


def _fits(context: Context, item: Linked, request: Request) -> bool:
    if any(analysis.form == "Attr" for analysis in context.tokens[item.last - 1].analyses[:1]):
        return False  # "United Nations entities" are not the United Nations
    head = context.tokens[item.mention.head]
    return not request.cases or is_acronym(context.tokens[item.first].text) or head.in_case(*request.cases)


def _qualifies(token: Token, request: Request) -> bool:
    """An adjective, participle or pronoun that agrees with the one who is asked."""
    return any(a.case in request.cases and (a.part in {"ADJ", "DET"} or a.form == "Part") for a in token.analyses)


def _is_kind_of_actor(token: Token, request: Request) -> bool:
    return any(a.part == "NOUN" and a.case in request.cases and a.number == "Plur" for a in token.analyses)


def _named(context: Context, verb: int) -> list[Linked]:
    """Return the actors of a sentence; "Правительство Науру" stands for the state it governs."""
    named = [
        item
        for item in context.in_sentence(verb)
        if item.entity.is_a(*ACTORS, "StakeholderGroup") and item.mention.rule != "demonym"
    ]
    governed = [Linked(mention, item.entity) for item in named if (mention := _government(context, item)) is not None]
    return [*governed, *named]


def _government(context: Context, item: Linked) -> Mention | None:
    """Return "Правительство Науру" as a mention of the state."""
    if not item.first or not item.entity.is_a("State"):
        return None
    noun = context.tokens[item.first - 1]
    one = noun.lemma_in(context.acts["parties.governing"]) and any(a.number != "Plur" for a in noun.analyses)
    return replace(item.mention, first=item.first - 1, head=item.first - 1) if one else None


def _owned(context: Context, item: Linked, owner: Linked, tail: int) -> Linked:
    """Tell the funds of an organisation from foundations, and the members of one from those of another."""
    if not item.entity.is_a("StakeholderGroup") or item.entity.label != item.mention.label:
        return item
    noun = context.tokens[item.mention.head]
    theirs = item.last == tail and noun.lemma_in(context.acts["parties.members"])
    if not (theirs and not _is_ours(context, owner.entity)) and not noun.lemma_in(context.acts["requests.of"]):
        return item
    return Linked(item.mention, owned_group(item.entity.label, owner.entity, context.reading.document.language))


def _is_ours(context: Context, organization: Entity) -> bool:
    """Return whether an organisation, or a body of it, is the one whose document this is."""
    ours = [
        item.entity
        for item in context.linked
        if context.block(item.first).kind in {BlockKind.TITLE, BlockKind.OPENING} and item.entity.is_a(*_OWNERS)
    ]
    parents = {
        parent
        for entity in ours
        if entity.identifier in context.lexicon.entries
        for parent in context.lexicon.entries[entity.identifier].parents
    }
    return organization in ours or organization.identifier in parents
