"""A folder for what a build has written but not yet put together."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.errors import DatasetError

__all__ = ["drafting"]

_PREFIX = ".drafts-"


@contextmanager
def drafting(out: Path) -> Iterator[Path]:
    """Give a folder inside the build's, on the same disk, that is gone in the end; so is a new `out` left empty.

    Raises:
        DatasetError: the folder cannot be written.
    """
    is_new = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        for left in out.glob(f"{_PREFIX}*"):  # by a build that was killed
            shutil.rmtree(left, ignore_errors=True)
        folder = tempfile.TemporaryDirectory(prefix=_PREFIX, dir=out)
    except OSError as error:
        raise DatasetError(f"{out}: cannot be written ({error.strerror})") from error
    try:
        with folder as drafts:
            yield Path(drafts)
    finally:
        if is_new and not any(out.iterdir()):
            out.rmdir()
