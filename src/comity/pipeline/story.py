"""The whole story: ingest → extract → build → identify → infer → validate → publish."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import pyoxigraph as ox

from comity.errors import SourceError
from comity.graph import (
    Extraction,
    document_quads,
    given_judgements,
    identity_quads,
    ontology_quads,
    reference_entries,
    reference_quads,
    reference_triples,
    resolved_quads,
    write_dataset,
)
from comity.inference import infer
from comity.lexicon import LanguagePatterns, Lexicon, language_patterns, morphology, read
from comity.linking import link, own_instrument, publisher_of
from comity.matching import Profile, known_profiles, profiles, resolve
from comity.mentions import find_mentions
from comity.model import Document, Source
from comity.pipeline.records import Build, Options, Result, known_sound, write_report
from comity.pipeline.workers import working
from comity.recognition import Recogniser, is_used, recogniser
from comity.sources import find_documents, read_file
from comity.statements import state
from comity.store import DATASET_NAME, STORE_NAME, build_store
from comity.text import structure
from comity.validation import validate

__all__ = ["Knowledge", "build", "extract", "knowledge"]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What extraction knows of one language: its names and its grammar."""

    lexicon: Lexicon
    patterns: LanguagePatterns


@cache
def knowledge(language: str, engine: str = "auto") -> Knowledge:
    """Return names and grammar of a language; `engine` chooses the Russian morphology."""
    patterns = language_patterns(language)
    entries = reference_entries(reference_triples())
    words = morphology(language, engine)
    return Knowledge(Lexicon.build(entries, language, words, patterns.abbreviations, patterns.joined), patterns)


def extract(source: Source, engine: str = "auto", ner: str = "off") -> Extraction:
    """Return what one document says: the stages from text to statements, nothing else.

    `ner` is "off", "auto" or "slovnet": whether names that no rule finds are looked for.
    """
    document = structure(source)
    return _statements(document, knowledge(document.language, engine), recogniser(document.language, ner))


def _statements(document: Document, known: Knowledge, helper: Recogniser | None) -> Extraction:
    reading = read(document, known.lexicon.morphology)
    mentions = find_mentions(reading, known.lexicon, known.patterns, helper)
    own = own_instrument(reading, mentions, known.lexicon)
    links = link(reading, mentions, known.lexicon, known.patterns, own)
    statements = state(reading, mentions, links, known.lexicon, known.patterns, own)
    return Extraction(reading, links, own, statements, publisher_of(document, known.lexicon))


def build(
    paths: Iterable[Path],
    out: Path,
    options: Options | None = None,
    progress: Callable[[Iterable[Result], int], Iterable[Result]] = lambda results, _: results,
) -> Build:
    """Write the dataset, the store and the report of some documents; a broken document does not stop the others.

    Raises:
        SourceError: no document was found, or none could be read.
        DatasetError: the folder cannot be written.
        ConfigurationError: the recogniser that is asked for is not installed.
    """
    chosen = options or Options()
    is_used("ru", chosen.ner)  # a helper that is asked for and missing stops the build, not each document
    files = find_documents(list(paths))
    with working(chosen.workers) as parallel:
        results = list(progress(parallel(partial(_read, options=chosen), files), len(files)))
    failures = {str(result.file): result.failure for result in results if result.failure}
    if len(failures) == len(results):
        raise SourceError("no document could be read: " + ("; ".join(failures.values()) or "no text file was found"))
    facts = {*ontology_quads(chosen.names), *reference_quads(chosen.names)}
    facts.update(_identified(results, chosen))
    facts.update(infer(facts, graph=chosen.names.graph("inferred")))
    report = validate(facts, sound=known_sound(out))
    write_dataset(facts, out / DATASET_NAME)
    build_store(out / DATASET_NAME, out / STORE_NAME)
    counts = {result.file.stem: result.statements for result in results if not result.failure}
    built = Build(counts, failures, len(facts), report)
    write_report(built, files, chosen, out)
    return built


def _identified(results: Iterable[Result], options: Options) -> Iterator[ox.Quad]:
    """Yield the quads of all documents, what is one thing under one name, and the judgements that made it so."""
    told = [profile for result in results for profile in result.profiles]

    def known(language: str) -> Iterable[Profile]:
        return known_profiles(knowledge(language, options.engine).lexicon, language)

    resolution = resolve(told, known, given_judgements(reference_triples()))
    for result in results:
        yield from resolved_quads(result.quads, result.document, resolution, options.names)
    yield from identity_quads(resolution, options.names)


def _read(file: Path, options: Options) -> Result:
    try:
        extraction = extract(read_file(file, options.maximum), options.engine, options.ner)
    except SourceError as error:
        return Result(file, failure=str(error))
    lexicon = knowledge(extraction.document.language, options.engine).lexicon
    compared = profiles(extraction.reading, extraction.links, extraction.statements, lexicon)
    quads = tuple(document_quads(extraction, options.names))
    return Result(file, quads, compared, len(extraction.statements), extraction.document.source.identifier)
