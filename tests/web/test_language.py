import re
from pathlib import Path

import pytest

from comity.web import language
from comity.web.language import Label, pick, strings

WEB = Path(language.__file__).parent
TEMPLATES = {file.name: file.read_text(encoding="utf-8") for file in (WEB / "templates").glob("*.html")}
USED = re.compile(r"""\bt\('(\w+)'(?:\s*~)?""")
BUILT = {
    "language_": ["ru", "en"],
    "format_": ["ttl", "nt", "jsonld", "rdf"],
    "family_": ["actor", "instrument", "initiative", "event", "place"],
    "origin_": ["reference", "ontology", "inferred", "analytics"],
    "term_": ["broader", "domain", "range"],
}
SECTIONS = {"questions", "network", "citations", "sparql", "ontology", "data"}


def used() -> set[str]:
    """Return every key that a template asks for; those put together are listed above."""
    found = {key for text in TEMPLATES.values() for key in USED.findall(text)}
    assert BUILT.keys() <= found
    return (found - BUILT.keys()) | {prefix + end for prefix, ends in BUILT.items() for end in ends} | SECTIONS


def test_both_languages_have_the_same_strings() -> None:
    assert strings("ru").keys() == strings("en").keys()
    assert len(strings("ru")) > 80
    assert all(text.strip() for code in ("ru", "en") for text in strings(code).values())


def test_every_string_is_used_and_every_used_string_exists() -> None:
    assert used() == {key for key in strings("ru") if ":" not in key}


def test_russian_is_russian_and_english_is_not() -> None:
    same = {"language_ru", "language_en", "sparql", "format_ttl", "format_nt", "format_jsonld", "format_rdf"}
    for key in strings("ru").keys() - same:
        assert re.search("[а-яё]", strings("ru")[key], re.IGNORECASE), key
        assert not re.search("[а-яё]", strings("en")[key], re.IGNORECASE), key


def test_templates_hold_no_text_of_their_own() -> None:
    for name, text in TEMPLATES.items():
        assert not re.search("[а-яё]", text, re.IGNORECASE), name


@pytest.mark.parametrize(
    ("names", "code", "expected"),
    [
        ({"ru": "а", "en": "b"}, "en", Label("b", "en")),
        ({"ru": "а"}, "en", Label("а", "ru")),
        ({"": "x", "ru": "а"}, "en", Label("x", "")),
        ({"fr": "c", "zh": "d"}, "ru", Label("c", "fr")),
        ({}, "ru", Label("", "")),
    ],
)
def test_the_nearest_language(names: dict[str, str], code: str, expected: Label) -> None:
    assert pick(names, code) == expected
