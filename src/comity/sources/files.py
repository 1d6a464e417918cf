"""Files of documents and their sidecar metadata."""

import hashlib
import os
import tomllib
from dataclasses import fields
from datetime import datetime
from pathlib import Path

from comity.errors import EmptySourceError, MetadataError, SourceError, SourceTooLargeError
from comity.model import Metadata, Source
from comity.sources.formats import SUFFIXES, read_format

__all__ = ["MAXIMUM_BYTES", "find_documents", "read_file", "read_source"]

MAXIMUM_BYTES = 64 * 2**20
"""The default size limit of one document: 64 MiB, far above any text people have written as one."""

_TYPES = {field.name: field.type for field in fields(Metadata)}


def find_documents(paths: list[Path]) -> list[Path]:
    """Return the files that `paths` name, sorted and without repetition.

    Folders are searched to the bottom for the suffixes of the formats that can be read.

    Raises:
        SourceError: a path does not exist, or two files would have the same identifier.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise SourceError(f"{path}: no such file or folder")
        for file in filter(_is_document, path.rglob("*")) if path.is_dir() else (path,):
            found.setdefault(Path(os.path.abspath(file)), file)  # noqa: PTH100 - a link keeps its own name
    files = sorted(found.values())
    by_identifier: dict[str, Path] = {}
    for file in files:
        other = by_identifier.setdefault(file.stem, file)
        if other != file:
            raise SourceError(f"{file}: has the same name as {other}; documents are told apart by their file names")
    return files


def read_file(path: Path, maximum: int = MAXIMUM_BYTES) -> Source:
    """Return the document stored in a file, with the metadata of the sidecar `<name>.toml` beside it.

    Raises:
        SourceError: the file is missing, empty, too large, or not of a format that can be read.
        MetadataError: the sidecar is not valid.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(maximum + 1)
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror})") from error
    beside = path.with_name(f"{path.stem}.toml")
    sidecar = _sidecar(beside) if beside != path else Metadata()
    return read_source(data, _written(path.stem), name=_written(str(path)), maximum=maximum, metadata=sidecar)


def read_source(
    data: bytes, identifier: str, *, name: str, maximum: int = MAXIMUM_BYTES, metadata: Metadata | None = None
) -> Source:
    """Return the source in `data`; `name` is how errors speak of it.

    Raises:
        SourceError: the bytes are empty, too many, or not of a format that can be read.
    """
    if len(data) > maximum:
        raise SourceTooLargeError(f"{name}: more than {maximum:,} bytes; expected at most that many")
    content = read_format(data, name)
    if not any(character.isalpha() for character in content.text):
        raise EmptySourceError(f"{name}: no letter in it; expected a document of at least one sentence")
    known = _completed(metadata or Metadata(), content.metadata)
    return Source(identifier, content.text, hashlib.sha256(data).hexdigest(), known, content.markup)


def _completed(sidecar: Metadata, found: Metadata) -> Metadata:
    """Return what a sidecar says, and what it does not say as the file itself has it."""
    return Metadata(
        **{key: getattr(found, key) if getattr(sidecar, key) is None else getattr(sidecar, key) for key in _TYPES}
    )


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.is_file()


def _written(name: str) -> str:
    """Return the name of a file as UTF-8 can write it: bytes of another encoding are escaped."""
    return name.encode("utf-8", errors="backslashreplace").decode("utf-8")


def _sidecar(path: Path) -> Metadata:
    if not path.is_file():
        return Metadata()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MetadataError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MetadataError(f"{path}: not valid TOML: {error}") from error
    for key, value in table.items():
        if key not in _TYPES:
            raise MetadataError(f"{path}: unknown key {key!r}; expected some of {', '.join(_TYPES)}")
        if isinstance(value, datetime) or not isinstance(value, _TYPES[key]):  # type: ignore[arg-type]
            raise MetadataError(f"{path}: {key} is {value!r}; expected {_TYPES[key]}")
    return Metadata(**table)
