"""Which word governs a mention: the way left from a name to the verb it is the object of.

The way leads over adjectives, coordinated names, nouns that only carry the thing ("создание Группы", "инициатива
Китая по созданию Банка") and a frame such as "в рамках Организации Объединенных Наций". The first other word ends it.
"""

from dataclasses import dataclass, replace

from comity.model import Entity
from comity.statements.context import Context, Linked

__all__ = ["FRAMES", "Government", "governor", "opening"]

_QUOTES = frozenset(("«", '"', "“", "„"))
_JOINING = frozenset((",", "и", "также", "а", "или", "and", "«", '"', "“", "„"))
FRAMES = (("в", "рамках"), ("под", "эгидой"), ("within", "the"), ("auspices", "of"), ("framework", "of"))
"""Words that put an act into the frame of a body."""

_CARRIED = frozenset(
    (
        "по",
        "о",
        "об",
        "к",
        "над",
        "в",
        "за",
        "на",
        "для",
        "с",
        "со",
        "против",
        "of",
        "for",
        "on",
        "to",
        "in",
        "with",
        "against",
    )
)
_PARTICLES = frozenset(("up", "forward", "out"))
_LONGEST_WAY = 60


@dataclass(frozen=True, slots=True)
class Government:
    """The governing token, and what the way to it passed: carriers, a preposition, a frame, an owner."""

    verb: int
    carriers: tuple[int, ...] = ()
    preposition: str = ""
    frame: Entity | None = None
    owner: Entity | None = None


def opening(item: Linked) -> int:
    """Return where the phrase of a mention begins: that of a bare number at its noun, "резолюции 77/320 и 78/213"."""
    return item.first if item.mention.noun is None else item.mention.noun


def governor(
    context: Context, item: Linked, *, through: frozenset[str] = frozenset(), first: int | None = None
) -> Government | None:
    """Return what governs a mention, or None where the way left ends at the sentence's start.

    `through` are further nouns that the way may lead over, such as "необходимость"; `first` is where the way begins,
    where that is not where the phrase of the mention does.
    """
    first = opening(item) if first is None else first
    carriers = context.acts["carriers.nouns"] | through
    start = context.reading.sentence(item.first).start
    found = Government(start)
    position = first - 1
    while position >= max(start, first - _LONGEST_WAY):
        token = context.tokens[position]
        word = token.text.lower()
        ending = _ending(context, position, first)
        if token.lemma_in(carriers) and token.is_part("NOUN"):
            found = replace(found, carriers=(*found.carriers, position), preposition="")
            position -= 1
        elif _is_offered_act(context, position, start):
            found = replace(found, preposition="")
            position -= 1
        elif word in _JOINING or _is_attribute(context, position) or _is_particle(context, position):
            found = _with_demonym(context, found, position)
            position -= 1
        elif word == "как" and position > start and context.tokens[position - 1].has_lemma("такой"):
            position = _before_example(context, position, start, carriers)
        elif (circumstance := _circumstance(context, position)) is not None:
            position = circumstance - 1
        elif ending is not None:
            step = _over_name(context, found, ending)
            if step is None:
                return None
            found, position = step
        elif word in _CARRIED:
            found = replace(found, preposition=word)
            position -= 1
        else:
            return replace(found, verb=position)
    return None


def _ending(context: Context, position: int, first: int) -> Linked | None:
    """Return the name before another one that ends at a token; where owners follow the noun, the innermost."""
    names = [o for o in context.in_sentence(position) if o.last == position + 1 and o.first < first]
    return next(iter(names[-1:] if context.patterns.analytic else names), None)


def _is_offered_act(context: Context, position: int, start: int) -> bool:
    """Tell the infinitive of "предложение Китая учредить …": what is proposed, after the noun or its owner."""
    token = context.tokens[position]
    if not token.lemma_in(context.acts["proposing.acts"]) or token.analyses[0].form != "Inf":
        return False
    end = position - context.tokens[position - 1].is_part("PART")
    owner = next(
        (item for item in context.in_sentence(position) if item.last == end and item.entity.is_a("State")), None
    )
    noun = context.before_article(owner.first if owner is not None else end)
    noun -= owner is not None and context.tokens[noun].text in {"of", "by"}
    return noun >= start and context.tokens[noun].lemma_in(context.acts["proposing.nouns"])


def _circumstance(context: Context, position: int) -> int | None:
    """Return where "в Москве" or "12 декабря 2025 года" begins that ends at a token."""
    date = context.date_ends.get(position + 1)
    if date is not None:
        return date.first
    for item in context.in_sentence(position):
        before = context.tokens[item.first - 1].text.lower()
        if item.last == position + 1 and item.entity.is_a("Place") and before in {"в", "во", "in"}:
            return item.first - 1
    return _in_some_place(context, position)


def _in_some_place(context: Context, position: int) -> int | None:
    """Return where "в Центральной Азии" begins: words with a capital after "в" that no known thing is named by."""
    first = position
    while first > 0 and context.tokens[first].is_capitalised and context.tokens[first].in_case("Loc"):
        first -= 1
    unknown = not any(i.last > first + 1 and i.first <= position for i in context.in_sentence(position))
    inside = context.tokens[first].text.lower() in {"в", "во"} and first < position
    return first if inside and unknown else None


def _is_attribute(context: Context, position: int) -> bool:
    """Adjectives, participles in a case, adverbs and possessives only qualify what comes after them.

    "Сторона" after the adjective of a state adds nothing to it.
    """
    if context.tokens[position].lemma_in(context.acts["parties.sides"]):
        return any(o.last == position and o.mention.rule == "demonym" for o in context.in_sentence(position))
    best = context.tokens[position].analyses[:1]
    return any(a.part in {"ADV", "DET"} or (a.case and (a.part == "ADJ" or a.form == "Part")) for a in best)


def _is_particle(context: Context, position: int) -> bool:
    """Return whether a word only goes with a verb: "set up", "put forward", "to establish"."""
    word = context.tokens[position].text.lower()
    return word in _PARTICLES or (word == "to" and context.tokens[position].is_part("PART"))


def _with_demonym(context: Context, found: Government, position: int) -> Government:
    """Note the state of "китайской инициативой" as the owner."""
    owner = next(
        (o.entity for o in context.in_sentence(position) if o.mention.rule == "demonym" and o.first == position), None
    )
    return replace(found, owner=found.owner or owner)


def _over_name(context: Context, found: Government, ending: Linked) -> tuple[Government, int] | None:
    """Step over a name: a coordinated one, the owner of a carrier, an agent, the body in whose frame it happens."""
    start = context.before_article(ending.first) + 1
    framed = tuple(token.text.lower() for token in context.tokens[max(start - 2, 0) : start])
    if framed in FRAMES:
        return replace(found, frame=found.frame or ending.entity), start - 3
    joined = context.tokens[ending.last].text in _JOINING - _QUOTES
    if joined:
        return found, ending.first - 1
    if found.carriers and context.tokens[ending.last - 1].text.endswith(("'s", "’s", "s'", "s’")):
        return replace(found, owner=found.owner or ending.entity), ending.first - 1
    before = context.before_article(ending.first)
    before -= context.tokens[before].text in {"of", "by"} and context.patterns.analytic
    before_it = context.tokens[before] if ending.first else None
    if before_it is None:
        return None
    if before_it.lemma_in(context.acts["carriers.nouns"]):
        return replace(found, owner=found.owner or ending.entity), before
    adopted = any(analysis.form == "Part" for analysis in before_it.analyses)
    agent = any(context.tokens[index].in_case("Ins") for index in range(ending.first, ending.last))
    return (found, ending.first - 1) if adopted and agent else None


def _before_example(context: Context, position: int, start: int, carriers: frozenset[str]) -> int:
    """Step from "таких как" over the noun phrase that it exemplifies to the nearest carrier."""
    for index in range(position - 2, start - 1, -1):
        if context.tokens[index].lemma_in(carriers):
            return index
    return start - 1
