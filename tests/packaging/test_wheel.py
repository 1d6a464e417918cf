"""The wheel is whole: installed in an environment of its own, away from the checkout, it does the main job."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ("ontology", "shapes", "queries", "data/documents", "data/gold", "data/language", "data/reference")


class Installation:
    """A clean environment that holds the wheel, and sees the dependencies of the running one but not its checkout."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        base = str(folder / "environment")
        venv.create(base)
        self.folder = folder
        self.paths = sysconfig.get_paths("venv", {"base": base, "platbase": base})
        pip = [sys.executable, "-m", "pip", "--python", self.program("python"), "install", "--quiet"]
        subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
        # A folder that a .pth file names is searched, but its own .pth files, such as the checkout's, are not read.
        dependencies = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
        (self.site_packages / "dependencies.pth").write_text("\n".join(sorted(dependencies)), encoding="utf-8")

    @property
    def site_packages(self) -> Path:
        return Path(self.paths["purelib"])

    def program(self, name: str) -> str:
        return str(Path(self.paths["scripts"]) / name)

    def run(self, name: str, *words: str) -> str:
        """Run a program of the environment; return what it prints."""
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        command = [self.program(name), *words]
        result = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False, timeout=300
        )
        assert result.returncode == 0, result.stderr
        return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Installation:
    return Installation(tmp_path_factory.mktemp("installation"), wheel)


@pytest.fixture(scope="module")
def built(installation: Installation) -> Path:
    installation.run("comity", "build")
    return installation.folder / "build"


def test_the_wheel_holds_every_file_of_the_checkout(wheel: Path) -> None:
    package = ROOT / "src"
    expected = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    for folder in SHIPPED:
        files = [path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        expected.update(f"comity/bundled/{name}" for name in files)
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in expected if "__pycache__" not in name} - names == set()


def test_the_wheel_holds_the_licences(wheel: Path) -> None:
    names = [name for name in zipfile.ZipFile(wheel).namelist() if "/licenses/" in name]
    assert {name.partition("/licenses/")[2] for name in names} == {"LICENSE", "LICENSES/CC-BY-4.0.txt", "NOTICE"}


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_files_come_from_the_wheel(installation: Installation, name: str) -> None:
    found = installation.run("python", "-c", f"from comity import resources; print(resources.path({name!r}))")
    assert Path(found.strip()) == installation.site_packages / "comity" / "bundled" / name


def test_it_builds_the_shipped_documents(built: Path) -> None:
    dataset = (built / "dataset.trig").read_text(encoding="utf-8")
    for document in (ROOT / "data" / "documents").glob("*.txt"):
        assert f"graph/{document.stem}" in dataset


def test_what_it_builds_conforms(installation: Installation, built: Path) -> None:
    installation.run("comity", "validate", str(built / "dataset.trig"))


def test_it_answers_questions_about_what_it_built(installation: Installation, built: Path) -> None:
    words = ["--store", str(built), "--format", "csv", "--param", "day=2025-09-01"]
    answer = installation.run("comity", "query", "members-on-date", *words)
    assert "https://w3id.org/comity/id/state/IND" in answer
