import hashlib
from datetime import date
from pathlib import Path

import pytest

from comity.errors import (
    BinarySourceError,
    DamagedSourceError,
    EmptySourceError,
    EncodingError,
    MetadataError,
    SourceError,
    SourceTooLargeError,
)
from comity.model import Metadata
from comity.sources import MAXIMUM_BYTES, find_documents, identifiers, read_file, read_source

TEXT = "Стороны договорились.\r\n"


def written(path: Path, data: bytes = TEXT.encode()) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_file_becomes_a_source_with_its_name_its_text_and_its_digest(tmp_path: Path) -> None:
    source = read_file(written(tmp_path / "sco-2025.ru.txt"))
    assert source.identifier == "sco-2025.ru"
    assert source.text == TEXT
    assert source.digest == hashlib.sha256(TEXT.encode()).hexdigest()
    assert source.metadata == Metadata()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
def test_the_text_does_not_depend_on_the_encoding(tmp_path: Path, encoding: str) -> None:
    assert read_file(written(tmp_path / "note.txt", TEXT.encode(encoding))).text == TEXT


def test_the_sidecar_tells_what_the_file_does_not_say(tmp_path: Path) -> None:
    written(
        tmp_path / "note.ru.toml",
        'publisher = "ШОС"\nurl = "https://example.org/a"\nreceived = 2025-09-01\npublished = 2025-08-31\n'
        'language = "ru"\nlicence = "CC BY 4.0"\n'.encode(),
    )
    assert read_file(written(tmp_path / "note.ru.txt")).metadata == Metadata(
        "ШОС", "https://example.org/a", date(2025, 9, 1), date(2025, 8, 31), "ru", "CC BY 4.0"
    )


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptySourceError),
        (b"\n \t\r\n", EmptySourceError),
        ("\u00a0\u2003\u200b".encode(), EmptySourceError),
        (b"12 345, 79/325", EmptySourceError),
        ("*** — № 5 🌍".encode(), EmptySourceError),
        (b"\x89PNG\r\n\x1a\n\x00\x00", BinarySourceError),
        (b"PK\x03\x04\x00\x00", DamagedSourceError),
        (b"\xff\xfea", EncodingError),
    ],
    ids=["empty", "blank", "odd blanks", "digits", "signs", "png", "zip", "half a character"],
)
def test_a_file_without_a_text_is_refused_by_name(tmp_path: Path, data: bytes, error: type[SourceError]) -> None:
    path = written(tmp_path / "note.txt", data)
    with pytest.raises(error) as caught:
        read_file(path)
    assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize("name", ["missing.txt", "folder.txt"])
def test_what_is_no_file_is_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(SourceError, match=rf"{name}: cannot be read"):
        read_file(tmp_path / name)


def test_a_file_that_the_system_does_not_give_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"note\.txt: cannot be read"):
        read_file(unreadable(tmp_path / "note.txt"))


def unreadable(path: Path) -> Path:
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("no file here that even the administrator cannot read")
    path.symlink_to(memory)
    return path


def test_the_limit_is_64_mebibytes() -> None:
    assert MAXIMUM_BYTES == 64 * 1024 * 1024


@pytest.mark.parametrize(("size", "fits"), [(39, True), (40, True), (41, False)])
def test_one_byte_above_the_limit_is_too_much(tmp_path: Path, size: int, fits: bool) -> None:  # noqa: FBT001
    path = written(tmp_path / "note.txt", b"a" * size)
    if fits:
        assert read_file(path, maximum=40).text == "a" * size
    else:
        with pytest.raises(SourceTooLargeError, match=r"note\.txt: more than 40 bytes"):
            read_file(path, maximum=40)


def test_a_file_above_64_mebibytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(MAXIMUM_BYTES + 1)
    with pytest.raises(SourceTooLargeError, match=r"large\.txt: more than 67,108,864 bytes"):
        read_file(path)


@pytest.mark.parametrize(
    ("sidecar", "complaint"),
    [
        (b'publisher = "a', "not valid TOML"),
        ('publisher = "ШОС"'.encode("cp1251"), "not valid TOML"),
        (b'author = "a"', "unknown key 'author'; expected some of publisher, url, received"),
        (b"publisher = 5", "publisher is 5; expected str"),
        (b'received = "2025-09-01"', "received is '2025-09-01'; expected datetime.date"),
        (b"[publisher]\nname = 'a'", "publisher is {'name': 'a'}; expected str"),
        (b'url = ["a"]', "url is \\['a'\\]; expected str"),
    ],
    ids=["broken", "not utf-8", "unknown key", "number", "date as text", "table", "list"],
)
def test_a_broken_sidecar_is_refused_by_name(tmp_path: Path, sidecar: bytes, complaint: str) -> None:
    written(tmp_path / "note.toml", sidecar)
    with pytest.raises(MetadataError, match=rf"note\.toml: {complaint}"):
        read_file(written(tmp_path / "note.txt"))


def test_bytes_become_a_source_under_the_name_they_are_given() -> None:
    source = read_source(TEXT.encode(), "pasted", name="standard input", metadata=Metadata(language="ru"))
    assert (source.identifier, source.text, source.metadata.language) == ("pasted", TEXT, "ru")
    with pytest.raises(EmptySourceError, match=r"^standard input: "):
        read_source(b"42", "pasted", name="standard input")


def test_folders_are_searched_to_the_bottom_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/down/c.txt", "deep/a2.txt", "note.md", "a.toml"):
        written(tmp_path / name)
    (tmp_path / "folder.txt").mkdir()
    found = [path.relative_to(tmp_path).as_posix() for path in find_documents([tmp_path])]
    assert found == ["a.txt", "b.txt", "deep/a2.txt", "deep/down/c.txt"]


def test_a_file_named_twice_is_found_once_and_needs_no_ending(tmp_path: Path) -> None:
    text, note = written(tmp_path / "a.txt"), written(tmp_path / "b.md")
    assert find_documents([note, tmp_path, text]) == [text, note]


def test_no_paths_name_no_documents(tmp_path: Path) -> None:
    assert find_documents([]) == find_documents([tmp_path]) == []


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"missing: no such file or folder"):
        find_documents([tmp_path / "missing"])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["note.txt", "other/text.txt"], ["note", "text"]),
        (["note.v2.txt"], ["note.v2"]),
        (["a/note.txt", "b/note.txt", "b/text.txt"], ["a-note", "b-note", "text"]),
        (["a/x/note.txt", "b/x/note.txt"], ["a-x-note", "b-x-note"]),
        (["note.md", "note.txt"], ["note.md", "note.txt"]),
        (["a/note.md", "a/note.txt", "b/note.txt"], ["a-note.md", "a-note.txt", "b-note.txt"]),
    ],
)
def test_a_document_is_called_like_its_file_and_namesakes_are_told_apart(
    tmp_path: Path, names: list[str], expected: list[str]
) -> None:
    files = [written(tmp_path / name) for name in names]
    assert list(identifiers(files).values()) == expected
    assert set(identifiers(reversed(files)).values()) == set(expected)


def test_two_that_would_be_called_the_same_are_named(tmp_path: Path) -> None:
    files = [written(tmp_path / name) for name in ("a/note.txt", "b/note.txt", "a-note.txt")]
    with pytest.raises(SourceError, match=r"would be called a-note, as .* is"):
        identifiers(files)


def test_a_file_is_read_under_the_name_it_is_given(tmp_path: Path) -> None:
    assert read_file(written(tmp_path / "note.txt"), identifier="2014-note").identifier == "2014-note"


def test_a_sidecar_that_the_system_does_not_give_is_refused_by_name(tmp_path: Path) -> None:
    unreadable(tmp_path / "note.toml")
    with pytest.raises(MetadataError, match=r"note\.toml: "):
        read_file(written(tmp_path / "note.txt"))


def test_a_moment_is_not_a_date(tmp_path: Path) -> None:
    written(tmp_path / "note.toml", b"received = 2025-09-01T10:00:00")
    with pytest.raises(MetadataError, match="received"):
        read_file(written(tmp_path / "note.txt"))


def test_a_file_named_in_two_ways_is_found_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert len(find_documents([Path("a.txt"), path])) == 1
