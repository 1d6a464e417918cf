#!/usr/bin/env python3
"""Comity from a clean clone: nothing is needed but Python 3.11 or newer.

    python3 run.py               build the graph, validate it, serve it on 127.0.0.1
    python3 run.py COMMAND ...   any comity command: build, extract, validate, query, serve ...
    python3 run.py test ...      linters, type checker and tests; further words go to pytest

The first start installs the locked requirements into .venv beside this file, and nowhere else.
Delete .venv to start anew.
"""
# The syntax is that of Python 3.6, so that an older Python gets as far as being told what is missing.

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
MINIMUM = (3, 11)
NAMES = ("python3.14", "python3.13", "python3.12", "python3.11", "python3", "python")
PROBE = "import sys, importlib.util as u; print(*sys.version_info[:3], all(map(u.find_spec, ('venv', 'ensurepip'))))"
RUNTIME, DEVELOPMENT = "runtime", "development"
CHECKS = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["lint-imports"])


def main(words: "list[str]") -> int:
    """Do what the words ask, and return the exit code."""
    if words[:1] in (["-h"], ["--help"]):
        print(__doc__.strip())
        return 0
    if words[:1] == ["test"]:
        make_ready(DEVELOPMENT)
        return run_checks(words[1:])
    make_ready(RUNTIME)
    return become(["comity"] + (words or ["up"]))


def run_checks(words: "list[str]") -> int:
    """Run every check, the quick ones first; return the exit code of the first that fails."""
    os.chdir(str(ROOT))
    for command in CHECKS:
        say("$ " + " ".join(command))
        code = subprocess.call(located(command), env=environment())
        if code:
            return code
    say("$ " + " ".join(["pytest", *words]))
    return become(["pytest", *words])


def make_ready(lock: str) -> None:
    """Install what a lock names, unless its stamp says that this has been done."""
    working = is_working()
    if working and is_stamped(lock):
        return
    if not working or not is_stamped(RUNTIME):
        make_environment()
    install(lock)


def is_working() -> bool:
    """Tell whether the Python of .venv still runs (an upgrade of the system's Python breaks it)."""
    python = shutil.which("python", path=str(BIN))
    return python is not None and subprocess.call([python, "-c", "import pip"], stderr=subprocess.DEVNULL) == 0


def is_stamped(lock: str) -> bool:
    """Tell whether exactly this lock was installed to the end, from this folder."""
    stamp = stamp_of(lock)
    return stamp.is_file() and stamp.read_text() == digest_of(lock)


def stamp_of(lock: str) -> Path:
    """Return the file that is written once a lock is installed."""
    return VENV / ("installed-" + lock)


def digest_of(lock: str) -> str:
    """Return the digest of a lock and of this folder, because scripts in .venv hold its path."""
    return hashlib.sha256(os.fsencode(str(ROOT)) + b"\0" + requirements_of(lock).read_bytes()).hexdigest()


def requirements_of(lock: str) -> Path:
    """Return the requirements file of a lock."""
    return ROOT / "requirements" / (lock + ".txt")


def make_environment() -> None:
    """Make an empty .venv; what an interrupted or outdated install left there goes."""
    python = find_python()
    say("Making .venv with " + python)
    if subprocess.call([python, "-m", "venv", "--clear", str(VENV)], env=environment()):
        stop(f"Python could not make {VENV}; its own words are above. Is another start still installing?")


def find_python() -> str:
    """Return a Python that is new enough and can make environments: this one, or the newest on PATH."""
    too_old = []  # type: list[str]
    incomplete = []  # type: list[str]
    for python in filter(None, [sys.executable, *map(shutil.which, NAMES)]):
        version, is_complete = ((), False) if is_ours(python) else probe(python)
        if version >= MINIMUM and is_complete:
            return python
        if version:
            described = "{} ({})".format(".".join(map(str, version)), python)
            (incomplete if version >= MINIMUM else too_old).append(described)
    if incomplete:
        stop(
            f"Python {incomplete[0]} lacks venv or ensurepip, which make environments.",
            "Debian and Ubuntu keep them apart: sudo apt install python3-venv",
        )
    return stop(
        "Python {}.{}+ needed, found {}.".format(*MINIMUM, ", ".join(sorted(set(too_old))) or "none"),
        "Install a newer one (python.org, or your system's packages) and start again.",
    )


def is_ours(python: str) -> bool:
    """Tell whether a Python is the one in .venv, which cannot be asked to make itself anew."""
    return Path(python).parent.resolve() == BIN


def probe(python: str) -> "tuple[tuple[int, ...], bool]":
    """Return the version of a Python, empty if it does not start, and whether it can make environments."""
    try:
        *version, is_complete = subprocess.check_output([python, "-c", PROBE], stderr=subprocess.DEVNULL).split()
    except (OSError, subprocess.CalledProcessError):
        return (), False
    return tuple(map(int, version)), is_complete == b"True"


def install(lock: str) -> None:
    """Install a lock and Comity itself; the stamps come last, so an interrupted install is never trusted."""
    names = [RUNTIME, DEVELOPMENT] if lock == DEVELOPMENT else [RUNTIME]
    for name in names:
        if stamp_of(name).exists():
            stamp_of(name).unlink()
    say(f"Installing the locked {lock} requirements into .venv (once; this takes a minute or two)")
    pip("--require-hashes", "--only-binary=:all:", "--no-deps", "--requirement", str(requirements_of(lock)))
    pip("--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    for name in names:
        stamp_of(name).write_text(digest_of(name))


def pip(*options: str) -> None:
    """Run `pip install` in .venv, or stop with what may be the matter."""
    command = ["python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    if subprocess.call(located(command + list(options)), env=environment()):
        stop(
            "The requirements could not be installed; pip's own words are above.",
            "The first start needs the network: PyPI, or the mirror that your pip is configured for.",
            "The locks hold ready-made wheels for Python 3.11 to 3.14 on Linux, macOS and Windows.",
        )


def environment() -> "dict[str, str]":
    """Return this process's environment with .venv active and nothing let in from outside it."""
    active = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    active["PATH"] = str(BIN) + os.pathsep + active.get("PATH", os.defpath)
    active["VIRTUAL_ENV"] = str(VENV)
    active["PIP_USER"] = "0"
    active["PYTHONUTF8"] = "1"
    return active


def located(command: "list[str]") -> "list[str]":
    """Return a command with its program's whole path in .venv (on Windows with its ending)."""
    return [shutil.which(command[0], path=str(BIN)) or command[0], *command[1:]]


def become(command: "list[str]") -> int:
    """Hand this process over to a program of .venv, so that signals reach it; return its exit code on Windows."""
    if os.name == "nt":
        return subprocess.call(located(command), env=environment())
    sys.stdout.flush()
    sys.stderr.flush()
    return os.execve(located(command)[0], located(command), environment())


def say(text: str) -> None:
    """Talk on standard error: standard output belongs to the command."""
    print(text, file=sys.stderr, flush=True)


def stop(*lines: str) -> "NoReturn":
    """Say what is missing and exit with code 1."""
    say("\n".join(lines))
    sys.exit(1)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
