"""The last recorded run, kept beside the golden texts, and what was gained and lost since."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from comity.errors import GoldError
from comity.evaluation.comparison import Item, Outcome

__all__ = ["RECORD_NAME", "Change", "Changes", "changes", "read_record", "write_record"]

RECORD_NAME = "recorded.json"
Run = Mapping[str, tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """An item of a text that came out differently: `before` and `now`; None where it was not there at all."""

    text: str
    item: Item
    before: Outcome | None
    now: Outcome | None

    @property
    def is_gain(self) -> bool:
        """Whether it is for the better: found now, or no longer wrongly there."""
        return self.now is Outcome.FOUND or self.now is None


@dataclass(frozen=True, slots=True)
class Changes:
    """What came out differently, and the texts that the record does not have."""

    gained: tuple[Change, ...]
    lost: tuple[Change, ...]
    new: tuple[str, ...]


def changes(before: Run, now: Run) -> Changes:
    """Compare two runs over the texts of both; an expectation that was not there before is neither gain nor loss."""
    found = [change for name in now if name in before for change in _changes(name, before[name], now[name])]
    return Changes(
        tuple(change for change in found if change.is_gain),
        tuple(change for change in found if not change.is_gain),
        tuple(name for name in now if name not in before),
    )


def _changes(text: str, before: tuple[Item, ...], now: tuple[Item, ...]) -> Iterator[Change]:
    then, here = _by_outcome(before), _by_outcome(now)
    named = {item.said: item for item in (*before, *now)}
    for old, new in ((Outcome.MISSED, Outcome.FOUND), (Outcome.FOUND, Outcome.MISSED)):
        turned = (then[old] - here[old]) & (here[new] - then[new])
        yield from (Change(text, named[said], old, new) for said in sorted(turned.elements()))
    gone, came = then[Outcome.WRONG] - here[Outcome.WRONG], here[Outcome.WRONG] - then[Outcome.WRONG]
    yield from (Change(text, named[said], Outcome.WRONG, None) for said in sorted(gone.elements()))
    yield from (Change(text, named[said], None, Outcome.WRONG) for said in sorted(came.elements()))


def _by_outcome(items: tuple[Item, ...]) -> dict[Outcome, Counter[str]]:
    return {outcome: Counter(item.said for item in items if item.outcome is outcome) for outcome in Outcome}


def read_record(folder: Path) -> dict[str, tuple[Item, ...]] | None:
    """Return the recorded run of a folder of golden texts, or None if there is none.

    Raises:
        GoldError: the record cannot be read.
    """
    file = folder / RECORD_NAME
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        return {
            name: tuple(Item(Outcome(outcome), said) for outcome, items in row.items() for said in items)
            for name, row in record.items()
        }
    except FileNotFoundError:
        return None
    except (OSError, ValueError, AttributeError) as error:
        raise GoldError(f"{file}: {error}") from error


def write_record(folder: Path, run: Run) -> Path:
    """Write a run beside its texts, a line for each text, so that two records compare line by line; return the file.

    Raises:
        GoldError: the file cannot be written.
    """
    file = folder / RECORD_NAME
    rows = {name: {outcome.value: _said(items, outcome) for outcome in Outcome} for name, items in sorted(run.items())}
    lines = (f"{_json(name)}: {_json({key: said for key, said in row.items() if said})}" for name, row in rows.items())
    try:
        file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    except OSError as error:
        raise GoldError(f"{file}: {error}") from error
    return file


def _said(items: tuple[Item, ...], outcome: Outcome) -> list[str]:
    return sorted(item.said for item in items if item.outcome is outcome)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
