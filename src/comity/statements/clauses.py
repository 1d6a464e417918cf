"""Clauses: what opens the one a verb stands in, and which ones before the verb are over."""

from dataclasses import dataclass

from comity.model import Token
from comity.statements.context import Context

__all__ = ["Clause", "before_adverbs", "clause_of", "is_predicate"]

_COORDINATING = frozenset(("и", "а", "но", "или", "and", "but"))
_CLOSING = frozenset((",", ";", "—", "–"))


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause of a verb: `opener` is the word that makes it a subordinate one, `inner` what is over before it."""

    start: int
    opener: int | None = None
    inner: tuple[range, ...] = ()

    def holds(self, token: int) -> bool:
        """Return whether a token before the verb stands in the verb's own clause."""
        return token >= self.start and not any(token in clause for clause in self.inner)


def clause_of(context: Context, verb: int) -> Clause:
    """Return the clause of a verb, read from the verb to the left.

    A subordinate clause is over where it has a verb of its own and a comma follows, either right before our verb
    ("Совет, который учрежден давно, продолжает") or before "и" and a verb of the form of the main one ("отмечает, что
    Совет работает, и призывает").
    """
    words = context.acts["clauses.subordinating"]
    start = context.reading.sentence(verb).start
    inner: list[range] = []
    limit = verb
    for index in range(verb - 1, start - 1, -1):
        if context.tokens[index].lemma not in words or not _may_open(context, index, start):
            continue
        if not _is_over(context, index, limit, verb):
            return Clause(index + 1, index, tuple(inner))
        inner.append(range(index, before_adverbs(context, verb) + 1))
        limit = index
    return Clause(start, None, tuple(inner))


def _may_open(context: Context, index: int, start: int) -> bool:
    """Tell "…, как" from "таких как": a clause follows a mark, a preposition, a conjunction; in English anything."""
    before = context.tokens[index - 1]
    return (
        context.patterns.analytic
        or index == start
        or not before.is_word
        or before.analyses[0].part not in {"NOUN", "PROPN", "ADJ", "NUM"}
    )


def is_predicate(token: Token) -> bool:
    """Return whether a token is best read as a finite verb, a short participle or a short adjective."""
    best = token.analyses[0] if token.analyses else None
    if best is None:
        return False
    short = best.case is None and best.number is not None and (best.part == "ADJ" or best.form == "Part")
    return best.form == "Fin" or short


def before_adverbs(context: Context, position: int) -> int:
    """Return the token before a word and the adverbs and particles right before it."""
    index = position - 1
    while index >= 0 and _is_adverb(context.tokens[index]):
        index -= 1
    return index


def _is_adverb(token: Token) -> bool:
    return bool(token.analyses) and token.analyses[0].part in {"ADV", "PART", "AUX"} and token.text not in _COORDINATING


def _is_over(context: Context, opener: int, limit: int, verb: int) -> bool:
    """Return whether the clause that a word opens is over before our verb."""
    tokens = context.tokens
    if not any(is_predicate(token) for token in tokens[opener + 1 : limit]):
        return False
    previous = before_adverbs(context, verb)
    if previous <= opener:
        return False
    if tokens[previous].text in _CLOSING:
        return limit == verb or tokens[opener].text not in {"что", "чтобы", "that"}
    if tokens[previous].text.lower() in _COORDINATING:
        comma = before_adverbs(context, previous)
        return tokens[comma].text in _CLOSING and _like_the_main_verb(context, opener, verb)
    return _own_subject(context, opener, verb)


def _like_the_main_verb(context: Context, opener: int, verb: int) -> bool:
    """Return whether a verb has the number and tense of the first verb of its sentence, before the opener."""
    start = context.reading.sentence(verb).start
    main = next((token for token in context.tokens[start:opener] if is_predicate(token)), None)
    best, other = context.tokens[verb].analyses[:1], main.analyses[:1] if main is not None else ()
    return all((a.number, a.tense) == (b.number, b.tense) for a in best for b in other)


def _own_subject(context: Context, opener: int, verb: int) -> bool:
    """Return whether a name in the nominative right after a comma stands before the verb: "…, Совет призывает"."""
    position = before_adverbs(context, verb) + 1
    for item in reversed(context.in_sentence(verb)):
        if item.last == position and item.first > opener and context.tokens[item.mention.head].in_case("Nom"):
            return context.tokens[item.first - 1].text in _CLOSING
    token = context.tokens[position - 1]
    return token.in_case("Nom") and position - 2 > opener and context.tokens[position - 2].text in _CLOSING
