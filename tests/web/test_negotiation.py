import pytest

from comity.web.formats import GRAPH_FORMATS, HTML, RESULT_FORMATS
from comity.web.negotiation import best_language, choose

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml, application/sparql-results+json;q=0.5", "application/sparql-results+xml"),
        (
            "application/sparql-results+xml;q=0.4, application/sparql-results+json;q=0.5",
            "application/sparql-results+json",
        ),
        ("text/csv;q=0.9, */*;q=0.1", "text/csv"),
        ("*/*, application/sparql-results+json;q=0", "application/sparql-results+xml"),
        ("text/turtle, text/tab-separated-values;q=0.2", "text/tab-separated-values"),
        ("text/csv; header=present; q=0.3", "text/csv"),
        ("text/csv;q=high, text/tab-separated-values;q=0.1", "text/tab-separated-values"),
        (BROWSER, "text/html"),
        ("application/sparql-results+json,application/json,text/javascript", "application/sparql-results+json"),
    ],
)
def test_the_best_result_format(accept: str, expected: str) -> None:
    offer = choose(accept, (*RESULT_FORMATS, HTML))
    assert offer is not None
    assert offer.media_type == expected


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "*/*;q=0", "text/csv;q=0"])
def test_nothing_acceptable(accept: str) -> None:
    assert choose(accept, RESULT_FORMATS) is None


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("text/turtle;q=0.5, application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/n-quads, application/trig;q=0.9", "application/n-quads"),
        ("*/*", "text/turtle"),
    ],
)
def test_the_best_graph_format(accept: str, expected: str) -> None:
    offer = choose(accept, GRAPH_FORMATS)
    assert offer is not None
    assert offer.media_type == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "ru"),
        ("en", "en"),
        ("en-GB,en;q=0.9,ru;q=0.8", "en"),
        ("de, ru;q=0.5, en;q=0.7", "en"),
        ("fr", "ru"),
        ("en;q=0", "ru"),
    ],
)
def test_the_best_language(header: str, expected: str) -> None:
    assert best_language(header, ("ru", "en")) == expected


@pytest.mark.parametrize("offer", [*RESULT_FORMATS, *GRAPH_FORMATS, HTML], ids=lambda offer: offer.media_type)
def test_text_says_its_charset(offer: object) -> None:
    content_type = offer.content_type  # type: ignore[attr-defined]
    assert ("charset=utf-8" in content_type) == content_type.startswith("text/")
