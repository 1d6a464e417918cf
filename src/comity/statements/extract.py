"""All families of statements in their order; the same statement from several places becomes one with all its quotes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from comity.lexicon import LanguagePatterns, Lexicon
from comity.model import Entity, Link, Mention, Reading, Statement
from comity.statements.acts import state_acts
from comity.statements.adoption import state_adoption
from comity.statements.bodies import state_bodies
from comity.statements.citations import state_citations
from comity.statements.context import Context
from comity.statements.dispositions import state_dispositions
from comity.statements.events import state_events
from comity.statements.memberships import state_memberships
from comity.statements.occurrences import settled
from comity.statements.parties import state_parties
from comity.statements.posts import state_posts
from comity.statements.reports import state_reports
from comity.statements.requests import state_requests
from comity.statements.topics import state_mentions, state_topics

__all__ = ["FAMILIES", "state"]

FAMILIES: tuple[Callable[[Context], Iterator[Statement]], ...] = (
    state_adoption,
    state_reports,
    state_parties,
    state_memberships,
    state_citations,
    state_bodies,
    state_acts,
    state_requests,
    state_dispositions,
    state_events,
    state_posts,
    state_topics,
    state_mentions,
)
"""The families in the order in which their statements are written."""


_DOUBT = 0.6
_WANTED = frozenset(("status-proposed", "status-endorsed"))


def state(
    reading: Reading,
    mentions: tuple[Mention, ...],
    links: tuple[Link, ...],
    lexicon: Lexicon,
    patterns: LanguagePatterns,
    own: Entity | None,
) -> tuple[Statement, ...]:
    """Return what a linked document says."""
    context = settled(Context(reading, mentions, links, lexicon, patterns, own))
    merged: dict[tuple[object, ...], Statement] = {}
    for family in FAMILIES:
        for statement in family(context):
            key = (
                statement.subject.identifier,
                statement.predicate,
                _identity(statement),
                statement.kind,
                statement.speaker,
                statement.details,
            )
            known = merged.get(key)
            merged[key] = statement if known is None else _joined(known, statement)
    doubtful, wanted = context.doubtful, _unheld(merged.values())
    return tuple(
        _doubted(statement) if _rests_on(statement, doubtful) else statement
        for statement in merged.values()
        if statement.object not in wanted.get(statement.rule, ())
    )


def _unheld(statements: Iterable[Statement]) -> Mapping[str, frozenset[object]]:
    """Return the new things that a document does not tell to be there, by the rule that would take them for that.

    What is proposed or at most supported has no organiser yet; what is only proposed, no document reports on.
    """
    new = [statement for statement in statements if not statement.subject.known]
    wanted = frozenset(statement.subject for statement in new if statement.rule in _WANTED)
    proposed = frozenset(statement.subject for statement in new if statement.rule == "status-proposed")
    return {"organiser-in-the-name": wanted, "event-in-the-first-paragraph": proposed}


def _rests_on(statement: Statement, doubtful: AbstractSet[str]) -> bool:
    named = (statement.subject, statement.object)
    return any(isinstance(what, Entity) and what.identifier in doubtful for what in named)


def _doubted(statement: Statement) -> Statement:
    return replace(statement, confidence=min(statement.confidence, _DOUBT))


def _identity(statement: Statement) -> object:
    return statement.object.identifier if isinstance(statement.object, Entity) else statement.object


def _joined(known: Statement, again: Statement) -> Statement:
    spans = tuple(dict.fromkeys((*known.spans, *again.spans)))
    return replace(known, spans=spans, confidence=max(known.confidence, again.confidence))
