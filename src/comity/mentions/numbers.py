"""Lists of bare numbers: "резолюции 77/320 от 25 июля 2023 года, 78/213 и 19/22 Совета по правам человека".

A noun for a resolution or decision opens a list of numbers, with their dates, titles and paragraphs. The body that owns
a number is named after the noun or a conjunction for all that follow, or after the number for those before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from comity.lexicon import LanguagePatterns
from comity.lexicon.series import Series, bare_number
from comity.mentions.owners import OTHER, Owners
from comity.mentions.quotations import Quotation
from comity.model import Mention, Reading

__all__ = ["Number", "NumberLists"]

_SEPARATORS = frozenset((",", ";", "и", "and"))
_PARENTHESIS = 12
_FARTHEST = 60
_SHORT = 2
"""Digits of a day without its year, or of the mark of a footnote."""


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number of a list: its tokens, the noun that opens the list, and the body that owns it.

    `firm` says that the body is named right beside the number, and not only further on in the list; `year` is that of
    the day which follows it.
    """

    first: int
    last: int
    noun: int
    text: str
    body: str | None = None
    firm: bool = False
    year: int | None = None


@dataclass(slots=True)
class _List:
    """What has been read of a list: its numbers, the body named for those that follow, what stood last."""

    numbers: list[Number]
    owner: str | None
    state: str

    def add(self, number: Number) -> None:
        self.numbers.append(replace(number, body=self.owner, firm=self.state == "owner"))
        self.state = "number"

    def date(self, day: Mention | None) -> None:
        """Give the last number the year of a day that follows it."""
        if day is not None and day.date is not None and self.numbers and self.state in {"number", "owned"}:
            self.numbers[-1] = replace(self.numbers[-1], year=self.numbers[-1].year or int(day.date.start[:4]))

    def own(self, body: str | None) -> None:
        """Give the numbers before, or else those to come, to a body; the whole organisation changes nothing."""
        if body is None:
            return
        if self.state != "number":
            self.owner, self.state = body, "owner"
            return
        unowned = [i for i, number in enumerate(self.numbers) if number.body is None]
        last = len(self.numbers) - 1
        for index in unowned or ([] if self.numbers[last].firm else [last]):
            self.numbers[index] = replace(self.numbers[index], body=body, firm=index == last)
        self.state = "owned"


@dataclass(slots=True)
class NumberLists:
    """The lists of one document; `adopter` is the body whose numbers the document means where none is named."""

    reading: Reading
    patterns: LanguagePatterns
    names: Sequence[Mention]
    dates: Sequence[Mention]
    quotations: Sequence[Quotation]
    adopter: str | None
    _owners: Owners = field(init=False)
    _numbers: dict[int, tuple[int, str]] = field(init=False, default_factory=dict)
    _dates: dict[int, Mention] = field(init=False)
    _skipped: dict[int, int] = field(init=False)
    _fillers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        words = self.patterns.words
        self._owners = Owners(self.reading, self.patterns, self.names, self.adopter)
        self._skipped = {quotation.opening: quotation.closing + 1 for quotation in self.quotations}
        self._dates = {date.first: date for date in self.dates}
        self._skipped |= {date.first: date.last for date in self.dates}
        called = frozenset(word for phrase in self.patterns.called for word in phrase)
        self._fillers = words["numbers.between"] | called | frozenset(self.patterns.months)

    def numbers(self) -> Iterator[tuple[Number, Series]]:
        """Yield every number of a list with the series that it belongs to; those of unknown bodies are left out.

        A number whose body or day is told once is the same in the rest of the document, and tells the rest of its list.
        """
        found = list(self._listed())
        told: defaultdict[str | int, set[str]] = defaultdict(set)
        for number, _ in found:
            if (series := self._told(number)) is not None:
                told[number.text].add(series.body)
                told[number.noun].add(series.body)
        for number, earlier in found:
            series = self._told(number) or self._guessed(number, (told[number.text], told[number.noun]), earlier)
            if series is not None:
                yield number, series

    def _listed(self) -> Iterator[tuple[Number, str | None]]:
        """Yield the numbers of every list, each with the body of a list before it in the sentence."""
        for sentence in self._sentences():
            owner: str | None = None
            for noun in sentence:
                if self.reading.tokens[noun].lemma_in(self._owners.nouns):
                    for number in self._list(noun, self._reach(noun, sentence), owner):
                        owner = number.body or owner
                        yield number, owner

    def _reach(self, noun: int, sentence: range) -> range:
        """Return how far a list may go: to the end of the title that it stands in, or of its sentence."""
        closing = (q.closing for q in self.quotations if q.opening < noun < q.closing <= sentence.stop)
        return range(sentence.start, next(closing, sentence.stop))

    def _sentences(self) -> Iterator[range]:
        """Yield the sentences that have a noun for a resolution or decision; no other is walked over."""
        for match in bare_number().finditer(self.reading.document.view.text):
            first, final = self.reading.token_at(match.start()), self.reading.token_at(match.end() - 1)
            if first is not None and final is not None and self.reading.tokens[first].span.start == match.start():
                self._numbers[first] = final + 1, match[0]
        sentences = (self.reading.sentence(index) for index in self.reading.having(self._owners.nouns))
        yield from {sentence.start: sentence for sentence in sentences}.values()

    def _list(self, noun: int, reach: range, earlier: str | None) -> list[Number]:
        """Return the numbers of the list that a noun opens; `earlier` is the body of a list before it."""
        owner, stop = self._owners.before(noun, reach.start, earlier), reach.stop
        read = _List([], owner, "noun" if owner is None else "owner")
        position = self._run(read, noun, noun + 1, stop)
        while read.numbers and (resumed := self._resumed(position, stop)) is not None:
            read.state, stop = "joined", self.reading.sentence(resumed).stop
            position = self._run(read, noun, resumed, stop)
        return read.numbers

    def _run(self, read: _List, noun: int, position: int, stop: int) -> int:
        """Read on in a sentence and return where the list breaks off."""
        while position < stop:
            if position in self._numbers:
                last, text = self._numbers[position]
                read.add(Number(position, last, noun, text))
                position = last
            elif (dated := self._dated_number(position, stop, noun, read.owner)) is not None:
                read.add(dated)
                position = dated.last
            elif (owned := self._owners.after(position, stop)) is not None:
                body, position = owned
                read.own(body)
            elif (end := self._between(position, stop)) is not None:
                read.date(self._dates.get(position))
                read.state = "joined" if self._joins(position) and read.numbers else read.state
                position = end
            elif (further := self._further(noun, position, stop)) is not None:
                read.state, position = "joined", further
            else:
                break
        return position

    def _resumed(self, position: int, stop: int) -> int | None:
        """Return the dated number with which a later sentence goes on: the notes inside a list part it."""
        tokens = self.reading.tokens
        window = range(stop, min(position + _FARTHEST, len(tokens)))
        found = next((index for index in window if index in self._numbers), None)
        if found is None or any(tokens[i].lemma_in(self._owners.nouns) for i in range(position, found)):
            return None
        start = self.reading.sentence(found).start
        begins = found == start or (found == start + 1 and self._joins(start))
        whole = self.reading.sentence(stop - 1).stop == stop
        here = self.reading.block_index(found) == self.reading.block_index(stop - 1)
        return found if begins and whole and here and self._numbers[found][0] + 1 in self._dates else None

    def _dated_number(self, position: int, stop: int, noun: int, owner: str | None) -> Number | None:
        """Read "1493 от 28 июля 2003 года" where the body counts through the years: the day says which year."""
        tokens = self.reading.tokens
        if not (tokens[position].text.isdigit() and len(tokens[position].text) > _SHORT):
            return None
        body, after = owner or self.adopter, position + 1
        named = self._owners.after(after, stop) if after < stop else None
        while named is not None and after < stop:
            body, after = named[0] or body, named[1]
            named = self._owners.after(after, stop) if after < stop else None
        date = self._dates.get(after + 1)
        if date is None or date.date is None or tokens[after].text.lower() not in self._fillers:
            return None
        series = self._owners.series.get(body or "")
        text = f"{tokens[position].text} ({date.date.start[:4]})"
        fits = series is not None and series.bare.fullmatch(text) is not None
        return Number(position, position + 1, noun, text) if fits else None

    def _further(self, noun: int, position: int, stop: int) -> int | None:
        """Return the next number of a list that says what each resolution is about: "74/270 от … о мире и 74/274"."""
        tokens = self.reading.tokens
        if all(analysis.number == "Sing" for analysis in tokens[noun].analyses):
            return None
        found = next((i for i in range(position, min(position + _FARTHEST, stop)) if i in self._numbers), None)
        if found is None or any(tokens[i].lemma_in(self._owners.nouns) for i in range(position, found)):
            return None
        last, text = self._numbers[found]
        dated = last + 1 < stop and last + 1 in self._skipped
        before = tokens[found - 1]
        joined = self._joins(found - 1) or before.text.lower() in self.patterns.words["numbers.between"]
        return found if joined and (dated or ")" in text) else None

    def _joins(self, position: int) -> bool:
        return self.reading.tokens[position].text.lower() in _SEPARATORS

    def _between(self, position: int, stop: int) -> int | None:
        """Return the end of what may stand between two numbers: a date, a title, a paragraph, a conjunction."""
        token = self.reading.tokens[position]
        if position in self._skipped:
            return self._skipped[position]
        if token.text == "(":
            window = range(position + 1, min(position + _PARENTHESIS, stop))
            closing = next((i for i in window if self.reading.tokens[i].text == ")"), None)
            return None if closing is None else closing + 1
        if token.lemma_in(self.patterns.words["symbols.annex"] | self.patterns.words["symbols.paragraph"]):
            return self._after_numerals(position + 1, stop)
        short = token.text.isdigit() and len(token.text) <= _SHORT
        return position + 1 if short or self._joins(position) or token.text.lower() in self._fillers else None

    def _after_numerals(self, position: int, stop: int) -> int:
        tokens = self.reading.tokens
        while position < stop and (
            tokens[position].text.isdigit()
            or tokens[position].text in {"–", "-", "."}
            or (tokens[position].text.isupper() and tokens[position].text.isascii())
        ):
            position += 1
        return position

    def _fitting(self, number: Number) -> dict[str, Series]:
        """Return the series that have numbers of this form and, if a day is given, had them then."""
        written = (series for series in self._owners.series.values() if series.bare.fullmatch(number.text))
        return {
            series.body: series for series in written if number.year is None or series.dates(number.text, number.year)
        }

    def _told(self, number: Number) -> Series | None:
        """Return the series of a number whose body is named, or whose day only one body sat on."""
        fitting = self._fitting(number)
        if number.body in fitting:
            return fitting[number.body]
        named = self._owners.series.get(number.body or "")
        if number.body == OTHER:
            return None
        only = next(iter(fitting.values())) if len(fitting) == 1 else None
        if only is not None and number.year is not None and (only.alone or only.counts_sessions(number.text)):
            return only
        return named if named is not None and named.bare.fullmatch(number.text) else None

    def _guessed(self, number: Number, told: Iterable[set[str]], earlier: str | None) -> Series | None:
        """Return the series that a number or its list is told to be of, or that of the adopter or of the form alone."""
        if number.body == OTHER:
            return None
        fitting = self._fitting(number)
        for bodies in told:
            same = [series for body, series in fitting.items() if body in bodies]
            if len(same) == 1 == len(bodies):
                return same[0]
        alone = next((series for series in fitting.values() if series.alone), None)
        return fitting.get(self.adopter or "") or alone or fitting.get(earlier or "")
