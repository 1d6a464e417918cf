import pytest

from comity.errors import MarkupError
from comity.sources.xml import begins_like_xml, parse

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><akomaNtoso>&l11;</akomaNtoso>'
HOSTILE = {
    "a bomb": BOMB,
    "a bomb in an attribute": BOMB.replace("<akomaNtoso>&l11;", '<akomaNtoso name="&l11;">'),
    "a file of the machine": '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>',
    "a document type elsewhere": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
    "a well": "<a>" * 100_000,
    "half a tag": "<akomaNtoso",
    "two roots": "<a/><b/>",
    "nothing": "<?xml version='1.0'?>",
}


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_hostile_and_broken_xml_has_its_one_error(what: str, encoding: str) -> None:
    with pytest.raises(MarkupError, match=r"note\.xml.*expected"):
        parse(HOSTILE[what].replace('<?xml version="1.0"?>', "").encode(encoding), "note.xml")


def test_comments_and_instructions_are_no_words() -> None:
    assert "".join(parse(b"<a>one <!-- two --><?three four?>five</a>", "note.xml").itertext()) == "one five"


@pytest.mark.parametrize(
    ("text", "is_xml"),
    [
        ("<?xml version='1.0'?><note/>", True),
        ("\n  <akomaNtoso xmlns='…'>", True),
        ("<akn:akomaNtoso>", True),
        ("<akomaNtosoish>", False),
        ("< akomaNtoso", False),
        ("<html>", False),
        ("The General Assembly,", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_says_whether_it_is_xml(text: str, encoding: str, *, is_xml: bool) -> None:
    assert begins_like_xml(text.encode(encoding)) == is_xml
