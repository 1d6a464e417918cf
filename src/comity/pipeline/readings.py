"""What documents gave when they were read, kept in the folder of a build: what has not changed is not read again.

One file a document, named for all that its reading rests on. It holds the graphs, then what else the document gave, the
length of that in eight bytes, and the SHA-256 of everything before it. It comes into its place whole or not at all, and
what was damaged later is read anew.
"""

import hashlib
import io
import os
import pickle
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from comity.errors import DatasetError
from comity.graph import Block, write_blocks
from comity.matching import Place, Profile, Spelling
from comity.model import Entity, Name, NameKind, Span
from comity.pipeline.records import Result

__all__ = ["READINGS_NAME", "Readings"]

READINGS_NAME = "readings"
_LENGTH, _DIGEST = 8, hashlib.sha256().digest_size
_KNOWN = {
    (kind.__module__, kind.__name__): kind
    for kind in (frozenset, Entity, Name, NameKind, Place, Profile, Span, Spelling)
}


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings in a folder that were made by what `fingerprint` stands for: code, data, options."""

    folder: Path
    fingerprint: str

    def place(self, file: Path, identifier: str, digest: str) -> Path:
        """Return where the reading of a file by this identifier is kept; `digest` is the SHA-256 of its bytes in hex.

        Raises:
            OSError: the sidecar beside the file cannot be read.
        """
        beside = file.with_name(f"{file.stem}.toml")
        sidecar = beside.read_bytes().hex() if beside != file and beside.is_file() else "none"
        parts = (self.fingerprint, identifier.encode().hex(), digest, sidecar)
        return self.folder / hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

    def find(self, file: Path, identifier: str) -> Result | None:
        """Return what a file gave when it was read, if it and its sidecar are what they were; None otherwise."""
        try:
            with file.open("rb") as stream:
                place = self.place(file, identifier, hashlib.file_digest(stream, "sha256").hexdigest())
            kept = place.read_bytes()
        except OSError:
            return None
        content, digest = kept[:-_DIGEST], kept[-_DIGEST:]
        if len(content) < _LENGTH or hashlib.sha256(content).digest() != digest:
            return None
        end = len(content) - _LENGTH
        told = content[end - int.from_bytes(content[end:]) : end]
        try:
            document, statements, blocks, profiles = _Unpickler(io.BytesIO(told)).load()
        except pickle.UnpicklingError:
            return None
        graphs = tuple(Block(graph, place, *where) for graph, *where in blocks)
        return Result(file, graphs, profiles, statements, document)

    def keep(self, result: Result, quads: Iterable[ox.Quad], digest: str) -> Result:
        """Keep what a file gave, and its graphs; `digest` is the SHA-256 of its bytes in hex. Return all of it.

        Raises:
            DatasetError: the reading cannot be written.
        """
        try:
            self.folder.mkdir(exist_ok=True)
            place = self.place(result.file, result.document, digest)
            unfinished = place.with_suffix(".new")
            blocks = write_blocks(quads, unfinished)
            told = pickle.dumps(
                (
                    result.document,
                    result.statements,
                    tuple((block.graph, block.start, block.length, block.quads) for block in blocks),
                    result.profiles,
                )
            )
            _append(unfinished, told + len(told).to_bytes(_LENGTH))
            unfinished.replace(place)
        except OSError as error:
            raise DatasetError(f"{self.folder}: cannot be written ({error.strerror})") from error
        return replace(result, blocks=tuple(replace(block, file=place) for block in blocks))

    def keep_only(self, results: Iterable[Result]) -> None:
        """Remove what none of the results came from: documents that are gone or changed, what a crash left behind."""
        used = {block.file.name for result in results for block in result.blocks}
        for path in self.folder.iterdir():
            if path.name not in used:
                path.unlink()


class _Unpickler(pickle.Unpickler):
    """Makes what is kept, and nothing else: a folder that someone else prepared runs no code."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as the class it extends
        """Return one of the classes that readings consist of.

        Raises:
            UnpicklingError: it is another one.
        """
        if (module, name) not in _KNOWN:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a reading")
        return _KNOWN[module, name]


def _append(path: Path, told: bytes) -> None:
    """Add to a file, then the digest of all of it, and see it to the disk."""
    with path.open("r+b") as stream:
        digest = hashlib.file_digest(stream, "sha256")
        digest.update(told)
        stream.write(told + digest.digest())
        stream.flush()
        os.fsync(stream.fileno())
