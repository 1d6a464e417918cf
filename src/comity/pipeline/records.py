"""What a build is asked for, what it made, and whether it is still what its inputs would make."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity import __version__, resources
from comity.graph import Block, Names
from comity.matching import Profile, Resolution
from comity.recognition import is_used
from comity.sources import MAXIMUM_BYTES, find_documents
from comity.store import DATASET_NAME, STORE_NAME, is_current

if TYPE_CHECKING:
    from comity.validation import Report

__all__ = [
    "REPORT_NAME",
    "Build",
    "Draft",
    "Options",
    "Result",
    "fingerprint",
    "is_built",
    "known_sound",
    "write_report",
]

REPORT_NAME = "report.json"
_SHIPPED = ("ontology", "shapes", "queries", "data/language", "data/reference")
_ENGINES = ("pyoxigraph", "pymorphy3", "pymorphy3-dicts-ru", "rumorph", "slovnet", "navec")
"""Packages whose versions tell in what is written, as far as they are installed."""
_CODE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: the IRIs, the Russian morphology, the recogniser, the limit of a document, the processes.

    Without `shapes` the data is checked as a whole and not document by document, which takes most of the time.
    """

    names: Names = field(default_factory=Names)
    engine: str = "auto"
    ner: str = "off"
    maximum: int = MAXIMUM_BYTES
    workers: int = 1
    shapes: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """What one file gave: its graphs, written, and things to compare with others; or why it could not be read."""

    file: Path
    blocks: tuple[Block, ...] = ()
    profiles: tuple[Profile, ...] = ()
    statements: int = 0
    document: str = ""
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The graphs of a document as it was read alone, and what is to be changed in them to suit the others."""

    document: str
    blocks: tuple[Block, ...]
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made: statements by document, the errors of documents left out, and the findings."""

    documents: Mapping[str, int]
    failures: Mapping[str, str]
    quads: int
    report: "Report"


def write_report(built: Build, files: Sequence[Path], options: Options, out: Path) -> None:
    """Write counts, failures and findings beside the dataset, with the digest of everything it was made from."""
    record: dict[str, Any] = {
        "comity": __version__,
        "inputs": _inputs(files, options),
        "documents": dict(built.documents),
        "failures": dict(built.failures),
        "quads": built.quads,
        "shapes": options.shapes,
        **built.report.to_dict(),
        "sound": sorted(built.report.sound),
    }
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    (out / REPORT_NAME).write_text(text, encoding="utf-8")


def known_sound(out: Path) -> frozenset[str]:
    """Return the digests of what the last build in a folder found to be without findings."""
    sound = _last_report(out).get("sound", [])
    return frozenset(sound) if isinstance(sound, list) else frozenset()


def is_built(paths: Iterable[Path], out: Path, options: Options | None = None) -> bool:
    """Return whether a folder holds the build of exactly these documents by exactly this Comity."""
    inputs = _last_report(out).get("inputs")
    if inputs is None or not (out / DATASET_NAME).is_file():
        return False
    same = inputs == _inputs(find_documents(list(paths)), options or Options())
    return same and is_current(out / DATASET_NAME, out / STORE_NAME)


def _last_report(out: Path) -> dict[str, Any]:
    try:
        record = json.loads((out / REPORT_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _inputs(files: Iterable[Path], options: Options) -> str:
    """Return a digest of everything a build is made from: the documents, what ships with Comity, the settings."""
    documents = (part for file in files for part in (file, file.with_suffix(".toml")))
    return _digest(documents, fingerprint(options), options.shapes)


def fingerprint(options: Options) -> str:
    """Return a digest of all that the reading of a document rests on beside it: code, data, engines, settings."""
    helper = is_used("ru", options.ner)
    settings = (__version__, options.names.base, options.engine, helper, options.maximum, *map(_version, _ENGINES))
    shipped = (file for folder in _SHIPPED for file in sorted(resources.path(folder).rglob("*")))
    return _digest((*shipped, *sorted(_CODE.rglob("*.py"))), *settings)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _digest(files: Iterable[Path], *values: object) -> str:
    digest = hashlib.sha256("\x1f".join(map(str, values)).encode())
    for file in files:
        if file.is_file():
            digest.update(f"\x1e{file.name}\x1f".encode(errors="surrogateescape"))
            digest.update(_content(file))
    return digest.hexdigest()


def _content(file: Path) -> bytes:
    """Return the bytes of a file, or of the reason why they cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        return str(error).encode(errors="surrogateescape")
