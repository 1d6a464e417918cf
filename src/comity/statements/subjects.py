"""Who acts: the grammatical subject, the parties, or the instrument in whose text the verb stands."""

from dataclasses import dataclass
from functools import lru_cache

from comity.model import BlockKind, DocumentKind, Entity
from comity.statements.clauses import Clause, before_adverbs, clause_of, is_predicate
from comity.statements.context import ACTORS, INSTRUMENTS, Context, Linked
from comity.statements.nominatives import country, holder, is_subject
from comity.statements.speech import voice

__all__ = ["Subject", "is_own_voice", "lead_verb", "parties", "subjects"]

_COORDINATING = frozenset((",", ";", "и", "а", "and"))
_CLAUSE_STARTS = frozenset((",", ";", "а", "и", "но", "однако", "—", "–", "and", "but"))


@dataclass(frozen=True, slots=True)
class Subject:
    """An actor and the tokens that name it."""

    entity: Entity
    first: int
    last: int


def subjects(context: Context, verb: int) -> tuple[Subject, ...]:
    """Return who performs the act of the verb at a token, in the order of the text; empty where the text is silent."""
    if not context.tokens[verb].is_word:
        return ()
    clause = clause_of(context, verb)
    named = _named_before(context, verb, clause)
    spoken = _voice_before(context, verb, clause)
    if spoken is not None and named and named[0].first < spoken:
        named = []
    if not named and (own := _self_before(context, verb, clause)) is not None:
        return _speaking(context, own)
    if spoken is None and not named:
        named = _named_after(context, verb)
    if named:
        return _acting(context, named)
    if spoken is None and (main := _main_verb_of(context, verb)) is not None:
        return subjects(context, main)
    introduced = _introduced(context, verb) if spoken is None else ()
    if context.own is not None and (
        any(subject.entity == context.own for subject in introduced) or is_own_voice(context, verb)
    ):
        return (Subject(context.own, verb, verb + 1),)
    return introduced or _parties_meant(context, spoken)


def _introduced(context: Context, verb: int) -> tuple[Subject, ...]:
    """Return who acts in the items under an introducing line."""
    lead = context.block(verb).lead
    return _in_lead(context, lead) if lead is not None and _opens_block(context, verb) else ()


def _parties_meant(context: Context, noun: int | None) -> tuple[Subject, ...]:
    """Return the states that "стороны" of a report stands for; in somebody's own words it may stand for others."""
    if noun is None or context.own is not None or voice(context, noun, verbatim=True) is not None:
        return ()
    if not context.tokens[noun].lemma_in(context.patterns.words["names.parties"]):
        return ()
    return tuple(Subject(party, noun, noun + 1) for party in parties(context))


def _self_before(context: Context, verb: int, clause: Clause) -> int | None:
    """Return "я", "мы" or "наша страна" as the subject in the words of a report's speaker."""
    if context.own is not None:
        return None
    for index in range(verb - 1, clause.start - 1, -1):
        token, before = context.tokens[index], context.tokens[index - 1]
        if clause.holds(index) and (
            token.text.lower() in context.acts["speech.selves"]
            or (_is_home(context, index) and before.lemma_in(context.acts["speech.ours"]))
        ):
            return index
    return None


def _is_home(context: Context, index: int) -> bool:
    token = context.tokens[index]
    return token.lemma_in(context.acts["speech.homes"]) and token.in_case("Nom")


def _speaking(context: Context, self: int) -> tuple[Subject, ...]:
    """Return whom "я" and "мы" stand for, or the state that "наша страна" does, in the words of the speaker."""
    speaker = voice(context, self)
    if speaker is not None and _is_home(context, self):
        speaker = country(context, speaker)
    return (Subject(speaker, self, self + 1),) if speaker is not None and speaker.is_a(*ACTORS) else ()


def _main_verb_of(context: Context, verb: int) -> int | None:
    """Return the verb whose subject is that of an adverbial participle before it: "Приветствуя …, Чад отмечает"."""
    if context.tokens[verb].analyses[0].form != "Conv":
        return None
    after = range(verb + 1, context.reading.sentence(verb).stop)
    finite = (i for i in after if context.tokens[i].analyses and context.tokens[i].analyses[0].form == "Fin")
    return next((i for i in finite if (clause_of(context, i).opener or 0) < verb), None)


def is_own_voice(context: Context, verb: int) -> bool:
    """Return whether the instrument itself speaks: the verb opens a paragraph of it, or its parties are the subject."""
    if context.own is None:
        return False
    clause = clause_of(context, verb)
    if clause.opener is not None:
        return False
    if context.reading.document.kind is DocumentKind.RESOLUTION:
        return _is_performed(context, verb)
    if _voice_before(context, verb, clause) is not None:
        return True
    return not _has_verb_before(context, verb) and not _is_subject_noun(context, before_adverbs(context, verb), verb)


def _is_performed(context: Context, verb: int) -> bool:
    """In a resolution the body that adopts it is not named again: it acts by verbs of its number, in the present."""
    best = context.tokens[verb].analyses[0]
    if best.form != "Fin" or not _has_verb_before(context, verb):
        return best.number != "Plur" and (best.form != "Fin" or best.tense != "Past")
    previous = context.tokens[before_adverbs(context, verb)].text
    return best.number != "Plur" and best.tense != "Past" and previous in _COORDINATING


def _has_verb_before(context: Context, verb: int) -> bool:
    before = range(context.reading.sentence(verb).start, verb)
    return any(context.tokens[i].analyses and context.tokens[i].analyses[0].form == "Fin" for i in before)


def _is_subject_noun(context: Context, index: int, verb: int) -> bool:
    """Return whether the noun phrase that ends at a token is a subject: "Министры торговли поддерживают"."""
    start = context.reading.sentence(verb).start
    if context.patterns.analytic:
        return index >= start and context.tokens[index].is_part("NOUN", "PROPN", "PRON")
    while index > start and context.tokens[index].in_case("Gen") and not _is_nominative(context, index, verb):
        index -= 1
    return index >= start and _is_nominative(context, index, verb)


def _is_nominative(context: Context, index: int, verb: int) -> bool:
    numbers = {analysis.number for analysis in context.tokens[verb].analyses if analysis.case is None}
    return any(
        analysis.part in {"NOUN", "PROPN"} and analysis.case == "Nom" and analysis.number in numbers
        for analysis in context.tokens[index].analyses
    )


def _voice_before(context: Context, verb: int, clause: Clause) -> int | None:
    """Return the nearest "государства-члены", "стороны" or "мы" in the nominative plural in the clause of a verb."""
    words = context.acts["parties.voice"] | context.patterns.words["names.parties"]
    for index in range(verb - 1, clause.start - 1, -1):
        token = context.tokens[index]
        if clause.holds(index) and token.lemma_in(words) and _is_voice(context, index):
            return index
    return None


def _is_voice(context: Context, index: int) -> bool:
    """Return whether a noun stands for the parties: not for one of them, nor for others ("третьи страны")."""
    token = context.tokens[index]
    before = context.tokens[index - 1] if index > context.reading.sentence(index).start else None
    if not any(a.case == "Nom" and a.number != "Sing" for a in token.analyses) and token.analyses[0].part != "X":
        return False
    if before is None or not before.is_word or before.lemma_in(context.acts["parties.qualifiers"]):
        return True
    if before.is_part("ADP", "NUM"):
        return False
    return not any(a.case == "Nom" and a.part in {"ADJ", "NOUN"} for a in before.analyses)


def _opens_block(context: Context, verb: int) -> bool:
    span = context.block(verb).span
    before = context.reading.document.view.text[span.start : context.tokens[verb].span.start]
    return len(before.split()) <= 2 or "," in before  # noqa: PLR2004 - an adverb or two, or a coordinated verb


def _in_lead(context: Context, lead: int) -> tuple[Subject, ...]:
    """Return who acts in an introducing line ("Стороны намерены:"), or whom it names ("Инициативы Казахстана:")."""
    verb = lead_verb(context, lead)
    if verb is not None:
        return subjects(context, verb)
    named = [item for item in context.by_block.get(lead, ()) if item.entity.is_a(*ACTORS)]
    return tuple(Subject(item.entity, item.first, item.last) for item in named[:1])


def lead_verb(context: Context, lead: int) -> int | None:
    """Return the last verb of an introducing line."""
    tokens = context.block_tokens(lead)
    return next((index for index in reversed(tokens) if is_predicate(context.tokens[index])), None)


def _named_before(context: Context, verb: int, clause: Clause) -> list[Linked]:
    """Return the last actors in the nominative before a verb, with those coordinated with them."""
    candidates = [
        item
        for item in context.in_sentence(verb)
        if item.last <= verb
        and clause.holds(item.first)
        and item.entity.is_a(*ACTORS, *INSTRUMENTS)
        and (_is_side(context, item) if item.mention.rule == "demonym" else is_subject(context, item))
        and not _is_object(context, item, verb, clause)
        and not any(_is_part_of(item, quoted) and verb not in quoted for quoted in context.quoted)
    ]
    if not candidates:
        return []
    group = [candidates[-1]]
    for item in reversed(candidates[:-1]):
        between = {context.tokens[i].text for i in range(item.last, group[0].first)}
        if item.last <= group[0].first and (
            between <= {",", "и", "and", "the"} or (item.last == group[0].first and _is_apposition(item, group[0]))
        ):
            group.insert(0, item)
        else:
            break
    return group


def _is_part_of(item: Linked, quoted: range) -> bool:
    """Tell "встреча «Друзья Чада»": a name inside a longer one between quotation marks does nothing itself."""
    return quoted.start <= item.first and item.last <= quoted.stop and item.last - item.first < len(quoted)


def _is_object(context: Context, item: Linked, verb: int, clause: Clause) -> bool:
    """Return whether a name after another verb is what that verb is about: "учреждает Совет и поддерживает Центр"."""
    if not any(is_predicate(context.tokens[i]) and clause.holds(i) for i in range(clause.start, item.first)):
        return False
    begins = context.tokens[item.first - 1].text in _CLAUSE_STARTS
    return not begins or before_adverbs(context, verb) >= item.last


def _named_after(context: Context, verb: int) -> list[Linked]:
    """Return the actors right after a verb that can only be its subject: "поддержали Индия и Китай"."""
    if context.tokens[verb].analyses[0].form != "Fin":
        return []
    group: list[Linked] = []
    position = verb + 1
    for item in context.in_sentence(verb):
        joined = position if not group else position + 1
        if item.first != joined or not item.entity.is_a(*ACTORS) or item.mention.rule == "demonym":
            continue
        head = context.tokens[item.mention.head]
        if not group and (not _is_nominative(context, item.mention.head, verb) or head.in_case("Acc")):
            plural = context.tokens[verb].analyses[0].number == "Plur" and head.analyses[0].case == "Nom"
            if not plural or head.in_case("Acc"):
                return []
        if group and context.tokens[position].text not in {",", "и", "and"}:
            break
        group.append(item)
        position = item.last
    return group


def _acting(context: Context, group: list[Linked]) -> tuple[Subject, ...]:
    persons = any(item.entity.is_a("Person") for item in group)
    acting = (item for item in group if not (persons and item.entity.is_a("Post")))
    return tuple(Subject(holder(context, item.entity), item.first, item.last) for item in acting)


def _is_apposition(item: Linked, person: Linked) -> bool:
    return item.entity.is_a("Post") and person.entity.is_a("Person")


def _is_side(context: Context, item: Linked) -> bool:
    """Read "китайская сторона" and "китайская и российская стороны"."""
    position = item.last
    while position < len(context.tokens) and context.tokens[position].text in {",", "и"}:
        following = next((o for o in context.in_sentence(item.first) if o.first == position + 1), None)
        if following is None or following.mention.rule != "demonym":
            return False
        position = following.last
    side = context.tokens[position] if position < len(context.tokens) else None
    return side is not None and side.lemma_in(context.acts["parties.sides"]) and side.in_case("Nom")


@lru_cache(maxsize=1)
def parties(context: Context) -> tuple[Entity, ...]:
    """Return the states that a report first names as acting together: whom "стороны" stands for."""
    for sentence, block in context.reading.sentences:
        if context.reading.document.blocks[block].kind in {BlockKind.DATELINE, BlockKind.FURNITURE}:
            continue
        states = [
            item.entity
            for item in context.in_sentence(sentence.start)
            if item.entity.is_a("State") and item.mention.rule != "demonym" and is_subject(context, item)
        ]
        if len(states) > 1:
            return tuple(dict.fromkeys(states))
    return ()
