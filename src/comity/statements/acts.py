"""Stances and foundations: who proposes, supports, establishes what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from comity.lexicon.patterns import StanceFrame
from comity.model import BlockKind, Entity, Span, Statement, Value
from comity.statements.clauses import before_adverbs
from comity.statements.context import INSTRUMENTS, Context, Linked
from comity.statements.government import FRAMES, Government, governor
from comity.statements.nominatives import represented
from comity.statements.reports import reported_instrument, speaker
from comity.statements.subjects import Subject, lead_verb, subjects

__all__ = ["state_acts"]

_OBJECTS = (
    "Body",
    "Organization",
    "InformalGroup",
    "Event",
    "Initiative",
    "Treaty",
    "Strategy",
    "Declaration",
    "Communique",
    "Resolution",
    "Instrument",
)
_STATUSES = ("status-proposed", "status-endorsed", "status-planned", "status-established")
_AT = frozenset(("в", "во", "на", "at", "in"))
_SKIPPED = frozenset((BlockKind.FURNITURE, BlockKind.TITLE, BlockKind.FOOTNOTE, BlockKind.SIGNATURE, BlockKind.OPENING))


@dataclass(frozen=True, slots=True)
class _Act:
    """A mention with what governs it."""

    item: Linked
    way: Government


def state_acts(context: Context) -> Iterator[Statement]:
    """Yield what is established, proposed, supported or objected to, and the status each initiative has by that."""
    acts = list(_acts(context))
    yield from (statement for statement in acts if statement.predicate != "status")
    yield from _furthest(statement for statement in acts if statement.predicate == "status").values()


def _furthest(statuses: Iterable[Statement]) -> dict[str, Statement]:
    """Return the furthest status that a document gives each initiative, with all the quotes for it."""
    furthest: dict[str, Statement] = {}
    for statement in statuses:
        known = furthest.get(statement.subject.identifier)
        if known is None or _STATUSES.index(statement.rule) > _STATUSES.index(known.rule):
            furthest[statement.subject.identifier] = statement
        elif known.rule == statement.rule:
            spans = tuple(dict.fromkeys((*known.spans, *statement.spans)))
            furthest[statement.subject.identifier] = replace(known, spans=spans)
    return furthest


def _acts(context: Context) -> Iterator[Statement]:
    through = frozenset(noun for stance in context.acts.stances for noun in stance.through)
    for item in context.linked:
        named = item.entity.is_a(*_OBJECTS) and item.mention.rule != "demonym"
        if not named or context.block(item.first).kind in _SKIPPED:
            continue
        if _only_carries(context, item) or _is_bare(item) or _is_occasion(context, item):
            continue
        way = governor(context, item, through=through)
        if way is None:
            yield from _listed(context, item)
            continue
        act = _Act(item, way)
        yield from _owned_initiative(context, act)
        if _is_left_open(context, act):
            continue
        yield from _established(context, act)
        yield from _proposed(context, act)
        yield from _stances(context, act)


def _only_carries(context: Context, item: Linked) -> bool:
    """Read "инициативу Китая по созданию Банка" is about the Bank: the noun only carries it."""
    if item.mention.title or not context.tokens[item.mention.head].lemma_in(context.acts["carriers.nouns"]):
        return False
    if any(token.text == "to" for token in context.tokens[item.last : item.last + 1]):
        return True
    return any(item.mention.contains(o.mention) and o.entity.is_a(*_OBJECTS) for o in context.in_sentence(item.first))


def _is_left_open(context: Context, act: _Act) -> bool:
    """Return whether the text denies an act, makes it hang on something, or keeps its distance from the words."""
    verb = act.way.verb
    lead = context.block(verb).lead
    introducing = lead_verb(context, lead) if lead is not None else None
    if context.is_denied(verb) or (introducing is not None and context.is_denied(introducing)):
        return True
    before = context.tokens[before_adverbs(context, verb)]
    infinitive = any(best.form == "Inf" for best in context.tokens[verb].analyses[:1])
    if infinitive and before.lemma_in(context.acts["denial.nouns"]):
        return True
    distant = any(t.lemma_in(context.acts["denial.distance"]) for t in context.tokens[verb : act.item.first])
    return distant or context.is_conditional(verb) or any(_is_ironic(quoted, context, act) for quoted in context.quoted)


def _is_ironic(quoted: range, context: Context, act: _Act) -> bool:
    """Tell a common word in quotation marks, «создание» or «инициативу», from a name."""
    words = context.tokens[quoted.start : quoted.stop]
    near = quoted.start > act.way.verb and quoted.stop <= act.item.last and quoted.start <= act.item.mention.head
    return near and len(words) == 1 and words[0].text.islower()


def _is_bare(item: Linked) -> bool:
    """Tell "международную конференцию": a kind of thing, with nothing that singles one out."""
    mention = item.mention
    return mention.rule == "head-noun" and not mention.specific and mention.last == mention.head + 1


def _is_occasion(context: Context, item: Linked) -> bool:
    """Read "выступил с идеей на саммите": what is said there is not about the event, as "участие в саммите" is."""
    start = context.before_article(item.first) + 1
    before = context.tokens[max(start - 2, 0) : start]
    at = item.entity.is_a("Event") and len(before) > 1 and before[-1].text.lower() in _AT
    return at and not before[0].lemma_in(context.acts["carriers.attending"])


def _established(context: Context, act: _Act) -> Iterator[Statement]:
    verb = context.tokens[act.way.verb]
    if not verb.lemma_in(context.acts["establishing.verbs"]) or act.item.entity.is_a(*INSTRUMENTS) or act.way.carriers:
        return
    planned = _modal(context, act.way.verb, "establishing.planned")
    proposing = _modal(context, act.way.verb, "proposing.verbs")
    if proposing is not None or verb.analyses[0].form == "Part" or _is_asked_of_others(context, act.way.verb):
        return
    founder = _founder(context, act)
    if founder is None:
        return
    decided = _modal(context, act.way.verb, "establishing.decided")
    modal = planned if planned is not None else decided
    quote = context.quote((act.way.verb, act.item.last), *([(modal, modal + 1)] if modal is not None else []))
    enacted = decided is not None or _is_enacted(context, act.way.verb)
    done = planned is None and (verb.analyses[0].form == "Fin" or enacted)
    status = "established" if done else "planned"
    whose = speaker(context, act.way.verb)
    details = context.provision(act.item.first)
    yield Statement(
        founder, "establishes", act.item.entity, quote, "founding-verb", 0.9,
        kind="establishes", modality="asserted" if done else "planned", speaker=whose, details=details,
    )  # fmt: skip
    yield _status(act.item.entity, status, quote, whose)
    within = act.way.frame or _frame_before(context, act.way.verb)
    if within is not None and within.is_a("InternationalOrganization", "Organization", "Body"):
        yield Statement(act.item.entity, "partOf", within, quote, "founded-within", 0.9, speaker=whose)


def _frame_before(context: Context, verb: int) -> Entity | None:
    """Return the body of "договорились в рамках рабочей группы … учредить"."""
    for item in context.in_sentence(verb):
        before = tuple(token.text.lower() for token in context.tokens[max(item.first - 2, 0) : item.first])
        if item.last <= verb and before in FRAMES and item.mention.rule != "demonym":
            return item.entity
    return None


def _status(entity: Entity, status: str, quote: tuple[Span, ...], whose: Entity | None) -> Statement:
    return Statement(
        entity,
        "status",
        Value(f"initiative-status/{status}", "concept"),
        quote,
        f"status-{status}",
        0.85,
        speaker=whose,
    )


def _founder(context: Context, act: _Act) -> Entity | None:
    """The instrument that founds: the own one, the one a relative clause is about, or the one a report is about."""
    sentence = context.reading.sentence(act.way.verb)
    relative = next(
        (i for i in range(act.way.verb, sentence.start - 1, -1) if context.tokens[i].has_lemma("который", "which")),
        None,
    )
    if relative is not None:
        cited = [i for i in context.in_sentence(act.way.verb) if i.last <= relative and i.entity.is_a(*INSTRUMENTS)]
        return cited[-1].entity if cited else None
    if context.own is not None:
        own = subjects(context, act.way.verb)
        return context.own if any(s.entity == context.own or s.entity.is_a("Body") for s in own) else None
    return reported_instrument(context)


def _modal(context: Context, verb: int, words: str) -> int | None:
    """Return the verb of a word list that stands before a verb in its sentence: "договорились … учредить"."""
    start = context.reading.sentence(verb).start
    for index in range(verb - 1, start - 1, -1):
        token = context.tokens[index]
        if token.lemma_in(context.acts[words]):
            return index
        if token.text in {";", ":"}:
            return None
    return None


def _is_enacted(context: Context, verb: int) -> bool:
    """Return whether a paragraph of a decision begins with its infinitive: "Совет … решил: 1. Создать …"."""
    own, first = context.own, context.reading.sentence(verb).start
    return own is not None and own.is_a("Decision", "Resolution") and verb == first


def _proposed(context: Context, act: _Act) -> Iterator[Statement]:
    """Read "Президент … предложил создать Офис", "выдвинул инициативу по созданию …"."""
    verb = act.way.verb
    if context.tokens[verb].lemma_in(context.acts["proposing.acts"]):
        modal = _modal(context, verb, "proposing.verbs")
        adjacent = modal is not None and not any(
            context.tokens[i].analyses and context.tokens[i].analyses[0].form == "Fin" and not _is_named(context, i)
            for i in range(modal + 1, verb)
        )
        verb = modal if modal is not None and adjacent else -1
    elif not (context.tokens[verb].lemma_in(context.acts["proposing.verbs"]) and _is_put_forward(context, act)):
        verb = verb if _comes_forward(context, act) else -1
    if verb < 0 or context.is_denied(verb):
        return
    quote = context.quote((verb, act.item.last))
    for subject in subjects(context, verb):
        if subject.entity == context.own:
            return
        yield from _proposal(context, act.item, subject, quote, "proposing-verb")


def _is_put_forward(context: Context, act: _Act) -> bool:
    """Read "выдвинул идею создания Совета" and "выдвинул Глобальную инициативу": a body itself is not put forward."""
    named = act.item.entity.is_a("Initiative") and not act.way.preposition
    return bool(act.way.carriers) or (named and context.tokens[act.item.mention.head].in_case("Acc"))


def _comes_forward(context: Context, act: _Act) -> bool:
    """Read "выступил с предложением создать …", "выступил с инициативой учреждения …", "с Глобальной инициативой"."""
    way, nouns = act.way, context.acts["proposing.nouns"]
    offered = any(context.tokens[carrier].lemma_in(nouns) for carrier in way.carriers)
    offered = offered or (act.item.entity.is_a("Initiative") and not way.carriers)
    return (
        offered
        and (way.preposition in {"с", "со"} or context.tokens[way.verb + 1].text == "forward")
        and context.tokens[way.verb].lemma_in(context.acts["proposing.forward"])
    )


def _is_named(context: Context, index: int) -> bool:
    return any(item.first <= index < item.last for item in context.in_sentence(index))


def _proposal(
    context: Context, item: Linked, subject: Subject, quote: tuple[Span, ...], rule: str
) -> Iterator[Statement]:
    whose = speaker(context, item.first, subject.entity)
    wider = context.quote((subject.first, subject.last), (item.first, item.last))
    evidence = tuple(dict.fromkeys((*wider, *quote))) if len(wider) > 1 else wider
    for entity in _with_represented(context, subject.entity):
        yield Statement(
            entity,
            "proposes",
            item.entity,
            evidence,
            rule,
            0.85,
            kind="proposes",
            speaker=whose,
            details=context.provision(item.first),
        )
    yield _status(item.entity, "proposed", evidence, whose)


def _with_represented(context: Context, entity: Entity) -> Iterator[Entity]:
    """What a head of state says in office, the state says."""
    yield entity
    if entity.is_a("Person"):
        state = represented(context, entity)
        if state is not None:
            yield state


def _owned_initiative(context: Context, act: _Act) -> Iterator[Statement]:
    """Read "инициативу Китая по созданию Банка", "китайской инициативой учреждения …": the owner proposes it."""
    nouns = context.acts["proposing.nouns"]
    carrier = next((c for c in act.way.carriers if context.tokens[c].lemma_in(nouns)), None)
    owner = act.way.owner
    if carrier is None or owner is None or not owner.is_a("State", "InternationalOrganization", "Organization"):
        return
    quote = context.quote(
        (min(carrier, act.item.first) - 1 if _demonym_before(context, carrier) else carrier, act.item.last)
    )
    teller = next(iter(subjects(context, act.way.verb)), None)
    whose = speaker(context, act.item.first, teller.entity if teller is not None else None)
    yield Statement(
        owner, "proposes", act.item.entity, quote, "owned-initiative", 0.9, kind="proposes", speaker=whose
    )  # fmt: skip
    yield _status(act.item.entity, "proposed", quote, whose)


def _demonym_before(context: Context, carrier: int) -> bool:
    return any(i.mention.rule == "demonym" and i.first == carrier - 1 for i in context.in_sentence(carrier))


def _stances(context: Context, act: _Act) -> Iterator[Statement]:
    for stance in context.acts.stances:
        if not _performs(context, act, stance):
            continue
        actors = subjects(context, act.way.verb)
        if not actors or _is_asked_of_others(context, act.way.verb):
            return
        quote = context.quote((min(act.way.verb, actors[0].first), act.item.last))
        whose = speaker(context, act.way.verb, actors[0].entity)
        if act.item.entity.is_a(*INSTRUMENTS) and context.own is not None and stance.kind in {"welcomes", "notes"}:
            return
        for actor in actors:
            named = (actor.first, actor.last)
            said = (
                context.quote(*sorted({(act.way.verb, act.item.last), named})) if actor.first > act.item.last else quote
            )
            for entity in _with_represented(context, actor.entity):
                if entity != act.item.entity and stance.predicate:
                    yield Statement(
                        entity, stance.predicate, act.item.entity, said, f"stance-{stance.kind}", 0.9,
                        kind=stance.kind, speaker=whose, details=context.provision(act.item.first),
                    )  # fmt: skip
        if stance.predicate == "supports" and not act.item.entity.is_a(*INSTRUMENTS):
            yield _status(act.item.entity, "endorsed", quote, whose)
        return


def _is_asked_of_others(context: Context, verb: int) -> bool:
    """Read "рекомендует государствам … поддерживать": the infinitive is what others are asked to do."""
    if context.tokens[verb].analyses[0].form != "Inf":
        return False
    asking = frozenset(v for request in context.acts.requests for v in request.verbs)
    lead = context.block(verb).lead
    before = (*range(context.reading.sentence(verb).start, verb), *(context.block_tokens(lead) if lead else ()))
    return any(context.tokens[i].lemma_in(asking) for i in before)


def _performs(context: Context, act: _Act, stance: StanceFrame) -> bool:
    token = context.tokens[act.way.verb]
    head = context.tokens[act.item.mention.head]
    if not act.way.carriers and not act.way.preposition and head.analyses and not head.in_case("Acc", "Gen"):
        return False
    if not (token.lemma_in(stance.verbs) and token.analyses[0].form != "Part"):
        return False
    if stance.beside:
        return any(t.lemma_in(stance.beside) for t in context.tokens[act.way.verb + 1 : act.way.verb + 3])
    if stance.through:
        passed = {analysis.lemma for c in _own_carriers(context, act) for analysis in context.tokens[c].analyses}
        return bool(passed & stance.through) and stance.preposition in {"", act.way.preposition}
    return act.way.preposition == stance.preposition


def _own_carriers(context: Context, act: _Act) -> Iterator[int]:
    """Yield the carriers of a thing, not those of what it is joined to: "к созданию Банка и к осуществлению Плана"."""
    last = act.item.first
    for carrier in act.way.carriers:
        joined = (i for i in range(carrier + 1, last - 1) if context.tokens[i].text in {",", "и"})
        if any(context.tokens[i + 1].is_part("ADP") for i in joined):
            return
        yield carrier
        last = carrier


def _listed(context: Context, item: Linked) -> Iterator[Statement]:
    """Items under "Инициативы Казахстана:" begin with the noun of what is to be done: "учреждение Форума"."""
    lead = context.block(item.first).lead
    sentence = context.reading.sentence(item.first)
    noun = context.tokens[sentence.start]
    if lead is None or not noun.is_part("NOUN") or context.own is not None:
        return
    text = context.reading.document.quote(context.reading.document.blocks[lead].span).lower()
    if not any(text.startswith(word[:-1]) for word in context.acts["proposing.nouns"]):
        return
    actors = subjects(context, sentence.start)
    quote = context.quote((sentence.start, item.last))
    supported = next((s for s in context.acts.stances if noun.lemma_in(s.nouns)), None)
    for actor in actors:
        lead_quote = context.block_quote(context.reading.document.blocks[lead])
        whose = speaker(context, item.first, actor.entity)
        if supported is not None:
            yield Statement(
                actor.entity, "supports", item.entity, (*lead_quote, *quote), "listed-under-initiatives", 0.85,
                kind=supported.kind, speaker=whose,
            )  # fmt: skip
            yield _status(item.entity, "endorsed", quote, whose)
        elif noun.lemma_in(context.acts["carriers.proposed"]):
            yield Statement(
                actor.entity, "proposes", item.entity, (*lead_quote, *quote), "listed-under-initiatives", 0.85,
                kind="proposes", speaker=whose,
            )  # fmt: skip
            yield _status(item.entity, "proposed", quote, whose)
