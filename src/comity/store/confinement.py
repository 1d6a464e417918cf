"""What a process gives up for good before it runs a query from outside (Linux).

Kernel limits take away memory beyond a bound, writing, and new file descriptors; a filter of system calls (seccomp)
takes away sockets and other programs, also where files must still be opened, as a store on disk does.
"""

import ctypes
import os
import platform
import resource
import signal
import struct
from pathlib import Path

from comity.errors import ConfigurationError

__all__ = ["confine"]

_DEATH_SIGNAL, _SECCOMP, _NO_NEW_PRIVILEGES = 1, 22, 38
_FILTER_MODE = 2
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOWED, _FORBIDDEN = 0x7FFF0000, 0x00050000 | 1  # the answer to what is forbidden is EPERM
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4
# The architecture as the kernel writes it; then socket, execve, execveat, fork and vfork, ptrace, io_uring_setup.
_CALLS = {
    "x86_64": (0xC000003E, (41, 59, 322, 57, 58, 101, 425)),
    "aarch64": (0xC00000B7, (198, 221, 281, 117, 425)),
}


def confine(memory: int, *, opens_files: bool) -> None:
    """Give up what a query does not need, and live no longer than the parent.

    Args:
        memory: bytes that may be taken beyond what is in use.
        opens_files: whether the store reads files, as one on disk does.

    Raises:
        ConfigurationError: this kernel or machine has no such filter.
    """
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(_DEATH_SIGNAL, signal.SIGKILL)
    in_use = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    _forbid_calls(library)
    bounds = [(resource.RLIMIT_AS, in_use + memory), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)]
    if not opens_files:
        bounds.append((resource.RLIMIT_NOFILE, 0))
    for what, bound in bounds:
        resource.setrlimit(what, (bound, bound))


def _forbid_calls(library: ctypes.CDLL) -> None:
    if platform.machine() not in _CALLS:
        raise ConfigurationError(f"queries cannot be confined on {platform.machine()}; known are {', '.join(_CALLS)}")
    architecture, numbers = _CALLS[platform.machine()]
    program = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_JUMP_IF_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _FORBIDDEN),
        (_LOAD, 0, 0, _NUMBER_AT),
        *((_JUMP_IF_EQUAL, len(numbers) - at, 0, number) for at, number in enumerate(numbers)),
        (_RETURN, 0, 0, _ALLOWED),
        (_RETURN, 0, 0, _FORBIDDEN),
    ]
    instructions = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
    described = ctypes.create_string_buffer(struct.pack("HP", len(program), ctypes.addressof(instructions)))
    library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if library.prctl(_SECCOMP, _FILTER_MODE, described, 0, 0):
        raise ConfigurationError(f"queries cannot be confined: {os.strerror(ctypes.get_errno())}")
