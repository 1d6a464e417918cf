"""What a web page says of itself: in JSON-LD, in OpenGraph, in its meta elements."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree

from comity.model import Metadata

__all__ = ["headline", "page_metadata"]

_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "publication_date",
    "citation_publication_date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "date",
)
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher")
_LANGUAGES = ("og:locale", "dc.language", "dcterms.language", "content-language", "language")
_ARTICLES = re.compile(r"(?:\w*Article|\w*Posting|Report|WebPage|CreativeWork|Legislation|Event)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?")
_MAXIMUM_NODES = 10_000


def headline(root: etree._Element) -> str | None:
    """Return the headline of a page: its only first-level heading, or the one that it gives to others."""
    headings = [_spaced("".join(map(str, heading.itertext()))) for heading in root.iter("h1")]
    written = [heading for heading in headings if heading]
    given = (_text(node.get("headline")) for node in _described(root))
    others = (*given, _text(_meta(root).get("og:title")))
    return written[0] if len(written) == 1 else next((text for text in others if text), None)


def page_metadata(root: etree._Element) -> Metadata:
    """Return publisher, address, day of publication and language, each where a page names it."""
    meta = _meta(root)
    described = list(_described(root))
    publishers = (publisher.get("name") for node in described if isinstance(publisher := node.get("publisher"), dict))
    times = (element.get("datetime") for element in root.iter("time") if element.get("itemprop") == "datePublished")
    canonical = (link.get("href") for link in root.iter("link") if link.get("rel") == "canonical")
    languages = (*(node.get("inLanguage") for node in described), root.get("lang"), *map(meta.get, _LANGUAGES))
    return Metadata(
        publisher=_first(map(_text, (*publishers, *map(meta.get, _PUBLISHERS)))),
        url=_first(map(_address, (*canonical, meta.get("og:url"), *(node.get("url") for node in described)))),
        published=_first(
            map(_day, (*(node.get("datePublished") for node in described), *map(meta.get, _PUBLISHED), *times))
        ),
        language=_first(map(_language, languages)),
    )


def _first(found: "Iterator[Any] | map[Any]") -> Any:  # noqa: ANN401 - whatever the map gives
    return next((value for value in found if value is not None), None)


def _meta(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and element.get("content"):
            found.setdefault(name.lower(), element.get("content", ""))
    return found


def _described(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the descriptions of articles in JSON-LD, the outermost first; broken ones are passed over."""
    for script in root.iter("script"):
        if script.get("type", "").lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        for node in waiting:
            if len(waiting) > _MAXIMUM_NODES:
                break
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                waiting += [node.get("@graph"), node.get("mainEntity")]
                types = node.get("@type")
                if any(
                    isinstance(kind, str) and _ARTICLES.fullmatch(kind)
                    for kind in (types if isinstance(types, list) else [types])
                ):
                    yield node


def _text(value: object) -> str | None:
    return (_spaced(value) or None) if isinstance(value, str) else None


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _address(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip().startswith(("http://", "https://")) else None


def _day(value: object) -> date | None:
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _language(value: object) -> str | None:
    found = _LANGUAGE.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    return found[1] if found else None
