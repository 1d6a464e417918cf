"""XML from strangers: parsed without a document type, without entities, without the network."""

import re

from lxml import etree

from comity.errors import MarkupError

__all__ = ["begins_like_xml", "local_name", "parse"]

_START = re.compile(r"\s*<(?:\?xml\s|(?:[\w.-]+:)?akomaNtoso\b)")
_SAMPLE = 512
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def begins_like_xml(data: bytes) -> bool:
    """Return whether a file says of itself that it is XML: by its declaration, or by the root that Akoma Ntoso has."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "latin-1")
    return _START.match(data[:_SAMPLE].decode(encoding, errors="replace")) is not None


def parse(data: bytes, name: str) -> etree._Element:
    """Return the root of an XML document, its comments and processing instructions left out.

    libxml2 itself bounds depth, the length of texts and what entities may grow to; a document type, which nothing that
    is read here needs, is refused altogether.

    Raises:
        MarkupError: the bytes are not well-formed XML, go beyond the bounds, or declare a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise MarkupError(
            f"{name}, line {line}: broken XML ({error.msg}); expected a whole, well-formed file"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise MarkupError(f"{name}: declares a document type; expected XML without one, for entities can hide anything")
    return root


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
