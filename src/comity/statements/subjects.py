"""Who acts: the grammatical subject, the parties, or the instrument in whose text the verb stands."""

from dataclasses import dataclass
from functools import lru_cache

from comity.model import BlockKind, DocumentKind, Entity
from comity.statements.context import ACTORS, INSTRUMENTS, Context, Linked

__all__ = ["Subject", "is_own_voice", "parties", "represented", "subjects"]


@dataclass(frozen=True, slots=True)
class Subject:
    """An actor and the tokens that name it."""

    entity: Entity
    first: int
    last: int


def subjects(context: Context, verb: int) -> tuple[Subject, ...]:
    """Return who performs the act of the verb at a token, in the order of the text; empty where the text is silent."""
    explicit = _nominative_before(context, verb)
    if explicit:
        return explicit
    lead = context.block(verb).lead
    if lead is not None and _opens_block(context, verb):
        introduced = _in_lead(context, lead)
        if introduced:
            return introduced
    if is_own_voice(context, verb) and context.own is not None:
        return (Subject(context.own, verb, verb + 1),)
    voice = _voice_before(context, verb)
    if voice is not None:
        return tuple(Subject(party, voice, voice + 1) for party in parties(context))
    return ()


def is_own_voice(context: Context, verb: int) -> bool:
    """Return whether the instrument itself speaks: the verb opens a paragraph of it, or its parties are the subject."""
    if context.own is None:
        return False
    before = range(context.reading.sentence(verb).start, verb)
    verbs = [i for i in before if context.tokens[i].analyses and context.tokens[i].analyses[0].form == "Fin"]
    relative = any(context.tokens[i].has_lemma("который") for i in before)
    if relative:
        return False
    return (
        not verbs
        or _voice_before(context, verb) is not None
        or context.reading.document.kind is DocumentKind.RESOLUTION
    )


def _voice_before(context: Context, verb: int) -> int | None:
    """Return the nearest "государства-члены", "стороны" or "страны" in the nominative before a verb."""
    words = context.acts["parties.voice"] | context.patterns.words["names.parties"]
    for index in range(verb - 1, context.reading.sentence(verb).start - 1, -1):
        if context.tokens[index].lemma_in(words) and context.tokens[index].in_case("Nom"):
            return index
    return None


def _opens_block(context: Context, verb: int) -> bool:
    span = context.block(verb).span
    before = context.reading.document.view.text[span.start : context.tokens[verb].span.start]
    return len(before.split()) <= 2 or "," in before  # noqa: PLR2004 - an adverb or two, or a coordinated verb


def _in_lead(context: Context, lead: int) -> tuple[Subject, ...]:
    """Return the actors that the introducing line names: "Инициативы Казахстана:"."""
    named = [item for item in context.by_block.get(lead, ()) if item.entity.is_a(*ACTORS)]
    return tuple(Subject(item.entity, item.first, item.last) for item in named[:1])


def _nominative_before(context: Context, verb: int) -> tuple[Subject, ...]:
    """Return the last actors in the nominative before a verb, with those coordinated with them."""
    candidates = [
        item
        for item in context.in_sentence(verb)
        if item.last <= verb and item.entity.is_a(*ACTORS, *INSTRUMENTS) and _is_subject(context, item)
    ]
    if not candidates or _clause_between(context, candidates[-1].last, verb):
        return ()
    group = [candidates[-1]]
    for item in reversed(candidates[:-1]):
        between = {context.tokens[i].text for i in range(item.last, group[0].first)}
        if item.last <= group[0].first and (
            between <= {",", "и"} or (item.last == group[0].first and _is_apposition(item, group[0]))
        ):
            group.insert(0, item)
        else:
            break
    persons = any(item.entity.is_a("Person") for item in group)
    acting = (item for item in group if not (persons and item.entity.is_a("Post")))
    return tuple(Subject(_holder(context, item.entity), item.first, item.last) for item in acting)


def _holder(context: Context, entity: Entity) -> Entity:
    """Return the person of whom the document says that they hold a post, else the entity itself."""
    if not entity.is_a("Post"):
        return entity
    holders = (person.entity for post, person in context.offices if post.entity == entity)
    return next(holders, entity)


def _is_apposition(item: Linked, person: Linked) -> bool:
    return item.entity.is_a("Post") and person.entity.is_a("Person")


def _is_subject(context: Context, item: Linked) -> bool:
    """In the nominative, free of a preposition, not inside another name and not the genitive of a noun before it."""
    token = context.tokens[item.mention.head]
    if item.mention.rule == "demonym" or _is_nested(context, item):
        return False
    before = context.tokens[item.first - 1] if item.first > context.reading.sentence(item.first).start else None
    if before is not None and (before.is_part("ADP") or before.text.lower() in {"(", "не", "not"}):
        return False
    acronym = token.text.isupper() and len(token.text) > 1
    if acronym and before is not None and before.analyses and before.analyses[0].part == "NOUN":
        return False
    if item.entity.is_a("Person"):
        names = context.tokens[item.first : item.last]
        return any(name.analyses and name.analyses[0].case == "Nom" for name in names) or not any(
            n.in_case("Nom") for n in names
        )
    best = token.analyses[0].case if token.analyses else None
    return acronym or best == "Nom" or (token.in_case("Nom") and not token.in_case("Gen"))


def _is_nested(context: Context, item: Linked) -> bool:
    return any(other.mention.contains(item.mention) for other in context.in_sentence(item.first))


def _clause_between(context: Context, first: int, last: int) -> bool:
    """Return whether another finite verb or a subordinate clause stands between subject and verb."""
    between = [context.tokens[i] for i in range(first, last)]
    return any(token.has_lemma("который", "что", "чтобы", "если") for token in between)


@lru_cache(maxsize=1)
def parties(context: Context) -> tuple[Entity, ...]:
    """Return the states that a report first names as acting together: whom "стороны" stands for."""
    for sentence, block in context.reading.sentences:
        if context.reading.document.blocks[block].kind in {BlockKind.DATELINE, BlockKind.FURNITURE}:
            continue
        states = [
            item.entity
            for item in context.in_sentence(sentence.start)
            if item.entity.is_a("State") and item.mention.rule != "demonym" and _is_subject(context, item)
        ]
        if len(states) > 1:
            return tuple(dict.fromkeys(states))
    return ()


def represented(context: Context, person: Entity) -> Entity | None:
    """Return the state or organisation that the document says a person heads."""
    for post, holder in context.offices:
        if holder.entity != person or post.mention.kind not in {"head", None}:
            continue
        inside = (o for o in context.in_sentence(post.first) if post.first <= o.first and o.last <= post.last)
        owner = next((o.entity for o in inside if o.entity.is_a("State", "InternationalOrganization")), None)
        if owner is not None:
            return owner
    return None
