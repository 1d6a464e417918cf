"""The process that holds the data and gives birth to the workers that query it: ``python -m comity.store.zygote``.

A query from outside can end the process it runs in: its parser overflows the stack, its evaluation cannot be cancelled,
takes any memory there is, and SERVICE reaches other hosts. So no query runs in the server. This process opens the store
once; each worker is a fork of it, shares its pages, and gives up what a query does not need, for good (see
`comity.store.confinement`). The server kills a worker that is late and asks for another, which takes a millisecond or
a few.

The zygote and its workers end with the process that started them, however that ends.
"""

import os
import signal
import socket
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pyoxigraph import Store

from comity.errors import AnswerTooLargeError, DatasetError, QueryError
from comity.store.building import fill
from comity.store.confinement import confine
from comity.store.embedded import EmbeddedReader
from comity.store.frames import NUMBER, READY, answer_frame, question, receive, refusal_frame

__all__ = ["main"]


def main(words: list[str]) -> int:
    """Open the store, say so on the socket with this number, and fork a worker whenever a number comes.

    The words are the number of the socket, and the folder of a store on disk or a dataset file for one in memory. What
    comes over the socket is how many bytes a worker may take beyond the data.
    """
    control = socket.socket(fileno=int(words[0]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which then lets us go
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries dead workers
    data = Path(words[1])
    try:
        store = _opened(data)
    except (DatasetError, OSError, RuntimeError) as error:
        control.sendall(str(error).encode())
        return 1
    reader = EmbeddedReader(store)
    control.sendall(READY)
    while memory := int.from_bytes(receive(control, NUMBER), "big"):
        ours, theirs = socket.socketpair()
        worker = os.fork()
        if not worker:
            control.close()
            theirs.close()
            _work(reader, ours, partial(confine, memory, opens_files=data.is_dir()))
        ours.close()
        socket.send_fds(control, [worker.to_bytes(NUMBER, "big")], [theirs.fileno()])
        theirs.close()
    return 0


def _opened(data: Path) -> Store:
    if data.is_dir():
        return Store.read_only(str(data))
    store = Store()
    fill(store, data)
    return store


def _work(reader: EmbeddedReader, connection: socket.socket, become_confined: Callable[[], None]) -> None:
    """Answer queries until nobody asks any more, and end this process."""
    try:
        become_confined()
        while (asked := question(connection)) is not None:
            try:
                parts = answer_frame(reader.answer(*asked))
            except (QueryError, DatasetError) as error:
                parts = refusal_frame(error)
            except MemoryError:
                parts = refusal_frame(AnswerTooLargeError("the answer takes more memory than a query may"))
            for part in parts:
                connection.sendall(part)
    except Exception:  # noqa: BLE001 - said, and then the process ends either way
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
