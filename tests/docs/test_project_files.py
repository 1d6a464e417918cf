"""The files about the project agree with each other and with the project."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import comity

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted((ROOT / "data" / "documents").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_citation_has_the_version() -> None:
    citation = yaml.safe_load(read("CITATION.cff"))
    assert citation["version"] == comity.__version__
    assert " AND ".join(citation["license"]) == PROJECT["license"]


def test_the_changelog_has_the_version_and_the_kinds_of_change_it_promises() -> None:
    changelog = read("CHANGELOG.md")
    assert f"\n## [{comity.__version__}]" in changelog
    kinds = set(re.findall(r"^### (.+)$", changelog, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("LICENSE", "Apache License", "limitations under the License."),
        ("LICENSES/CC-BY-4.0.txt", "Attribution 4.0 International", "contacted at creativecommons.org."),
    ],
)
def test_a_licence_is_there_in_full(name: str, first: str, last: str) -> None:
    words = " ".join(read(name).split())
    assert words.startswith(first)
    assert words.endswith(last)


def test_the_notice_says_of_every_folder_which_licence_covers_it() -> None:
    ignored = {line.strip("/") for line in read(".gitignore").split()}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir()} - ignored - {".git", "LICENSES"}
    notice = read("NOTICE")
    assert [name for name in sorted(folders) if f"{name}/" not in notice] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_names_its_publisher_and_its_terms(document: Path) -> None:
    sidecar = tomllib.loads(document.with_suffix(".toml").read_text(encoding="utf-8"))
    assert {"publisher", "received", "language", "licence"} <= set(sidecar)
