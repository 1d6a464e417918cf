"""Posts: who holds which, and whom it leads or represents."""

from collections.abc import Iterator

from comity.model import Statement
from comity.statements.context import Context, Linked
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
        owners = [
            other
            for other in context.in_sentence(post.first)
            if post.first <= other.first and other.last <= post.last and other.entity.is_a(*_OWNERS)
        ]
        for owner in owners[:1]:
            yield Statement(post.entity, "postIn", owner.entity, context.quote((post.first, post.last)), "post-of", 0.9)
        person = held.get(post.first)
        if person is not None:
            yield from _held(context, post, person, owners)


def _held(context: Context, post: Linked, person: Linked, owners: list[Linked]) -> Iterator[Statement]:
    quote = context.quote((post.first, person.last))
    whose = background(context, post.first)
    before = context.tokens[post.first - 1] if post.first > context.reading.sentence(post.first).start else None
    if before is not None and (before.lemma_in(context.patterns.words["names.former"]) or before.text == "."):
        return
    if post.mention.specific:
        yield Statement(person.entity, "holdsPost", post.entity, quote, "post-before-name", 0.95, speaker=whose)
    head = context.tokens[post.mention.head].lemma
    predicate = _PREDICATES.get(post.mention.kind or context.patterns.posts.get(head, ""))
    for owner in owners[:1]:
        if predicate and (predicate == "represents" or owner.entity.is_a("State", "InternationalOrganization")):
            yield Statement(person.entity, predicate, owner.entity, quote, "post-before-name", 0.9, speaker=whose)
