"""The comparison with gold bites: what is annotated wrongly is reported, in every direction."""

from collections.abc import Callable

import pytest

RIGHT = """\
[[state:MNG|Монголия]] поддерживает создание [[body:Совет по степям|Совета по степям]].
> state:MNG | supports | body:Совет по степям | supports | document
> body:Совет по степям | status | initiative-status/endorsed
! * | objectsTo | *
! stance-objects
"""


def test_a_right_annotation_has_no_differences(
    mention_differences: Callable[[str], list[str]], statement_differences: Callable[[str], list[str]]
) -> None:
    assert mention_differences(RIGHT) == []
    assert statement_differences(RIGHT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("[[state:MNG|Монголия]]", "Монголия", ["wrong state/MNG «Монголия»"]),
        ("state:MNG|М", "state:CHN|М", ["missed state:CHN «Монголия»", "wrong state/MNG «Монголия»"]),
        ("|Совета по степям]]", "|Совета]] по степям", ["missed body:Совет по степям «Совета»"]),
        (" создание ", " [[state:CHN|создание]] ", ["missed state:CHN «создание»"]),
        ("body:Совет по степям|", "organization:Совет по степям|", ["missed organization:Совет по степям"]),
    ],
)
def test_a_wrong_mention_is_reported(
    mention_differences: Callable[[str], list[str]], right: str, wrong: str, expected: list[str]
) -> None:
    found = mention_differences(RIGHT.replace(right, wrong, 1))
    assert [any(line.startswith(start) for line in found) for start in expected] == [True] * len(expected)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("> state:MNG | supports", "> state:CHN | supports", "missed state:CHN | supports"),
        ("> state:MNG | supports | body:Совет по степям | supports", "> ", "wrong state/MNG | supports"),
        ("| supports | document", "| welcomes | document", "missed state:MNG | supports"),
        ("| supports | document", "| supports | organization:tass", "missed state:MNG | supports"),
        ("initiative-status/endorsed", "initiative-status/proposed", "missed body:Совет по степям | status"),
        ("! * | objectsTo | *", "! state:MNG | supports | *", "wrong state/MNG | supports"),
        ("! * | objectsTo | *", "! * | mentions | state:MNG", "wrong document/gold-given | mentions | state/MNG"),
        ("! * | objectsTo | *", "! * | mentions | state:*", "wrong document/gold-given | mentions | state/MNG"),
        ("! stance-objects", "! stance-supports", "wrong state/MNG | supports"),
    ],
)
def test_a_wrong_statement_is_reported(
    statement_differences: Callable[[str], list[str]], right: str, wrong: str, expected: str
) -> None:
    assert [line for line in statement_differences(RIGHT.replace(right, wrong, 1)) if line.startswith(expected)]


@pytest.mark.parametrize("text", ["[[state:MNG|Монголия", "Монголия]]."])
def test_broken_notation_is_an_error(mention_differences: Callable[[str], list[str]], text: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        mention_differences(text)
