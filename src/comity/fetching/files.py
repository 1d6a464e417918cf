"""Files that are whole or not there."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path

from comity.errors import FetchError
from comity.model import Metadata

__all__ = ["digest", "sidecar", "write_file"]


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hex."""
    return hashlib.sha256(data).hexdigest()


def write_file(path: Path, data: bytes) -> None:
    """Write a file beside its place and put it there when all of it is on the disk.

    Raises:
        FetchError: the folder cannot be written.
    """
    temporary = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        raise FetchError(f"{path}: cannot be written ({error.strerror})") from error


def sidecar(metadata: Metadata) -> bytes:
    """Return the TOML that `comity.sources.read_file` reads beside a document; what is not known is left out."""
    known = {name: getattr(metadata, name) for name in ("publisher", "url", "received", "language")}
    lines = (f"{name} = {_toml(value)}\n" for name, value in known.items() if value is not None)
    return "".join(lines).encode()


def _toml(value: str | date) -> str:
    """Write a value; strings of JSON are strings of TOML."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else value.isoformat()
