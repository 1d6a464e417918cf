from dataclasses import replace

import pytest

from comity.lexicon import read
from comity.mentions import find_mentions
from comity.mentions.links import linked_symbol
from comity.model import Mention, Reference, Source, Span
from comity.pipeline import knowledge
from comity.sources import read_source
from comity.text import structure

HOST = "https://undocs.org/en/"
FILE = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><mainBody>
<paragraph><num>1.</num><content><p>{}</p></content></paragraph></mainBody></statement></akomaNtoso>"""


@pytest.mark.parametrize(
    ("address", "words", "symbol"),
    [
        (f"{HOST}A/RES/70/1", "70/1", "A/RES/70/1"),
        ("http://undocs.org/S/RES/1990(2011)", "1990 (2011)", "S/RES/1990(2011)"),
        ("https://undocs.org//en/A/RES/217%20(III)", "217 A (III)", "A/RES/217(III)"),
        ("https://www.undocs.org/en/A/RES/1514 (XV)", "1514\u00a0(XV)", "A/RES/1514(XV)"),
        (f"{HOST}A/RES/217A(III)", "217 A (III)", "A/RES/217 A (III)"),
        (f"{HOST}a/hrc/res/24/14", "24/14", "A/HRC/RES/24/14"),
        (f"{HOST}A/RES/57/270b", "57/270", "A/RES/57/270 B"),
        (f"{HOST}A/RES/74/92a-b", "74/92 A and B", "A/RES/74/92"),
        (f"{HOST}E/2012/27/corr.1(supp)", "E/2012/27/Corr.1", "E/2012/27/Corr.1"),
        (f"{HOST}UNEP/EA.4/Res.10", "UNEP/EA.4/Res.10", "UNEP/EA.4/Res.10"),
        (f"{HOST}S/PRST/2012/19", "S/PRST/2012/19", "S/PRST/2012/19"),
        (f"{HOST}S/RES/465(1980)", "465", "S/RES/465(1980)"),
        (f"{HOST}A/76/74", "A/76/74-E/2021/54", "A/76/74"),
        (f"{HOST}S/RES/1945(2010)", "1612 (2005)", None),
        (f"{HOST}A/RES/55/207", "5", None),
        (f"{HOST}A/RES/55/34", "B", None),
        (f"{HOST}", "70/1", None),
        ("https://www.un.org/A/RES/70/1", "70/1", None),
    ],
)
def test_an_address_names_what_the_words_do_not_contradict(address: str, words: str, symbol: str | None) -> None:
    assert linked_symbol(Reference(Span(0, len(words)), address), words) == symbol


def mentions(source: Source) -> list[tuple[str, str | None, str]]:
    document = structure(source)
    known = knowledge(document.language)
    reading = read(document, known.lexicon.morphology)

    def shown(mention: Mention) -> tuple[str, str | None, str]:
        return reading.text(mention.first, mention.last), mention.symbol, mention.rule

    return [shown(mention) for mention in find_mentions(reading, known.lexicon, known.patterns) if mention.symbol]


@pytest.mark.parametrize(
    ("words", "linked", "plain"),
    [
        (
            'Recalls its resolution <a href="{}A/RES/70/1">70/1</a>.',
            [("70/1", "A/RES/70/1", "linked-symbol")],
            [("70/1", "A/RES/70/1", "bare-symbol")],
        ),
        (
            'Recalls its resolution <a href="{}A/RES/54/237">54/237</a> C.',
            [("54/237 C", "A/RES/54/237 C", "linked-symbol")],
            [("54/237 C", "A/RES/54/237 C", "bare-symbol")],
        ),
        (
            'Recalls its resolution <a href="{}S/RES/252(1968)">252</a> <a href="{}S/RES/252(1968)">(1968)</a>.',
            [("252 (1968)", "S/RES/252(1968)", "linked-symbol")],
            [("252 (1968)", "S/RES/252(1968)", "bare-symbol")],
        ),
        (
            'Recalls its resolution <a href="{}A/RES/1/1">70/1</a>.',
            [("70/1", "A/RES/70/1", "bare-symbol")],
            [("70/1", "A/RES/70/1", "bare-symbol")],
        ),
        (
            'See <a href="{}A/65/517">A/65/517</a>-<a href="{}S/2010/534">S/2010/534</a>.',
            [("A/65/517-S/2010/534", "A/65/517", "linked-symbol")],
            [("A/65/517-S/2010/534", "A/65/517", "symbol")],
        ),
        (
            'The score was <a href="{}A/RES/70/1">70/1</a>.',
            [("70/1", "A/RES/70/1", "linked-symbol")],
            [],
        ),
    ],
)
def test_links_make_symbols_sure_and_never_double_them(
    words: str, linked: list[tuple[str, str, str]], plain: list[tuple[str, str, str]]
) -> None:
    data = FILE.format(words.replace("{}", HOST)).encode()
    source = read_source(data, "note", name="note.xml")
    assert mentions(source) == linked
    assert mentions(replace(source, markup=None)) == plain
