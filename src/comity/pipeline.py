"""The whole story: ingest → extract → build → infer → validate → publish."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from comity import __version__, resources
from comity.errors import SourceError
from comity.graph import Extraction, Names, dataset_quads, reference_entries, reference_triples, write_dataset
from comity.inference import infer
from comity.lexicon import LanguagePatterns, Lexicon, language_patterns, morphology, read
from comity.linking import link, own_instrument
from comity.mentions import find_mentions
from comity.model import Document, Source
from comity.sources import MAXIMUM_BYTES, find_documents, read_file
from comity.statements import state
from comity.store import DATASET_NAME, STORE_NAME, build_store, is_current
from comity.text import structure
from comity.validation import Report, validate

__all__ = ["Build", "Knowledge", "build", "extract", "fingerprint", "is_built", "knowledge"]

REPORT_NAME = "report.json"
_SHIPPED = ("ontology", "shapes", "queries", "data/language", "data/reference")


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
    lexicon = Lexicon.build(entries, language, morphology(language, engine), patterns.abbreviations)
    return Knowledge(lexicon, patterns)


def extract(source: Source, engine: str = "auto") -> Extraction:
    """Return what one document says: the stages from text to statements, nothing else."""
    document = structure(source)
    return _statements(document, knowledge(document.language, engine))


def _statements(document: Document, known: Knowledge) -> Extraction:
    reading = read(document, known.lexicon.morphology)
    mentions = find_mentions(reading, known.lexicon, known.patterns)
    own = own_instrument(reading, mentions, known.lexicon)
    links = link(reading, mentions, known.lexicon, known.patterns, own)
    statements = state(reading, mentions, links, known.lexicon, known.patterns, own)
    return Extraction(reading, links, own, statements)


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made: counts by document, the errors of documents left out, and the findings."""

    documents: Mapping[str, int]
    failures: Mapping[str, str]
    quads: int
    report: Report


def build(
    paths: Iterable[Path],
    out: Path,
    *,
    names: Names | None = None,
    engine: str = "auto",
    maximum: int = MAXIMUM_BYTES,
    progress: Callable[[Iterable[Path]], Iterable[Path]] = iter,
) -> Build:
    """Write the dataset, the store and the report of some documents; a broken document does not stop the others.

    Raises:
        SourceError: no document was found, or none could be read.
        DatasetError: the folder cannot be written.
    """
    files = find_documents(list(paths))
    extractions, failures = [], {}
    for file in progress(files):
        try:
            extractions.append(extract(read_file(file, maximum), engine))
        except SourceError as error:
            failures[str(file)] = str(error)
    if not extractions:
        raise SourceError("no document could be read: " + ("; ".join(failures.values()) or "no text file was found"))
    naming = names or Names()
    facts = set(dataset_quads(extractions, naming))
    facts.update(infer(facts, graph=naming.graph("inferred")))
    report = validate(facts, sound=_sound(out / REPORT_NAME))
    write_dataset(facts, out / DATASET_NAME)
    build_store(out / DATASET_NAME, out / STORE_NAME)
    counts = {extraction.document.source.identifier: len(extraction.statements) for extraction in extractions}
    built = Build(counts, failures, len(facts), report)
    _write_report(built, fingerprint(files, naming, engine), out / REPORT_NAME)
    return built


def _write_report(built: Build, inputs: str, path: Path) -> None:
    record: dict[str, Any] = {
        "comity": __version__,
        "inputs": inputs,
        "documents": dict(built.documents),
        "failures": dict(built.failures),
        "quads": built.quads,
        **built.report.to_dict(),
        "sound": sorted(built.report.sound),
    }
    path.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _sound(report: Path) -> frozenset[str]:
    """Return the digests of what the last build found to be without findings."""
    try:
        return frozenset(json.loads(report.read_text(encoding="utf-8"))["sound"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def fingerprint(files: Iterable[Path], names: Names, engine: str) -> str:
    """Return a digest of everything a build is made from: the documents, what ships with Comity, the settings."""
    digest = hashlib.sha256(f"{__version__}\x1f{names.base}\x1f{engine}".encode())
    shipped = (file for folder in _SHIPPED for file in sorted(resources.path(folder).rglob("*")))
    code = sorted(Path(__file__).parent.rglob("*.py"))
    documents = (part for file in files for part in (file, file.with_suffix(".toml")))
    for file in (*documents, *shipped, *code):
        if file.is_file():
            digest.update(f"\x1e{file.name}\x1f".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def is_built(paths: Iterable[Path], out: Path, *, names: Names | None = None, engine: str = "auto") -> bool:
    """Return whether a folder holds the build of exactly these documents by exactly this Comity."""
    try:
        record = json.loads((out / REPORT_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    files = find_documents(list(paths))
    same = record.get("inputs") == fingerprint(files, names or Names(), engine)
    return same and (out / DATASET_NAME).is_file() and is_current(out / DATASET_NAME, out / STORE_NAME)
