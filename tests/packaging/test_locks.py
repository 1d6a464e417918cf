"""The locks hold all that the project file asks for, on every platform, with hashes, and name no place."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PLATFORMS = {
    f"{system}-{minor}": {
        "python_version": minor,
        "python_full_version": f"{minor}.1",
        "sys_platform": system,
        "os_name": name,
    }
    for minor in ("3.11", "3.12", "3.13", "3.14")
    for system, name in (("linux", "posix"), ("darwin", "posix"), ("win32", "nt"))
}


def locked(lock: str) -> list[tuple[Requirement, list[str]]]:
    """Read a lock: each requirement with its hashes."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split("--hash=") for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return [(Requirement(line[0].strip()), [digest.strip() for digest in line[1:]]) for line in lines]


def versions(lock: str, platform: str) -> dict[str, Version]:
    """Return the version of each package that a lock installs on a platform."""
    found: dict[str, Version] = {}
    for requirement, _ in locked(lock):
        if requirement.marker is None or requirement.marker.evaluate(PLATFORMS[platform]):
            name = canonicalize_name(requirement.name)
            assert name not in found, f"{name} is locked twice for {platform}"
            found[name] = Version(str(requirement.specifier).removeprefix("=="))
    return found


def group(name: str) -> Iterator[str]:
    for entry in PROJECT["dependency-groups"][name]:
        if isinstance(entry, str):
            yield entry
        else:
            yield from group(entry["include-group"])


def wanted(lock: str) -> list[str]:
    """Return what the project file asks of a lock."""
    project = PROJECT["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["fast"]]
    return asked + list(group("dev" if lock == "development" else "build"))


@pytest.mark.parametrize("lock", ["runtime", "development"])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_lock_satisfies_the_project_file(lock: str, platform: str) -> None:
    installed = versions(lock, platform)
    for requirement in map(Requirement, wanted(lock)):
        assert installed[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize("platform", PLATFORMS)
def test_development_adds_to_runtime_and_changes_nothing(platform: str) -> None:
    assert versions("runtime", platform).items() <= versions("development", platform).items()


@pytest.mark.parametrize("lock", ["runtime", "development"])
def test_every_requirement_is_one_version_with_hashes(lock: str) -> None:
    for requirement, digests in locked(lock):
        assert re.fullmatch(r"==[\w.+!]+", str(requirement.specifier)), requirement
        assert digests, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in digests), requirement


@pytest.mark.parametrize("lock", ["runtime", "development"])
def test_a_lock_names_no_place(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    options = [line for line in text.splitlines() if line.startswith("-")]
    assert options == []
    assert "://" not in text
    assert re.search(r"(?:^|\s)/", text) is None
