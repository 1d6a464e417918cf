"""Shipped files are found in a checkout and in an installed package, and a missing one is said to be missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from comity import errors, resources

ROOT = Path(__file__).parents[1]
SHOW = "from comity import resources; print(resources.path('ontology/comity.ttl'))"


@pytest.mark.parametrize("name", ["ontology/comity.ttl", "ontology/codelists", "shapes", "queries", "data/documents"])
def test_a_checkout_uses_its_own_files(name: str) -> None:
    assert resources.path(name) == ROOT / name


def test_a_missing_file_is_named_with_the_place() -> None:
    with pytest.raises(errors.ResourceMissingError, match=r"'ontology/nothing\.ttl'.*looked in"):
        resources.path("ontology/nothing.ttl")


def test_an_installed_package_uses_what_it_bundles(tmp_path: Path) -> None:
    package = tmp_path / "site" / "comity"
    bundled = package / "bundled" / "ontology" / "comity.ttl"
    bundled.parent.mkdir(parents=True)
    bundled.touch()
    for name in ("__init__.py", "errors.py", "resources.py"):
        shutil.copy(ROOT / "src" / "comity" / name, package)
    shown = subprocess.run(
        [sys.executable, "-S", "-c", SHOW],
        env={"PYTHONPATH": str(package.parent)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(shown.stdout.strip()) == bundled
