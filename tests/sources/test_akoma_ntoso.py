from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from comity.errors import MarkupError
from comity.model import BlockKind
from comity.sources import read_source
from comity.sources.akoma_ntoso import read_akoma_ntoso

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
FILE = f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution">%s</statement></akomaNtoso>'
TEXT = """\
A/RES/74/999

General Assembly

Seventy-fourth session

Agenda item 7 (b)

Salt of the sea

Resolution adopted by the General Assembly on 30 June 2020

[on the report of the Fifth Committee (A/74/483)]

74/999. Salt of the sea B*

The General Assembly,

Recalling its resolutions 70/1,¹ and 54/237¹² C,

I

Noting the salt,

Salt

1. Requests:

2. Decides¹² on 5 km2:

(a) This; and

3. (a) That.

4. Adopts:

1. Quoted;

so it ends.

14th plenary meeting

30 June 2020

Annex I

Salt\tTons A/1

____________________

* Section A is in another file.

1 See A/74/11. Ibid.

12 Twelve."""


def test_a_file_becomes_the_text_that_its_reader_sees(resolution: bytes) -> None:
    assert read_akoma_ntoso(resolution, "note.xml")[0] == TEXT


def test_the_mark_up_says_what_each_paragraph_is(resolution: bytes) -> None:
    text, markup = read_akoma_ntoso(resolution, "note.xml")
    assert "\n\n".join(block.span.of(text) for block in markup.blocks) == text
    kinds = [(block.kind, block.enumerator) for block in markup.blocks]
    assert kinds == [
        *[(BlockKind.FURNITURE, "")] * 5,
        (BlockKind.SIGNATURE, ""),
        (BlockKind.HEADING, ""),
        (BlockKind.TITLE, ""),
        (BlockKind.OPENING, ""),
        (BlockKind.PREAMBULAR, ""),
        (BlockKind.HEADING, ""),
        (BlockKind.PREAMBULAR, ""),
        (BlockKind.HEADING, ""),
        (BlockKind.OPERATIVE, "1."),
        (BlockKind.OPERATIVE, "2."),
        (BlockKind.SUBPARAGRAPH, "(a)"),
        (BlockKind.SUBPARAGRAPH, "3. (a)"),
        (BlockKind.OPERATIVE, "4."),
        (BlockKind.PARAGRAPH, "1."),
        (BlockKind.PARAGRAPH, ""),
        *[(BlockKind.SIGNATURE, "")] * 2,
        (BlockKind.HEADING, ""),
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.FURNITURE, ""),
        (BlockKind.FOOTNOTE, "*"),
        (BlockKind.FOOTNOTE, "1"),
        (BlockKind.FOOTNOTE, "12"),
    ]


def test_footnote_marks_and_links_are_where_their_words_are(resolution: bytes) -> None:
    text, markup = read_akoma_ntoso(resolution, "note.xml")
    assert [[mark.of(text) for mark in block.marks] for block in markup.blocks if block.marks] == [
        ["*"],
        ["¹", "¹²"],
        ["¹²"],
    ]
    assert [(link.span.of(text), link.address.rpartition("/en/")[2]) for link in markup.references] == [
        ("70/1", "A/RES/70/1"),
        ("54/237", "A/RES/54/237"),
        ("A/1", "A/1"),
        ("A/74/11", "A/74/11"),
    ]


def test_a_clause_of_a_preamble_bears_the_name_of_its_container() -> None:
    clauses = (
        '<container name="Taking note"><p>taking note</p><p>of it</p></container><container><p>and</p></container>'
    )
    _, markup = read_akoma_ntoso((FILE % f"<preamble>{clauses}<p>acts</p></preamble>").encode(), "note.xml")
    assert [block.clause for block in markup.blocks] == ["Taking note", "Taking note", "", ""]


def test_a_title_may_stand_on_the_cover_or_in_the_body() -> None:
    cover = '<coverPage><p><docTitle refersTo="#resolutionNumber">Resolution 7 (2000)</docTitle></p></coverPage>'
    body = "<preface><p/></preface><mainBody><p><docTitle>Statement</docTitle></p></mainBody>"
    for inside, title in ((cover, "Resolution 7 (2000)"), (body, "Statement")):
        text, markup = read_akoma_ntoso((FILE % inside).encode(), "note.xml")
        assert [(block.kind, block.span.of(text)) for block in markup.blocks] == [(BlockKind.TITLE, title)]


def test_of_a_collection_only_the_first_title_is_the_title() -> None:
    part = "<component><statement><preface><p><docNumber>%s</docNumber></p></preface></statement></component>"
    collection = (
        f'<akomaNtoso xmlns="{NAMESPACE}"><documentCollection><preface><p>74/250. Budget</p></preface>'
        "<collectionBody><component><documentRef/></component></collectionBody></documentCollection>"
        f"<components>{part % 'A'}{part % 'B'}</components></akomaNtoso>"
    )
    text, markup = read_akoma_ntoso(collection.encode(), "note.xml")
    assert [(block.kind, block.span.of(text)) for block in markup.blocks] == [
        (BlockKind.TITLE, "74/250. Budget"),
        (BlockKind.HEADING, "A"),
        (BlockKind.HEADING, "B"),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<?xml version='1.0'?><note>Text</note>", "the root of the XML is note; expected akomaNtoso"),
        (b"<akomaNtoso><statement/></akomaNtoso>", "expected akomaNtoso of http"),
        (f'<akomaNtoso xmlns="{NAMESPACE}"><components/></akomaNtoso>'.encode(), "nothing inside akomaNtoso"),
    ],
)
def test_other_xml_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(MarkupError, match=message):
        read_source(data, "note", name="note.xml")


def test_a_truncated_file_is_refused_with_its_line(resolution: bytes) -> None:
    with pytest.raises(MarkupError, match=r"note.xml, line 1\d: broken XML"):
        read_source(resolution[:900], "note", name="note.xml")


def elements(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return root.iter(f"{{{NAMESPACE}}}{name}")


WORDS = st.text(st.sampled_from("abя 1/()\n\t\u00a0<&’"), max_size=12).map(
    lambda words: words.replace("&", "&amp;").replace("<", "&lt;")
)
INLINE = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        inner.map("<span>{}</span>".format),
        WORDS.map('<a href="https://undocs.org/en/A/RES/70/1">{}</a>'.format),
        inner.map('<authorialNote marker="7"><p>{}</p></authorialNote>'.format),
    ),
    max_leaves=6,
)
PARAGRAPH = st.tuples(st.sampled_from(["", "<num>1.</num>", "<num>(a)</num>"]), INLINE).map(
    lambda pair: f"<paragraph>{pair[0]}<content><p>{pair[1]}</p></content></paragraph>"
)


@given(st.lists(PARAGRAPH, max_size=4))
def test_the_words_of_links_and_paragraphs_are_those_of_the_xml(paragraphs: list[str]) -> None:
    data = (FILE % f"<mainBody>{''.join(paragraphs)}</mainBody>").encode()
    text, markup = read_akoma_ntoso(data, "note.xml")
    linked = ["".join(link.itertext()) for link in elements(etree.fromstring(data), "a")]
    written = "".join(link.span.of(text) for link in markup.references)
    assert Counter("".join(written.split())) == Counter("".join("".join(linked).split()))
    for block in markup.blocks:
        assert block.span.of(text) == block.span.of(text).strip(" \t\n")
        assert block.span.of(text).startswith(block.enumerator)
        assert all(mark.of(text) in {"⁷", "7"} for mark in block.marks)
    outside = etree.fromstring(data).xpath("//text()[not(ancestor::*[local-name()='authorialNote'])]")
    body = text.partition("_" * 20)[0].replace("⁷", "")
    assert Counter("".join("".join(outside).split())) >= Counter("".join(body.split()))
