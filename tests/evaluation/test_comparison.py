"""The comparison with gold bites: what is annotated wrongly is reported, in every direction."""

import pytest

from comity.evaluation import Item, Outcome, compare, parse_gold, score
from comity.pipeline import extract

RIGHT = """\
[[state:MNG|Монголия]] поддерживает создание [[body:Совет по степям|Совета по степям]].
> state:MNG | supports | body:Совет по степям | supports | document
> body:Совет по степям | status | initiative-status/endorsed
! * | objectsTo | *
! stance-objects
"""
STANCE = "state:MNG | supports | body:Совет по степям | supports | document"
FOUND_STANCE = "state/MNG | supports | body/sovet-po-step | supports"


def compared(text: str) -> list[tuple[str, str]]:
    """Return outcome and item of what differs."""
    (gold,) = parse_gold(f"== given\n{text}")
    return [
        (item.outcome.value, item.said)
        for item in compare(gold, extract(gold.source))
        if item.outcome is not Outcome.FOUND
    ]


def test_a_right_annotation_has_no_differences() -> None:
    assert compared(RIGHT) == []


def test_what_is_found_is_told_with_its_kind_and_words() -> None:
    golds = {gold.name: gold for gold in parse_gold(f"== given\n{RIGHT}")}
    items = score(golds)["given"]
    assert [(item.kind, item.is_statement) for item in items] == [
        ("state", False),
        ("body", False),
        ("supports", True),
        ("status", True),
    ]
    assert items[0] == Item(Outcome.FOUND, "state:MNG «Монголия»", "Монголия")
    assert items[2] == Item(Outcome.FOUND, STANCE, "«Монголия поддерживает создание Совета по степям»")


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("[[state:MNG|Монголия]]", "Монголия", [("wrong", "state/MNG «Монголия»")]),
        (
            "state:MNG|М",
            "state:CHN|М",
            [("missed", "state:CHN «Монголия»"), ("wrong", "state/MNG «Монголия»")],
        ),
        (
            "|Совета по степям]]",
            "|Совета]] по степям",
            [("missed", "body:Совет по степям «Совета»"), ("wrong", "body/sovet-po-step «Совета по степям»")],
        ),
        (" создание ", " [[state:CHN|создание]] ", [("missed", "state:CHN «создание»")]),
        (
            "body:Совет по степям|",
            "organization:Совет по степям|",
            [
                ("missed", "organization:Совет по степям «Совета по степям»"),
                ("wrong", "body/sovet-po-step «Совета по степям»"),
            ],
        ),
        (
            "[[state:MNG|Монголия]]",
            "2 мая 2025 года [[state:MNG|Монголия]]",
            [("wrong", "date:2025-05-02 «2 мая 2025 года»")],
        ),
    ],
)
def test_a_wrong_mention_is_reported(right: str, wrong: str, expected: list[tuple[str, str]]) -> None:
    assert compared(RIGHT.replace(right, wrong, 1)) == expected


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (
            "> state:MNG | supports",
            "> state:CHN | supports",
            [("missed", STANCE.replace("MNG", "CHN")), ("wrong", FOUND_STANCE)],
        ),
        (f"> {STANCE}\n", "", [("wrong", FOUND_STANCE)]),
        (
            "| supports | document",
            "| welcomes | document",
            [("missed", STANCE.replace("| supports | doc", "| welcomes | doc")), ("wrong", FOUND_STANCE)],
        ),
        (
            "| supports | document",
            "| supports | organization:tass",
            [("missed", STANCE.replace("document", "organization:tass")), ("wrong", FOUND_STANCE)],
        ),
        (
            "initiative-status/endorsed",
            "initiative-status/proposed",
            [
                ("missed", "body:Совет по степям | status | initiative-status/proposed"),
                ("wrong", "body/sovet-po-step | status | initiative-status/endorsed"),
            ],
        ),
        ("! * | objectsTo | *", "! state:MNG | supports | *", [("wrong", FOUND_STANCE)]),
        (
            "! * | objectsTo | *",
            "! * | mentions | state:MNG",
            [("wrong", "document/gold-given | mentions | state/MNG")],
        ),
        ("! * | objectsTo | *", "! * | mentions | state:*", [("wrong", "document/gold-given | mentions | state/MNG")]),
        ("! stance-objects", "! stance-supports", [("wrong", FOUND_STANCE)]),
    ],
)
def test_a_wrong_statement_is_reported(right: str, wrong: str, expected: list[tuple[str, str]]) -> None:
    assert compared(RIGHT.replace(right, wrong, 1)) == expected
