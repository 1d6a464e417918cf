"""The whole story: ingest → extract → build → identify → infer → validate → publish."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import pyoxigraph as ox

from comity.errors import SourceError
from comity.graph import (
    Extraction,
    Names,
    document_quads,
    given_judgements,
    identity_quads,
    join_blocks,
    ontology_quads,
    reference_entries,
    reference_quads,
    reference_triples,
    write_blocks,
)
from comity.lexicon import LanguagePatterns, Lexicon, Spellings, language_patterns, morphology, read
from comity.linking import link, own_instrument, publisher_of
from comity.matching import Profile, Resolution, known_profiles, profiles, resolve
from comity.mentions import find_mentions
from comity.model import Document, Entity, Register, Source, Statement
from comity.pipeline.drafts import drafting
from comity.pipeline.occurrences import gathering
from comity.pipeline.readings import READINGS_NAME, Readings
from comity.pipeline.records import Build, Draft, Options, Result, fingerprint, known_sound, write_report
from comity.recognition import Recogniser, is_used, recogniser
from comity.sources import find_documents, identifiers, read_file
from comity.statements import RecordWords, read_out, record_words, state
from comity.store import DATASET_NAME, STORE_NAME, store_aside, switch_store
from comity.text import structure
from comity.workers import working

__all__ = ["Knowledge", "build", "extract", "knowledge"]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What extraction knows of one language: its names, in texts and in records, its grammar."""

    lexicon: Lexicon
    patterns: LanguagePatterns
    spellings: Spellings
    record: RecordWords


@cache
def knowledge(language: str, engine: str = "auto") -> Knowledge:
    """Return names and grammar of a language; `engine` chooses the Russian morphology."""
    patterns = language_patterns(language)
    entries = tuple(reference_entries(reference_triples()))
    words, record = morphology(language, engine), record_words(language)
    lexicon = Lexicon.build(entries, language, words, patterns.abbreviations, patterns.joined)
    return Knowledge(lexicon, patterns, Spellings(entries, language, record.article), record)


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
    publisher = publisher_of(document, known.lexicon)
    return Extraction(reading, links, own, statements, publisher, _register(document, own, statements, known))


def _register(document: Document, own: Entity | None, statements: tuple[Statement, ...], known: Knowledge) -> Register:
    """Return what the record of the file adds to the statements of its text."""
    if own is None or document.source.markup is None:
        return Register()
    register = read_out(document.source.markup.record, own, known.lexicon, known.spellings, known.record)
    said = {(statement.subject.identifier, statement.predicate, statement.object) for statement in statements}
    return replace(
        register,
        recorded=tuple(r for r in register.recorded if (r.subject.identifier, r.predicate, r.object) not in said),
    )


def build(
    paths: Iterable[Path],
    out: Path,
    options: Options | None = None,
    progress: Callable[[Iterable[Result], int], Iterable[Result]] = lambda results, _: results,
) -> Build:
    """Write the dataset, the store and the report of some documents; a broken document does not stop the others.

    What a build into the same folder has read before, finished or killed, is not read again unless it has changed.

    Raises:
        SourceError: no document was found, or none could be read.
        DatasetError: the folder cannot be written.
        ConfigurationError: the recogniser that is asked for is not installed.
    """
    from comity.pipeline.conclusions import concluded, settled  # noqa: PLC0415 - to extract takes no validator, slow to load

    chosen = options or Options()
    is_used("ru", chosen.ner)  # a helper that is asked for and missing stops the build, not each document
    files = identifiers(find_documents(list(paths)))
    with drafting(out) as drafts, working(chosen.workers) as parallel:
        readings = Readings(out / READINGS_NAME, fingerprint(chosen))
        arriving = progress(parallel(partial(_read, options=chosen, readings=readings), files.items()), len(files))
        results, resolution = _compared(arriving, chosen, drafts)
        common = write_blocks(_common(resolution, chosen.names), drafts / "common")
        stated = settled(_drafts(results, resolution), common, drafts, chosen.names, parallel)
        with store_aside(out / STORE_NAME) as aside:
            inferred, report = concluded(stated, aside, drafts, chosen, known_sound(out), parallel)
            quads = join_blocks([*stated.blocks, *inferred], out / DATASET_NAME)
            switch_store(aside, out / STORE_NAME, out / DATASET_NAME)
    readings.keep_only(results)
    counts = {files[result.file]: result.statements for result in results if not result.failure}
    failures = {str(result.file): result.failure for result in results if result.failure}
    built = Build(counts, failures, quads, report)
    write_report(built, list(files), chosen, out)
    return built


def _common(resolution: Resolution, names: Names) -> Iterator[ox.Quad]:
    """Yield what no document says: the ontology, the reference data, and the judgements on what is one thing."""
    yield from ontology_quads(names)
    yield from reference_quads(names)
    yield from identity_quads(resolution, names)


def _read(named: tuple[Path, str], options: Options, readings: Readings) -> Result:
    """Return what a file gave, its quads written: a build of any size holds those of no more than a few documents."""
    file, identifier = named
    kept = readings.find(file, identifier)
    if kept is not None:
        return kept
    try:
        extraction = extract(read_file(file, options.maximum, identifier), options.engine, options.ner)
    except SourceError as error:
        return Result(file, failure=str(error))
    source, lexicon = extraction.document.source, knowledge(extraction.document.language, options.engine).lexicon
    compared = profiles(extraction.reading, extraction.links, extraction.statements, lexicon)
    result = Result(file, (), compared, len(extraction.statements), source.identifier)
    return readings.keep(result, document_quads(extraction, options.names), source.digest)


def _compared(arriving: Iterable[Result], options: Options, drafts: Path) -> tuple[list[Result], Resolution]:
    """Return what the documents gave, but for the profiles, and which of the things in these are one.

    Raises:
        SourceError: none of the documents could be read.
    """

    def known(language: str) -> Iterable[Profile]:
        return known_profiles(knowledge(language, options.engine).lexicon, language)

    results: list[Result] = []
    with gathering(drafts / "occurrences") as told:
        for result in arriving:
            told.add(result.profiles)
            results.append(replace(result, profiles=()))
        if all(result.failure for result in results):
            reasons = "; ".join(result.failure for result in results) or "no text file was found"
            raise SourceError(f"no document could be read: {reasons}")
        return results, resolve(told, known, given_judgements(reference_triples()))


def _drafts(results: Iterable[Result], resolution: Resolution) -> Iterator[Draft]:
    """Yield the graphs of each document with as much of the resolution as it needs."""
    for result in results:
        changed = resolution.replaced.get(result.document, {})
        merged = {name: resolution.merged[name] for name in changed.values() if name in resolution.merged}
        needed = Resolution((), {result.document: changed} if changed else {}, merged)
        if result.blocks:
            yield Draft(result.document, result.blocks, needed)
