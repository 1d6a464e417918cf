"""A folder for what a build has written but not yet put together."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.errors import DatasetError

__all__ = ["drafting"]


@contextmanager
def drafting(out: Path) -> Iterator[Path]:
    """Give a folder inside the build's, on the same disk, that is gone in the end; so is a new `out` left empty.

    Raises:
        DatasetError: the folder cannot be written.
    """
    is_new = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        folder = tempfile.TemporaryDirectory(prefix=".drafts-", dir=out)
    except OSError as error:
        raise DatasetError(f"{out}: cannot be written ({error.strerror})") from error
    try:
        with folder as drafts:
            yield Path(drafts)
    finally:
        if is_new and not any(out.iterdir()):
            out.rmdir()
