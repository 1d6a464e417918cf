"""Answers kept for whoever asks the same again: by query, dataset and format, as long as the data is the same."""

import hashlib
from dataclasses import dataclass

from cachetools import LRUCache

from comity.queries import decode_escapes, tokens
from comity.store import DatasetGraphs

__all__ = ["AnswerCache", "Key", "is_changing"]

_CHANGING = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
"""Functions whose value differs from one time to the next."""
_LARGEST_SHARE = 8
"""An answer takes at most one part in so many of the cache."""


@dataclass(frozen=True, slots=True)
class Key:
    """What an answer depends on besides the data."""

    query: str
    media_type: str
    graphs: DatasetGraphs


class AnswerCache:
    """The answers asked for last, up to a size in bytes; `version` names the data they were taken from.

    Without a version nothing is kept: nobody would know when the data changes.
    """

    def __init__(self, version: str, size: int) -> None:
        self._version = version
        self._answers: LRUCache[Key, bytes] = LRUCache(size if version else 0, getsizeof=len)

    @property
    def is_on(self) -> bool:
        """Whether answers can be kept, here or at the client."""
        return bool(self._version)

    def get(self, key: Key) -> bytes | None:
        """Return the answer that is kept, if any."""
        return self._answers.get(key)

    def keep(self, key: Key, answer: bytes) -> None:
        """Keep an answer, unless it is too large or another would be given the next time."""
        if len(answer) <= self._answers.maxsize / _LARGEST_SHARE and not is_changing(key.query):
            self._answers[key] = answer

    def tag(self, key: Key) -> str:
        """Return the entity tag of an answer (RFC 9110, 8.8.3), which is known before the answer is."""
        parts = (self._version, key.query, key.media_type, *key.graphs.default, "", *key.graphs.named)
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
        return f'"{digest.hexdigest()[:32]}"'


def is_changing(query: str) -> bool:
    """Return whether the same query may be answered differently over the same data."""
    words = (token.text.upper() for token in tokens(decode_escapes(query)) if token.kind == "word")
    return any(name in word for word in words for name in _CHANGING)
