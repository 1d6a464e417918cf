import pytest

from comity.model import Block, BlockKind, Span
from comity.text.numbering import Leads, Numbering


def numbers(*written: str) -> list[str | None]:
    """The numbers of paragraphs written "1", "a" or "a:" (which introduces a list); "annex" begins an annex."""
    numbering, given, introduced = Numbering(), [], False
    for each in written:
        enumerator = each.rstrip(":")
        if enumerator.startswith("annex"):
            numbering.annex(enumerator.removeprefix("annex").strip() or None)
        elif enumerator.isdigit():
            given.append(numbering.paragraph(enumerator))
        else:
            roman = numbering.is_roman(enumerator, introduced=introduced)
            given.append(numbering.subparagraph(enumerator, roman=roman))
        introduced = each.endswith(":")
    return given


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["1", "2", "a", "b", "3", "a"], ["1", "2", "2a", "2b", "3", "3a"]),
        (["1", "a:", "i", "ii", "b"], ["1", "1a", "1ai", "1aii", "1b"]),
        (["4", "g", "h", "i", "j"], ["4", "4g", "4h", "4i", "4j"]),
        (["4", "g", "h:", "i", "ii"], ["4", "4g", "4h", "4hi", "4hii"]),
        (["1", "а", "б", "в"], ["1", "1a", "1b", "1c"]),
        (["1", "a", "a"], ["1", "1a", "1a-2"]),
        (["a"], [None]),
        (["1", "annex", "1", "a", "annex II", "1"], ["1", "annex-1", "annex-1a", "annex-II-1"]),
        (["1", "2", "1", "2", "3", "1"], ["1", "2", "2-1", "2-2", "2-3", "3-1"]),
        (["1", "annex", "1", "1", "annex", "1"], ["1", "annex-1", "annex-2-1", "annex-3-1"]),
        (["1", "annex", "a"], ["1", None]),
    ],
)
def test_a_number_says_where_its_paragraph_stands(written: list[str], expected: list[str | None]) -> None:
    assert numbers(*written) == expected


def test_items_belong_to_what_introduced_them() -> None:
    def block(kind: BlockKind) -> Block:
        return Block(kind, Span(0, 1))

    leads = Leads()
    leads.after(block(BlockKind.OPERATIVE), "Requests the Secretary-General:")
    assert leads.opens_list
    assert leads.continues("to report;")
    assert not leads.continues("To report;")
    assert leads.of_sublist(roman=False) == 0
    leads.after(block(BlockKind.SUBPARAGRAPH), "To report:")
    assert leads.of_sublist(roman=True) == 1
    leads.after(block(BlockKind.SUBPARAGRAPH), "To whom;")
    assert leads.of_sublist(roman=False) == 0
    leads.after(block(BlockKind.SUBPARAGRAPH), "To end.")
    assert not leads.continues("at last")
    leads.after(block(BlockKind.OPERATIVE), "Decides to remain seized.")
    assert leads.last is None
