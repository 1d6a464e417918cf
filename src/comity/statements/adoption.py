"""Adoption: which body, where, when, at which meeting; drafts, annexes, what a document is the text of."""

from collections.abc import Iterator

from comity.lexicon.series import issuer_of
from comity.linking import adoption_day
from comity.mentions import quotations
from comity.model import Block, BlockKind, Entity, Statement, Value
from comity.statements.context import INSTRUMENTS, Context, Linked
from comity.statements.government import governor
from comity.statements.reports import speaker
from comity.statements.subjects import Subject, subjects
from comity.text.patterns import text_patterns

__all__ = ["state_adoption"]

_ANNEX_NAMED = 9
"""How far its title stands behind the word: "приложение I к указанной резолюции под названием «…»"."""

_ADOPTERS = ("Body", "Organization", "InternationalOrganization", "InformalGroup")


def state_adoption(context: Context) -> Iterator[Statement]:
    """Yield who adopted what, and where and when."""
    if context.own is not None:
        yield from _own(context, context.own)
    yield from _symbols(context)
    yield from _numbered(context)
    yield from _participles(context)
    yield from _active(context)
    yield from _adopted_by(context)
    yield from _dated(context)
    yield from _annexes(context)
    yield from _outcomes(context)


def _own(context: Context, own: Entity) -> Iterator[Statement]:
    titles = (block for block in context.blocks(BlockKind.TITLE) if _has_words(context, block))
    title = next(titles, None)
    if title is not None:
        yield Statement(context.document, "expresses", own, context.block_quote(title), "own-text", 0.95)
    adopter = _adopter(context, own)
    if adopter is not None:
        spans = context.quote((adopter.first, adopter.last))
        yield Statement(own, "adoptedBy", adopter.entity, spans, "adopting-body", 0.95)
    yield from _signature(context, own)
    yield from _draft(context, own)


def _adopter(context: Context, own: Entity) -> Linked | None:
    """Return the body of the opening, the title or the preamble; a treaty opens with its parties, who adopt nothing.

    Where the file has a record, the symbol in it tells the body better than a title.
    """
    opening = None if own.is_a("Treaty") else _opening_body(context)
    if opening is not None or context.reading.document.record.symbol:
        return opening
    return _title_body(context) or _enacting_body(context)


def _has_words(context: Context, block: Block) -> bool:
    return any(character.isalnum() for character in context.reading.document.quote(block.span))


def _opening_body(context: Context) -> Linked | None:
    """The line before the preamble: "Генеральная Ассамблея,"."""
    return next(
        (i for i in context.linked if context.block(i.first).kind is BlockKind.OPENING and i.entity.is_a(*_ADOPTERS)),
        None,
    )


def _title_body(context: Context) -> Linked | None:
    """The genitive right after the title's noun: "Заявление Совета глав государств …"."""
    instruments = text_patterns(context.reading.document.language).instruments
    for item in context.linked:
        in_title = context.block(item.first).kind is BlockKind.TITLE
        if in_title and item.first and item.entity.is_a(*_ADOPTERS):
            before = context.before_article(item.first)
            noun = context.tokens[before - (context.tokens[before].text in {"of", "by"})]
            return item if noun.lemma_in(instruments.keys()) else None
    return None


def _enacting_body(context: Context) -> Linked | None:
    """The subject of the verb that closes a preamble: "… Совет глав правительств решил:"."""
    enacting = text_patterns(context.reading.document.language).enacting
    for item in context.linked:
        preamble = context.block(item.first).kind is BlockKind.PREAMBULAR
        if not preamble or not item.entity.is_a(*_ADOPTERS) or not context.tokens[item.mention.head].in_case("Nom"):
            continue
        closing = [token.text.lower() for token in context.tokens[item.last : item.last + 2]]
        if len(closing) > 1 and closing[0] in enacting and closing[1] == ":":
            return item
    return None


def _signature(context: Context, own: Entity) -> Iterator[Statement]:
    day = adoption_day(context.reading, context.mentions)
    if day is not None:
        closing = context.block(day.first).kind is BlockKind.SIGNATURE
        yield from context.date_statement(own, day, "closing-date" if closing else "date-of-the-act")
    for item in context.linked:
        if context.block(item.first).kind is not BlockKind.SIGNATURE:
            continue
        spans = context.quote((item.first, item.last))
        if item.entity.is_a("Place"):
            yield Statement(own, "place", item.entity, spans, "closing-place", 0.95)
        elif item.entity.is_a("Event"):
            yield Statement(own, "adoptedAt", item.entity, spans, "closing-meeting", 0.95)


def _draft(context: Context, own: Entity) -> Iterator[Statement]:
    """The first page of a resolution links its own draft, which the text itself never names."""
    for item in context.linked:
        symbol = item.mention.symbol or ""
        if "/L." in symbol and context.block(item.first).kind in {BlockKind.FURNITURE, BlockKind.HEADING}:
            yield Statement(item.entity, "draftOf", own, context.quote((item.first, item.last)), "draft-link", 0.9)


def _symbols(context: Context) -> Iterator[Statement]:
    for item in context.linked:
        symbol = item.mention.symbol
        if symbol and item.mention.rule.endswith("symbol") and symbol == item.entity.symbol:
            yield Statement(
                item.entity, "symbol", Value(symbol), context.quote((item.first, item.last)), item.mention.rule, 0.95
            )


def _numbered(context: Context) -> Iterator[Statement]:
    """A symbol shows the body that numbers its documents so."""
    for item in context.linked:
        named = item.entity == context.own and _adopter(context, item.entity) is not None
        if not item.mention.rule.endswith("symbol") or named:
            continue
        if item.entity != context.own and context.block(item.first).kind is BlockKind.FURNITURE:
            continue
        body = issuer_of(item.mention.symbol or "")
        if body is not None and body in context.lexicon.entries:
            entity = context.lexicon.entity(body)
            yield Statement(
                item.entity, "adoptedBy", entity, context.quote((item.first, item.last)), "numbered-series", 0.9
            )


def _participles(context: Context) -> Iterator[Statement]:
    """Read "принятые Генеральной Ассамблеей ООН резолюции «…» и «…»"."""
    nouns = context.patterns.words["symbols.resolution"] | context.patterns.words["symbols.decision"]
    for body in context.linked:
        before = context.tokens[body.first - 1] if body.first else None
        if before is None or not before.has_lemma("принять", "принятый") or not body.entity.is_a(*_ADOPTERS):
            continue
        if not any(context.tokens[i].in_case("Ins") for i in range(body.first, body.last)):
            continue
        end = body.last
        for item in context.in_sentence(body.first):
            between = (context.tokens[i] for i in range(end, item.first))
            joined = all(token.text in {",", "и", "«", "»"} or token.lemma_in(nouns) for token in between)
            if item.first >= end and item.entity.is_a(*INSTRUMENTS) and joined:
                spans = context.quote((body.first - 1, item.last))
                yield Statement(item.entity, "adoptedBy", body.entity, spans, "adopted-by-participle", 0.95)
                end = item.last


def _adopted_by(context: Context) -> Iterator[Statement]:
    """Read "the resolution “…” adopted by the General Assembly"."""
    for item in context.instruments():
        if item.last + 1 >= len(context.tokens) or item.entity == context.own:
            continue
        verb = item.last + (context.tokens[item.last].text in {",", "”", '"'})
        by = context.tokens[verb + 1 : verb + 2]
        if context.tokens[verb].lemma != "adopt" or not any(token.text == "by" for token in by):
            continue
        start = context.after_article(verb + 2)
        for body in context.in_sentence(verb):
            if body.first == start and body.entity.is_a(*_ADOPTERS):
                spans = context.quote((item.first, body.last))
                yield Statement(item.entity, "adoptedBy", body.entity, spans, "adopted-by-participle", 0.95)


def _active(context: Context) -> Iterator[Statement]:
    """Read in a report "Генеральная Ассамблея приняла резолюцию 79/1", "лидеры стран БРИКС приняли Декларацию …"."""
    for item in context.instruments() if context.own is None else ():
        told = item.mention.rule == "short-form" or item.mention.rule.endswith("symbol")
        singled = item.entity.known or item.mention.title or item.mention.specific
        way = governor(context, item) if singled and not told else None
        if way is None or way.carriers or way.preposition or not _is_adopted(context, way.verb):
            continue
        for actor in subjects(context, way.verb) or _leaders(context, way.verb):
            if actor.entity.is_a(*_ADOPTERS):
                spans = context.quote((actor.first, actor.last), (way.verb, item.last))
                whose = speaker(context, way.verb)
                yield Statement(item.entity, "adoptedBy", actor.entity, spans, "adopted-by-subject", 0.9, speaker=whose)


def _is_adopted(context: Context, verb: int) -> bool:
    token = context.tokens[verb]
    best = token.analyses[0] if token.analyses else None
    done = best is not None and best.form == "Fin" and best.tense == "Past"
    return done and token.lemma_in(context.acts["adoption.verbs"]) and not context.is_denied(verb)


def _leaders(context: Context, verb: int) -> Iterator[Subject]:
    """Return the organisation of "лидеры стран БРИКС" right before a verb."""
    for item in context.in_sentence(verb):
        first = item.first - 1
        if item.last != verb or not item.entity.is_a("InternationalOrganization", "InformalGroup") or first < 0:
            continue
        first -= context.tokens[first].lemma_in(
            context.patterns.words["names.parties"] | context.acts["parties.members"]
        )
        noun = context.tokens[first] if first >= context.reading.sentence(verb).start else None
        if noun is not None and noun.lemma_in(context.acts["parties.leaders"]) and noun.in_case("Nom"):
            yield Subject(item.entity, first, item.last)


def _dated(context: Context) -> Iterator[Statement]:
    """Read "резолюцию 79/1 от 22 сентября 2024 года"."""
    for item in context.linked:
        if not item.entity.is_a(*INSTRUMENTS) or item.last >= len(context.tokens):
            continue
        if any(
            other.mention.contains(item.mention) and other.last == item.last
            for other in context.in_sentence(item.first)
        ):
            continue  # "Протокол к Конвенции от 8 декабря 2005 года": the day of the protocol
        if context.tokens[item.last].text.lower() in {"от", "of", "dated"}:
            for date in context.dates_at(item.last + 1, item.last + 2):
                yield from context.date_statement(item.entity, date, "dated-instrument", (item.first, item.last))


def _annexes(context: Context) -> Iterator[Statement]:
    """Read "резолюцию 79/1 … и приложение к ней под названием «Глобальный цифровой договор»"."""
    quoted = {quotation.opening + 1 for quotation in quotations(context.reading)}
    for index in context.reading.having(context.patterns.words["symbols.annex"]):
        sentence = context.in_sentence(index)
        titled = next(
            (
                i
                for i in sentence
                if index < i.first <= index + _ANNEX_NAMED and i.first in quoted and i.entity.is_a(*INSTRUMENTS)
            ),
            None,
        )
        host = [i for i in sentence if i.last <= index and i.mention.symbol and i.entity.is_a(*INSTRUMENTS)]
        if titled is None or any(context.tokens[i].text in {",", ";"} for i in range(index, titled.first)):
            continue
        if host and titled.entity != host[-1].entity:
            spans = context.quote((host[-1].first, host[-1].last), (index, titled.last))
            yield Statement(titled.entity, "annexOf", host[-1].entity, spans, "titled-annex", 0.95)


def _outcomes(context: Context) -> Iterator[Statement]:
    """Read "совместном коммюнике по итогам 30-й регулярной встречи …": adopted at what it sums up."""
    for event in context.linked:
        if not event.entity.is_a("Event"):
            continue
        pair = " ".join(token.text.lower() for token in context.tokens[max(event.first - 2, 0) : event.first])
        if pair not in context.patterns.words["names.outcomes"]:
            continue
        for item in context.in_sentence(event.first):
            if item.mention.contains(event.mention) and item.entity.is_a("Communique", "Declaration"):
                quote = context.quote((item.first, event.last))
                yield Statement(item.entity, "adoptedAt", event.entity, quote, "outcome-of-an-event", 0.9)
