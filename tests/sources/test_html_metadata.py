import json
from datetime import date

import pytest
from lxml import etree

from comity.model import Metadata
from comity.sources.html_metadata import headline, page_metadata

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Стороны договорились",
    "datePublished": "2025-11-04T10:00:00+03:00",
    "inLanguage": "ru-RU",
    "url": "https://example.org/1",
    "publisher": {"@type": "Organization", "name": "  Агентство  "},
}
KNOWN = Metadata(publisher="Агентство", url="https://example.org/1", published=date(2025, 11, 4), language="ru")


def page(head: str, body: str = "", attributes: str = "") -> etree._Element:
    source = f"<html {attributes}><head>{head}</head><body>{body}</body></html>"
    return etree.fromstring(source.encode(), etree.HTMLParser(encoding="utf-8"))


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    "data", [ARTICLE, [ARTICLE], {"@graph": [{"@type": "Person"}, ARTICLE]}, {"mainEntity": ARTICLE}]
)
def test_linked_data_tell_of_the_page(data: object) -> None:
    assert page_metadata(page(linked(data))) == KNOWN
    assert headline(page(linked(data))) == "Стороны договорились"


def test_meta_elements_tell_of_the_page() -> None:
    head = """<meta property="og:site_name" content="Агентство">
    <meta property="og:title" content="Стороны договорились">
    <meta property="article:published_time" content="2025-11-04"><link rel="canonical" href="https://example.org/1">"""
    assert page_metadata(page(head, attributes='lang="ru"')) == KNOWN
    assert headline(page(head)) == "Стороны договорились"


def test_a_time_element_tells_the_day() -> None:
    body = (
        '<time datetime="2020-01-01">x</time><time itemprop="datePublished" datetime="2025-11-04T01:00">4 ноября</time>'
    )
    assert page_metadata(page("", body)).published == date(2025, 11, 4)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<script type="application/ld+json">{"@type": </script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        linked({"@type": ["Organization", 5], "name": "x", "url": "https://example.org"}),
        linked({"@type": "Article", "publisher": "x", "datePublished": 5, "headline": [], "inLanguage": {"a": 1}}),
        '<meta name="date" content="2025-13-45"><meta property="og:url" content="javascript:1">',
        '<meta name="publisher" content="  "><meta name="language" content="Russian">',
    ],
    ids=["nothing", "broken", "nested", "not an article", "wrong types", "no dates", "no names"],
)
def test_what_is_broken_or_not_said_is_not_known(head: str) -> None:
    assert page_metadata(page(head)) == Metadata()
    assert headline(page(head)) is None


def test_the_only_heading_of_the_first_level_is_the_headline() -> None:
    assert headline(page(linked(ARTICLE), "<h1>Сайт</h1><h1> </h1>")) == "Сайт"
    assert headline(page(linked(ARTICLE), "<h1>Сайт</h1><h1>Раздел</h1>")) == "Стороны договорились"
