import io
import re
from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby
from textwrap import wrap

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

RESOLUTION = f"""<akomaNtoso xmlns="{NAMESPACE}" xmlns:akn4un="http://un.org/akn4un">
  <!--An unofficial copy-->
  <statement name="resolution">
    <meta>
      <identification source="#DGACM">
        <FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unga/2020-06-30/74-999B/"/>
          <FRBRdate date="2020-06-30" name="adoption"/></FRBRWork>
        <FRBRExpression><FRBRlanguage language="eng"/><FRBRdate date="2020-07-02" name="publication"/></FRBRExpression>
      </identification>
      <classification source="http://metadata.un.org/sdg">
        <keyword value="5" href="http://metadata.un.org/sdg/5" showAs="sdg_5" dictionary="SDGO"/>
        <keyword value="women" href="http://metadata.un.org/thesaurus/1007029" showAs="civil_society" dictionary="UNBIS"/>
      </classification>
      <classification source="DHLAUTH">
        <keyword value="SALT" showAs="SALT" dictionary="UNBIS Thesaurus"/>
        <keyword value="SALT" showAs="SALT" dictionary="UNBIS Thesaurus"/>
        <keyword refersTo="agenda" value="7" showAs="Salt." dictionary="A/74/251"/>
      </classification>
      <workflow source="#un">
        <step date="2020-06-20" outcome="draftResolution" as="A/74/L.2"
          by="Fiji, Guinea (on behalf of the Group of 77, and China), Iran (Islamic Republic of) and Trinidad and Tobago"/>
        <step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by="Nauru"/>
        <step date="0001-01-01" outcome="recommendedForAdoption" as="A/74/483" by="" refersTo="6"/>
        <step date="2020-06-30" outcome="adopted" as="A/74/PV.14" by=""/>
      </workflow>
      <analysis source="#un"><parliamentary><voting>
        <count value="002" refersTo="inFavour"><akn4un:voters>
          <organization refersTo="memberState">CÔTE D'IVOIRE</organization>
          <organization refersTo="memberState">PERU</organization></akn4un:voters></count>
        <count value="000" refersTo="against"><akn4un:voters/></count>
      </voting></parliamentary></analysis>
    </meta>
    <coverPage>
      <p><docNumber refersTo="#symbol">A/RES/74/999</docNumber></p>
      <p><docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
      <p><session value="74">Seventy-fourth
          session</session></p>
      <p><inline name="agenda item">Agenda item 7 (b)</inline></p>
      <p><inline name="agenda item name">Salt of the sea</inline></p>
      <p><docTitle>Resolution adopted by the General Assembly on 30 June 2020</docTitle></p>
      <p><docProponent>[on the report of the <b>Fifth</b> Committee (<inline name="originating document">A/74/483</inline>)]</docProponent></p>
    </coverPage>
    <preface>
      <p><docNumber>74/999.</docNumber> <docTitle refersTo="#resolutionTitle"><span>	Salt of
        the sea</span></docTitle></p>
      <p><docNumber refersTo="#letter"><span>B</span></docNumber><authorialNote marker="*"><p>Section A is in another file.</p></authorialNote></p>
    </preface>
    <preamble>
      <formula name="enactingFormula"><p xml:space="preserve">
          <span>The General Assembly</span>,</p></formula>
      <container name="Recalling"><p xml:space="preserve">
          <span>Recalling</span> its resolutions <a href="https://undocs.org/en/A/RES/70/1">70/1</a>,<authorialNote marker="1"><p><span>See</span> <a href="https://undocs.org/en/A/74/11">A/74/11</a>.</p><p>Ibid.</p></authorialNote> and <a href="https://undocs.org/en/A/RES/54/237"> 54/237 </a><authorialNote marker="12"><p>Twelve.</p></authorialNote> C,</p></container>
    </preamble>
    <mainBody>
      <section><num>I</num><crossHeading refersTo="#preamble"><span>Noting</span> the salt,</crossHeading>
        <subheading>Salt</subheading>
      <paragraph><num>	1.</num><content><p>Requests:</p></content></paragraph>
      <paragraph><num>2.</num><list><intro><p>Decides<sup>12</sup> on 5 km<sup>2</sup>:</p></intro>
        <point><num>(a)</num><content><p>This;<eol/>and</p></content></point></list></paragraph>
      <paragraph><num>3.</num><list><point><num>(a)</num><content><p>That.</p></content></point></list></paragraph>
      <paragraph><num>4.</num><content><p xml:space="preserve"></p></content></paragraph>
      <paragraph><content><p>Adopts:<embeddedStructure><paragraph><num>1.</num><content><p>Quoted;</p></content></paragraph></embeddedStructure> so it ends.</p></content></paragraph>
      </section>
    </mainBody>
    <conclusions><p><inline name="adoptionMeeting" title="14th">14th plenary meeting</inline><eol/><docDate date="2020-06-30" refersTo="#adoptionDate">30 June 2020</docDate></p></conclusions>
    <attachments><attachment><doc name="annex"><mainBody>
      <paragraph><heading>Annex I</heading></paragraph>
      <container name="table"><table><tr><th><p>Salt</p></th><td/><td><p>Tons <a href="https://undocs.org/en/A/1">A/1</a></p></td></tr></table></container>
    </mainBody></doc></attachment></attachments>
  </statement>
</akomaNtoso>
"""  # noqa: E501 - as the files have it


@pytest.fixture
def resolution() -> bytes:
    return RESOLUTION.encode()


Word = tuple[float, float, float, str]
"""Where a line of a page begins, from the left and from below, its size, and its words; all lengths are in points."""

_CYRILLIC = b" ".join(b"/uni%04X" % ord(bytes([code]).decode("cp1251", errors="replace")) for code in range(128, 256))
_HEIGHT, _WIDTH = 792, 612
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def _drawn(word: Word) -> bytes:
    """Return the operators that draw a line, in bold if it begins with a tilde, raised figures small and above it."""
    left, base, size, text = word
    font = b"B" if text.startswith("~") else b"F"
    drawn = []
    for raised, characters in groupby(text.removeprefix("~"), _RAISED.__contains__):
        run = "".join(str(_RAISED.index(character)) if raised else character for character in characters)
        scale, rise = (0.6 * size, 0.35 * size) if raised else (size, 0)
        drawn.append(b"/%b %.2f Tf %.2f Ts <%b> Tj" % (font, scale, rise, run.encode("cp1251").hex().encode()))
    return b"BT %.2f %.2f Td %b ET" % (left, base, b" ".join(drawn))


def print_pdf(pages: Sequence[Sequence[Word]], *, turned: int = 0) -> bytes:
    """Return a PDF file whose characters are all half as wide as high; its fonts are named, not embedded."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>"
        % (b" ".join(b"%d 0 R" % (7 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<</F 4 0 R/B 5 0 R>>",
        *(
            b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar 0/LastChar 255/Widths[%b]/Encoding 6 0 R"
            b"/FontDescriptor<</Type/FontDescriptor/FontName/%b/Flags 32/FontBBox[0 -200 1000 800]/ItalicAngle 0"
            b"/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>" % (name, b"500 " * 256, name)
            for name in (b"Own", b"Own-Bold")
        ),
        b"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[128 %b]>>" % _CYRILLIC,
    ]
    for number, page in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Rotate %d/Resources<</Font 3 0 R>>/Contents %d 0 R>>"
            % (_WIDTH, _HEIGHT, turned, 8 + 2 * number)
        )
        objects.append(_stream(b"\n".join(map(_drawn, page))))
    return _file(objects)


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%b\nendstream" % (len(content), content)


def _file(objects: list[bytes]) -> bytes:
    written, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(written))
    )


def typeset(paragraphs: Sequence[str], notes: Sequence[str] = (), *, head: str = "") -> bytes:
    """Return a PDF of pages as the United Nations print them: set in, broken into lines, notes below, numbered.

    A note stands on the page on which its raised mark is called.
    """
    pages: list[list[Word]] = []
    page: list[Word] = []
    base, floor = 690.0, 100.0
    for paragraph in paragraphs:
        for index, line in enumerate(wrap("\u2003" * 3 + paragraph, 84, break_on_hyphens=False)):
            called = [note for note in notes if re.search(rf"{note.split(' ')[0]}(?![{_RAISED}])", line)]
            if base < floor + 12 * len(called):
                pages.append(page)
                page, base, floor = [], 690.0, 100.0
            page.append((90.0 if index else 108.0, base, 10.0, line.strip()))
            page += [(90.0, floor - 10 - 12 * place, 8.0, note) for place, note in enumerate(called)]
            floor += 12 * len(called)
            base -= 12
        base -= 6
    pages.append(page)
    for number, content in enumerate(pages, 1):
        content.append((300.0, 40.0, 8.0, f"{number}/{len(pages)}"))
        if head and number > 1:
            content.append((90.0, 740.0, 8.0, head))
    return print_pdf(pages)


@pytest.fixture(name="print_pdf")
def _print_pdf() -> Callable[..., bytes]:
    return print_pdf


@pytest.fixture(name="typeset")
def _typeset() -> Callable[..., bytes]:
    return typeset


def web_page(paragraphs: Sequence[str], notes: Sequence[str] = (), *, head: str = "", top: str = "") -> str:
    """Return a page as press offices have them: the text among menus, advertising, comments and a copyright line."""

    def marked(text: str) -> str:
        call = r'<sup><a href="#_ftn\g<0>" id="_ref\g<0>">[\g<0>]</a></sup>'
        return re.sub(f"[{_RAISED}]+", call, escape(text, quote=False)).translate(str.maketrans(_RAISED, "0123456789"))

    body = "\n".join(f"<p>{marked(text)}</p>" for text in paragraphs)
    below = "".join(
        f'<div id="_ftn{number}"><p><a href="#_ref{number}">[{number}]</a> {escape(text)}</p></div>'
        for number, text in (note.split(" ", 1) for note in notes)
    )
    return f"""<!DOCTYPE html>
<html><head><title>Новости | Агентство</title>{head}
<style>p {{ color: red }}</style><script>var a = "<p>";</script></head>
<body class="no-sidebar"><header><a href="/">Агентство</a></header>
<nav><ul><li><a href="/news">Все новости</a></li><li><a href="/about">О нас</a></li></ul></nav>
<div class="page"><div class="breadcrumbs"><a href="/">Главная</a> / Политика</div>{top}
<div class="text">{body}<hr>{below}</div>
<div class="share-buttons">Поделиться: ВК</div><aside><p>Япония поддержала инициативу США, об этом сообщает агентство в
другой статье, которая стоит рядом и не имеет отношения к делу.</p></aside>
<div id="comments"><p>Комментарий читателя о том, что Китай учредил новую организацию, и много других слов.</p></div>
</div>
<footer>© Агентство</footer></body></html>"""


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write_docx(paragraphs: Sequence[str], notes: Sequence[str] = ()) -> bytes:
    """Return a DOCX file; a raised mark in a paragraph calls the note of its number."""
    document = docx.Document()
    for text in paragraphs:
        paragraph = document.add_paragraph()
        for raised, characters in groupby(text, _RAISED.__contains__):
            run = paragraph.add_run("" if raised else "".join(characters))
            if raised:
                number = "".join(str(_RAISED.index(character)) for character in characters)
                run._r.append(parse_xml(f'<w:footnoteReference xmlns:w="{_WORD}" w:id="{number}"/>'))
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in (note.split(" ", 1) for note in notes)
    )
    content = f'<w:footnotes xmlns:w="{_WORD}">{written}</w:footnotes>'.encode()
    type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), type_, content, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.fixture(name="web_page")
def _web_page() -> Callable[..., str]:
    return web_page


@pytest.fixture(name="write_docx")
def _write_docx() -> Callable[..., bytes]:
    return write_docx
