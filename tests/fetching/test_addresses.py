import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from comity.errors import FetchError
from comity.fetching import Order, address_of, checked_symbol
from comity.fetching.addresses import file_stem
from comity.lexicon.series import full_symbol, tidy_symbol

DEFAULT = "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf"
NUMBERS = st.integers(0, 2030).map(str)
PARTS = st.one_of(
    NUMBERS,
    st.builds("{}{}".format, st.sampled_from(["C", "L", "S", "PRST", "HRC"]), st.sampled_from(["", ".1", ".20"])),
    st.builds("{}-{}".format, st.sampled_from(["S", "ES"]), st.integers(1, 99)),
    st.sampled_from(["Rev.1", "Add.12", "Corr.1"]),
)
PATHS = st.builds("{}/{}/{}".format, st.sampled_from(["A", "S", "ST"]), st.lists(PARTS).map("/".join), NUMBERS)
CLOSINGS = st.builds(
    "{}{}".format, st.sampled_from(["", " A", "S"]), st.sampled_from(["", "(1999)", " (S-IV)", " (III)", "(IV)"])
)
RESOLUTIONS = st.builds("A/RES/{}{}".format, st.one_of(NUMBERS, st.just("S-20/1")), CLOSINGS)
SYMBOLS = st.one_of(PATHS.map(lambda path: path.replace("//", "/")), RESOLUTIONS).map(tidy_symbol)


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("A/RES/79/325", "A/RES/79/325"),
        (" A/RES/79/325\n", "A/RES/79/325"),
        ("S/RES/1267 (1999)", "S/RES/1267(1999)"),
        ("A/RES/48/75A", "A/RES/48/75 A"),
        ("A/RES/217 A (III)", "A/RES/217 A (III)"),
        ("A/C.3/79/L.5/Rev.1", "A/C.3/79/L.5/Rev.1"),
        ("A/RES/ES-10/24", "A/RES/ES-10/24"),
        ("S/PRST/2015/1", "S/PRST/2015/1"),
        ("E/2019/28", "E/2019/28"),
    ],
)
def test_a_symbol_is_written_as_its_body_does(written: str, symbol: str) -> None:
    assert checked_symbol(written) == tidy_symbol(symbol)


@pytest.mark.parametrize(
    "word",
    ["", "79/325", "A/RES", "A/RES/79/325/", "../A/RES/79/1", "A/RES/79/1 and A/RES/79/2", "X/1", "A/RES/７９/1"],
)
def test_what_is_no_symbol_is_refused_before_anything_is_asked(word: str) -> None:
    with pytest.raises(FetchError, match=rf"^{re.escape(repr(word))} is not the symbol of a document; expected one"):
        checked_symbol(word)


@pytest.mark.parametrize(
    ("template", "symbol", "address"),
    [
        (DEFAULT, "A/RES/79/325", "https://documents.un.org/api/symbol/access?s=A%2FRES%2F79%2F325&l=ru&t=pdf"),
        (DEFAULT, "A/RES/48/75 A", "https://documents.un.org/api/symbol/access?s=A%2FRES%2F48%2F75%20A&l=ru&t=pdf"),
        ("https://undocs.org/{language}/{symbol}", "A/RES/79/325", "https://undocs.org/ru/A/RES/79/325"),
        ("https://undocs.org/{symbol}", "S/RES/1267(1999)", "https://undocs.org/S/RES/1267%281999%29"),
    ],
)
def test_an_address_has_the_symbol_and_the_language_in_their_places(template: str, symbol: str, address: str) -> None:
    assert address_of(template, symbol, "ru") == address


@pytest.mark.parametrize(
    ("symbol", "stem"),
    [
        ("A/RES/79/325", "a-res-79-325.en"),
        ("S/RES/1267(1999)", "s-res-1267_1999.en"),
        ("A/RES/48/75 A", "a-res-48-75a.en"),
        ("A/RES/S-20/2", "a-res-s_20-2.en"),
        ("A/C.3/79/L.5/Rev.1", "a-c.3-79-l.5-rev.1.en"),
    ],
)
def test_a_file_is_named_after_the_symbol_and_the_language(symbol: str, stem: str) -> None:
    assert file_stem(symbol, "en") == stem


@given(SYMBOLS)
def test_the_name_of_a_file_is_safe(symbol: str) -> None:
    assume(full_symbol().fullmatch(symbol))
    assert re.fullmatch(r"[a-z][a-z0-9._-]*", file_stem(symbol, "en"))


@given(st.lists(SYMBOLS.filter(full_symbol().fullmatch), unique_by=str.lower))
def test_files_of_different_symbols_have_different_names(symbols: list[str]) -> None:
    assert len({file_stem(symbol, "en") for symbol in symbols}) == len(symbols)


@pytest.mark.parametrize(
    ("symbol", "language", "url", "sha256", "words"),
    [
        ("A/RES/48/75A", "en", "https://example.org/", None, "A/RES/48/75 A"),
        ("79/325", "en", "https://example.org/", None, "is not the symbol"),
        ("A/RES/79/325", "../en", "https://example.org/", None, "ISO 639"),
        ("A/RES/79/325", "en", "file:///etc/passwd", None, "http or https"),
        ("A/RES/79/325", "en", "https://example.org/", "0" * 63, "64 hexadecimal digits"),
    ],
)
def test_an_order_refuses_what_does_not_fit(
    symbol: str, language: str, url: str, sha256: str | None, words: str
) -> None:
    with pytest.raises(FetchError, match=words):
        Order(symbol, language, url, sha256)
