"""`run.py` starts under old Pythons, says what is missing, and trusts no interrupted install."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
Capture = pytest.CaptureFixture[str]
OLD_PYTHONS = [found for minor in range(6, 11) for found in PYENV.glob(f"versions/3.{minor}.*/bin/python3")]


def start(program: Path, *words: str, python: str = sys.executable, **changed: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **changed}
    return subprocess.run(
        [python, str(program), *words], env=environment, cwd=program.parent, capture_output=True, text=True, check=False
    )


def make_python(folder: Path, name: str, answer: str) -> None:
    """Put a program on a path that answers as a Python of that version would."""
    program = folder / name
    program.write_text(f"#!/bin/sh\necho {answer}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a copy of `run.py` with the locks, outside of this checkout."""
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return Path(shutil.copy(ROOT / "run.py", tmp_path))


@pytest.fixture
def run(clone: Path) -> ModuleType:
    """Return the copy as a module."""
    specification = importlib.util.spec_from_file_location("run", clone)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def stamped(run: ModuleType, *locks: str) -> None:
    for lock in locks:
        run.VENV.mkdir(exist_ok=True)
        run.stamp_of(lock).write_text(run.digest_of(lock), encoding="utf-8")


def test_the_syntax_is_that_of_python_3_6() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.skipif(not OLD_PYTHONS, reason="there is no older Python here")
@pytest.mark.parametrize("python", OLD_PYTHONS, ids=lambda python: python.parts[-3])
def test_an_old_python_is_told_what_is_needed(clone: Path, python: Path) -> None:
    result = start(clone, "up", python=str(python), PATH="")
    assert result.returncode == 1
    assert f"Python 3.11+ needed, found {python.parts[-3]}" in result.stderr


def test_help_installs_nothing(clone: Path) -> None:
    result = start(clone, "--help")
    assert "python3 run.py test" in result.stdout
    assert not (clone.parent / ".venv").exists()


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
class TestFindingPython:
    """Pythons are looked for on PATH; the stand-ins there answer as real ones do."""

    @pytest.fixture(autouse=True)
    def only_stand_ins(self, run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "executable", str(tmp_path / "old"))
        make_python(tmp_path, "old", "3 8 18 True")
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
        monkeypatch.setattr(run, "NAMES", ("stand-in-3.14", "stand-in-3.11"))

    def test_a_newer_one_on_path_is_taken(self, run: ModuleType, tmp_path: Path) -> None:
        make_python(tmp_path, "stand-in-3.11", "3 11 2 True")
        assert run.find_python() == str(tmp_path / "stand-in-3.11")

    def test_one_that_can_make_environments_is_preferred(self, run: ModuleType, tmp_path: Path) -> None:
        make_python(tmp_path, "stand-in-3.14", "3 14 0 False")
        make_python(tmp_path, "stand-in-3.11", "3 11 2 True")
        assert run.find_python() == str(tmp_path / "stand-in-3.11")

    def test_missing_venv_names_the_package(self, run: ModuleType, tmp_path: Path, capsys: Capture) -> None:
        make_python(tmp_path, "stand-in-3.14", "3 14 0 False")
        with pytest.raises(SystemExit, match="1"):
            run.find_python()
        said = capsys.readouterr().err
        assert "Python 3.14.0" in said
        assert "apt install python3-venv" in said

    def test_only_old_ones_are_all_named(self, run: ModuleType, tmp_path: Path, capsys: Capture) -> None:
        make_python(tmp_path, "stand-in-3.11", "3 9 1 True")
        with pytest.raises(SystemExit, match="1"):
            run.find_python()
        said = capsys.readouterr().err
        assert "3.8.18" in said
        assert "3.9.1" in said

    def test_one_that_does_not_start_is_passed_over(self, run: ModuleType, tmp_path: Path) -> None:
        (tmp_path / "stand-in-3.14").write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
        (tmp_path / "stand-in-3.14").chmod(0o755)
        make_python(tmp_path, "stand-in-3.11", "3 11 2 True")
        assert run.find_python() == str(tmp_path / "stand-in-3.11")


def test_the_python_of_the_environment_is_not_asked_to_make_it_anew(run: ModuleType) -> None:
    assert run.is_ours(str(run.BIN / "python"))
    assert not run.is_ours(sys.executable)


def test_a_stamp_is_of_one_lock_in_one_folder(run: ModuleType) -> None:
    stamped(run, "runtime")
    assert run.is_stamped("runtime")
    assert not run.is_stamped("development")
    with run.requirements_of("runtime").open("a", encoding="utf-8") as file:
        file.write("# one more line\n")
    assert not run.is_stamped("runtime")


def test_an_environment_without_a_working_python_is_not_trusted(run: ModuleType) -> None:
    stamped(run, "runtime")
    assert not run.is_working()


def test_without_packages_the_reason_is_said_and_nothing_is_stamped(clone: Path) -> None:
    result = start(clone, "up", PIP_NO_INDEX="1", PIP_FIND_LINKS="", PIP_NO_CACHE_DIR="1")
    assert result.returncode == 1
    assert "needs the network" in result.stderr
    assert "Traceback" not in result.stderr
    assert list((clone.parent / ".venv").glob("installed-*")) == []


def test_the_environment_lets_nothing_in(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PIP_USER", "1")
    active = run.environment()
    assert "PYTHONPATH" not in active
    assert active["PIP_USER"] == "0"
    assert active["PATH"].split(os.pathsep)[0] == str(run.BIN)
