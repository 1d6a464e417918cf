"""What a text is about, and what it mentions."""

from collections import defaultdict
from collections.abc import Iterator

from comity.model import BlockKind, Entity, Span, Statement, Value
from comity.statements.context import Context
from comity.statements.reports import reported_instrument

__all__ = ["state_mentions", "state_topics"]

_LATENT = frozenset(("StakeholderGroup",))
_FEWEST = 2
_MOST_QUOTES = 5


def state_topics(context: Context) -> Iterator[Statement]:
    """Yield `about` for a topic that the title names or that the text comes back to."""
    places: dict[str, list[tuple[Span, ...]]] = defaultdict(list)
    titled = set()
    cited = _cited(context)
    for mention in context.mentions:
        if mention.type == "Topic" and mention.kind and mention.first not in cited:
            places[mention.kind].append(context.quote((mention.first, mention.last)))
            if context.own is not None and context.block(mention.first).kind is BlockKind.TITLE:
                titled.add(mention.kind)
    subject = context.own or reported_instrument(context) or context.document
    for topic, quotes in places.items():
        if topic in titled or len(quotes) >= _FEWEST:
            spans = tuple(dict.fromkeys(span for quote in quotes[:_MOST_QUOTES] for span in quote))
            concept = Value(f"topic/{topic}", "concept")
            yield Statement(
                subject, "about", concept, spans, "topic-in-title" if topic in titled else "topic-repeated", 0.8
            )


def _cited(context: Context) -> frozenset[int]:
    """Return the tokens of the titles of other instruments: what those are about, the text need not be.

    An instrument quotes titles; in a report also the words of a speaker stand between quotation marks.
    """
    others = [item for item in context.instruments() if item.mention.title and item.entity != context.own]
    titles = [range(item.first, item.last) for item in others]
    if context.own is not None:
        titles += [words for words in context.quoted if context.block(words.start).kind is not BlockKind.TITLE]
    return frozenset(index for title in titles for index in title)


def state_mentions(context: Context) -> Iterator[Statement]:
    """Yield `mentions` for every entity that a document names, with its first places."""
    places: dict[str, dict[Span, None]] = defaultdict(dict)
    entities: dict[str, Entity] = {}
    for item in context.linked:
        if item.entity.is_a(*_LATENT) or not (item.mention.specific or item.entity.known):
            continue
        entities.setdefault(item.entity.identifier, item.entity)
        spans = places[item.entity.identifier]
        if len(spans) < _MOST_QUOTES:
            spans.update(dict.fromkeys(context.quote((item.first, item.last))))
    for identifier, spans in places.items():
        first = tuple(spans)[:_MOST_QUOTES]
        yield Statement(context.document, "mentions", entities[identifier], first, "mention", 0.95)
