from datetime import date

from comity.evaluation import Count, compare_structure
from comity.evaluation.layout import roles
from comity.model import BlockKind, MarkedBlock, Markup, Record, Source, Span
from comity.text import structure

PARTS = (
    (BlockKind.TITLE, "", "75/9. On peace"),
    (BlockKind.OPENING, "", "The General Assembly,"),
    (BlockKind.PREAMBULAR, "", "Recalling the day,"),
    (BlockKind.OPERATIVE, "1.", "1. Decides:"),
    (BlockKind.SUBPARAGRAPH, "(a)", "(a) To go;"),
    (BlockKind.SUBPARAGRAPH, "(b)", "(b) To stay."),
    (BlockKind.SIGNATURE, "", "12 December 2020"),
)
TEXT = "\n\n".join(text for _, _, text in PARTS) + "\n"


def source(adopted: date, *, preamble: BlockKind = BlockKind.PREAMBULAR) -> Source:
    blocks = tuple(
        MarkedBlock(
            preamble if kind is BlockKind.PREAMBULAR else kind,
            Span(TEXT.index(text), TEXT.index(text) + len(text)),
            enumerator,
        )
        for kind, enumerator, text in PARTS
    )
    record = Record(genre="resolution", symbol="A/RES/75/9", title="On peace", body="General Assembly", adopted=adopted)
    return Source("nine", TEXT, "00", markup=Markup(blocks, record=record))


def test_a_sub_paragraph_has_the_role_of_what_it_is_under() -> None:
    found = list(roles(structure(Source("nine", TEXT, "00"))))
    assert found == [
        ("preambular", "recallingtheday"),
        ("operative", "decides"),
        ("operative", "togo"),
        ("operative", "tostay"),
    ]


def test_bare_text_gives_the_structure_of_the_mark_up() -> None:
    result = compare_structure(source(date(2020, 12, 12)))
    assert result.counts == {"preambular": Count(right=1), "operative": Count(right=3)}
    assert result.exact == {"title": True, "symbol": True, "adopted": True}
    assert result.disagreements == ()


def test_what_differs_is_listed() -> None:
    result = compare_structure(source(date(2020, 12, 13), preamble=BlockKind.HEADING))
    assert result.counts["preambular"] == Count(wrong=1)
    assert [(each.outcome, each.item) for each in result.disagreements] == [
        ("wrong", "preambular: recallingtheday"),
        ("missed", "adopted"),
    ]
