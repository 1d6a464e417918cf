from pathlib import Path

import pytest
from rdflib import SH

from comity.errors import ValidationError
from comity.validation import Severity, shipped_requirements
from comity.validation.requirements import Check, read_check

HEADER = "# title-ru: Имя\n# title-en: Name\n# severity: warning\nSELECT ?focus WHERE { ?focus ?p ?o }\n"


def test_what_ships_is_read_whole_and_once() -> None:
    required = shipped_requirements()
    assert required is shipped_requirements()
    assert len(set(required.shapes.subjects(SH.targetClass))) > 20
    assert len(required.digest) == 64
    assert any("speech-act-kind/notes" in str(triple) for triple in required.ontology)


def test_examples_are_no_shapes() -> None:
    assert not [term for term in shipped_requirements().shapes.all_nodes() if "/id/" in str(term)]


def test_check_says_its_title_and_severity(tmp_path: Path) -> None:
    path = tmp_path / "no-name-violation.rq"
    path.write_text(HEADER, encoding="utf-8")
    check = read_check(path)
    assert (check.name, check.severity, check.query) == ("no-name", Severity.WARNING, HEADER)
    assert check.messages == (("en", "Name"), ("ru", "Имя"))


@pytest.mark.parametrize("missing", ["# title-ru: Имя\n", "# title-en: Name\n", "# severity: warning\n"])
def test_check_without_a_full_header_is_refused(missing: str, tmp_path: Path) -> None:
    path = tmp_path / "no-name-violation.rq"
    path.write_text(HEADER.replace(missing, ""), encoding="utf-8")
    with pytest.raises(ValidationError, match="no-name-violation"):
        read_check(path)


def test_unknown_severity_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no-name-violation.rq"
    path.write_text(HEADER.replace("warning", "grave"), encoding="utf-8")
    with pytest.raises(ValidationError, match="grave"):
        read_check(path)


@pytest.mark.parametrize("check", shipped_requirements().checks, ids=lambda check: check.name)
def test_shipped_checks_never_repeat_a_row(check: Check) -> None:
    assert "SELECT DISTINCT ?focus" in check.query
