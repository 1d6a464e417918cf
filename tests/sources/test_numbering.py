import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from comity.sources.numbering import Numbering, _formed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = (
    ("decimal", "%1."),
    ("lowerLetter", "(%2)"),
    ("lowerRoman", "(%3)"),
    ("bullet", "\uf0b7"),
    ("decimal", "%1.%5"),
)


def numbered(lists: str) -> Document:
    document = docx.Document()
    part = document.part.numbering_part
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(LEVELS)
    )
    abstract = f'<w:abstractNum w:abstractNumId="9">{levels}</w:abstractNum>'
    part._element = parse_xml(f"<w:numbering {W}>{abstract}{lists}</w:numbering>")
    return document


def numbers(document: Document, *places: tuple[int, int]) -> list[str]:
    counter = Numbering.of(document, "note.docx")
    return [
        counter.next(
            parse_xml(
                f'<w:p {W}><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr></w:p>'
            )
        )
        for number, level in places
    ]


ONE = '<w:num w:numId="5"><w:abstractNumId w:val="9"/></w:num>'
TWO = '<w:num w:numId="6"><w:abstractNumId w:val="9"/></w:num>'
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
AGAIN = f'<w:num w:numId="7"><w:abstractNumId w:val="9"/>{RESTART}</w:num>'


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(5, 0), (5, 1), (5, 1), (5, 0), (5, 1)], ["1.", "(a)", "(b)", "2.", "(a)"]),
        ([(5, 2), (5, 2), (5, 3), (5, 4)], ["(i)", "(ii)", "-", "1.1"]),
        ([(5, 0), (6, 0), (7, 0), (5, 0)], ["1.", "2.", "4.", "3."]),
        ([(5, 8), (99, 0), (0, 0)], ["", "", ""]),
    ],
    ids=["levels", "forms", "lists", "none"],
)
def test_word_counts(places: list[tuple[int, int]], expected: list[str]) -> None:
    assert numbers(numbered(ONE + TWO + AGAIN), *places) == expected


def test_a_style_numbers_its_paragraphs_and_so_does_one_based_on_it() -> None:
    document = numbered(ONE)
    document.styles.element.append(
        parse_xml(f'<w:style {W} w:styleId="A"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>')
    )
    document.styles.element.append(parse_xml(f'<w:style {W} w:styleId="B"><w:basedOn w:val="A"/></w:style>'))
    counter = Numbering.of(document, "note.docx")
    paragraph = parse_xml(f'<w:p {W}><w:pPr><w:pStyle w:val="B"/></w:pPr></w:p>')
    assert [counter.next(paragraph), counter.next(paragraph)] == ["1.", "2."]
    assert counter.next(parse_xml(f"<w:p {W}/>")) == ""


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (10, "russianLower", "к"),
        (1, "russianUpper", "А"),
        (5, "ordinal", "5"),
        (0, "lowerRoman", "0"),
        (10**9, "lowerLetter", "1000000000"),
    ],
)
def test_forms_of_numbers(count: int, form: str, expected: str) -> None:
    assert _formed(count, form) == expected
