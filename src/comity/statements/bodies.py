"""The structure of bodies: what belongs to what, of how many members, for which term."""

from collections.abc import Iterator

from comity.model import Statement, Value
from comity.statements.context import Context, Linked

__all__ = ["state_bodies"]

_OWNERS = ("Organization", "InternationalOrganization", "Body", "InformalGroup")
_OWNED = ("Body",)


def state_bodies(context: Context) -> Iterator[Statement]:
    """Yield `partOf`, `memberOf` of bilateral bodies, `memberCount` and `termLength`."""
    for item in context.linked:
        if not item.entity.is_a(*_OWNED, "Organization") or item.mention.rule in {
            "demonym",
            "short-form",
            "description",
        }:
            continue
        yield from _parent(context, item)
        yield from _states(context, item)
        yield from _size(context, item)


def _parent(context: Context, item: Linked) -> Iterator[Statement]:
    """A body named right after in the genitive, or an organisation inside the name: "Банк развития ШОС"."""
    if not item.entity.is_a(*_OWNED):
        return
    for other in context.in_sentence(item.first):
        if other.entity == item.entity or not other.entity.is_a(*_OWNERS):
            continue
        after = context.after_article(item.last, "of") if context.patterns.analytic else item.last
        follows = other.first == after and context.tokens[other.mention.head].in_case("Gen")
        follows = follows and (after == item.last) is not context.patterns.analytic
        inside = item.mention.contains(other.mention) and _owns(context, item, other)
        attached = (
            other.first == item.last + 1
            and context.tokens[item.last].text == "при"
            and other.entity.is_a("Body", "InternationalOrganization", "InformalGroup")
        )
        if follows or inside or attached:
            spans = context.quote((item.first, max(item.last, other.last)))
            rule = "owner-in-the-name" if inside else "body-of-a-body"
            yield Statement(item.entity, "partOf", other.entity, spans, rule, 0.9)


def _owns(context: Context, item: Linked, owner: Linked) -> bool:
    """The organisation stands right after the head, or closes the name; not after a preposition inside it."""
    before = context.tokens[context.before_article(owner.first)]
    if context.patterns.analytic:
        closing = owner.last == item.last and before.text == "of" and owner.first > item.mention.head
        return closing or (owner.first == item.first and owner.last <= item.mention.head)
    if before.is_part("ADP") or not (
        context.tokens[owner.mention.head].in_case("Gen") or context.tokens[owner.first].text.isupper()
    ):
        return False
    between = context.tokens[item.mention.head + 1 : owner.first]
    return owner.first == item.mention.head + 1 or (
        owner.last == item.last and not any(t.is_part("ADP") for t in between)
    )


def _states(context: Context, item: Linked) -> Iterator[Statement]:
    """Read "российско-китайская комиссия": a body of two states."""
    states = [
        other
        for other in context.in_sentence(item.first)
        if other.mention.rule == "demonym" and item.first <= other.first < item.mention.head
    ]
    if len({state.entity for state in states}) > 1:
        for state in states:
            yield Statement(
                state.entity, "memberOf", item.entity, context.quote((item.first, item.last)), "bilateral-body", 0.85
            )


def _size(context: Context, item: Linked) -> Iterator[Statement]:
    """Read "… в составе 40 членов, … выбираемых на трехлетний срок", "… состоит из пяти членов сроком на три года"."""
    stop = min(context.reading.sentence(item.first).stop, item.last + 30)
    following = next(
        (o.first for o in context.in_sentence(item.first) if o.first >= item.last and o.entity.is_a(*_OWNED)), stop
    )
    tokens = context.tokens
    for index in range(item.last, min(stop, following) - 1):
        number, noun = tokens[index], tokens[index + 1]
        count = _number(context, index)
        if count and noun.has_lemma("член", "member") and tokens[index - 1].lemma_in(_COMPOSING):
            quote = context.quote((item.first, item.last), (index - 2, index + 2))
            yield Statement(item.entity, "memberCount", Value(count, "integer"), quote, "number-of-members", 0.9)
        years = str(context.patterns.terms.get(number.lemma, "")) if noun.has_lemma("срок", "term") else ""
        in_years = count and noun.has_lemma("год", "лета", "year") and tokens[index - 2].has_lemma("срок", "term")
        if years or in_years:
            quote = context.quote((item.first, item.last), (index - 1, index + 2))
            term = Value(f"P{years or count}Y", "duration")
            yield Statement(item.entity, "termLength", term, quote, "term-of-members", 0.9)


def _number(context: Context, index: int) -> str:
    """Return the number at a token, in digits; empty where none stands there."""
    token = context.tokens[index]
    if token.text.isdigit():
        return token.text
    return next(
        (str(context.patterns.numerals[a.lemma]) for a in token.analyses if a.lemma in context.patterns.numerals), ""
    )


_COMPOSING = frozenset(
    ("состав", "состоять", "из", "включать", "насчитывать", "of", "comprise", "comprising", "include", "with", "have")
)
