"""How the server and its query workers speak: frames over a socket, one question and one answer at a time.

A question is its length (4 bytes, network order) and JSON; an answer is a letter that says what it is, its length and
its bytes. Both ends are ours, and only the query text inside comes from elsewhere.
"""

import json
import socket
import struct
from dataclasses import astuple

from comity.errors import AnswerTooLargeError, ComityError, DatasetError, QueryError
from comity.store.limits import Limits
from comity.store.reader import DatasetGraphs

__all__ = [
    "ANSWER",
    "NUMBER",
    "READY",
    "answer_frame",
    "answered",
    "question",
    "receive",
    "refusal_frame",
    "written_question",
]

NUMBER = 8
"""Bytes of a number between server and zygote."""

READY = b"+"
"""What the zygote says when the data is open; anything else is the reason why it is not."""

ANSWER = struct.Struct("!cI")
"""The head of an answer: its letter and its length."""

_QUESTION = struct.Struct("!I")
_ANSWERED = b"a"
_REFUSALS: dict[bytes, type[ComityError]] = {b"l": AnswerTooLargeError, b"q": QueryError, b"d": DatasetError}


def written_question(query: str, media_type: str, graphs: DatasetGraphs, limits: Limits) -> bytes:
    """Return the frame that asks a query."""
    body = json.dumps((query, media_type, graphs.default, graphs.named, *astuple(limits))).encode()
    return _QUESTION.pack(len(body)) + body


def question(connection: socket.socket) -> tuple[str, str, DatasetGraphs, Limits] | None:
    """Return the next query, the media type of its answer, its dataset and its limits; None at the end."""
    head = receive(connection, _QUESTION.size)
    if not head:
        return None
    query, media_type, default, named, *limits = json.loads(receive(connection, *_QUESTION.unpack(head)))
    return query, media_type, DatasetGraphs(tuple(default), tuple(named)), Limits(*limits)


def answer_frame(answer: bytes) -> tuple[bytes, bytes]:
    """Return the two parts of a frame with an answer."""
    return ANSWER.pack(_ANSWERED, len(answer)), answer


def refusal_frame(error: ComityError) -> tuple[bytes, bytes]:
    """Return the two parts of a frame that says why there is no answer."""
    letter = next(letter for letter, kind in _REFUSALS.items() if isinstance(error, kind))
    reason = str(error).encode("utf-8", "replace")
    return ANSWER.pack(letter, len(reason)), reason


def answered(letter: bytes, body: bytes) -> bytes:
    """Return the answer of a frame.

    Raises:
        QueryError: the query was refused; `AnswerTooLargeError` where its answer was.
        DatasetError: the store failed.
    """
    if letter == _ANSWERED:
        return body
    raise _REFUSALS[letter](body.decode("utf-8"))


def receive(connection: socket.socket, count: int) -> bytes:
    """Return exactly so many bytes, or none where the other end has closed."""
    parts = bytearray()
    while len(parts) < count:
        part = connection.recv(count - len(parts))
        if not part:
            return b""
        parts += part
    return bytes(parts)
