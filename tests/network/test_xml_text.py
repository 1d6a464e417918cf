import re
from xml.etree.ElementTree import Element, fromstring, tostring

from hypothesis import given
from hypothesis import strategies as st

from comity.network.xml_text import keep_carriage_returns, legal

TEXTS = st.text(st.characters(codec="utf-8"))


@given(TEXTS)
def test_legal_text_survives_xml_unchanged(text: str) -> None:
    element = Element("a")
    element.text = legal(text)
    read = fromstring(keep_carriage_returns(tostring(element, encoding="utf-8")))  # noqa: S314  # our own bytes
    assert (read.text or "") == legal(text)


@given(TEXTS)
def test_only_what_xml_forbids_is_replaced(text: str) -> None:
    replaced = {before for before, after in zip(text, legal(text), strict=True) if before != after}
    assert all(re.match("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", char) for char in replaced)


def test_cyrillic_tabs_and_line_ends_stay() -> None:
    assert legal("Ёж\t\r\n\x85«»😀") == "Ёж\t\r\n\x85«»😀"
    assert legal("a\x00b\x0bc\ufffe") == "a\ufffdb\ufffdc\ufffd"
