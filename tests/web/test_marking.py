import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.web.marking import Mark, marked


def golden(text: str, marks: list[Mark]) -> str:
    """Write a marked text as a person would: ``[look:words]``, a later piece of a cut mark as ``[~look:words]``."""
    steps = []
    for step in marked(text, marks):
        if step.kind == "open":
            assert step.mark is not None
            steps.append(f"[{'' if step.mark.anchor else '~'}{step.mark.look}:")
        else:
            steps.append("]" if step.kind == "close" else step.text)
    return "".join(steps)


def mark(start: int, end: int, look: str) -> Mark:
    return Mark(start, end, look, "", f"c{start}-{end}")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "Совет глав ШОС 😀!"),
        ([mark(0, 14, "body"), mark(11, 14, "org")], "[body:Совет глав [org:ШОС]] 😀!"),
        ([mark(11, 14, "org"), mark(0, 14, "body")], "[body:Совет глав [org:ШОС]] 😀!"),
        ([mark(0, 10, "a"), mark(6, 14, "b")], "[a:Совет [b:глав]][~b: ШОС] 😀!"),
        ([mark(0, 10, "a"), mark(6, 14, "b"), mark(8, 17, "c")], "[a:Совет [b:гл[c:ав]]][~c:[~b: ШОС] 😀!]"),
        ([mark(0, 5, "a"), mark(5, 10, "b")], "[a:Совет][b: глав] ШОС 😀!"),
        ([mark(0, 5, "a"), mark(0, 5, "b")], "[a:[b:Совет]] глав ШОС 😀!"),
        ([mark(15, 16, "smile")], "Совет глав ШОС [smile:😀]!"),
        (
            [mark(-3, 5, "a"), mark(15, 99, "b"), mark(3, 3, "empty"), mark(50, 60, "outside")],
            "[a:Совет] глав ШОС [b:😀!]",
        ),
    ],
)
def test_marks_nest_cross_and_touch(marks: list[Mark], expected: str) -> None:
    assert golden("Совет глав ШОС 😀!", marks) == expected


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12)


@given(text=st.text(max_size=30), spans=SPANS)
def test_the_text_is_whole_the_pieces_nest_and_every_mark_covers_its_span(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = [Mark(start, end, str(number), "", f"c{number}") for number, (start, end) in enumerate(spans)]
    covered: dict[str, set[int]] = {one.look: set() for one in marks}
    anchors: list[str] = []
    open_looks: list[str] = []
    at = 0
    for step in marked(text, marks):
        if step.kind == "text":
            assert text.startswith(step.text, at)
            for look in open_looks:
                covered[look].update(range(at, at + len(step.text)))
            at += len(step.text)
        elif step.kind == "open":
            assert step.mark is not None
            open_looks.append(step.mark.look)
            anchors.append(step.mark.anchor)
        else:
            assert step.mark is not None
            assert open_looks.pop() == step.mark.look
    assert (at, open_looks) == (len(text), [])
    assert covered == {one.look: set(range(one.start, min(one.end, len(text)))) for one in marks}
    said = [anchor for anchor in anchors if anchor]
    assert sorted(said) == sorted({one.anchor for one in marks if covered[one.look]})
