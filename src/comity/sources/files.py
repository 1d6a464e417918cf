"""Files of documents and their sidecar metadata."""

import hashlib
import os
import tomllib
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from pathlib import Path

from comity.errors import EmptySourceError, MetadataError, SourceError, SourceTooLargeError
from comity.model import Metadata, Source
from comity.sources.formats import SUFFIXES, read_format

__all__ = ["MAXIMUM_BYTES", "find_documents", "identifiers", "read_file", "read_source"]

MAXIMUM_BYTES = 64 * 2**20
"""The default size limit of one document: 64 MiB, far above any text people have written as one."""

_TYPES = {field.name: field.type for field in fields(Metadata)}


def find_documents(paths: list[Path]) -> list[Path]:
    """Return the files that `paths` name, sorted and without repetition.

    Folders are searched to the bottom for the suffixes of the formats that can be read.

    Raises:
        SourceError: a path does not exist.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise SourceError(f"{path}: no such file or folder")
        for file in filter(_is_document, path.rglob("*")) if path.is_dir() else (path,):
            found.setdefault(Path(os.path.abspath(file)), file)  # noqa: PTH100 - a link keeps its own name
    return sorted(found.values())


def identifiers(files: Iterable[Path]) -> dict[Path, str]:
    """Return what each document is called among these: the name of its file without the last extension.

    Files of one name have as many of their folders put in front ("2014-S_RES_2193") as tell them apart; those of one
    folder keep their extensions.

    Raises:
        SourceError: two would still be called the same.
    """
    by_name: dict[str, list[Path]] = {}
    for file in files:
        by_name.setdefault(file.stem, []).append(file)
    named = {file: name for namesakes in by_name.values() for file, name in _told_apart(namesakes).items()}
    called: dict[str, Path] = {}
    for file, name in named.items():
        if called.setdefault(name, file) != file:
            raise SourceError(f"{file}: would be called {name}, as {called[name]} is; expected another file name")
    return named


def _told_apart(namesakes: list[Path]) -> dict[Path, str]:
    folders = [Path(os.path.abspath(file)).parent.parts[1:] for file in namesakes]  # noqa: PTH100 - as written
    for depth in range(max(map(len, folders)) + 1):
        shown = ["-".join((*parts[len(parts) - depth :], "")) for parts in folders]
        for last in ("stem", "name"):
            names = [_written(before + getattr(file, last)) for before, file in zip(shown, namesakes, strict=True)]
            if len(set(names)) == len(names):
                return dict(zip(namesakes, names, strict=True))
    return {file: _written(file.stem) for file in namesakes}


def read_file(path: Path, maximum: int = MAXIMUM_BYTES, identifier: str | None = None) -> Source:
    """Return the document stored in a file, with the metadata of the sidecar `<name>.toml` beside it.

    Its identifier is the name of the file without its last extension, unless another is given.

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
    called = identifier or _written(path.stem)
    return read_source(data, called, name=_written(str(path)), maximum=maximum, metadata=sidecar)


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
