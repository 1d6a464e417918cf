"""Reports: which instrument a report speaks of, and whose words a passage is."""

from collections.abc import Iterator
from functools import lru_cache

from comity.model import BlockKind, Entity, Statement
from comity.statements.context import Context
from comity.statements.speech import cited_source, lecturer, voice
from comity.statements.subjects import represented
from comity.text.patterns import text_patterns

__all__ = ["background", "publisher", "reported_instrument", "speaker", "state_reports"]

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
    patterns = text_patterns(context.reading.document.language).agencies
    text = context.reading.document.view.text
    found = [match[1] for pattern in patterns for match in [pattern.search(text)] if match]
    for name in ([named] if named else []) + found:
        entity = next((i.entity for i in context.linked if context.reading.text(i.first, i.last) == name), None)
        entity = entity or context.lexicon.named(name)
        if entity is not None and entity.is_a("Organization", "InternationalOrganization"):
            return entity
    return None


def state_reports(context: Context) -> Iterator[Statement]:
    """Yield what a report is about and who published it, where the text itself says so."""
    if context.own is not None:
        return
    instrument = reported_instrument(context)
    first = next((b.span.end for b in context.blocks(BlockKind.PARAGRAPH)), 0)
    agency = publisher(context)
    for item in context.linked:
        if item.entity == instrument:
            said = ("reportsOn", "reported-instrument", 0.9)
        elif item.entity.is_a("Event") and item.mention.specific and context.tokens[item.first].span.end <= first:
            said = ("reportsOn", "event-in-the-first-paragraph", 0.85)
        elif item.entity == agency:
            said = ("publisher", "agency-named", 0.95)
        else:
            continue
        predicate, rule, confidence = said
        quote = context.quote((item.first, item.last))
        yield Statement(context.document, predicate, item.entity, quote, rule, confidence)
