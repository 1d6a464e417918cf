"""Where and when events take place: the circumstances right after a name, and around a verb of taking place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from comity.model import BlockKind, Mention, Token
from comity.statements.context import Context, Linked

__all__ = ["Setting", "event_settings", "holding", "is_called_off"]

_AT = frozenset(("в", "во", "на", "in", "at", "on"))
_SINCE = frozenset(("с", "со", "from"))
_AND = frozenset((",", "и", "and"))
_SKIPPED = frozenset((BlockKind.TITLE, BlockKind.FURNITURE, BlockKind.SIGNATURE, BlockKind.DATELINE))
_LONGEST_JUMP = 25
_LONGEST_WAY = 12
_NEAR = 4


@dataclass(slots=True)
class _Group:
    """Places and a date that belong together, and the event in whose frame something happens."""

    first: int
    last: int
    places: list[Linked] = field(default_factory=list)
    date: Mention | None = None
    within: Linked | None = None

    @property
    def is_empty(self) -> bool:
        return not self.places and self.date is None and self.within is None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when an event takes place as one passage says it; `verb` says so where there is one.

    `regular` says that it is so each time: "ежегодно проводится поочередно в Женеве и Нью-Йорке".
    """

    event: Linked
    first: int
    last: int
    places: tuple[Linked, ...]
    date: Mention | None
    within: Linked | None
    verb: int | None
    regular: bool


def event_settings(context: Context) -> Iterator[Setting]:
    """Yield where and when the events of a document take place, one setting for each time that is told."""
    for item in context.linked:
        if item.entity.is_a("Event") and context.block(item.first).kind not in _SKIPPED:
            yield from _of_event(context, item)


def _of_event(context: Context, item: Linked) -> Iterator[Setting]:
    stop = context.reading.sentence(item.first).stop
    groups, position = _groups(context, _after_parentheses(context, item.last, stop), stop, after_name=True)
    inside = next(context.dates_at(item.mention.head, _title(context, item)), None)
    if inside is not None:
        groups.append(_Group(inside.first, inside.last, date=inside))
    verb = _verb_after(context, item, position, stop)
    if verb is not None:
        start = _jump(context, verb + 1, stop)
        groups += _groups(context, start, stop)[0] if start is not None else []
    else:
        verb = _verb_before(context, item)
        if verb is not None:
            held = context.tokens[verb].lemma_in(context.acts["events.holding"])
            groups += [*([] if held else [_before(context, verb)]), *_groups(context, verb + 1, item.first)[0]]
    if is_called_off(context, item, verb):
        return
    regular = _is_regular(context, item, verb, stop)
    for group in _merged([group for group in groups if not group.is_empty]):
        yield Setting(item, group.first, group.last, tuple(group.places), group.date, group.within, verb, regular)


def holding(context: Context, item: Linked) -> int | None:
    """Return the verb or noun that says of an event that it takes place, or does not."""
    stop = context.reading.sentence(item.first).stop
    position = _groups(context, _after_parentheses(context, item.last, stop), stop, after_name=True)[1]
    verb = _verb_after(context, item, position, stop)
    return verb if verb is not None else _verb_before(context, item)


def is_called_off(context: Context, item: Linked, verb: int | None) -> bool:
    """Tell "форум не состоялся" and "отменил проведение форума 13 июня 2024 года": it did not take place then."""
    if verb is not None and context.is_denied(verb):
        return True
    start = context.reading.sentence(item.first).start
    before = context.tokens[max(item.first - _NEAR, start) : item.first]
    return any(token.lemma_in(context.acts["events.cancelling"]) for token in before)


def _title(context: Context, item: Linked) -> int:
    return next((i for i in range(item.first, item.last) if context.tokens[i].text in '«"“'), item.last)


def _merged(groups: Sequence[_Group]) -> list[_Group]:
    """One date at most means one time: its places and its date may stand apart."""
    if sum(group.date is not None for group in groups) > 1 or len(groups) < 2:  # noqa: PLR2004 - nothing to join
        return [group for group in groups if group.date or len(groups) == 1]
    whole = _Group(min(group.first for group in groups), max(group.last for group in groups))
    for group in groups:
        whole.places += group.places
        whole.date = whole.date or group.date
        whole.within = whole.within or group.within
    return [whole]


def _groups(context: Context, position: int, stop: int, *, after_name: bool = False) -> tuple[list[_Group], int]:
    """Read "в Женеве в июле 2026 года и в Нью-Йорке в 2027 году" from a token on; return where it ends."""
    groups = [_Group(position, position)]
    start = position
    while position < stop:
        bare = position == start and after_name
        step = _circumstance(context, position, stop, groups, bare=bare)
        if step is None:
            break
        position = step
    return groups, position


def _circumstance(context: Context, position: int, stop: int, groups: list[_Group], *, bare: bool) -> int | None:
    """Read one place, date or frame into the last group, or into a new one; return where it ends."""
    tokens = context.tokens
    joined = tokens[position].text in _AND
    start = position + 1 if joined else position
    start = _after_adverbs(context, start, stop)
    preposed = start < stop and tokens[start].text.lower() in _AT | _SINCE
    following = _after_city(context, start + 1 if preposed else start, stop)
    apart = preposed and tokens[position].text == ","  # ", в Осло …" begins another clause
    listed = joined and not preposed and bool(groups[-1].places)
    place = _place(context, following) if (preposed and not apart) or listed else None
    date = context.dates.get(start + 1 if preposed else start)
    if date is not None and len(date.label) == len("2023") and tokens[date.first - 1].text.lower() in _SINCE:
        date = None  # "проводится с 2023 года": the year of the first of many
    within = _frame(context, start, stop) or (_coordinated(context, start) if joined and groups[-1].within else None)
    group = groups[-1]
    if place is not None:
        if group.date is not None and group.places:
            groups.append(group := _Group(position, position))
        group.places.append(place)
        group.last = _after_state(context, place.last, stop)
    elif date is not None and date.last <= stop and not apart and (preposed or not bare):
        if group.date is not None:
            return None
        group.date, group.last = date, date.last
    elif within is not None:
        if group.within is not None:
            groups.append(group := _Group(position, position))
        group.within, group.last = within, within.last
    else:
        return None
    return group.last


def _place(context: Context, position: int) -> Linked | None:
    """Return the place that begins at a token and says where, not where to."""
    place = next((i for i in context.in_sentence(position) if i.first == position and i.entity.is_a("Place")), None)
    if place is None:
        return None
    head = context.tokens[place.mention.head]
    return (
        place
        if head.in_case("Loc") or not head.in_case("Nom", "Acc") or (position > 0 and _city(context, position))
        else None
    )


def _city(context: Context, position: int) -> bool:
    """Return whether "городе" or "г." stands before a token."""
    before = context.tokens[position - 1]
    return before.text == "." or _is_city(context, position - 1)


def _is_city(context: Context, position: int) -> bool:
    token, words = context.tokens[position], context.patterns.words["places.city"]
    return token.lemma_in(words) or token.text.lower() in words


def _after_city(context: Context, position: int, stop: int) -> int:
    """Step over "городе", "г." before the name of a city."""
    tokens = context.tokens
    if position + 1 < stop and _is_city(context, position):
        return position + 2 if tokens[position + 1].text == "." else position + 1
    return position


def _after_state(context: Context, position: int, stop: int) -> int:
    """Step over the state that a place is said to lie in: "в Тяньцзине, Китай", "в Тяньцзине (Китай)"."""
    if position + 1 >= stop or context.tokens[position].text not in {",", "("}:
        return position
    state = next((i for i in context.in_sentence(position) if i.first == position + 1 and i.entity.is_a("State")), None)
    if state is None or not (context.patterns.analytic or context.tokens[state.mention.head].in_case("Nom")):
        return position
    return state.last + 1 if context.tokens[position].text == "(" else state.last


def _after_adverbs(context: Context, position: int, stop: int) -> int:
    while position < stop and context.tokens[position].is_part("ADV"):
        position += 1
    return position


def _after_parentheses(context: Context, position: int, stop: int) -> int:
    """Step over an abbreviation in parentheses: "саммит Шанхайской организации сотрудничества (ШОС)"."""
    if position < stop and context.tokens[position].text == "(":
        closing = next((i for i in range(position, min(stop, position + 6)) if context.tokens[i].text == ")"), None)
        return closing + 1 if closing is not None else position
    return position


def _frame(context: Context, position: int, stop: int) -> Linked | None:
    """Return the event of "в рамках саммита", "на полях Третьего форума"."""
    for words in context.acts["events.frames"]:
        end = position + words.count(" ") + 1
        if end < stop and " ".join(token.text.lower() for token in context.tokens[position:end]) == words:
            return _coordinated(context, context.after_article(end))
    return None


def _coordinated(context: Context, position: int) -> Linked | None:
    return next((i for i in context.in_sentence(position) if i.first == position and i.entity.is_a("Event")), None)


def _verb_after(context: Context, item: Linked, position: int, stop: int) -> int | None:
    """Return the verb of "саммит … состоится", "форума, который прошел", "форума, прошедшего"."""
    tokens = context.tokens
    position = _after_roles(context, position, stop)
    comma = position < stop and tokens[position].text == ","
    start = position + 1 if comma else position
    relative = comma and start < stop and tokens[start].has_lemma("который", "which")
    start += relative
    auxiliary = False
    while start < stop and (tokens[start].is_part("ADV", "PART", "AUX") or tokens[start].has_lemma("быть", "be")):
        auxiliary = auxiliary or tokens[start].has_lemma("быть", "be")
        start += 1
    if start >= stop or not tokens[start].lemma_in(context.acts["events.taking_place"]):
        return None
    if tokens[start].lemma == "take" and not any(token.lemma == "place" for token in tokens[start + 1 : start + 2]):
        return None
    if context.patterns.analytic and any(a.form == "Part" and a.case for a in tokens[start].analyses):
        return start
    finite = auxiliary or _is_finite(tokens[start])
    if comma and not relative:
        return start if not finite or any(a.form == "Part" and a.case for a in tokens[start].analyses) else None
    subject = relative or tokens[item.mention.head].in_case("Nom")
    return start if subject and finite else None


def _after_roles(context: Context, position: int, stop: int) -> int:
    """Step over "под председательством …", "с участием …" to the verb of the event."""
    tokens = context.tokens
    roles = context.acts["events.roles"]
    if position + 1 >= stop or not tokens[position].is_part("ADP") or not tokens[position + 1].lemma_in(roles):
        return position
    for index in range(position, min(stop, position + _LONGEST_JUMP)):
        if tokens[index].lemma_in(context.acts["events.taking_place"]) and _is_finite(tokens[index]):
            return index
        if tokens[index].text in {",", ";", ":"} or tokens[index].has_lemma("который", "which"):
            break
    return position


def _is_finite(token: Token) -> bool:
    """Return whether a token is a finite verb or a short participle."""
    return any(a.form == "Fin" or (a.form == "Part" and a.case is None) for a in token.analyses)


def _verb_before(context: Context, item: Linked) -> int | None:
    """Return the verb of "состоится в Риме форум", "состоявшемся в Риме форуме", the noun of "проведение … форума"."""
    tokens = context.tokens
    start = max(context.reading.sentence(item.first).start, item.first - _LONGEST_WAY)
    for index in range(item.first - 1, start - 1, -1):
        token = tokens[index]
        head = tokens[item.mention.head]
        if token.lemma_in(context.acts["events.holding"]) and token.is_part("NOUN"):
            return index if head.in_case("Gen") else None
        if token.lemma_in(context.acts["events.taking_place"]):
            if _is_finite(token):
                return index if head.in_case("Nom") else None
            agreeing = any(a.form == "Part" and head.in_case(a.case or "") for a in token.analyses)
            return index if agreeing else None
        circumstance = token.text == "," or token.text.lower() in _AT
        named = any(o.first <= index < o.last and o.entity.is_a("Place", "State") for o in context.in_sentence(index))
        if not (circumstance or named or index in context.dated or token.is_part("ADJ", "ADV")):
            return None
    return None


def _before(context: Context, verb: int) -> _Group:
    """Read "15–16 июня 2009 года в Екатеринбурге" right before a verb."""
    group = _Group(verb, verb + 1)
    start = context.reading.sentence(verb).start
    places = {item.last: item for item in context.in_sentence(verb) if item.entity.is_a("Place")}
    position = verb
    while position > start:
        before = context.tokens[position - 1]
        date, place = context.date_ends.get(position), places.get(position)
        if date is not None and group.date is None:
            group.date, position = date, date.first
        elif place is not None and place.first > start and _place(context, place.first):
            group.places.append(place)
            position = place.first
        elif (
            before.text.lower() in _AT
            or before.is_part("ADV")
            or before.has_lemma("быть", "be")
            or _is_city(context, position - 1)
        ):
            position -= 1
        else:
            break
    group.first = position
    return group


def _jump(context: Context, position: int, stop: int) -> int | None:
    """Return where the first place or date after a verb begins, unless another event or clause comes first."""
    tokens = context.tokens
    for index in range(position, min(stop, position + _LONGEST_JUMP)):
        token = tokens[index]
        if token.text in {";", ":", "«", '"', "("} or token.has_lemma("который", "which"):
            return None
        if index > position and any(a.form == "Fin" for a in token.analyses[:1]):
            return None
        if _circumstance(context, index, stop, [_Group(index, index)], bare=False) is not None and (
            index in context.dates or token.text.lower() in _AT | _SINCE or index == position
        ):
            return index
        if any(item.first == index and item.entity.is_a("Event") for item in context.in_sentence(index)):
            return None
    return None


def _is_regular(context: Context, item: Linked, verb: int | None, stop: int) -> bool:
    """Return whether a clause speaks of every time: "ежегодно", "поочередно", "регулярно"."""
    if verb is None:
        return False
    first, last = min(verb, item.first), min(stop, max(verb, item.last) + _LONGEST_JUMP)
    return any(token.lemma_in(context.acts["events.regularly"]) for token in context.tokens[first:last])
