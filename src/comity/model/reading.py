"""A document as a linguist's eye sees it: tokens with their analyses, sentences, blocks."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from comity.model.block import Block
from comity.model.document import Document
from comity.model.span import Span

__all__ = ["Analyses", "Analysis", "Reading", "Token"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word form, in Universal Dependencies terms ("Gen", "Plur", "Fem").

    `form` is the verb form ("Fin", "Inf", "Part", "Conv"), `tense` its time ("Past", "Pres", "Fut"); `certain` says
    that the dictionary knows the word.
    """

    lemma: str
    part: str
    case: str | None = None
    number: str | None = None
    gender: str | None = None
    form: str | None = None
    certain: bool = True
    tense: str | None = None


class Analyses(tuple[Analysis, ...]):  # noqa: SLOT001 - what is cached needs a dictionary
    """The readings of a word form, best first, with what they have in common worked out once for all its places."""

    @cached_property
    def _hash(self) -> int:
        return super().__hash__()

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all readings."""
        return frozenset(analysis.lemma for analysis in self)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The parts of speech of all readings."""
        return frozenset(analysis.part for analysis in self)

    @cached_property
    def cases(self) -> frozenset[str | None]:
        """The cases of all readings."""
        return frozenset(analysis.case for analysis in self)


_NONE = Analyses()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, symbol or punctuation mark of the view; `analyses` are best first, empty for punctuation."""

    span: Span
    text: str
    analyses: Analyses = _NONE

    def __post_init__(self) -> None:
        if not isinstance(self.analyses, Analyses):
            object.__setattr__(self, "analyses", Analyses(self.analyses))

    @property
    def is_word(self) -> bool:
        """Whether the token is a word of letters."""
        return bool(self.analyses)

    @property
    def is_capitalised(self) -> bool:
        """Whether the first letter is upper case."""
        return self.text[:1].isupper()

    @property
    def lemma(self) -> str:
        """The lemma of the best analysis, or the token itself."""
        return self.analyses[0].lemma if self.analyses else self.text

    def has_lemma(self, *lemmas: str) -> bool:
        """Return whether some analysis has one of these lemmas."""
        return not self.analyses.lemmas.isdisjoint(lemmas)

    def lemma_in(self, lemmas: AbstractSet[str]) -> bool:
        """Return whether some analysis has a lemma of this set."""
        return not self.analyses.lemmas.isdisjoint(lemmas)

    def is_part(self, *parts: str) -> bool:
        """Return whether some analysis is one of these parts of speech."""
        return not self.analyses.parts.isdisjoint(parts)

    def in_case(self, *cases: str) -> bool:
        """Return whether some analysis stands in one of these cases."""
        return not self.analyses.cases.isdisjoint(cases)


@dataclass(frozen=True)
class Reading:
    """The tokens of a document; `sentences` are half-open ranges of token indexes, each with its block's index."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[range, int], ...]

    def text(self, first: int, last: int) -> str:
        """Return the view's text from token `first` up to, not including, token `last`."""
        return self.span(first, last).of(self.document.view.text)

    def span(self, first: int, last: int) -> Span:
        """Return the span of the view from token `first` up to, not including, token `last`."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def token_at(self, offset: int) -> int | None:
        """Return the index of the token that covers an offset of the view."""
        index = bisect_right(self.tokens, offset, key=lambda token: token.span.start) - 1
        return index if index >= 0 and offset < self.tokens[index].span.end else None

    @cached_property
    def forms(self) -> dict[str, list[int]]:
        """Every word form, number and mark of the text with the indexes of its tokens, in the order of the text."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, token in enumerate(self.tokens):
            found[token.text].append(index)
        return dict(found)

    @cached_property
    def _lemmas(self) -> dict[str, list[int]]:
        """Every lemma that some token may have, with the indexes of these tokens; in no order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for places in self.forms.values():
            for lemma in self.tokens[places[0]].analyses.lemmas:
                found[lemma] += places
        return dict(found)

    def having(self, lemmas: AbstractSet[str]) -> list[int]:
        """Return the indexes of the tokens that may have one of these lemmas, in the order of the text."""
        return sorted({index for lemma in self._lemmas.keys() & lemmas for index in self._lemmas[lemma]})

    def written(self, forms: AbstractSet[str]) -> list[int]:
        """Return the indexes of the tokens that are written in one of these ways, in the order of the text."""
        return sorted(index for form in self.forms.keys() & forms for index in self.forms[form])

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        numbers: list[int] = []
        for number, (tokens, _) in enumerate(self.sentences):
            numbers += [number] * len(tokens)
        return tuple(numbers)

    def sentence(self, token: int) -> range:
        """Return the sentence that a token stands in, as a range of token indexes."""
        return self.sentences[self._sentence_of[token]][0]

    def block_index(self, token: int) -> int:
        """Return the index of the block that a token stands in."""
        return self.sentences[self._sentence_of[token]][1]

    def block(self, token: int) -> Block:
        """Return the block that a token stands in."""
        return self.document.blocks[self.block_index(token)]
