"""Who belongs to what, where a text says so: "членами X являются …", "в X входят …", "… присоединились к X"."""

from collections.abc import Iterator, Sequence

from comity.model import Span, Statement, Token
from comity.statements.context import Context, Linked

__all__ = ["state_memberships"]

_ORGANISATIONS = ("InternationalOrganization", "Organization", "InformalGroup", "Body", "Treaty")
_BETWEEN = 3
_NOTHING = Token(Span(0, 1), "")
_JOINING = frozenset((",", "и", "также", "а", "and"))
_PAST = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись")


def state_memberships(context: Context) -> Iterator[Statement]:
    """Yield `memberOf` for the states that a sentence says belong to an organisation, a body or a treaty."""
    words = context.acts
    verbs = words["membership.belonging"] | words["membership.being"] | words["membership.joining"]
    for index in context.reading.having(verbs):
        token = context.tokens[index]
        if token.analyses[0].form != "Fin" or context.is_denied(index):
            continue
        if token.lemma_in(words["membership.being"]):
            found = _being(context, index)
        elif _is_past(token) or token.lemma_in(words["membership.lasting"]):
            found = _belonging(context, index)
        else:
            continue
        yield from found
    yield from _in_parentheses(context)


def _is_past(verb: Token) -> bool:
    return verb.text.endswith(_PAST) or (verb.text.isascii() and verb.analyses[0].tense == "Past")


def _belonging(context: Context, verb: int) -> Iterator[Statement]:
    """Read "В ОДКБ входят Армения и …", "Беларусь вошла в состав ШОС", "… присоединилась к АТЭС"."""
    after = _frame(context, verb + 1)
    organisation = _organisation_at(context, after) if after > verb + 1 or context.patterns.analytic else None
    if organisation is not None:
        states = _states_before(context, verb)
        yield from _members(context, states, organisation, (min((s.first for s in states), default=verb), verb))
        return
    organisation = _organisation_before(context, verb)
    if organisation is not None and _frame(context, _frame_start(context, organisation.first)) == organisation.first:
        states = _states_after(context, verb + 1)
        yield from _members(context, states, organisation, (organisation.first, verb + 1))


def _being(context: Context, verb: int) -> Iterator[Statement]:
    """Read "Членами ШОС являются Индия, …", "Индия является членом ШОС", "Иран стал членом БРИКС"."""
    if not (_is_past(context.tokens[verb]) or context.tokens[verb].lemma_in(context.acts["membership.lasting"])):
        return
    noun = _member_noun(context, verb + 1)
    organisation = _organisation_at(context, context.after_article(noun + 1, "of")) if noun else None
    if organisation is not None:
        states = _states_before(context, verb)
        yield from _members(context, states, organisation, (min((s.first for s in states), default=verb), verb))
        return
    organisation = _organisation_before(context, verb)
    if organisation is not None and _is_member_noun(context, organisation.first - 1):
        states = _states_after(context, verb + 1)
        yield from _members(context, states, organisation, (organisation.first - 1, verb + 1))


def _in_parentheses(context: Context) -> Iterator[Statement]:
    """Read "государства – члены ОДКБ (Армения, Беларусь, …)"."""
    nouns = context.acts["parties.members"]
    for organisation in context.linked:
        opening = organisation.last
        if not organisation.entity.is_a(*_ORGANISATIONS) or _at(context, opening).text != "(":
            continue
        before = context.before_article(organisation.first)
        if not _at(context, before - (_at(context, before).text == "of")).lemma_in(nouns):
            continue
        states = _states_after(context, opening + 1)
        if len(states) > 1 and _at(context, states[-1].last).text == ")":
            yield from _members(context, states, organisation, (organisation.first - 1, opening))


def _members(
    context: Context, states: Sequence[Linked], organisation: Linked, said: tuple[int, int]
) -> Iterator[Statement]:
    for state in states:
        spans = context.quote((organisation.first, organisation.last), said, (state.first, state.last))
        yield Statement(state.entity, "memberOf", organisation.entity, spans, "membership-said", 0.9)


def _at(context: Context, position: int) -> Token:
    return context.tokens[position] if 0 <= position < len(context.tokens) else _NOTHING


def _frame(context: Context, position: int) -> int:
    """Step over "в", "в состав", "к" that stand at a position."""
    if context.patterns.analytic:
        return context.after_article(position, "to")
    if _at(context, position).text.lower() not in {"в", "во", "к", "ко"}:
        return position
    return position + 1 + _at(context, position + 1).lemma_in(context.acts["membership.frames"])


def _frame_start(context: Context, position: int) -> int:
    inside = _at(context, position - 1).lemma_in(context.acts["membership.frames"])
    return position - 1 - inside


def _organisation_at(context: Context, position: int) -> Linked | None:
    return (
        next((o for o in context.in_sentence(position) if o.first == position and o.entity.is_a(*_ORGANISATIONS)), None)
        if position < len(context.tokens)
        else None
    )


def _organisation_before(context: Context, verb: int) -> Linked | None:
    """Return the organisation that ends before a verb, with an adverb between at most."""
    for item in context.in_sentence(verb):
        between = context.tokens[item.last : verb]
        if item.entity.is_a(*_ORGANISATIONS) and item.last <= verb and all(map(_is_aside, between)):
            return item
    return None


def _member_noun(context: Context, position: int) -> int | None:
    """Return the place of "членом", "полноправными участниками" that begins at a position."""
    while _at(context, position).lemma_in(context.acts["membership.full"]):
        position += 1
    return position if _is_member_noun(context, position) else None


def _is_member_noun(context: Context, position: int) -> bool:
    token = _at(context, position)
    return token.lemma_in(context.acts["membership.members"]) and token.in_case("Ins")


def _states_before(context: Context, verb: int) -> tuple[Linked, ...]:
    """Return the list of states in the nominative that ends before a verb."""
    states = [i for i in context.in_sentence(verb) if i.last <= verb and _is_listed(context, i)]
    if not states or not all(map(_is_aside, context.tokens[states[-1].last : verb])):
        return ()
    kept = [states[-1]]
    for state in reversed(states[:-1]):
        if not {t.text for t in context.tokens[state.last : kept[0].first]} <= _JOINING:
            break
        kept.insert(0, state)
    before = context.tokens[kept[0].first - 1] if kept[0].first > context.reading.sentence(verb).start else None
    if before is not None and (before.is_part("ADP") or any(a.part == "NOUN" for a in before.analyses[:1])):
        return ()
    return tuple(kept)


def _is_aside(token: Token) -> bool:
    return token.is_part("ADV") or token.text in _JOINING - {","}


def _states_after(context: Context, position: int) -> tuple[Linked, ...]:
    """Return the list of states in the nominative that begins at a position, or after "шесть стран:"."""
    sentence = context.reading.sentence(position - 1)
    stop = min(sentence.stop, position + _BETWEEN + 1)
    colon = next((i + 1 for i in range(position, stop) if context.tokens[i].text in {":", "–", "—"}), position)
    kept: list[Linked] = []
    for state in (i for i in context.in_sentence(position - 1) if i.first >= position and _is_listed(context, i)):
        start = kept[-1].last if kept else colon
        if not {t.text for t in context.tokens[start : state.first]} <= _JOINING:
            break
        kept.append(state)
    return tuple(kept)


def _is_listed(context: Context, item: Linked) -> bool:
    whole = item.entity.is_a("State") and item.mention.rule == "known-name"
    acronym = context.tokens[item.mention.head].text.isupper()
    return whole and (acronym or context.tokens[item.mention.head].in_case("Nom"))
