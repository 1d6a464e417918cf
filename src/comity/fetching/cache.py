"""What servers gave before, with what they need to say that there is nothing newer (RFC 9110, 13)."""

import json
from contextlib import suppress
from pathlib import Path

from comity.errors import FetchError
from comity.fetching.client import Answer
from comity.fetching.files import digest, write_file

__all__ = ["Cache", "conditions"]


class Cache:
    """A folder with one file an address: a line of JSON about the answer, then its body. All of it may be deleted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, url: str) -> Answer | None:
        """Return what was kept of an address, or None if there is nothing or it is damaged."""
        try:
            head, _, body = self._file(url).read_bytes().partition(b"\n")
            record = json.loads(head)
            if record["url"] == url and record["sha256"] == digest(body):
                return Answer(body, record["media_type"], record["etag"], record["last_modified"])
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def keep(self, url: str, answer: Answer) -> None:
        """Keep an answer by which the server can be asked for a newer one.

        A folder that cannot be written costs a request next time, and is no reason to refuse the text.
        """
        if conditions(answer):
            record = {
                "url": url,
                "media_type": answer.media_type,
                "etag": answer.etag,
                "last_modified": answer.last_modified,
                "sha256": digest(answer.body),
            }
            with suppress(FetchError):
                write_file(self._file(url), json.dumps(record).encode() + b"\n" + answer.body)

    def _file(self, url: str) -> Path:
        return self._folder / digest(url.encode())


def conditions(answer: Answer | None) -> dict[str, str]:
    """Return the headers that ask for an answer only if it is newer than the one known."""
    if answer is None:
        return {}
    validators = {"If-None-Match": answer.etag, "If-Modified-Since": answer.last_modified}
    return {name: value for name, value in validators.items() if value is not None}
