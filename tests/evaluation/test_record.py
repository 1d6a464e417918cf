"""A run is kept as a file and compared with the next: gains and losses, no more and no less."""

from pathlib import Path

import pytest

from comity.errors import GoldError
from comity.evaluation import Item, Outcome, changes, read_record, write_record

FOUND, MISSED, WRONG = Outcome.FOUND, Outcome.MISSED, Outcome.WRONG


def items(written: str) -> tuple[Item, ...]:
    """Read items as "+a -b !c": found, missed, wrong."""
    signs = {"+": FOUND, "-": MISSED, "!": WRONG}
    return tuple(Item(signs[word[0]], word[1:]) for word in written.split())


@pytest.mark.parametrize(
    ("before", "now", "gained", "lost"),
    [
        ("+a -b !c", "+a -b !c", "", ""),
        ("-a", "+a", "a", ""),
        ("+a", "-a", "", "a"),
        ("!a", "", "a", ""),
        ("", "!a", "", "a"),
        ("+a", "+a +b -c", "", ""),  # the annotation expects more than before
        ("+a -b", "", "", ""),  # or less
        ("+a +a", "+a -a", "", "a"),  # one of two alike
        ("!a !a", "!a", "a", ""),
        ("-a +b", "+a -b", "a", "b"),
    ],
)
def test_gains_and_losses(before: str, now: str, gained: str, lost: str) -> None:
    found = changes({"text": items(before)}, {"text": items(now)})
    assert " ".join(change.item.said for change in found.gained) == gained
    assert " ".join(change.item.said for change in found.lost) == lost
    assert found.new == ()


def test_a_text_without_a_record_is_new_and_one_that_is_gone_is_nothing() -> None:
    found = changes({"old": items("+a")}, {"new": items("-a !b")})
    assert (found.gained, found.lost, found.new) == ((), (), ("new",))


def test_a_record_is_read_as_it_was_written_and_its_bytes_depend_on_nothing_else(tmp_path: Path) -> None:
    run = {"b": items("+b -a !c +b +a"), "a": items("+я")}
    file = write_record(tmp_path, run)
    text = file.read_text(encoding="utf-8")
    assert text == '{\n"a": {"found": ["я"]},\n"b": {"found": ["a", "b", "b"], "missed": ["a"], "wrong": ["c"]}\n}\n'
    again = read_record(tmp_path)
    assert again is not None
    assert {name: sorted(found, key=str) for name, found in again.items()} == {
        name: sorted(found, key=str) for name, found in run.items()
    }
    write_record(tmp_path, {"a": run["a"], "b": tuple(reversed(run["b"]))})
    assert file.read_text(encoding="utf-8") == text


def test_there_may_be_no_record(tmp_path: Path) -> None:
    assert read_record(tmp_path) is None


@pytest.mark.parametrize("text", ["{", "[]", '{"a": {"guessed": ["x"]}}', '{"a": []}'])
def test_a_broken_record_is_an_error_that_names_the_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "recorded.json").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"recorded\.json"):
        read_record(tmp_path)


def test_a_record_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"recorded\.json"):
        write_record(tmp_path / "missing", {})
