import pytest

from comity.web.links import Links, with_parameters

LINKS = Links("https://w3id.org/comity/")


@pytest.mark.parametrize(
    ("iri", "href"),
    [
        ("https://w3id.org/comity/id/state/KAZ", "/id/state/KAZ"),
        ("https://w3id.org/comity/id/document/a.ru", "/document/a.ru"),
        ("https://w3id.org/comity/id/initiative/план", "/id/initiative/%D0%BF%D0%BB%D0%B0%D0%BD"),
        ("https://w3id.org/comity/id/x/a%20b?c#d", "/id/x/a%2520b%3Fc%23d"),
        ("https://w3id.org/comity/code/modality/planned", "/code/modality/planned"),
        ("https://w3id.org/comity/ontology#State", "/ontology#State"),
        ("https://w3id.org/comity/ontology", "/ontology"),
        ("https://w3id.org/comity/graph/reference", "https://w3id.org/comity/graph/reference"),
        ("http://www.wikidata.org/entity/Q232", "http://www.wikidata.org/entity/Q232"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        ("data:text/html,x", None),
        ("urn:x", None),
        ("file:///etc/passwd", None),
    ],
)
def test_where_an_iri_leads(iri: str, href: str | None) -> None:
    assert LINKS.href(iri) == href


def test_another_base() -> None:
    links = Links("https://example.org/graph/")
    assert links.href("https://example.org/graph/id/state/KAZ") == "/id/state/KAZ"
    assert links.href("https://w3id.org/comity/id/state/KAZ") == "https://w3id.org/comity/id/state/KAZ"
    assert links.document("a.ru") == "https://example.org/graph/id/document/a.ru"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/id/a", "/id/a?lang=en"),
        ("/id/a#c1-2", "/id/a?lang=en#c1-2"),
        ("/sparql?query=x", "/sparql?query=x&lang=en"),
        ("#s1-2", "#s1-2"),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_the_language_stays_in_links_of_ours(address: str, expected: str) -> None:
    assert with_parameters(address, {"lang": "en"}) == expected
    assert with_parameters(address, {}) == address
