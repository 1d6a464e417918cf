"""Parties: whom a text names as declaring, signing or agreeing, and of what it says they are members."""

from collections.abc import Iterator, Sequence

from comity.model import BlockKind, Entity, Statement
from comity.statements.clauses import is_predicate
from comity.statements.context import Context, Linked
from comity.statements.government import governor
from comity.statements.nominatives import represented
from comity.statements.reports import reported_instrument, speaker
from comity.statements.subjects import subjects

__all__ = ["state_parties"]

_NEAR, _NEAR_WITH_ARTICLES = 5, 8
"""How far from "we" the organisation stands: "We, the Leaders of the member States of BRICS"."""
_INTRODUCING = frozenset((BlockKind.PREAMBULAR, BlockKind.OPERATIVE, BlockKind.PARAGRAPH))
_ORGANISATIONS = ("InternationalOrganization", "Organization", "InformalGroup", "Treaty")


def state_parties(context: Context) -> Iterator[Statement]:
    """Yield `endorsedBy` for the parties named, and `memberOf` where the text calls them members."""
    for sentence, block in context.reading.sentences:
        kind = context.reading.document.blocks[block].kind
        if context.own is not None and kind in _INTRODUCING and _introduces_parties(context, sentence.start):
            yield from _declared(context, context.own, sentence.start)
    yield from _joint_title(context)
    yield from _signatures(context)
    yield from _treaty_parties(context)
    yield from _agreed(context)
    if context.own is None:
        yield from _signed(context)


def _introduces_parties(context: Context, first: int) -> bool:
    """Read "Мы, руководители государств …", "Президент … и Президент …, проведя …," before what they declare."""
    leaders = context.acts["parties.leaders"]
    opening = context.tokens[context.after_article(first)]
    if opening.text.lower() in {"мы", "we"}:
        return any(token.lemma_in(leaders) for token in context.tokens[first + 1 : first + 5])
    return opening.lemma_in(leaders) and opening.in_case("Nom")


def _declared(context: Context, own: Entity, first: int) -> Iterator[Statement]:
    sentence = context.in_sentence(first)
    states = _outermost([i for i in sentence if i.entity.is_a("State") and i.mention.rule == "known-name"])
    if len(states) < 2:  # noqa: PLR2004 - one state is no list of parties
        yield from _collective(context, own, sentence, first)
        return
    organisation = _membership_claimed(context, sentence, states[0])
    for state in states:
        spans = context.quote((first, first + 3), (state.first, state.last))
        yield Statement(own, "endorsedBy", state.entity, spans, "parties-listed", 0.95)
        if organisation is not None:
            evidence = context.quote((state.first, state.last), (organisation.first - 1, organisation.last))
            yield Statement(state.entity, "memberOf", organisation.entity, evidence, "members-listed", 0.95)


def _outermost(items: list[Linked]) -> list[Linked]:
    return [item for item in items if not any(other.mention.contains(item.mention) for other in items)]


def _collective(context: Context, own: Entity, sentence: Sequence[Linked], first: int) -> Iterator[Statement]:
    """Read "Мы, лидеры стран БРИКС, …": the leaders of an organisation's members speak for it."""
    near = _NEAR_WITH_ARTICLES if context.patterns.analytic else _NEAR
    group = next((i for i in sentence if i.first <= first + near and i.entity.is_a(*_ORGANISATIONS)), None)
    leaders = any(token.lemma_in(context.acts["parties.leaders"]) for token in context.tokens[first : first + 5])
    said = any(
        t.analyses[0].form == "Fin" for t in context.tokens[first : group.first if group else first] if t.analyses
    )
    if group is not None and leaders and not said:
        spans = context.quote((first, group.last))
        yield Statement(own, "adoptedBy", group.entity, spans, "leaders-of-the-members", 0.85)


def _joint_title(context: Context) -> Iterator[Statement]:
    """Read "Совместное заявление Российской Федерации и Республики Казахстан …"."""
    titled = [i for i in context.linked if context.block(i.first).kind is BlockKind.TITLE]
    noun = next((i for i in titled if i.entity == context.own), None)
    if noun is None or context.own is None:
        return
    position, states = context.after_article(noun.mention.head + 1, "of", "by", "between"), []
    while (state := next((i for i in titled if i.first == position and i.entity.is_a("State")), None)) is not None:
        states.append(state)
        joined = state.last < len(context.tokens) and context.tokens[state.last].text in {",", "и", "and"}
        position = context.after_article(state.last + joined)
    for state in states if len(states) > 1 else ():
        spans = context.quote((noun.first, state.last))
        yield Statement(context.own, "endorsedBy", state.entity, spans, "joint-title", 0.9)


def _signatures(context: Context) -> Iterator[Statement]:
    """Read the lines under an instrument: "За Республику Армения", "За Правительство Республики Молдова"."""
    own = context.own
    for item in context.linked if own is not None else ():
        before = item.first - 1
        if before > 0 and context.tokens[before].lemma_in(context.acts["parties.governing"]):
            before -= 1
        if own is None or before < 0 or not item.entity.is_a("State") or item.mention.rule == "demonym":
            continue
        line = context.block_tokens(context.reading.block_index(item.first))
        silent = not any(is_predicate(context.tokens[index]) for index in line)
        if silent and all(_signs_for(context, index) for index in (line.start, before)):
            spans = context.quote((before, item.last))
            yield Statement(own, "endorsedBy", item.entity, spans, "signed-for", 0.9)


def _signs_for(context: Context, index: int) -> bool:
    token = context.tokens[index]
    return token.is_capitalised and token.lemma_in(context.acts["parties.for"])


def _membership_claimed(context: Context, sentence: Sequence[Linked], before: Linked) -> Linked | None:
    """Return X of "руководители государств-членов X – …"."""
    for item in sentence:
        if item.first < before.first and item.entity.is_a(*_ORGANISATIONS):
            prior = context.before_article(item.first)
            noun = context.tokens[prior - (context.tokens[prior].text == "of")]
            if noun.lemma_in(context.acts["parties.members"]):
                return item
    return None


def _treaty_parties(context: Context) -> Iterator[Statement]:
    """Read "Соглашение между Правительством X и Правительством Y"."""
    for item in context.linked:
        if not item.entity.is_a("Treaty") or not any(
            t.has_lemma("между", "between") for t in context.tokens[item.first : item.last]
        ):
            continue
        if context.own is None and not _exists(context, item):
            continue
        for state in context.in_sentence(item.first):
            if (
                state.entity.is_a("State")
                and item.mention.contains(state.mention)
                and state.mention.rule == "known-name"
            ):
                yield Statement(
                    item.entity,
                    "endorsedBy",
                    state.entity,
                    context.quote((item.first, item.last)),
                    "treaty-between",
                    0.9,
                )


def _exists(context: Context, item: Linked) -> bool:
    """Tell a treaty that was concluded from one that a report only speaks of, or says not to be there yet."""
    tokens = context.tokens
    dated = item.last + 1 in context.dates and tokens[item.last].text.lower() in {"от", "of"}
    if dated or item.entity.known or item.mention.title is not None:
        return True
    sentence = [tokens[i] for i in context.reading.sentence(item.first)]
    open_ = any(t.lemma_in(context.acts["denial.open"]) or t.text.lower() in {"не", "будет", "not"} for t in sentence)
    return tokens[item.first].is_capitalised and not open_


def _agreed(context: Context) -> Iterator[Statement]:
    """In a report: the states of which it says that they agreed, where it reports on their joint instrument."""
    instrument = reported_instrument(context)
    if context.own is not None or instrument is None:
        return
    for index in context.reading.having(context.acts["parties.agreeing"]):
        if context.tokens[index].analyses[0].form != "Fin":
            continue
        actors = [s for s in subjects(context, index) if s.entity.is_a("State", "InternationalOrganization")]
        if len(actors) < 2 or context.is_denied(index):  # noqa: PLR2004 - an agreement takes two
            continue
        for actor in actors:
            spans = context.quote((actor.first, index + 1))
            yield Statement(instrument, "endorsedBy", actor.entity, spans, "parties-agreed", 0.85, speaker=instrument)


def _signed(context: Context) -> Iterator[Statement]:
    """In a report: who signed an instrument that is known or has a title; a mere kind of treaty would be anybody's."""
    for item in context.instruments():
        if not (item.entity.known or item.mention.symbol or item.mention.title):
            continue
        way = governor(context, item)
        if way is None or way.carriers or way.preposition or not _is_done(context, way.verb, "parties.signing"):
            continue
        for actor in subjects(context, way.verb):
            party = represented(context, actor.entity) if actor.entity.is_a("Person") else actor.entity
            if party is not None and party.is_a("State", "InternationalOrganization"):
                spans = context.quote((actor.first, actor.last), (way.verb, item.last))
                whose = speaker(context, way.verb, actor.entity)
                yield Statement(item.entity, "endorsedBy", party, spans, "signed", 0.85, speaker=whose)


def _is_done(context: Context, verb: int, words: str) -> bool:
    """Return whether a verb of a word list tells of what was done: neither denied nor still to be done."""
    token = context.tokens[verb]
    best = token.analyses[0] if token.analyses else None
    done = best is not None and best.form == "Fin" and best.tense == "Past" and token.lemma_in(context.acts[words])
    return done and not context.is_denied(verb)
