"""Reports: which instrument a report speaks of, and whose words a passage is."""

from collections.abc import Iterator
from functools import lru_cache

from comity.model import BlockKind, Entity, Statement, Value
from comity.statements.context import Context
from comity.statements.nominatives import represented
from comity.statements.speech import cited_source, lecturer, voice
from comity.text.patterns import text_patterns

__all__ = ["background", "publisher", "reported_instrument", "speaker", "state_reports"]

_DAY = len("2025-11-04")
_JOINT = frozenset(("Communique", "Declaration", "Treaty", "Strategy", "Resolution"))


@lru_cache(maxsize=1)
def reported_instrument(context: Context) -> Entity | None:
    """Return the instrument that a report says its news is from: "сказано в совместном коммюнике …"."""
    if context.own is not None:
        return None
    reporting = context.acts["reporting.verbs"]
    for item in context.linked:
        if not item.entity.is_a(*_JOINT) or item.mention.rule == "short-form":
            continue
        before = context.tokens[max(item.first - 4, 0) : item.first]
        after = context.tokens[item.last : item.last + 1] if context.patterns.analytic else ()
        if any(token.lemma_in(reporting) and token.analyses[0].form == "Fin" for token in after):
            return item.entity
        if any(token.lemma_in(reporting) for token in before) and any(token.is_part("ADP") for token in before):
            return item.entity
    return None


def speaker(context: Context, token: int, actor: Entity | None = None) -> Entity | None:
    """Return whose words a passage of a report is, from the surest sign to the last resort.

    Who is said to say it; the instrument where it is quoted or agreed; in the report of one speech its speaker, where
    `actor` is they or their state; the source that the report refers to; its publisher; the report itself. None stands
    for the document's own instrument.
    """
    if context.own is not None:
        return None
    teller = voice(context, token)
    if teller is not None:
        return teller
    instrument = reported_instrument(context)
    if instrument is not None and _names_document(context, token):
        return instrument
    person = lecturer(context) if actor is not None else None
    if person is not None and actor in {person, represented(context, person)}:
        return person
    return _narrator(context)


def background(context: Context, token: int) -> Entity | None:
    """Return whose words a fact is that a passage takes for granted: a quotation's speaker's, else the report's."""
    return None if context.own is not None else voice(context, token, verbatim=True) or _narrator(context)


def _narrator(context: Context) -> Entity:
    return cited_source(context) or publisher(context) or context.document


def _names_document(context: Context, token: int) -> bool:
    """Return whether the sentence says that a document says so, or that the parties agreed."""
    sentence = [context.tokens[i] for i in context.reading.sentence(token)]
    reported = any(t.lemma_in(context.acts["reporting.verbs"]) for t in sentence)
    document = any(t.lemma_in(context.acts["reporting.documents"]) for t in sentence)
    agreed = any(t.lemma_in(context.acts["parties.agreeing"]) for t in sentence)
    return (reported and document) or agreed


@lru_cache(maxsize=1)
def publisher(context: Context) -> Entity | None:
    """Return the known agency or paper that a report names as its own, or that its metadata names."""
    named = context.reading.document.source.metadata.publisher
    patterns = text_patterns(context.reading.document.language)
    marks = [match[1] for pattern in patterns.relays if (match := pattern.search(context.reading.document.view.text))]
    for name in (*([named] if named else []), *_marks(context), *marks):
        entity = next((i.entity for i in context.linked if context.reading.text(i.first, i.last) == name), None)
        entity = entity or context.lexicon.named(name) or context.lexicon.named(name.capitalize())
        if entity is not None and entity.is_a("Organization", "InternationalOrganization"):
            return entity
    return None


def _marks(context: Context) -> Iterator[str]:
    """Yield the names by which a report says whose it is: in its dateline, or "X со ссылкой на"."""
    document = context.reading.document
    patterns = text_patterns(document.language)
    for block in context.blocks(BlockKind.DATELINE):
        match = patterns.dateline.match(document.quote(block.span))
        for name in (match.groupdict().get("agency"), match.groupdict().get("paper")) if match else ():
            if name:
                yield from (name.strip(), _bare(name))
    for pattern in patterns.agencies:
        yield from (match[1] for match in [pattern.search(document.view.text)] if match)


def _bare(name: str) -> str:
    """Return the last word of a mark: "Корр. БЕЛТА", "АМИТ «Ховар»"."""
    return name.rsplit(maxsplit=1)[-1].strip('«»"')


def state_reports(context: Context) -> Iterator[Statement]:
    """Yield what a report is about, who published it and when, where the text itself says so."""
    if context.own is not None:
        return
    instrument = reported_instrument(context)
    own_names = {context.reading.document.source.metadata.publisher, *_marks(context)}
    first = next((b.span.end for b in context.blocks(BlockKind.PARAGRAPH)), 0)
    agency = publisher(context)
    for item in context.linked:
        if item.entity == instrument:
            said = ("reportsOn", "reported-instrument", 0.9)
        elif item.entity.is_a("Event") and item.mention.specific and context.tokens[item.first].span.end <= first:
            said = ("reportsOn", "event-in-the-first-paragraph", 0.85)
        elif item.entity == agency and context.reading.text(item.first, item.last) in own_names:
            said = ("publisher", "agency-named", 0.95)
        else:
            continue
        predicate, rule, confidence = said
        quote = context.quote((item.first, item.last))
        yield Statement(context.document, predicate, item.entity, quote, rule, confidence)
    yield from _issued(context)


def _issued(context: Context) -> Iterator[Statement]:
    """Yield the day that the line over or under a report gives, or its dateline with the year."""
    document = context.reading.document
    patterns = text_patterns(document.language)
    for mention in context.mentions:
        block = context.block(mention.first)
        if mention.date is None or len(mention.date.start) != _DAY or mention.date.end:
            continue
        if mention.rule == "date-without-year":  # whose year is that of the day looked for
            continue
        published = block.kind is BlockKind.FURNITURE and patterns.published.match(document.quote(block.span))
        known = document.source.metadata.published
        if known is not None and known.isoformat() != mention.date.start:
            continue
        if published or block.kind is BlockKind.DATELINE:
            quote = context.quote((mention.first, mention.last))
            day = Value(mention.date.start, mention.date.datatype)
            yield Statement(context.document, "issued", day, quote, "publication-date", 0.95)
            return
