"""Names in the nominative, and what the persons among them stand for."""

from comity.model import Entity
from comity.statements.context import Context, Linked

__all__ = ["country", "holder", "is_direct", "is_subject", "represented"]

_CLAUSE_STARTS = frozenset((",", ";", "а", "и", "но", "однако", "—", "–", "and", "but"))
_EVERY_CASE = 5


def is_subject(context: Context, item: Linked) -> bool:
    """In the nominative, free of a preposition, not inside another name and not the genitive of a noun before it."""
    token = context.tokens[item.mention.head]
    if item.mention.rule == "demonym" or _is_nested(context, item):
        return False
    if context.patterns.analytic:
        bracketed = item.first > 0 and context.tokens[item.first - 1].text == "("
        return not bracketed and token.in_case("Nom") and token.analyses[0].form != "Attr"
    return _is_nominative(context, item)


def _is_nominative(context: Context, item: Linked) -> bool:
    token = context.tokens[item.mention.head]
    before = context.tokens[item.first - 1] if item.first > context.reading.sentence(item.first).start else None
    if before is not None and (before.is_part("ADP") or before.text.lower() in {"(", "не", "not"}):
        return False
    acronym = token.text.isupper() and len(token.text) > 1
    if acronym and before is not None and before.analyses and before.analyses[0].part == "NOUN":
        return False
    if item.entity.is_a("Person"):
        return _is_person_named(context, item)
    best = token.analyses[0].case if token.analyses else None
    if len(token.analyses.cases) >= _EVERY_CASE:
        return before is None or not before.is_word or before.text.lower() in _CLAUSE_STARTS
    return acronym or best == "Nom" or (token.in_case("Nom") and not token.in_case("Gen"))


def _is_person_named(context: Context, item: Linked) -> bool:
    """Return whether a person's name is not declined: it stands as in the nominative, and so does the post before."""
    post = next((post for post, person in context.offices if person == item), None)
    if post is not None and not context.tokens[post.mention.head].in_case("Nom"):
        return False
    return context.is_undeclined(item)


def _is_nested(context: Context, item: Linked) -> bool:
    return any(other.mention.contains(item.mention) for other in context.in_sentence(item.first))


def holder(context: Context, entity: Entity) -> Entity:
    """Return the person of whom the document says that they hold a post, else the entity itself."""
    if not entity.is_a("Post"):
        return entity
    holders = (person.entity for post, person in context.offices if post.entity == entity)
    return next(holders, entity)


def is_direct(context: Context, post: Linked, owner: Linked) -> bool:
    """Tell "глава государства Чили" from "глава правительства Чили": no body stands between a post and its owner."""
    between = context.tokens[post.mention.head + 1 : owner.first]
    return all(token.lemma_in(context.patterns.words["names.governing"]) for token in between)


def represented(context: Context, person: Entity) -> Entity | None:
    """Return the state or organisation that the document says a person heads."""
    return _owner(context, person, frozenset(("head", None)))


def country(context: Context, actor: Entity) -> Entity | None:
    """Return the state of a person in any office of it, or the state itself."""
    return actor if actor.is_a("State") else _owner(context, actor, None)


def _owner(context: Context, person: Entity, kinds: frozenset[str | None] | None) -> Entity | None:
    for post, one in context.offices:
        if one.entity != person or (kinds is not None and post.mention.kind not in kinds):
            continue
        inside = (o for o in context.in_sentence(post.first) if post.first <= o.first and o.last <= post.last)
        owner = next((o for o in inside if o.entity.is_a("State", "InternationalOrganization")), None)
        if owner is not None and (kinds is None or is_direct(context, post, owner)):
            return owner.entity
    return None
