"""Web pages: the main text of a page without what surrounds it, and what the page says of itself."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from comity.errors import EmptySourceError, MarkupError
from comity.model import Metadata
from comity.sources.encoding import decode
from comity.sources.html_metadata import headline, page_metadata
from comity.sources.html_text import BLOCKS, inner_text, page_text

__all__ = ["begins_like_html", "read_html"]

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAMPLE = 2048
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{3,20})""", re.IGNORECASE)
_DECLARED = re.compile(r"cp125[0-8]|koi8-[rutk]|cp866|mac-cyrillic|iso8859-\d+|gb\w+|big5\w*|euc[_-]\w+|shift_jis\w*")
_WESTERN = frozenset(("iso8859-1", "cp1252"))
_SILENT = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "canvas",
        "audio",
        "video",
        "button",
        "input",
    )
) | frozenset(("select", "textarea", "nav", "aside", "footer", "dialog", "menu", "figure", "head"))
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert")
)
_SURROUNDINGS = frozenset((
    "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "sidebar", "footer",
    "share", "sharing", "shares", "social", "socials", "comment", "comments", "disqus", "related", "recommend",
    "recommended", "recommendations", "readmore", "more", "subscribe", "subscription", "newsletter", "cookie",
    "cookies", "consent", "banner", "banners", "advert", "advertisement", "ads", "adv", "promo", "popup", "modal",
    "tags", "tag", "pagination", "pager", "widget", "widgets", "login", "toolbar", "print", "skip", "teaser",
    "teasers", "copyright", "rating", "vote", "poll",
))  # fmt: skip
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not have, which lxml reads from character references but does not write."""

_LONG = 80
_LINKED = 1 / 3
_MOST = 0.75
_HALF = 0.5
_SENTENCES = frozenset(("p", "li", "blockquote", "td", "pre"))
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_CYRILLIC = frozenset(("ru", "uk", "be", "kk", "ky", "tg", "mn", "bg", "sr", "mk"))


def begins_like_html(data: bytes) -> bool:
    """Return whether a file begins as web pages do: with their document type or one of their first elements."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "latin-1"
    sample = data.removeprefix(codecs.BOM_UTF8)[:_SAMPLE].decode(encoding, errors="replace")
    return _START.match(sample) is not None


def read_html(data: bytes, name: str) -> tuple[str, Metadata]:
    """Return the main text of a web page, and its publisher, address, day and language where the page names them.

    The text has its headline, a paragraph a line, lists with their signs, tables row by row, footnotes after a rule.

    Raises:
        SourceError: the page is empty, in no known encoding, nested without end, or without text.
    """
    root = _parsed(_decoded(data, name), name)
    title, metadata = headline(root), page_metadata(root)
    _strip(root)
    text = page_text(_main(root), title)
    if not text.strip():
        raise EmptySourceError(f"{name}: a page without text of its own; expected a document of at least one sentence")
    return text, _with_fitting_language(metadata, text)


def _decoded(data: bytes, name: str) -> str:
    """Return a page as text: marks and UTF-8 come before what the page declares, which old servers got wrong."""
    declared = _CHARSET.search(data[:_SAMPLE])
    encoding = _known(declared[1].decode("ascii")) if declared else None
    if encoding and not _is_unicode(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass  # it is in another encoding than it says
    return decode(data, name)[0]


def _known(label: str) -> str | None:
    """Return the codec of a declared encoding; those of Western Europe are declared by default and prove nothing."""
    try:
        encoding = codecs.lookup(label).name
    except LookupError:
        return None
    return encoding if _DECLARED.fullmatch(encoding) and encoding not in _WESTERN else None


def _is_unicode(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _parsed(text: str, name: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    root = etree.fromstring(_CONTROL.sub(" ", text).encode(), parser)
    deep = next((error for error in parser.error_log if error.type_name == "ERR_RESOURCE_LIMIT"), None)
    if deep is not None:
        raise MarkupError(f"{name}, line {deep.line}: {deep.message}; expected a page that people have written")
    if root is None or root.find("body") is None:
        raise EmptySourceError(f"{name}: a page without a body; expected a document of at least one sentence")
    return root


def _strip(root: etree._Element) -> None:
    """Take out what is not text, and what by its name stands around the text, unless half of the page is in it."""
    letters = _letters(root)
    whole = letters[root]
    for element in list(root.iter(etree.Element)):
        silent = element.tag in _SILENT
        if silent or (_stands_around(element) and letters[element] < _HALF * whole):
            _remove(element)


def _stands_around(element: etree._Element) -> bool:
    if element.tag in {"html", "body", "main", "article"} or element.get("itemprop") == "articleBody":
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true" or element.get("role") in _ROLES:
        return True
    if "display:none" in element.get("style", "").replace(" ", ""):
        return True
    if element.tag == "header":
        return element.find(".//h1") is None
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return any(word.lower() in _SURROUNDINGS for word in _NAME.findall(names))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), _CONTROL.sub("", element.tail or "")
    if before is not None:
        before.tail = _CONTROL.sub("", before.tail or "") + tail
    else:
        parent.text = _CONTROL.sub("", parent.text or "") + tail
    parent.remove(element)


def _letters(root: etree._Element) -> Counter[etree._Element]:
    """Return how many characters other than white space there are in each element."""
    found: Counter[etree._Element] = Counter()
    for _, element in etree.iterwalk(root, events=("end",)):
        found[element] += len("".join((element.text or "").split()))
        parent = element.getparent()
        if parent is not None:
            found[parent] += found[element] + len("".join((element.tail or "").split()))
    return found


def _main(root: etree._Element) -> etree._Element:
    """Return the smallest element that holds most of the long paragraphs, which mostly are not links."""
    written: Counter[etree._Element] = Counter()
    for paragraph in _paragraphs(root):
        length = len(inner_text(paragraph).split())
        element: etree._Element | None = paragraph
        while element is not None:
            written[element] += length
            element = element.getparent()
    body = root.find("body")
    found = body if body is not None else root
    while True:
        inner = next((child for child in found if written[child] >= _MOST * max(written[found], 1)), None)
        if inner is None or inner.tag in _SENTENCES:
            return found
        found = inner


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the innermost blocks with the text of a sentence or more, of which links are the smaller part."""
    for element in root.iter(*BLOCKS):
        if any(child.tag in BLOCKS for child in element.iterdescendants(etree.Element)):
            continue
        text = " ".join(inner_text(element).split())
        linked = sum(len(inner_text(link)) for link in element.iter("a"))
        if len(text) >= _LONG and linked < _LINKED * len(text):
            yield element


def _with_fitting_language(metadata: Metadata, text: str) -> Metadata:
    """Return what a page says of itself, without a language that its script is not used for."""
    letters = sum(map(str.isalpha, text))
    cyrillic = len(_CYRILLIC_LETTER.findall(text)) > letters / 2
    fits = metadata.language is None or (metadata.language in _CYRILLIC) == cyrillic
    return metadata if fits else replace(metadata, language=None)
