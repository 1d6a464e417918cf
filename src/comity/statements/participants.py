"""Who takes part in events, chairs, hosts and organises them."""

import re
from collections.abc import Iterator, Sequence

from comity.model import Statement
from comity.statements.context import ACTORS, Context, Linked
from comity.statements.reports import speaker
from comity.statements.subjects import Subject, subjects

__all__ = ["is_to_come", "state_participants"]

_AT = frozenset(("в", "во", "на", "in", "at", "on"))
_AND = frozenset((",", "и", "and"))
_PAST = re.compile(r"л[аои]?(?:с[ья])?$")
_TO_COME = frozenset(("will", "shall", "to"))
_LONGEST_ELEMENT = 14
_NEAR = 4


def state_participants(context: Context) -> Iterator[Statement]:
    """Yield the participants, chairs, hosts and organisers of events."""
    for item in context.linked:
        if item.entity.is_a("Event"):
            yield from _by_subject(context, item)
            if item.mention.specific or item.entity.known:
                yield from _hosts(context, item)
                yield from _organised(context, item)
    for start, stop in ((sentence.start, sentence.stop) for sentence, _ in context.reading.sentences):
        for index in range(start, stop):
            token = context.tokens[index]
            if token.lemma_in(context.acts["events.roles"]):
                yield from _after_verb(context, index, stop)
                yield from _with(context, index, stop)


def is_to_come(context: Context, verb: int) -> bool:
    """Return whether a verb tells what is yet to be: "состоится", "будет проводиться", "запланирован", "созвать"."""
    token = context.tokens[verb]
    if token.analyses and token.analyses[0].form == "Inf":
        return True
    if context.patterns.analytic:
        before = {other.text.lower() for other in context.tokens[max(verb - 3, 0) : verb]}
        return bool(before & _TO_COME) or token.lemma_in(context.acts["events.planned"])
    future = any(context.tokens[i].text.lower() in {"будет", "будут"} for i in range(max(verb - 2, 0), verb))
    perfective = token.lemma_in(context.acts["events.coming"]) and any(a.form == "Fin" for a in token.analyses)
    planned = token.lemma_in(context.acts["events.planned"])
    return future or planned or (perfective and _PAST.search(token.text) is None)


def _said(context: Context, actor: Subject, predicate: str, event: Linked, rule: str, verb: int) -> Statement:
    return Statement(
        actor.entity,
        predicate,
        event.entity,
        context.quote((actor.first, actor.last), (event.first, event.last), (verb, verb + 1)),
        rule,
        0.85,
        modality="planned" if is_to_come(context, verb) else "asserted",
        speaker=speaker(context, verb),
    )


def _by_subject(context: Context, item: Linked) -> Iterator[Statement]:
    """Read "принял участие в XXV саммите", "участвовали в форуме", "председательствовал на сессии"."""
    verb = _role(context, item)
    if verb is None:
        return
    chairing = context.tokens[verb].lemma_in(context.acts["events.chairing"])
    taking_part = context.acts["events.participating"] | context.acts["events.attending"]
    if not chairing and not context.tokens[verb].lemma_in(taking_part):
        return
    anchor = verb - 1 if context.tokens[verb].is_part("NOUN") else verb
    if not any(a.form == "Fin" for a in context.tokens[anchor].analyses) or context.is_denied(anchor):
        return
    actors = [actor for actor in subjects(context, anchor) if actor.entity.is_a(*ACTORS)]
    for actor in actors or _delegation(context, anchor):
        predicate, rule = ("chairs", "chairing") if chairing else ("participatesIn", "participation")
        yield _said(context, actor, predicate, item, rule, anchor)


def _role(context: Context, item: Linked) -> int | None:
    """Return the verb or noun of "took part in the summit", "attended the summit" that an event depends on."""
    before = context.before_article(item.first)
    if before > 0 and context.tokens[before].text.lower() in _AT:
        return before - 1
    chairing = context.acts["events.chairing"] if context.patterns.analytic else frozenset()
    return before if context.tokens[before].lemma_in(context.acts["events.attending"] | chairing) else None


def _delegation(context: Context, verb: int) -> Iterator[Subject]:
    """Read "Делегация Пакистана приняла участие": the state takes part."""
    for item in context.in_sentence(verb):
        noun = context.tokens[item.first - 1] if item.first else None
        head = context.tokens[item.mention.head]
        if item.last != verb or noun is None or not item.entity.is_a("State") or not head.in_case("Gen"):
            continue
        if noun.lemma_in(context.acts["events.delegations"]) and noun.in_case("Nom"):
            yield Subject(item.entity, item.first - 1, item.last)


def _after_verb(context: Context, verb: int, stop: int) -> Iterator[Statement]:
    """Read "В саммите приняли участие президенты России и Китая", "На сессии председательствовал …"."""
    token = context.tokens[verb]
    chairing = token.lemma_in(context.acts["events.chairing"])
    if not chairing and not token.lemma_in(context.acts["events.participating"]):
        return
    noun = token.is_part("NOUN") and not any(a.form == "Fin" for a in token.analyses)
    anchor = verb - 1 if noun else verb
    if not any(a.form == "Fin" for a in context.tokens[anchor].analyses) or context.is_denied(anchor):
        return
    event = _event_before(context, anchor)
    if event is None:
        return
    predicate, rule = ("chairs", "chairing") if chairing else ("participatesIn", "participation")
    for actor in _actors(context, verb + 1, stop, "Nom"):
        yield _said(context, actor, predicate, event, rule, anchor)


def _event_before(context: Context, verb: int) -> Linked | None:
    """Return the event of "В саммите … приняли", or what "В нем" refers to: the last event of the sentence before."""
    start = context.reading.sentence(verb).start
    for item in reversed([i for i in context.in_sentence(verb) if i.last <= verb and i.entity.is_a("Event")]):
        near = verb - item.last <= _NEAR
        return item if near and item.first > start and context.tokens[item.first - 1].text.lower() in _AT else None
    pronoun = verb - 1
    if pronoun > start and context.tokens[pronoun].has_lemma("он") and context.tokens[pronoun].in_case("Loc"):
        before = [i for i in context.in_sentence(start - 1) if i.entity.is_a("Event")] if start else []
        distinct = {item.entity.identifier for item in before}
        return before[-1] if len(distinct) == 1 else None
    return None


def _with(context: Context, index: int, stop: int) -> Iterator[Statement]:
    """Read "саммит с участием президентов России и Китая", "заседание под председательством Казахстана"."""
    before = context.tokens[context.before_article(index)].text.lower() if index else ""
    token = context.tokens[index]
    chairing = before in {"под", "under"} and token.lemma_in(context.acts["events.chairing"])
    if not chairing and not (before in {"с", "при", "with"} and token.has_lemma("участие", "participation")):
        return
    before_it = range(context.reading.sentence(index).start, index)
    verbs = [i for i in before_it if any(a.form in {"Fin", "Inf"} for a in context.tokens[i].analyses[:1])]
    events = [i for i in context.in_sentence(index) if i.entity.is_a("Event")]
    event = next((i for i in events if verbs and verbs[-1] < i.first < index), None)
    event = event or next((i for i in reversed(events) if i.last <= index), None) or next(iter(events), None)
    if event is None:
        return
    taking = [i for i in verbs if context.tokens[i].lemma_in(context.acts["events.taking_place"])]
    apart = bool(verbs) and verbs[-1] > event.first and not taking
    apart = apart or any(context.tokens[i].has_lemma("который", "which") for i in range(event.last + 2, index))
    if apart or any(context.is_denied(i) for i in verbs):
        return
    predicate, rule = ("chairs", "chairing") if chairing else ("participatesIn", "with-participants")
    actors = list(_actors(context, context.after_article(index + 1, "of"), stop, "Gen"))
    verb = _holding(context, event, verbs, taking) or _coming(context, index, stop)
    for actor in actors[:1] if chairing else actors:
        yield _said(context, actor, predicate, event, rule, verb)


def _holding(context: Context, event: Linked, verbs: Sequence[int], taking: Sequence[int]) -> int | None:
    """Return the verb of taking place, or the infinitive before an event: "постановляет организовать заседание"."""
    if taking:
        return taking[-1]
    ordered = bool(verbs) and verbs[-1] < event.first and context.tokens[verbs[-1]].analyses[0].form == "Inf"
    return verbs[-1] if ordered else None


def _coming(context: Context, index: int, stop: int) -> int:
    """Return the verb of taking place that follows in the clause: "под председательством … пройдет"; else the noun."""
    for verb in range(index, stop):
        if context.tokens[verb].text in {",", ";"}:
            break
        if context.tokens[verb].lemma_in(context.acts["events.taking_place"]):
            return verb
    return index


def _hosts(context: Context, item: Linked) -> Iterator[Statement]:
    """Read "Казахстан принял саммит", "Россия проведет форум", "форум, организованный ЮНЕСКО"."""
    verb = context.before_article(item.first)
    start = context.reading.sentence(item.first).start
    while verb > start and (context.tokens[verb].is_part("ADJ") or context.tokens[verb].text.lower() in {"у", "себя"}):
        verb -= 1
    token = context.tokens[verb] if verb >= start else None
    if token is None or not any(a.form == "Fin" for a in token.analyses) or context.is_denied(verb):
        return
    hosting = token.lemma_in(context.acts["events.hosting"])
    if not hosting and not token.lemma_in(context.acts["events.organizing"]):
        return
    if not context.tokens[item.mention.head].in_case("Acc"):
        return
    for actor in subjects(context, verb):
        if actor.entity.is_a("State", "Organization", "InternationalOrganization", "Body", "InformalGroup"):
            predicate, rule = ("hosts", "hosting") if hosting else ("organizes", "organizing")
            yield _said(context, actor, predicate, item, rule, verb)


def _organised(context: Context, item: Linked) -> Iterator[Statement]:
    """Read "форум, организованный ЮНЕСКО", "форум организован Россией и Китаем"."""
    stop = context.reading.sentence(item.first).stop
    helped = item.last < stop and (context.tokens[item.last].text == "," or context.tokens[item.last].is_part("AUX"))
    verb = item.last + helped
    if verb + 1 >= stop or not context.tokens[verb].lemma_in(context.acts["events.organizing"]):
        return
    if not any(a.form == "Part" for a in context.tokens[verb].analyses) or context.is_denied(verb):
        return
    for actor in _actors(context, context.after_article(verb + 1, "by"), stop, "Ins"):
        yield _said(context, actor, "organizes", item, "organizing", verb)


def _actors(context: Context, position: int, stop: int, case: str) -> Iterator[Subject]:
    """Read a list of actors in one case, or of states after "президенты", "делегации", from a token on."""
    carried = False
    while position < stop:
        position, carries = _carriers(context, position, stop, case)
        carried = carried or carries
        actor = _actor(context, position, "Gen" if carried else case)
        if actor is None and carried:
            actor = _actor(context, position, case)
            carried = False
        if actor is not None:
            if not _are_members(context, actor):
                yield actor
            position = actor.last
        end = _element_end(context, position, stop)
        if end is None:
            return
        position = end


def _are_members(context: Context, actor: Subject) -> bool:
    """Tell "главы государств ЕАЭС", who are not the organisation, from "представители ЕАЭС"."""
    before = context.tokens[actor.first - 1]
    members = context.patterns.words["names.parties"] | context.acts["parties.members"]
    return actor.entity.is_a("InternationalOrganization", "InformalGroup") and before.lemma_in(members)


def _carriers(context: Context, position: int, stop: int, case: str) -> tuple[int, bool]:
    """Step over "делегации", "главы правительств", "представители" to whom they are of."""
    carries = False
    while position < stop:
        token = context.tokens[position]
        starts = any(i.first == position and i.entity.is_a(*ACTORS) for i in context.in_sentence(position))
        if starts:
            break
        if token.is_part("DET") or (carries and token.text == "of"):
            position += 1
            continue
        if token.is_part("ADP"):
            break
        plural = token.lemma_in(context.acts["events.delegations"]) and token.in_case(case)
        carries = carries or plural
        inner = carries and (token.is_part("NOUN") and token.in_case("Gen"))
        if not (plural or inner or token.is_part("ADJ", "ADV", "CCONJ", "PART")):
            break
        position += 1
    return position, carries


def _actor(context: Context, position: int, case: str) -> Subject | None:
    """Return the actor that begins at a token and stands in a case: a person after their post, else the actor."""
    here = [i for i in context.in_sentence(position) if i.first == position and i.entity.is_a(*ACTORS)]
    if not here or here[0].mention.rule == "demonym":
        return None
    item = here[0]
    acronym = context.tokens[item.first].text.isupper()
    if not acronym and not context.tokens[item.mention.head].in_case(case):
        return None
    if item.entity.is_a("Post"):
        person = next((p for o, p in context.offices if o is item), None)
        if person is not None:
            return Subject(person.entity, item.first, person.last)
    return Subject(item.entity, item.first, item.last)


def _element_end(context: Context, position: int, stop: int) -> int | None:
    """Return where the next element of a list begins, or None where the list ends."""
    for index in range(position, min(stop, position + _LONGEST_ELEMENT)):
        token = context.tokens[index]
        if token.text in _AND:
            return index + 1
        verb = any(a.form in {"Fin", "Inf", "Conv"} for a in token.analyses[:1])
        if token.text in {";", ":", "(", "«", '"', "—", "–"} or verb or token.has_lemma("который", "что"):
            return None
    return None
