import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import FetchError
from comity.fetching.files import sidecar, write_file
from comity.model import Metadata
from comity.sources import read_file


def test_a_file_replaces_another_whole(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "text.pdf"
    for data in (b"long text", b"new"):
        write_file(path, data)
        assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FetchError, match=r"text\.pdf: cannot be written \(.+\)$"):
        write_file(tmp_path / "file" / "text.pdf", b"")


def test_the_metadata_are_read_as_they_were_written(tmp_path: Path) -> None:
    metadata = Metadata('"ООН"\\', "https://example.org/?s=A%2F1&l=ru", date(2026, 11, 22), language="ru")
    write_file(tmp_path / "text.toml", sidecar(metadata))
    write_file(tmp_path / "text.txt", b"Text.")
    assert read_file(tmp_path / "text.txt").metadata == metadata


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_publisher_can_be_written(publisher: str) -> None:
    assert tomllib.loads(sidecar(Metadata(publisher)).decode()) == {"publisher": publisher}
