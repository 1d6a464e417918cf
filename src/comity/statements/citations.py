"""Citations: which instruments a text cites, with which clause verb, in which paragraph."""

from collections.abc import Iterator

from comity.linking import adoption_day
from comity.model import BlockKind, Statement, Value
from comity.statements.context import Context, Linked
from comity.statements.government import governor, opening

__all__ = ["state_citations"]

_PREDICATES = {"guided-by": "guidedBy"}
_QUALIFYING = frozenset(("ADJ", "DET", "PRON"))
# In which cases verbs that cite have what they cite; only "руководствуясь" has the instrumental.
_GOVERNED = {"": {"Acc"}, "на": {"Acc", "Loc"}, "о": {"Loc"}, "об": {"Loc"}, "из": {"Gen"}}
_WITHIN = frozenset((",", "и", "and", "to", "–", "-", "к"))
_JOINS = frozenset(("и", "а", "and", "as"))
_MARKS = frozenset('«"“„')
_LONGEST_PINPOINT = 6
_FARTHEST_ITEM = 6
_SKIPPED = frozenset((BlockKind.FURNITURE, BlockKind.TITLE, BlockKind.SIGNATURE))


def state_citations(context: Context) -> Iterator[Statement]:
    """Yield a citation for every instrument that an instrument's text names; the clause verb decides its kind."""
    if context.own is None:
        return
    for item in context.instruments():
        if item.entity == context.own or _is_outside(context, item) or not _is_cited(context, item):
            continue
        if any(o.mention.contains(item.mention) and o.entity == item.entity for o in context.in_sentence(item.first)):
            continue
        verb = None if context.block(item.first).kind is BlockKind.FOOTNOTE else _citing_verb(context, item)
        kind = context.acts.citations[context.tokens[verb].lemma] if verb is not None else "cites"
        spans = context.quote((item.first, item.last), *([(verb, verb + 1)] if verb is not None else []))
        yield Statement(
            context.own,
            _PREDICATES.get(kind, kind),
            item.entity,
            spans,
            _rule(item, verb),
            0.95 if item.entity.known or item.mention.symbol else 0.85,
            kind=kind,
            details=(*context.provision(item.first), *_pinpoints(context, item)),
        )


def _rule(item: Linked, verb: int | None) -> str:
    """Return what shows a citation: the link that the editors of the file set, else its clause, else its name alone."""
    if item.mention.rule == "linked-symbol":
        return "citation-linked"
    return "citation-named" if verb is None else "citation-clause"


def _is_outside(context: Context, item: Linked) -> bool:
    """Tell what is no text of the instrument: its title, all that stands before it, the furniture of pages."""
    kind = context.block(item.first).kind
    if kind is not BlockKind.HEADING:
        return kind in _SKIPPED
    title = next(context.blocks(BlockKind.TITLE), None)
    return title is not None and context.block(item.first).span.start < title.span.start


def _is_cited(context: Context, item: Linked) -> bool:
    """A text cites what exists: a symbol, a title or a name with a capital, not "a convention on …" that is wanted."""
    if item.mention.rule.endswith("symbol"):
        return True
    if _is_agenda_item(context, item) or _is_later(context, item):
        return False
    named = any(token.is_capitalised for token in context.tokens[item.first : min(item.first + 2, item.last)])
    return bool(item.mention.title) or (item.mention.specific and named)


def _is_agenda_item(context: Context, item: Linked) -> bool:
    """Tell the title of an item of the agenda, which may be that of a resolution, too: "the item entitled “Peace”"."""
    before = context.tokens[max(item.first - _FARTHEST_ITEM, 0) : item.first]
    words = tuple(token.text.lower() for token in before[:-1])
    called = any(words[-len(phrase) :] == phrase for phrase in context.patterns.called)
    quoted = called and before[-1].text in _MARKS
    return quoted and any(token.lemma_in(context.acts["citing.items"]) for token in before)


def _is_later(context: Context, item: Linked) -> bool:
    """Tell what was adopted after the text was: the words stand for something else then."""
    record = context.lexicon.entries.get(item.entity.identifier)
    adopted = adoption_day(context.reading, context.mentions)
    day = adopted.date.start if adopted is not None and adopted.date is not None else None
    return record is not None and record.date is not None and day is not None and record.date[: len(day)] > day


def _citing_verb(context: Context, item: Linked) -> int | None:
    """Return the citing word that governs a name: the one right above it, or in a preamble that of the clause."""
    first = _whole(context, opening(item))
    citations, tokens = context.acts.citations, context.tokens
    way = governor(context, item, first=first)
    chain = () if way is None else (*way.carriers, way.verb)
    preambular = context.block(item.first).kind is BlockKind.PREAMBULAR
    performed = (i for i in chain if tokens[i].lemma in citations and _is_performed(context, i))
    nearest = next((i for i in performed if not (preambular and _is_told(context, i))), None)
    if nearest is not None or not preambular:
        return nearest
    verbs = (i for i in range(first - 1, context.reading.sentence(first).start - 1, -1) if _is_citing_verb(context, i))
    verb = next(verbs, None)
    alone = first == item.mention.noun and _is_alone(context, item)
    return (
        verb
        if verb is not None and not _is_subordinate(context, verb, first) and _fits(context, verb, first, alone=alone)
        else None
    )


def _whole(context: Context, first: int) -> int:
    """Return where "цели и принципы Устава", "пункт 5 резолюции" begins: a part stands for what it is a part of."""
    tokens = context.tokens
    parts = context.acts["citing.parts"]
    start = context.reading.sentence(first).start
    if context.patterns.analytic:
        of = _before_owner(context, first)
        before = range(of - 1, max(start, of - _LONGEST_PINPOINT) - 1, -1)
        part = next((i for i in before if tokens[i].lemma_in(parts) or _is_part(context, i)), None)
        return first if part is None or _numerals(context, part + 1, of) != of else part
    position = first
    while position > start:
        token = tokens[position - 1]
        numeral = token.text.isdigit() or (token.text.isupper() and token.text.isascii())
        if (token.lemma_in(parts) or _is_part(context, position - 1)) and tokens[first].in_case("Gen", "Dat"):
            first = position - 1
        elif not (numeral or token.text.lower() in _WITHIN or token.analyses.parts & _QUALIFYING):
            break
        position -= 1
    return first


def _before_owner(context: Context, noun: int) -> int:
    """Return where "of" stands in "of its resolution 73/3", "of Security Council resolution 1325"; else the noun."""
    names = {item.last: item.first for item in context.in_sentence(noun) if item.last <= noun}
    position, start = noun, context.reading.sentence(noun).start
    while position > start:
        if position in names:
            position = names[position]
        elif context.tokens[position - 1].analyses.parts & _QUALIFYING:
            position -= 1
        else:
            break
    return position - 1 if position > start and context.tokens[position - 1].text.lower() == "of" else noun


def _is_performed(context: Context, index: int) -> bool:
    """A verb cites by itself; "выполнение" where a verb or "во" governs it, not in "доклад о выполнении"."""
    tokens = context.tokens
    if tokens[index].is_part("VERB") or context.acts.citations[tokens[index].lemma] != "implements":
        return True
    position = index - 1
    while position >= context.reading.sentence(index).start:
        token = tokens[position]
        if token.text.lower() in context.acts["citing.towards"] or token.is_part("VERB"):
            return True
        if not token.is_part("ADJ", "DET", "ADV"):
            return False
        position -= 1
    return False


def _is_citing_verb(context: Context, index: int) -> bool:
    token = context.tokens[index]
    kind = context.acts.citations.get(token.lemma)
    if kind is None or (kind == "implements" and not token.is_part("VERB")):
        return False
    return not _is_told(context, index)


def _is_told(context: Context, index: int) -> bool:
    """Tell what another text did, "resolution 57/166, in which it welcomed …", from what a clause itself does."""
    finite = any(analysis.form == "Fin" for analysis in context.tokens[index].analyses)
    return finite and _is_subordinate(context, context.reading.sentence(index).start, index)


def _is_subordinate(context: Context, verb: int, first: int) -> bool:
    """Return whether a subordinate clause that begins after the verb is still open where a name begins.

    None is for "its resolutions, the latest of which was resolution 73/317", one of those that are cited; nor for
    "recalling that, in its resolution 73/317": what is recalled is what the resolution says.
    """
    tokens, words = context.tokens, context.acts["citing.subordinate"]
    opened = [i for i in range(verb + 1, first) if tokens[i].lemma_in(words)]
    if not opened or tokens[opened[-1] - 1].text.lower() == "of":
        return False
    if all(tokens[i].is_part("ADV") for i in range(verb + 1, opened[-1])) and not any(
        tokens[i].is_part("VERB", "AUX") for i in range(opened[-1] + 1, first)
    ):
        return False
    closing = (
        i for i in range(opened[-1] + 1, first) if tokens[i].text == "," and tokens[i + 1].text.lower() in _JOINS
    )
    return next(closing, None) is None


def _fits(context: Context, verb: int, first: int, *, alone: bool) -> bool:
    """Return whether a phrase stands in a case in which a citing verb may govern it; a title has none of its own.

    The noun of one number alone is in the singular: "резолюции 79/1" is no accusative.
    """
    tokens = context.tokens
    cases = {a.case for a in tokens[first].analyses if a.case and not (alone and a.number == "Plur")}
    if not cases or context.patterns.analytic or tokens[first - 1].text in _MARKS:
        return True
    position = first - 1
    while (
        position > verb
        and tokens[position].analyses.parts & {"ADJ", "DET", "PRON"}
        and not tokens[position].is_part("ADP")
    ):
        position -= 1
    preposition = tokens[position].text.lower() if tokens[position].is_part("ADP") else ""
    guided = context.acts.citations[tokens[verb].lemma] == "guided-by"
    return bool(cases & _GOVERNED.get(preposition, set())) or (guided and not preposition and "Ins" in cases)


def _is_alone(context: Context, item: Linked) -> bool:
    return all(o.mention.noun != item.mention.noun or o.first == item.first for o in context.in_sentence(item.first))


def _pinpoints(context: Context, item: Linked) -> Iterator[tuple[str, Value]]:
    """Read "Резолюция 79/1, приложение I" → "приложение I", "пункт 5 резолюции 79/1" → "пункт 5", as one string."""
    places = (_pinpoint_before(context, item), _pinpoint_after(context, item))
    if parts := [context.reading.text(first, last) for first, last in places if first < last]:
        yield "pinpoint", Value(", ".join(parts))


def _pinpoint_after(context: Context, item: Linked) -> tuple[int, int]:
    tokens, stop = context.tokens, context.reading.sentence(item.first).stop
    first = item.last + 1
    if first >= stop or tokens[item.last].text not in {",", "("} or not _is_part(context, first):
        return first, first
    last = _numerals(context, first + 1, stop)
    alone = tokens[first].lemma_in(context.patterns.words["symbols.annex"]) and (
        last == stop or not tokens[last].is_word
    )
    following = (other for other in context.in_sentence(item.first) if other.first >= last > first + 1)
    if any(_pinpoint_before(context, other) == (first, last) for other in following):
        return first, first  # "resolution 70/1, paragraph 6 of resolution 70/2": a part of the second
    return first, last if last > first + 1 or alone else first


def _pinpoint_before(context: Context, item: Linked) -> tuple[int, int]:
    """Read the part whose number and possessives alone stand before the noun, for the first number after that noun."""
    noun = opening(item)
    earlier = any(o.mention.noun == noun and o.first < item.first for o in context.in_sentence(item.first))
    last = _before_owner(context, noun) if context.patterns.analytic else noun
    if earlier or not (last < noun or context.tokens[noun].in_case("Gen", "Dat")):
        return noun, noun
    while last > context.reading.sentence(noun).start and context.tokens[last - 1].analyses.parts & _QUALIFYING:
        last -= 1
    last -= context.tokens[last - 1].text.lower() == "к"
    for first in range(last - 1, max(context.reading.sentence(noun).start, last - _LONGEST_PINPOINT) - 1, -1):
        if _is_part(context, first):
            return (first, last) if _numerals(context, first + 1, last) == last else (last, last)
    return last, last


def _is_part(context: Context, index: int) -> bool:
    words = context.patterns.words["symbols.annex"] | context.patterns.words["symbols.paragraph"]
    return context.tokens[index].lemma_in(words)


def _numerals(context: Context, position: int, stop: int) -> int:
    """Return the end of "5", "I", "5 и 6", "1–3"."""
    tokens, end = context.tokens, position
    while position < stop:
        text = tokens[position].text
        lettered = (len(text) == 1 and text.islower()) or (text == ")" and tokens[position - 2].text == "(")
        if text.isdigit() or (text.isascii() and (text.isupper() or lettered)):
            end = position + 1
        elif text not in _WITHIN and text != "(":
            break
        position += 1
    return end
