"""Posts: who holds which, and whom it leads or represents."""

from collections.abc import Iterator, Sequence

from comity.mentions import kind_of_office
from comity.model import Statement
from comity.statements.context import Context, Linked
from comity.statements.nominatives import is_direct
from comity.statements.reports import background

__all__ = ["state_posts"]

_OWNERS = ("State", "Organization", "InternationalOrganization", "Body")
_PREDICATES = {"head": "headOf", "represents": "represents"}


def state_posts(context: Context) -> Iterator[Statement]:
    """Yield `holdsPost`, `headOf`, `represents` and the body that a post is in."""
    held = {post.first: person for post, person in context.offices}
    for post in context.linked:
        if not post.entity.is_a("Post"):
            continue
        inside = [i for i in context.in_sentence(post.first) if post.first <= i.first and i.last <= post.last]
        owner = _owner(context, post, inside) or _owner_after_name(context, post, held.get(post.first))
        if owner is not None:
            yield Statement(post.entity, "postIn", owner.entity, context.quote((post.first, post.last)), "post-of", 0.9)
        person = held.get(post.first)
        if person is not None:
            yield from _held(context, post, person, owner)


def _owner(context: Context, post: Linked, inside: Sequence[Linked]) -> Linked | None:
    """Return what the post is in: the first owner named in it, unless a proper name unknown to us stands between."""
    owner = next((item for item in inside if item.entity.is_a(*_OWNERS)), None)
    if owner is None or owner.first < post.mention.head:
        return owner
    between = range(post.mention.head + 1, owner.first)
    covered = {
        i
        for item in inside
        if item.entity.is_a("Post") and item.first > post.first
        for i in range(item.first, item.last)
    }
    unknown = any(context.tokens[index].is_capitalised and index not in covered for index in between)
    return None if unknown else owner


def _owner_after_name(context: Context, post: Linked, person: Linked | None) -> Linked | None:
    """Return the state of "President Xi Jinping of China"."""
    if person is None or not context.patterns.analytic or person.first < post.last:
        return None
    start = context.after_article(person.last, "of")
    following = start > person.last and context.tokens[person.last].text == "of"
    owners = (i for i in context.in_sentence(person.first) if i.first == start and i.entity.is_a("State"))
    return next(owners, None) if following else None


def _held(context: Context, post: Linked, person: Linked, owner: Linked | None) -> Iterator[Statement]:
    quote = context.quote((min(post.first, person.first), max(post.last, person.last)))
    rule = "post-before-name" if post.first < person.first else "post-after-name"
    whose = background(context, post.first)
    before = context.tokens[post.first - 1] if post.first > context.reading.sentence(post.first).start else None
    if before is not None and (before.lemma_in(context.patterns.words["names.former"]) or before.text == "."):
        return
    following = owner is not None and owner.first > person.first > post.first
    if post.mention.specific or following:
        yield Statement(person.entity, "holdsPost", post.entity, quote, rule, 0.95, speaker=whose)
    kind = post.mention.kind or kind_of_office(context.reading, context.patterns, post.first, post.mention.head)
    predicate = _PREDICATES.get(kind or "")
    if owner is None or predicate is None or not (following or is_direct(context, post, owner)):
        return
    if predicate == "represents" or owner.entity.is_a("State", "InternationalOrganization"):
        yield Statement(person.entity, predicate, owner.entity, quote, rule, 0.9, speaker=whose)
