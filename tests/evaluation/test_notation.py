"""Annotated texts are read: what is text, what is annotation, and where the marks stand."""

from pathlib import Path

import pytest

from comity.errors import GoldError
from comity.evaluation import parse_gold, read_gold

TEXT = """\
Words before the first text are nobody's.
== first
[[body:Рабочая группа ШОС|Рабочая группа [[organization:sco|ШОС]]]] ждёт.

> own | cites | A > B
! * | proposes | *
! some-rule
== second
Ничего.
"""


def test_marks_notes_and_text_are_told_apart() -> None:
    first, second = parse_gold(TEXT)
    assert (first.name, first.text) == ("first", "Рабочая группа ШОС ждёт.\n")
    marked = {(span.of(first.text), reference) for span, reference in first.marks}
    assert marked == {("ШОС", "organization:sco"), ("Рабочая группа ШОС", "body:Рабочая группа ШОС")}
    assert first.said == (("own", "cites", "A > B"),)
    assert (first.unsaid, first.silent) == ((("*", "proposes", "*"),), frozenset(("some-rule",)))
    assert (second.text, second.marks, second.said) == ("Ничего.\n", (), ())
    assert second.source.text == second.text


@pytest.mark.parametrize(("text", "said"), [("[[state:MNG|Монголия", "not closed"), ("Монголия]].", "not opened")])
def test_a_broken_mark_is_an_error_that_names_the_file(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "broken.txt").write_text(f"== given\n{text}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=rf"broken\.txt: .*{said}"):
        read_gold(tmp_path)


def test_texts_of_all_files_are_read_in_the_order_of_the_files(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(f"== {name}2\nx\n== {name}1\nx\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("== no text\n", encoding="utf-8")
    assert list(read_gold(tmp_path)) == ["a2", "a1", "b2", "b1"]


def test_two_texts_have_two_names(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("== same\nx\n", encoding="utf-8")
    with pytest.raises(GoldError, match="two texts are called 'same'"):
        read_gold(tmp_path)


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no golden text"):
        read_gold(tmp_path / "missing")
    (tmp_path / "latin.txt").write_bytes(b"== x\n\xe9\n")
    with pytest.raises(GoldError, match="decode"):
        read_gold(tmp_path)
