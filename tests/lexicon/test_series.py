import shutil
from pathlib import Path

import pytest

from comity import resources
from comity.errors import LanguageDataError
from comity.lexicon.series import document_series, issuer_of

ASSEMBLY, COUNCIL = "body/un-general-assembly", "body/un-security-council"
RIGHTS, ECONOMIC = "body/un-human-rights-council", "body/un-ecosoc"


@pytest.mark.parametrize(
    ("body", "number", "decision", "symbol"),
    [
        (ASSEMBLY, "79/325", False, "A/RES/79/325"),
        (ASSEMBLY, "79/517", True, "A/DEC/79/517"),
        (COUNCIL, "1267 (1999)", False, "S/RES/1267(1999)"),
        (COUNCIL, "1267(1999)", False, "S/RES/1267(1999)"),
        (RIGHTS, "53/29", False, "A/HRC/RES/53/29"),
        (ECONOMIC, "2024/5", True, "E/DEC/2024/5"),
    ],
)
def test_a_bare_number_becomes_the_symbol_of_its_body(body: str, number: str, decision: bool, symbol: str) -> None:  # noqa: FBT001
    (series,) = [series for series in document_series() if series.body == body]
    assert series.bare.fullmatch(number)
    assert series.symbol(number, decision=decision) == symbol


@pytest.mark.parametrize(
    ("number", "bodies"),
    [
        ("79/325", {ASSEMBLY, RIGHTS}),
        ("79/1001", {ASSEMBLY}),
        ("2664 (2022)", {COUNCIL}),
        ("2024/5", {ECONOMIC}),
        ("53/29", {ASSEMBLY, RIGHTS}),
        ("75/237 B", {ASSEMBLY}),
        ("24.07", set()),
        ("79", set()),
    ],
)
def test_a_bare_number_fits_the_bodies_that_count_so(number: str, bodies: set[str]) -> None:
    assert {series.body for series in document_series() if series.bare.fullmatch(number)} == bodies


@pytest.mark.parametrize(
    ("old", "new"),
    [("body = ", "organ = "), ("bare = '", "bare = '("), ("[[series]]", "[[rows]]"), ("[[series]]", "[series")],
    ids=["no body", "broken expression", "no rows", "not TOML"],
)
def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    name = "data/language/symbols.toml"
    copy = tmp_path / name
    copy.parent.mkdir(parents=True)
    shutil.copy(resources.path(name), copy)
    copy.write_text(copy.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    monkeypatch.setattr(resources, "_ROOT", tmp_path)
    with pytest.raises(LanguageDataError, match=r"^data/language/symbols\.toml: "):
        document_series.__wrapped__()


@pytest.mark.parametrize(
    ("body", "number", "years"),
    [
        (ASSEMBLY, "75/1", {2020, 2021}),
        (ASSEMBLY, "2200 A (XXI)", {1966, 1967}),
        (RIGHTS, "1/1", {2006}),
        (RIGHTS, "39/2", {2018}),
        (RIGHTS, "40/16", {2019}),
        (ECONOMIC, "663 C (XXIV)", {1957, 1958}),
        (ECONOMIC, "2011/24", {2011}),
        (COUNCIL, "2019 (2011)", {2011}),
        (RIGHTS, "S-29/1", set(range(1940, 2030))),
    ],
)
def test_a_number_is_of_the_years_in_which_its_session_sat(body: str, number: str, years: set[int]) -> None:
    (series,) = [series for series in document_series() if series.body == body]
    assert {year for year in range(1940, 2030) if series.dates(number, year)} == years


@pytest.mark.parametrize(
    ("symbol", "body"),
    [
        ("A/RES/75/1", ASSEMBLY),
        ("A/HRC/RES/48/5", RIGHTS),
        ("A/HRC/PRST/50/2", RIGHTS),
        ("S/PRST/2018/18", COUNCIL),
        ("E/DEC/2021/217", ECONOMIC),
        ("A/75/1", None),
    ],
)
def test_a_symbol_shows_who_issued_it(symbol: str, body: str | None) -> None:
    assert issuer_of(symbol) == body
