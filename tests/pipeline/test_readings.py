"""What is kept of a reading is found again only if nothing that it rests on has changed."""

import hashlib
import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from comity.graph import Names, read_blocks
from comity.pipeline import Options, Result
from comity.pipeline.readings import Readings
from comity.pipeline.records import fingerprint
from comity.pipeline.story import _read

NEWS = "МОСКВА, 4 ноября. /ТАСС/. Китай предложил создать Всемирную организацию по сотрудничеству в области ИИ.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "documents" / "news.txt"
    path.parent.mkdir()
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture
def readings(tmp_path: Path) -> Readings:
    return Readings(tmp_path / "readings", fingerprint(Options()))


@pytest.fixture
def kept(file: Path, readings: Readings) -> Result:
    return _read((file, file.stem), Options(), readings)


def test_what_was_read_is_found_as_it_was(file: Path, readings: Readings, kept: Result) -> None:
    found = readings.find(file, "news")
    assert found == kept
    assert (kept.document, len(kept.blocks)) == ("news", 2)
    assert kept.profiles
    assert kept.statements > 3
    assert len(read_blocks(kept.blocks)) == sum(block.quads for block in kept.blocks)
    assert [path.name for path in readings.folder.iterdir()] == [kept.blocks[0].file.name]


def test_it_is_found_wherever_the_folders_are_moved(tmp_path: Path, file: Path, readings: Readings) -> None:
    kept = _read((file, file.stem), Options(), readings)
    tmp_path.joinpath("documents").rename(tmp_path / "elsewhere")
    moved = Readings(readings.folder.rename(tmp_path / "moved"), readings.fingerprint)
    found = moved.find(tmp_path / "elsewhere" / "news.txt", "news")
    assert found is not None
    assert (found.file, found.profiles) == (tmp_path / "elsewhere" / "news.txt", kept.profiles)
    assert read_blocks(found.blocks)


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda file: file.with_name(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        write("news.txt", NEWS + "\n"),
        write("news.toml", 'url = "https://example.org/"\n'),
        write("news.toml", ""),
        lambda file: file.unlink(),
    ],
)
def test_what_has_changed_is_not_found(
    file: Path, readings: Readings, kept: Result, change: Callable[[Path], object]
) -> None:
    assert kept.blocks
    change(file)
    assert readings.find(file, "news") is None


def test_the_same_words_under_another_name_are_another_document(file: Path, readings: Readings, kept: Result) -> None:
    assert kept.blocks
    assert readings.find(file.rename(file.with_name("other.txt")), "other") is None


@pytest.mark.parametrize(
    "options",
    [Options(names=Names("https://example.org/")), Options(engine="pymorphy3"), Options(maximum=1000)],
)
def test_what_other_options_gave_is_not_found(file: Path, readings: Readings, kept: Result, options: Options) -> None:
    assert kept.blocks
    assert replace(readings, fingerprint=fingerprint(options)).find(file, "news") is None


def test_processes_and_shapes_do_not_matter_to_a_reading() -> None:
    assert fingerprint(Options(workers=2, shapes=False)) == fingerprint(Options())


@pytest.mark.parametrize("part", range(8))
def test_a_damaged_reading_is_read_again(file: Path, readings: Readings, kept: Result, part: int) -> None:
    path = kept.blocks[0].file
    sound = path.read_bytes()
    offset = min(len(sound) * part // 7, len(sound) - 1)
    path.write_bytes(sound[:offset] + bytes((sound[offset] ^ 1,)) + sound[offset + 1 :])
    assert readings.find(file, "news") is None
    path.write_bytes(sound[:offset])
    assert readings.find(file, "news") is None
    assert _read((file, file.stem), Options(), readings) == kept
    assert path.read_bytes() == sound


@dataclass(frozen=True)
class Foreign:
    """What a folder that someone else prepared may hold: code that makes a folder."""

    folder: Path

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.folder),)


def test_a_reading_runs_no_code(file: Path, readings: Readings, kept: Result, tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Foreign(tmp_path / "would")))  # noqa: S301 - to see that it would
    assert (tmp_path / "would").exists()
    prepared = replace(kept, profiles=(Foreign(tmp_path / "does"),), blocks=())  # type: ignore[arg-type]
    readings.keep(prepared, read_blocks(kept.blocks), hashlib.sha256(file.read_bytes()).hexdigest())
    assert readings.find(file, "news") is None
    assert not (tmp_path / "does").exists()


def test_only_what_was_used_stays(file: Path, readings: Readings, kept: Result) -> None:
    other = file.with_name("other.txt")
    other.write_text(NEWS, encoding="utf-8")
    _read((other, other.stem), Options(), readings)
    (readings.folder / "half.new").touch()
    readings.keep_only([kept, Result(file, failure="unreadable")])
    assert [path.name for path in readings.folder.iterdir()] == [kept.blocks[0].file.name]
