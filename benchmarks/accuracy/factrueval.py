"""Persons, organisations and places on factRuEval-2016: slovnet alone, Comity without and with the extra `[ner]`.

    python benchmarks/accuracy/factrueval.py [--part testset|devset] [--corpus FILE.zip] [2>misses.txt]

The collection is that of the factRuEval competition (github.com/dialogue-evaluation/factRuEval-2016, MIT): Russian news
of 2008-2015 about everything, so most of its names lie outside international politics. It is read from
`../shared/corpora/factrueval-2016.zip` beside the repository; without it the program says so and stops. Every system is
given the text of a document and nothing else. Nothing was tuned on `testset`; `devset` is for that.

What is compared. The collection marks objects of the types Person, Org, Location, and LocOrg: a state, city or region
that acts ("Россия заявила"). As the competition did,
* an object consists of its naming spans (name, surname, patronymic, nickname; org_name; loc_name, which may stand
  inside an organisation); its descriptions, posts and adjectives ("банк", "министр", "российский") may be part of an
  answer or not;
* an object without a naming span, and one inside a larger object of its class, is neither asked for nor counted
  against anybody;
* an answer and an object that share tokens are paired, best overlap first, each once. A pair counts as much as it
  agrees: tokens of the naming spans in the answer, divided by these tokens and the tokens of the answer outside the
  object. Punctuation does not count. Precision is the sum over the answers, recall over the objects.

Two readings of LocOrg are printed. "acting": organisations are Org and LocOrg, places are Location; this is Comity's
own reading, where a state is a party and not a territory, even in "в Чили". "territory": places are Location and
LocOrg, organisations are Org; this is how slovnet was trained, which knows no LocOrg. The same answers are read both
ways: Comity's states are organisations in the first and places in the second; slovnet's LOC are places in both.

Comity's answers are the mentions that become `mentions` statements: persons; states, organisations, bodies and informal
groups; places. Mentions made of an adjective ("российский") are left out, as the collection does.
"""

import argparse
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from comity.pipeline import extract
from comity.recognition import is_used, recogniser
from comity.sources import read_source

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "factrueval-2016.zip"
NAMING = {"name", "surname", "patronymic", "nickname", "org_name", "loc_name"}
CLASSES = ("persons", "organisations", "places")
READINGS = {
    "acting": {"Person": "persons", "Org": "organisations", "LocOrg": "organisations", "Location": "places"},
    "territory": {"Person": "persons", "Org": "organisations", "LocOrg": "places", "Location": "places"},
}
TYPES = {"Person": "Person", "Place": "Location", "State": "LocOrg"} | dict.fromkeys(
    ("Organization", "InternationalOrganization", "Body", "InformalGroup"), "Org"
)
SLOVNET = {"Person": "Person", "Place": "Location", "Organization": "Org"}
Answer = tuple[str, int, int]


@dataclass(frozen=True)
class Thing:
    """An object of the collection: its type, the tokens that name it, all its tokens."""

    type: str
    naming: frozenset[int]
    tokens: frozenset[int]


@dataclass(frozen=True)
class Text:
    """A document: its tokens as (start, end) without punctuation, and its objects."""

    name: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    things: tuple[Thing, ...]

    def covered(self, start: int, end: int) -> frozenset[int]:
        """Return the tokens that lie in a stretch of the text."""
        return frozenset(i for i, (first, last) in enumerate(self.tokens) if first < end and start < last)


def texts(corpus: Path, part: str) -> Iterator[Text]:
    """Yield the documents of a part in the order of their names."""
    with zipfile.ZipFile(corpus) as archive:
        names = sorted(n.removesuffix(".objects") for n in archive.namelist() if f"{part}/" in n and ".objects" in n)
        for name in names:
            files = {kind: archive.read(f"{name}.{kind}").decode() for kind in ("txt", "tokens", "spans", "objects")}
            yield parsed(Path(name).name, files)


def parsed(name: str, files: Mapping[str, str]) -> Text:
    """Read one document of the collection."""
    rows = [line.split() for line in files["tokens"].splitlines() if line.strip()]
    words = [(int(start), int(start) + int(length)) for _, start, length, *_ in rows]
    text = Text(name, files["txt"], tuple(w for w in words if any(map(str.isalnum, files["txt"][slice(*w)]))), ())
    spans = {}
    for line in files["spans"].splitlines():
        if line.strip():
            identifier, kind, start, length, *_ = line.split()
            spans[identifier] = (kind, text.covered(int(start), int(start) + int(length)))
    things = []
    for line in files["objects"].splitlines():
        _, kind, *parts = line.split("#")[0].split() or ("", "")
        if kind in READINGS["acting"]:
            own = [spans[part] for part in parts]
            naming = frozenset(t for span, tokens in own if span in NAMING for t in tokens)
            things.append(Thing(kind, naming, frozenset(t for _, tokens in own for t in tokens)))
    return Text(text.name, text.text, text.tokens, tuple(things))


def by_slovnet(text: str) -> Iterator[Answer]:
    """Yield what slovnet alone finds, paragraph by paragraph, as its authors run it."""
    helper = recogniser("ru", "slovnet")
    if helper is not None:
        for found in next(iter(helper.find([text]))):
            yield SLOVNET[found.type], found.span.start, found.span.end


def by_comity(choice: str) -> Callable[[str], Iterator[Answer]]:
    """Return Comity with the recogniser off or on."""

    def answers(text: str) -> Iterator[Answer]:
        extraction = extract(read_source(text.encode(), "text", name="text"), ner=choice)
        for link in extraction.links:
            entity, mention = link.entity, link.mention
            if entity is None or mention.rule == "demonym" or not (mention.specific or entity.known):
                continue
            type_ = next((TYPES[t] for t in entity.types if t in TYPES), None)
            if type_:
                spans = extraction.document.locate(extraction.reading.span(mention.first, mention.last))
                yield type_, spans[0].start, spans[-1].end

    return answers


@dataclass
class Sum:
    """Agreement, objects and answers of one class."""

    agreed: float = 0.0
    asked: int = 0
    answered: int = 0

    def row(self) -> tuple[float, float, float]:
        """Return precision, recall and F1."""
        precision = self.agreed / self.answered if self.answered else 1.0
        recall = self.agreed / self.asked if self.asked else 1.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def compare(text: Text, answers: Sequence[Answer], reading: str, sums: Mapping[str, Sum]) -> Iterator[str]:
    """Add one document to the sums; yield what was missed or wrong."""
    classes = READINGS[reading]
    for class_ in CLASSES:
        things = [thing for thing in text.things if classes[thing.type] == class_]
        given = sorted(
            {text.covered(s, e) for type_, s, e in answers if classes[type_] == class_} - {frozenset()}, key=sorted
        )
        pairs = sorted(
            ((overlap(thing, tokens), i, j) for i, thing in enumerate(things) for j, tokens in enumerate(given)),
            key=lambda pair: (-pair[0], pair[1], pair[2]),
        )
        matched: dict[int, int] = {}
        for much, i, j in pairs:
            if much and i not in matched and j not in matched.values():
                matched[i] = j
        free = {i for i, thing in enumerate(things) if ignored(thing, things)}
        for i, thing in enumerate(things):
            if i not in free:
                sums[class_].asked += 1
                if i in matched:
                    sums[class_].agreed += agreement(thing, given[matched[i]])
                else:
                    yield f"missed {class_}: {words(text, thing.naming)}"
        right = set(matched.values())
        sums[class_].answered += len(given) - sum(matched[i] in right for i in free & matched.keys())
        yield from (f"wrong {class_}: {words(text, tokens)}" for j, tokens in enumerate(given) if j not in right)


def ignored(thing: Thing, things: Sequence[Thing]) -> bool:
    """Return whether an object names nothing, or lies inside a larger one of its class."""
    return not thing.naming or any(thing.tokens < other.tokens for other in things if other.naming)


def overlap(thing: Thing, tokens: frozenset[int]) -> float:
    """Return how far an answer and an object cover the same tokens."""
    return len(thing.tokens & tokens) / len(thing.tokens | tokens)


def agreement(thing: Thing, tokens: frozenset[int]) -> float:
    """Return what a pair counts."""
    return len(thing.naming & tokens) / len(thing.naming | (tokens - thing.tokens))


def words(text: Text, tokens: frozenset[int]) -> str:
    """Return the words of some tokens."""
    return " ".join(text.text[slice(*text.tokens[i])] for i in sorted(tokens))


def systems() -> dict[str, Callable[[str], Iterator[Answer]]]:
    """Return what can be compared here."""
    if is_used("ru", "auto"):
        return {"slovnet alone": by_slovnet, "Comity": by_comity("off"), "Comity[ner]": by_comity("slovnet")}
    print("the extra [ner] is not installed: Comity without it alone")
    return {"Comity": by_comity("off")}


def measure(
    documents: Sequence[Text], system: str, find: Callable[[str], Iterator[Answer]]
) -> dict[str, dict[str, Sum]]:
    """Return the sums of one system in both readings; what it got wrong goes to standard error."""
    totals = {reading: {class_: Sum() for class_ in CLASSES} for reading in READINGS}
    started = time.process_time()
    given = [list(find(text.text)) for text in documents]
    print(f"{system}: {len(documents)} documents in {time.process_time() - started:.1f} CPU seconds")
    for text, answers in zip(documents, given, strict=True):
        for reading in READINGS:
            for line in compare(text, answers, reading, totals[reading]):
                print(f"{system} | {reading} | {text.name} | {line}", file=sys.stderr)
    return totals


def main() -> int:
    """Print the tables."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--part", choices=("testset", "devset"), default="testset")
    options.add_argument("--corpus", type=Path, default=CORPUS)
    chosen = options.parse_args()
    if not chosen.corpus.is_file():
        print(f"skipped: {chosen.corpus} is not there")
        return 0
    documents = list(texts(chosen.corpus, chosen.part))
    totals = {system: measure(documents, system, find) for system, find in systems().items()}
    for reading in READINGS:
        print(f"\n{f'{chosen.part}, LocOrg read as {reading}':39} precision recall       F1")
        for class_ in CLASSES:
            for system, sums in totals.items():
                figures = "".join(f"{figure:9.3f}" for figure in sums[reading][class_].row())
                print(f"{class_:15}{system:24}{figures}   of {sums[reading][class_].asked}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
